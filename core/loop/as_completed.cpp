#include <unordered_set>

#include "base/loop_changes.h"
#include "loop/event_loop.h"
#include "loop/gather.h"
#include "loop/wait.h"

namespace sluice {

/// The coroutine that `next()` gives: waits for the next result.
class AsCompleted::WaitForOne : public NativeCoroutine {
 public:
  WaitForOne(AsCompleted& iterator, bool resolves)
      : NativeCoroutine(iterator.world_, !resolves ? "_AsCompletedIterator.__anext__"
                                         : as_completed_is_object(iterator.world_.python())
                                             ? "_AsCompletedIterator._wait_for_one"
                                             : "as_completed.<locals>._wait_for_one"),
        iterator_(&iterator),
        resolves_(resolves) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (!is_started_) {
      is_started_ = true;
      if (!resolves_) {
        if (iterator_->left_ == 0) return world().raise(ErrorKind::StopAsyncIteration, "");
        --iterator_->left_;
      }
      return Outcome::yield(Value(iterator_->done_->get()));
    }
    if (resume.is_raise()) return resume;
    if (resume.value.is_none()) return world().raise(ErrorKind::Timeout, "");
    future_ = Ref<Future>(&future_of(resume.value));
    world().note(TraceKind::Delivered, iterator_->id_, future_->id());
    return resolves_ ? future_->result() : resume;
  }
  void let_go() override {
    iterator_.reset();
    future_.reset();
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(iterator_, future_); }

 private:
  Ref<AsCompleted> iterator_;
  Ref<Future> future_;
  bool resolves_;
  bool is_started_ = false;
};

class AsCompleted::Timer : public LoopTimer {
 public:
  explicit Timer(AsCompleted& iterator) : iterator_(&iterator) {}
  Value timer_due() override {
    iterator_->timed_out();
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return iterator_->id_; }
  void let_go() override { iterator_.reset(); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(iterator_); }

 private:
  Ref<AsCompleted> iterator_;
};

AsCompleted::AsCompleted(World& world, std::vector<Value> awaitables, Delay timeout)
    : FutureListener(ObjectKind::AsCompleted),
      world_(world),
      awaitables_(static_cast<std::vector<Value>&&>(awaitables)),
      timeout_(timeout) {
  id_ = world.trace.create_object(TraceObject::AsCompleted, "");
}

std::string AsCompleted::callback_name() const {
  return as_completed_is_object(world_.python()) ? "_AsCompletedIterator._handle_completion()"
                                                 : "as_completed.<locals>._on_completion()";
}

Value AsCompleted::start() {
  if (is_started_) return Value();
  is_started_ = true;
  Outcome found = world_.get_event_loop();
  if (found.is_raise()) return found.value;
  loop_ = found.value.as<EventLoop>();
  done_ = make<Queue>(world_);
  done_->describe_waits(WaitKind::AsCompleted, id_);
  std::unordered_set<std::uint64_t> seen;
  const bool has_repeats = any_is_twice(awaitables_);
  for (const Value& awaitable : awaitables_) {
    if (has_repeats && !seen.insert(awaitable.bits()).second) continue;
    Outcome ensured = ensure_future(world_, awaitable, loop_);
    if (ensured.is_raise()) return ensured.value;
    Future& future = future_of(ensured.value);
    if (places_.insert(&future, static_cast<std::uint32_t>(todo_.size()))) todo_.emplace_back(&future);
  }
  awaitables_.clear();
  for (const Ref<Future>& future : todo_) world_.note(TraceKind::Child, id_, future->id());
  for (const Ref<Future>& future : todo_) future->add_listener(*this);
  if (!todo_.empty() && timeout_.is_given) {
    timer_ = make<Timer>(*this);
    loop_->set_timer(loop_->time() + timeout_.seconds, *timer_, id_);
  }
  left_ = todo_.size();
  return Value();
}

Outcome AsCompleted::next() {
  if (Value error = start()) return Outcome::raise(error);
  if (left_ == 0) return world_.raise(ErrorKind::StopIteration, "");
  --left_;
  return Outcome::result(Value(make<WaitForOne>(*this, true)));
}

Ref<NativeCoroutine> AsCompleted::anext() { return make<WaitForOne>(*this, false); }

Value AsCompleted::future_done(Future& future) {
  std::uint32_t place = 0;
  if (!places_.take(&future, place)) return Value();
  const Ref<Future> done = static_cast<Ref<Future>&&>(todo_[place]);
  done_->put_nowait(Value(done));
  if (places_.empty() && timer_) loop_->cancel_timer(*timer_);
  return Value();
}

void AsCompleted::timed_out() {
  for (const Ref<Future>& future : todo_) {
    if (!future) continue;
    future->remove_listener(*this);
    done_->put_nowait(Value::none());
  }
  todo_.clear();
  places_.clear();
}

}  // namespace sluice
