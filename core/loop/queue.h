// queue.h — Queue, PriorityQueue and LifoQueue.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <string>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/event.h"
#include "loop/loop_bound.h"
#include "loop/native_coroutine.h"
#include "loop/wait_list.h"

namespace sluice {

/// Where the items lie when the program decides it (a class that overrides asyncio.Queue's _put and _get).
class QueueStore {
 public:
  virtual ~QueueStore() = default;
  virtual Value put(Value item) = 0;  ///< an exception or no value
  virtual Outcome take() = 0;
  virtual std::int64_t size() = 0;
};

/// asyncio.Queue and its two relatives; the kind says which: first in first out, smallest first (a heap, in heapq's
/// order), last in first out.
class Queue : public LoopBound {
 public:
  /// `kind`: Queue, PriorityQueue or LifoQueue. `max_size` <= 0: unbounded.
  Queue(ObjectKind kind, World& world, std::int64_t max_size);
  /// A plain one that is part of another object: no picture shows it.
  explicit Queue(World& world);

  /// Waits for an item are recorded as waits of `kind` for `object`.
  void describe_waits(WaitKind kind, ObjectId object) {
    get_wait_kind_ = kind;
    wait_object_ = object;
  }

  /// From now on items are put into `store` and taken from it. REQUIRES: the queue is empty.
  void keep_items_in(std::unique_ptr<QueueStore> store) { store_ = static_cast<std::unique_ptr<QueueStore>&&>(store); }

  [[nodiscard]] std::int64_t size() const { return store_ ? store_->size() : static_cast<std::int64_t>(items_.size()); }
  [[nodiscard]] std::int64_t max_size() const { return max_size_; }
  [[nodiscard]] bool empty() const { return size() == 0; }
  [[nodiscard]] bool full() const { return max_size_ > 0 && size() >= max_size_; }
  [[nodiscard]] bool is_shut_down() const { return is_shut_down_; }
  [[nodiscard]] std::int64_t unfinished_tasks() const { return unfinished_; }

  /// Coroutine; None. Raises QueueShutDown.
  Ref<NativeCoroutine> put(Value item);
  /// Return None; Raise QueueFull, QueueShutDown, or what comparing items raised.
  Outcome put_nowait(Value item);
  /// Coroutine; the item. Raises QueueShutDown.
  Ref<NativeCoroutine> get();
  /// Return the item; Raise QueueEmpty, QueueShutDown, or what comparing items raised.
  Outcome get_nowait();
  /// ValueError "task_done() called too many times", or no value.
  Value task_done();
  /// Coroutine; None, when all items that were put have been marked as done.
  Ref<NativeCoroutine> join();
  /// 3.13: no more puts; gets raise once it is empty, with `immediate` at once. Raise only from comparing items.
  Value shutdown(bool immediate);
  /// In the order in which they lie in memory, as `list(queue._queue)`.
  [[nodiscard]] const std::deque<Value>& items() const { return items_; }
  /// "maxsize=3 _queue=[1, 2] _getters[1] tasks=2": Queue._format().
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override {
    return !store_ && visit(items_, getters_.places(), putters_.places(), finished_);
  }

 private:
  class Put;
  class Get;
  class Join;
  friend class Put;
  friend class Get;
  friend class Join;
  Value put_item(Value item);  ///< exception or no value
  Outcome take_item();
  Value sift_down(std::size_t start, std::size_t position);
  Value sift_up(std::size_t position);
  void wake_up_next(WaitList& waiters);
  void note_item(const Value& item);

  WaitKind get_wait_kind_ = WaitKind::QueueGet;
  ObjectId wait_object_ = 0;  ///< usually its own id
  std::int64_t max_size_;
  std::deque<Value> items_;
  std::unique_ptr<QueueStore> store_;  ///< null: they are in items_
  WaitList getters_;
  WaitList putters_;
  std::int64_t unfinished_ = 0;
  bool is_shut_down_ = false;
  Ref<Event> finished_;
};

}  // namespace sluice
