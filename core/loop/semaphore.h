// semaphore.h — Semaphore, a number of permits; and BoundedSemaphore.
#pragma once

#include <cstdint>
#include <string>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/loop_bound.h"
#include "loop/native_coroutine.h"
#include "loop/wait_list.h"

namespace sluice {

/// asyncio.Semaphore: acquire() takes a permit or waits, first come, first served.
///
/// A permit that comes back while somebody waits belongs to the first who waits from then on, though that task runs
/// later. Versions: since 3.13 a task that got through wakes as many others as there are permits.
class Semaphore : public LoopBound {
 public:
  /// REQUIRES: value >= 0 (the caller raises ValueError "Semaphore initial value must be >= 0").
  Semaphore(World& world, std::int64_t value, bool is_bounded);

  /// True if acquire() would wait.
  [[nodiscard]] bool locked() const { return value_ == 0 || waiters_.has_uncancelled(); }
  /// Coroutine; its result is True.
  Ref<NativeCoroutine> acquire();
  /// Takes a permit if acquire() would not wait, without a coroutine.
  bool acquire_now();
  /// ValueError "BoundedSemaphore released too many times", or no value.
  Value release();
  Ref<NativeCoroutine> aenter();  ///< acquires; its result is None
  Ref<NativeCoroutine> aexit();   ///< releases; its result is None
  [[nodiscard]] std::int64_t value() const { return value_; }
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  /// "locked, waiters:2", "unlocked, value:1"
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(waiters_.places()); }

 private:
  class Acquire;
  friend class Acquire;
  bool wake_up_next();
  void take();

  std::int64_t value_;
  std::int64_t bound_;  ///< -1: none
  WaitList waiters_;
};

}  // namespace sluice
