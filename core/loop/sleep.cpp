#include "loop/sleep.h"

#include "loop/event_loop.h"

namespace sluice {

namespace {

/// Sets the sleeper's future, unless it was cancelled.
class SleepTimer : public LoopTimer {
 public:
  SleepTimer(Ref<Future> future, Value result, ObjectId task)
      : future_(static_cast<Ref<Future>&&>(future)), result_(static_cast<Value&&>(result)), task_(task) {}
  Value timer_due() override {
    if (future_->cancelled()) return Value();
    return future_->set_result(static_cast<Value&&>(result_));
  }
  [[nodiscard]] CallbackKind callback_kind() const override { return CallbackKind::SleepTimer; }
  [[nodiscard]] ObjectId trace_object() const override { return task_; }

 private:
  Ref<Future> future_;
  Value result_;
  ObjectId task_;
};

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
    const Ref<Future> future = make<Future>(loop, WaitKind::Sleep, 0);
    timer_ = make<SleepTimer>(future, static_cast<Value&&>(result_), world().trace.task);
    loop.set_timer(loop.time() + delay_, *timer_, world().trace.task);
    loop_ = &loop;
    return Outcome::yield(Value(future));
  }

 private:
  Outcome finish(Outcome resume) {
    if (!timer_) return resume.is_raise() ? resume : Outcome::result(static_cast<Value&&>(result_));
    loop_->cancel_timer(*timer_);
    return resume;
  }

  double delay_;
  Value result_;
  bool is_started_ = false;
  Ref<LoopTimer> timer_;
  EventLoop* loop_ = nullptr;
};

}  // namespace

Ref<NativeCoroutine> sleep(World& world, double delay, Value result) {
  return make<Sleep>(world, delay, static_cast<Value&&>(result));
}

}  // namespace sluice
