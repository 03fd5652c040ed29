// sleep.h — asyncio.sleep.
#pragma once

#include "base/reference_visitor.h"
#include "base/value.h"
#include "loop/future.h"
#include "loop/native_coroutine.h"
#include "loop/world.h"

namespace sluice {

/// What a sleeper awaits, and the timer that ends the wait: the loop's heap holds the future itself.
class SleepFuture : public Future {
 public:
  /// `task`: who sleeps.
  SleepFuture(EventLoop& loop, Value result, ObjectId task)
      : Future(loop, WaitKind::Sleep, 0), sleeper(task), result_(static_cast<Value&&>(result)) {}

  /// The time has come: it is done, unless it was cancelled. An exception or no value.
  Value timer_due() {
    if (cancelled()) return Value();
    return set_result(static_cast<Value&&>(result_));
  }

  /// The timer was cancelled.
  void drop_result() { result_ = Value(); }
  bool visit_references(ReferenceVisitor& visit) const override {
    return visit(result_) && Future::visit_references(visit);
  }
  [[nodiscard]] const Value& planned_result() const { return result_; }

  const ObjectId sleeper;
  EventIndex timer_event = kNoEvent;  ///< its Timer event
  bool is_timer_cancelled = false;    ///< skipped, at no cost
  bool is_scheduled = false;          ///< in the heap
  Value context;                      ///< what the context held in which the timer was set

 private:
  Value result_;
};

/// Coroutine; `result`. delay <= 0: one bare yield. ValueError "Invalid delay: NaN (not a number)" since 3.13.
Ref<NativeCoroutine> sleep(World& world, double delay, Value result);

}  // namespace sluice
