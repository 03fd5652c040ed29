#include "loop/queue.h"

namespace sluice {

class Queue::Put : public NativeCoroutine {
 public:
  Put(Queue& queue, Value item)
      : NativeCoroutine(queue.world(), "Queue.put"), queue_(&queue), item_(static_cast<Value&&>(item)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (resume.is_raise()) return interrupted(static_cast<Outcome&&>(resume));
    if (!queue_->full()) return queue_->put_nowait(static_cast<Value&&>(item_));
    if (queue_->is_shut_down_) return world().raise(ErrorKind::QueueShutDown, "");
    Value error;
    EventLoop* loop = queue_->get_loop(error);
    if (loop == nullptr) return Outcome::raise(error);
    waiter_ = make<Future>(*loop, WaitKind::QueuePut, queue_->id_);
    queue_->putters_.push(waiter_);
    return Outcome::yield(Value(waiter_));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(queue_, item_, waiter_); }

 private:
  Outcome interrupted(Outcome resume) {
    waiter_->cancel();
    queue_->putters_.remove(*waiter_);
    // It was woken for a free place that it cannot take any more.
    if (!queue_->full() && !waiter_->cancelled()) queue_->wake_up_next(queue_->putters_);
    return resume;
  }

  Ref<Queue> queue_;
  Value item_;
  Ref<Future> waiter_;
};

class Queue::Get : public NativeCoroutine {
 public:
  explicit Get(Queue& queue) : NativeCoroutine(queue.world(), "Queue.get"), queue_(&queue) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (resume.is_raise()) return interrupted(static_cast<Outcome&&>(resume));
    if (!queue_->empty()) return queue_->get_nowait();
    if (queue_->is_shut_down_) return world().raise(ErrorKind::QueueShutDown, "");
    Value error;
    EventLoop* loop = queue_->get_loop(error);
    if (loop == nullptr) return Outcome::raise(error);
    waiter_ = make<Future>(*loop, queue_->get_wait_kind_, queue_->wait_object_);
    queue_->getters_.push(waiter_);
    return Outcome::yield(Value(waiter_));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(queue_, waiter_); }

 private:
  Outcome interrupted(Outcome resume) {
    waiter_->cancel();
    queue_->getters_.remove(*waiter_);
    // It was woken for an item that it cannot take any more.
    if (!queue_->empty() && !waiter_->cancelled()) queue_->wake_up_next(queue_->getters_);
    return resume;
  }

  Ref<Queue> queue_;
  Ref<Future> waiter_;
};

class Queue::Join : public NativeCoroutine {
 public:
  explicit Join(Queue& queue) : NativeCoroutine(queue.world(), "Queue.join"), queue_(&queue) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (resume.is_raise()) return resume;
    if (is_started_ || queue_->unfinished_ == 0) return Outcome::result(Value::none());
    is_started_ = true;
    return Outcome::yield(Value(queue_->finished_->wait()));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(queue_); }

 private:
  Ref<Queue> queue_;
  bool is_started_ = false;
};

namespace {

TraceObject trace_object_of(ObjectKind kind) {
  if (kind == ObjectKind::PriorityQueue) return TraceObject::PriorityQueue;
  return kind == ObjectKind::LifoQueue ? TraceObject::LifoQueue : TraceObject::Queue;
}

}  // namespace

Queue::Queue(ObjectKind kind, World& world, std::int64_t max_size) : LoopBound(kind, world), max_size_(max_size) {
  id_ = world.trace.create_object(trace_object_of(kind), "");
  wait_object_ = id_;
  world.note(TraceKind::Capacity, id_, max_size > 0 ? static_cast<std::uint32_t>(max_size) : 0);
  finished_ = make<Event>(world, WaitKind::QueueJoin, id_);
  finished_->set();
}

Queue::Queue(World& world) : LoopBound(ObjectKind::Queue, world), max_size_(0) {
  finished_ = make<Event>(world, WaitKind::QueueJoin, 0);
  finished_->set();
}

Ref<NativeCoroutine> Queue::put(Value item) { return make<Put>(*this, static_cast<Value&&>(item)); }
Ref<NativeCoroutine> Queue::get() { return make<Get>(*this); }
Ref<NativeCoroutine> Queue::join() { return make<Join>(*this); }

void Queue::note_item(const Value& item) {
  if (id_ == 0) return;
  if (const TextId text = world_.short_text(item)) world_.trace.record(TraceKind::QueueItem, id_, text);
}

Outcome Queue::put_nowait(Value item) {
  if (is_shut_down_) return world_.raise(ErrorKind::QueueShutDown, "");
  if (full()) return world_.raise(ErrorKind::QueueFull, "");
  const Value shown = item;
  if (Value error = put_item(static_cast<Value&&>(item))) return Outcome::raise(error);
  world_.note(TraceKind::QueuePut, id_, static_cast<std::uint32_t>(size()));
  note_item(shown);
  ++unfinished_;
  finished_->clear();
  wake_up_next(getters_);
  return Outcome::result(Value::none());
}

