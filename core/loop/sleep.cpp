#include "loop/sleep.h"

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"

namespace sluice {

namespace {

class Sleep : public NativeCoroutine {
 public:
  Sleep(World& world, double delay, Value result)
      : NativeCoroutine(world, "sleep"), delay_(delay), result_(static_cast<Value&&>(result)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (is_started_) return finish(static_cast<Outcome&&>(resume));
    is_started_ = true;
    if (delay_ <= 0) return Outcome::yield(Value::none());
    if (delay_ != delay_ && sleep_refuses_nan(world().python())) {
      return world().raise(ErrorKind::Value, "Invalid delay: NaN (not a number)");
    }
    Outcome running = world().get_running_loop();
    if (running.is_raise()) return running;
    EventLoop& loop = *running.value.as<EventLoop>();
    future_ = make<SleepFuture>(loop, static_cast<Value&&>(result_), world().trace.task);
    loop.set_timer(loop.time() + delay_, *future_);
    return Outcome::yield(Value(future_));
  }

  void let_go() override { future_.reset(); }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(result_, future_); }

 private:
  Outcome finish(Outcome resume) {
    // The frame of sleep(), which the traceback keeps, has the result as a variable.
    const Value result = future_ ? future_->planned_result() : result_;
    if (resume.is_raise() && result && result.is_object() && !world().language.ends_run(resume.value)) {
      world().language.keep_with_traceback(resume.value, result);
    }
    if (!future_) return resume.is_raise() ? resume : Outcome::result(static_cast<Value&&>(result_));
    future_->loop().cancel_timer(*future_);
    // The handle that woke the task still has the future, but not its timer.
    if (!resume.is_raise()) future_->context = Value();
    return resume;
  }

  double delay_;
  Value result_;
  bool is_started_ = false;
  Ref<SleepFuture> future_;  ///< null: a bare yield
};

}  // namespace

Ref<NativeCoroutine> sleep(World& world, double delay, Value result) {
  return make<Sleep>(world, delay, static_cast<Value&&>(result));
}

}  // namespace sluice
