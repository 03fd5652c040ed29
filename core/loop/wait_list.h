// wait_list.h — WaitList, the futures of those who wait for a lock, an event, an item, ….
#pragma once

#include <cstddef>
#include <vector>

#include "base/object.h"
#include "loop/future.h"

namespace sluice {

/// First in, first out, with removal from anywhere: the deque `_waiters` of asyncio's primitives. A ring that grows.
///
/// Cost: push and removal at the front O(1); removal elsewhere O(n).
class WaitList {
 public:
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  void push(Ref<Future> future) {
    if (count_ == ring_.size()) grow();
    at(count_++) = static_cast<Ref<Future>&&>(future);
  }
  /// REQUIRES: !empty().
  [[nodiscard]] const Ref<Future>& front() const { return (*this)[0]; }
  Ref<Future> pop_front();
  [[nodiscard]] const Ref<Future>& operator[](std::size_t index) const {
    return ring_[(first_ + index) & (ring_.size() - 1)];
  }
  /// False if it is not there.
  bool remove(const Future& future);
  /// True if somebody waits whose future is not cancelled.
  [[nodiscard]] bool has_uncancelled() const;
  /// All places, free ones (null) too.
  [[nodiscard]] const std::vector<Ref<Future>>& places() const { return ring_; }

 private:
  [[nodiscard]] Ref<Future>& at(std::size_t index) { return ring_[(first_ + index) & (ring_.size() - 1)]; }
  void grow();

  std::vector<Ref<Future>> ring_;  ///< its size is a power of two
  std::size_t first_ = 0;
  std::size_t count_ = 0;
};

/// Sets the waiter's future to `result` and records that `primitive` (0: hidden) woke its task.
void wake_waiter(Future& waiter, Value result, ObjectId primitive);

}  // namespace sluice