Outcome Queue::get_nowait() {
  if (empty()) return world_.raise(is_shut_down_ ? ErrorKind::QueueShutDown : ErrorKind::QueueEmpty, "");
  Outcome item = take_item();
  if (item.is_raise()) return item;
  world_.note(TraceKind::QueueGet, id_, static_cast<std::uint32_t>(size()));
  note_item(item.value);
  wake_up_next(putters_);
  return item;
}

Value Queue::task_done() {
  if (unfinished_ <= 0) return world_.language.make_error(ErrorKind::Value, "task_done() called too many times");
  --unfinished_;
  world_.note(TraceKind::QueueTaskDone, id_, static_cast<std::uint32_t>(unfinished_));
  if (unfinished_ == 0) finished_->set();
  return Value();
}

Value Queue::shutdown(bool immediate) {
  is_shut_down_ = true;
  world_.note(TraceKind::QueueShutDown, id_, static_cast<std::uint32_t>(size()));
  while (immediate && !empty()) {
    Outcome item = take_item();
    if (item.is_raise()) return item.value;
    if (unfinished_ > 0) --unfinished_;
  }
  if (immediate && unfinished_ == 0) finished_->set();
  for (WaitList* waiters : {&getters_, &putters_}) {
    while (!waiters->empty()) {
      const Ref<Future> waiter = waiters->pop_front();
      if (!waiter->done()) wake_waiter(*waiter, Value::none(), id_);
    }
  }
  return Value();
}

void Queue::wake_up_next(WaitList& waiters) {
  while (!waiters.empty()) {
    const Ref<Future> waiter = waiters.pop_front();
    if (waiter->done()) continue;
    wake_waiter(*waiter, Value::none(), id_);
    return;
  }
}

// ---- the order of items ---------------------------------------------------------------------------------------------

Value Queue::put_item(Value item) {
  if (store_) return store_->put(static_cast<Value&&>(item));
  items_.push_back(static_cast<Value&&>(item));
  if (kind() != ObjectKind::PriorityQueue) return Value();
  return sift_down(0, items_.size() - 1);
}

Outcome Queue::take_item() {
  if (store_) return store_->take();
  if (kind() == ObjectKind::Queue) {
    Value item = static_cast<Value&&>(items_.front());
    items_.pop_front();
    return Outcome::result(static_cast<Value&&>(item));
  }
  Value last = static_cast<Value&&>(items_.back());
  items_.pop_back();
  if (kind() == ObjectKind::LifoQueue || items_.empty()) return Outcome::result(static_cast<Value&&>(last));
  Value smallest = items_.front();
  items_.front() = static_cast<Value&&>(last);
  if (Value error = sift_up(0)) return Outcome::raise(error);
  return Outcome::result(static_cast<Value&&>(smallest));
}

/// Moves the item at `position` towards the front until its parent is not larger. An exception or no value.
Value Queue::sift_down(std::size_t start, std::size_t position) {
  const Value item = items_[position];
  while (position > start) {
    const std::size_t parent = (position - 1) / 2;
    const Value above = items_[parent];
    Outcome is_less = world_.language.less(item, above);
    if (is_less.is_raise()) return is_less.value;
    if (!is_less.value.is_true()) break;
    items_[position] = above;
    position = parent;
  }
  items_[position] = item;
  return Value();
}

/// Fills the place at `position` from below and sinks its item to the bottom, then lifts it (heapq's order of
/// comparisons).
Value Queue::sift_up(std::size_t position) {
  const std::size_t start = position;
  const Value item = items_[position];
  while (2 * position + 1 < items_.size()) {
    std::size_t child = 2 * position + 1;
    if (child + 1 < items_.size()) {
      Outcome is_less = world_.language.less(items_[child], items_[child + 1]);
      if (is_less.is_raise()) return is_less.value;
      if (!is_less.value.is_true()) ++child;
    }
    items_[position] = items_[child];
    position = child;
  }
  items_[position] = item;
  return sift_down(start, position);
}

std::string Queue::repr_info() const {
  std::string info = "maxsize=" + std::to_string(max_size_);
  if (!items_.empty()) {
    const std::vector<Value> items(items_.begin(), items_.end());
    info += " _queue=" + world_.language.repr(world_.language.make_list(items));
  }
  if (!getters_.empty()) info += " _getters[" + std::to_string(getters_.size()) + "]";
  if (!putters_.empty()) info += " _putters[" + std::to_string(putters_.size()) + "]";
  if (unfinished_ != 0) info += " tasks=" + std::to_string(unfinished_);
  if (is_shut_down_) info += " shutdown";
  return info;
}

}  // namespace sluice
