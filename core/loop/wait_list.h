// wait_list.h — WaitList, the futures of those who wait for a lock, an event, an item, ….
#pragma once

#include <cstddef>
#include <deque>

#include "base/object.h"
#include "loop/future.h"

namespace sluice {

/// First in, first out, with removal from anywhere: the deque `_waiters` of asyncio's primitives.
///
/// Cost: push and removal at the front O(1); removal elsewhere O(n), from the front.
class WaitList {
 public:
  [[nodiscard]] bool empty() const { return futures_.empty(); }
  [[nodiscard]] std::size_t size() const { return futures_.size(); }
  void push(Ref<Future> future) { futures_.push_back(static_cast<Ref<Future>&&>(future)); }
  /// REQUIRES: !empty().
  [[nodiscard]] const Ref<Future>& front() const { return futures_.front(); }
  Ref<Future> pop_front();
  [[nodiscard]] const Ref<Future>& operator[](std::size_t index) const { return futures_[index]; }
  /// False if it is not there.
  bool remove(const Future& future);
  /// True if somebody waits whose future is not cancelled.
  [[nodiscard]] bool has_uncancelled() const;

 private:
  std::deque<Ref<Future>> futures_;
};

/// Sets the waiter's future to `result` and records that `primitive` (0: hidden) woke its task.
void wake_waiter(Future& waiter, Value result, ObjectId primitive);

}  // namespace sluice
