// condition.h — Condition, a lock and those who wait to be told that something has changed.
#pragma once

#include <cstddef>
#include <string>

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/lock.h"
#include "loop/loop_bound.h"
#include "loop/native_coroutine.h"
#include "loop/wait_list.h"

namespace sluice {

/// asyncio.Condition.
class Condition : public LoopBound {
 public:
  /// `lock` null: one of its own.
  Condition(World& world, Ref<Lock> lock);
  /// Part of another object: waits are recorded as waits of `kind` for `object`.
  Condition(World& world, WaitKind kind, ObjectId object);

  [[nodiscard]] Lock& lock() const { return *lock_; }
  [[nodiscard]] bool locked() const { return lock_->locked(); }
  Ref<NativeCoroutine> acquire() { return lock_->acquire(); }
  Value release() { return lock_->release(); }
  Ref<NativeCoroutine> aenter() { return lock_->aenter(); }
  Ref<NativeCoroutine> aexit() { return lock_->aexit(); }
  /// Coroutine; True. Raises RuntimeError "cannot wait on un-acquired lock" when awaited.
  Ref<NativeCoroutine> wait();
  /// Coroutine; the predicate's last value. `predicate` is a callable of the language.
  Ref<NativeCoroutine> wait_for(Value predicate);
  /// RuntimeError "cannot notify on un-acquired lock", or no value.
  Value notify(std::size_t count);
  Value notify_all() { return notify(waiters_.size()); }
  [[nodiscard]] std::size_t waiters() const { return waiters_.size(); }
  [[nodiscard]] std::string repr_info() const;
  bool visit_references(ReferenceVisitor& visit) const override { return visit(lock_, waiters_.places()); }

 private:
  class Wait;
  class WaitFor;
  friend class Wait;
  void notify_some(std::size_t count);

  WaitKind wait_kind_ = WaitKind::Condition;
  ObjectId wait_object_;
  Ref<Lock> lock_;
  WaitList waiters_;
};

}  // namespace sluice
