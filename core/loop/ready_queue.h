// ready_queue.h — ReadyQueue, the handles that are ready to run, by value, first in first out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

#include "base/value.h"
#include "trace/trace.h"

namespace sluice {

/// One handle in the queue.
struct ReadyEntry {
  enum class Kind : std::uint8_t {
    Step,        ///< target: Task; argument: exception to throw in, or no value
    Wakeup,      ///< target: Task; argument: the future that it waited for
    Listener,    ///< target: FutureListener; argument: the future that is done
    Callable,    ///< target: CallableInContext, a done-callback of the program; argument: the future
    Handle,      ///< target: Handle of call_soon
    SleepDue,    ///< target: a SleepFuture whose time has come
    TimerDue,    ///< target: a LoopTimer that is due
    ThreadCall,  ///< target: LoopCall that a worker handed over
  };
  Kind kind;
  EventIndex cause;  ///< the newest event when it was put here
  Value target;
  Value argument;
};

/// A ring of entries that grows. Cost: O(1) a push or pop.
class ReadyQueue {
 public:
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::size_t size() const { return count_; }
  SLUICE_INLINE void push(ReadyEntry::Kind kind, EventIndex cause, Value target, Value argument) {
    if (count_ == entries_.size()) [[unlikely]]
      grow();
    // What lies there has been moved from: nothing ends with it.
    new (&entries_[(first_ + count_) & (entries_.size() - 1)])
        ReadyEntry{kind, cause, static_cast<Value&&>(target), static_cast<Value&&>(argument)};
    ++count_;
  }
  /// REQUIRES: !empty().
  SLUICE_INLINE ReadyEntry pop() {
    ReadyEntry entry = static_cast<ReadyEntry&&>(entries_[first_]);
    first_ = (first_ + 1) & (entries_.size() - 1);
    --count_;
    return entry;
  }
  void clear();

 private:
  void grow();

  std::vector<ReadyEntry> entries_;  ///< its size is a power of two
  std::size_t first_ = 0;
  std::size_t count_ = 0;
};

}  // namespace sluice
