// lock.h — Lock, for one task at a time.
#pragma once

#include <string>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/loop_bound.h"
#include "loop/native_coroutine.h"
#include "loop/wait_list.h"

namespace sluice {

/// asyncio.Lock: locked or not, owned by nobody in particular. release() wakes the first who waits; the lock is free
/// until that task runs and takes it, but who comes meanwhile waits behind.
class Lock : public LoopBound {
 public:
  /// `is_hidden`: part of another object, not in any picture.
  explicit Lock(World& world, bool is_hidden = false);

  [[nodiscard]] bool locked() const { return is_locked_; }
  /// Coroutine; its result is True.
  Ref<NativeCoroutine> acquire();
  /// Takes the lock if acquire() would not wait, without a coroutine.
  bool acquire_now();
  /// RuntimeError "Lock is not acquired.", or no value.
  Value release();
  Ref<NativeCoroutine> aenter();  ///< acquires; its result is None
  Ref<NativeCoroutine> aexit();   ///< releases; its result is None
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  /// "locked, waiters:2": what repr adds in brackets.
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(waiters_.places()); }

 private:
  class Acquire;
  friend class Acquire;
  void wake_up_first();
  void take();

  bool is_locked_ = false;
  WaitList waiters_;
};

}  // namespace sluice
