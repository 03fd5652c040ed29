#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"
#include "loop/timeout.h"
#include "loop/wait.h"

namespace sluice {

namespace {

/// `_release_waiter` as a done-callback.
class ReleaseOnDone : public FutureListener {
 public:
  explicit ReleaseOnDone(Ref<Future> waiter) : waiter_(static_cast<Ref<Future>&&>(waiter)) {}
  Value future_done(Future&) override { return waiter_->done() ? Value() : waiter_->set_result(Value::none()); }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }
  /// functools.partial(_release_waiter, waiter): its arguments, and then those of the call.
  [[nodiscard]] std::string callback_name() const override {
    const bool hides = hides_callback_arguments(waiter_->world().python());
    return "_release_waiter(" + (hides ? "" : waiter_->world().language.limited_repr(Value(waiter_))) + ")()";
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(waiter_); }

 private:
  Ref<Future> waiter_;
};

/// `_release_waiter` as a timer.
class ReleaseOnTime : public LoopTimer {
 public:
  ReleaseOnTime(Ref<Future> waiter, ObjectId task) : waiter_(static_cast<Ref<Future>&&>(waiter)), task_(task) {}
  Value timer_due() override { return waiter_->done() ? Value() : waiter_->set_result(Value::none()); }
  [[nodiscard]] ObjectId trace_object() const override { return task_; }
  void let_go() override { waiter_.reset(); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(waiter_); }

 private:
  Ref<Future> waiter_;
  ObjectId task_;
};

/// `_cancel_and_wait`: cancels a future and waits until it has ended.
class CancelAndWait : public NativeCoroutine {
 public:
  CancelAndWait(World& world, Ref<Future> future)
      : NativeCoroutine(world, "_cancel_and_wait"), future_(static_cast<Ref<Future>&&>(future)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (!waiter_) {
      Outcome running = world().get_running_loop();
      if (running.is_raise()) return running;
      waiter_ = make<Future>(*running.value.as<EventLoop>(), WaitKind::Task, future_->id());
      release_ = make<ReleaseOnDone>(waiter_);
      future_->add_listener(*release_);
      future_->cancel();
      return Outcome::yield(Value(waiter_));
    }
    future_->remove_listener(*release_);
    return resume;
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(future_, waiter_, release_); }

 private:
  Ref<Future> future_;
  Ref<Future> waiter_;
  Ref<ReleaseOnDone> release_;
};

/// What both forms of wait_for share: the end of a future that was cancelled because its time is over.
Outcome result_or_timeout(World& world, Future& future) {
  Outcome outcome = future.result();
  Language& language = world.language;
  if (!outcome.is_raise() || !language.is_error(outcome.value, ErrorKind::Cancelled)) return outcome;
  Value error = language.make_error(ErrorKind::Timeout, "");
  language.set_cause(error, outcome.value);
  language.set_context(error, outcome.value);
  return Outcome::raise(error);
}

/// wait_for since 3.12: `async with timeout(…): return await fut`.
class WaitForByTimeout : public NativeCoroutine {
 public:
  WaitForByTimeout(World& world, Value awaitable, Delay timeout)
      : NativeCoroutine(world, "wait_for"), awaitable_(static_cast<Value&&>(awaitable)), delay_(timeout) {}

 protected:
  Outcome advance(Outcome resume) override {
    switch (phase_) {
      case Phase::Start:
        return start();
      case Phase::Cancelling:
        return resume.is_raise() ? resume : result_or_timeout(world(), *future_);
      case Phase::Awaiting:
        break;
    }
    Outcome exited = timeout_->exit(resume.is_raise() ? resume.value : Value::none());
    // Only the frame of its __aexit__ refers to it.
    if (exited.is_raise()) world().language.keep_with_traceback(exited.value, Value(timeout_));
    timeout_.reset();
    return exited.is_raise() ? exited : resume;
  }
  void let_go() override { future_.reset(); }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(awaitable_, timeout_, future_); }

 private:
  enum class Phase : std::uint8_t { Start, Cancelling, Awaiting };

  Outcome start() {
    Outcome running = world().get_running_loop();
    if (running.is_raise()) return running;
    if (delay_.is_given && delay_.seconds <= 0) return cancel_at_once();
    const double now = world().now();
    timeout_ = make<Timeout>(world(), delay_.is_given, delay_.is_given ? now + delay_.seconds : 0);
    Outcome entered = timeout_->enter();
    if (entered.is_raise()) return entered;
    phase_ = Phase::Awaiting;
    // Yielded as it is, None would be a bare yield.
    if (awaitable_.is_none()) return advance(world().language.awaiter_of(awaitable_));
    if (is_future(awaitable_)) future_ = Ref<Future>(&future_of(awaitable_));
    return Outcome::yield(static_cast<Value&&>(awaitable_));
  }

  Outcome cancel_at_once() {
    Outcome ensured = ensure_future(world(), awaitable_, nullptr);
    if (ensured.is_raise()) return ensured;
    future_ = Ref<Future>(&future_of(ensured.value));
    if (future_->done()) return future_->result();
    phase_ = Phase::Cancelling;
    return Outcome::yield(Value(make<CancelAndWait>(world(), future_)));
  }

  Value awaitable_;
  Delay delay_;
  Phase phase_ = Phase::Start;
  Ref<Timeout> timeout_;
  Ref<Future> future_;  ///< what is awaited, if that is one
};

/// wait_for before 3.12: the awaitable becomes a task of its own, and a waiter waits for that or for the time.
class WaitForByTask : public NativeCoroutine {
 public:
  WaitForByTask(World& world, Value awaitable, Delay timeout)
      : NativeCoroutine(world, "wait_for"), awaitable_(static_cast<Value&&>(awaitable)), delay_(timeout) {}

 protected:
  Outcome advance(Outcome resume) override {
    switch (phase_) {
      case Phase::Start:
        return start();
      case Phase::Plain:
        return resume;
      case Phase::Waiting:
        return waited(static_cast<Outcome&&>(resume));
      case Phase::TimedOut:
        return finish(resume.is_raise() ? resume : result_or_timeout(world(), *future_));
      case Phase::Cancelled:
        break;
    }
    if (!resume.is_raise()) return finish(Outcome::raise(static_cast<Value&&>(cancelled_)));
    // Cancelled again, while the first cancellation is being handled.
    if (!resume.value.is_same(cancelled_)) world().language.set_context(resume.value, cancelled_);
    return finish(static_cast<Outcome&&>(resume));
  }
  void let_go() override {
    future_.reset();
    waiter_.reset();
    release_.reset();
    timer_.reset();
  }
  bool visit_variables(ReferenceVisitor& visit) const override {
    return visit(awaitable_, future_, waiter_, release_, timer_, cancelled_);
  }

 private:
  enum class Phase : std::uint8_t { Start, Plain, Waiting, TimedOut, Cancelled };

  Outcome start() {
    Outcome running = world().get_running_loop();
    if (running.is_raise()) return running;
    loop_ = running.value.as<EventLoop>();
    if (!delay_.is_given) {
      phase_ = Phase::Plain;
      if (awaitable_.is_none()) return world().language.awaiter_of(awaitable_);
      if (is_future(awaitable_)) future_ = Ref<Future>(&future_of(awaitable_));
      return Outcome::yield(static_cast<Value&&>(awaitable_));
    }
    if (delay_.seconds <= 0) {
      if (Value error = take_future()) return Outcome::raise(error);
      if (future_->done()) return future_->result();
      phase_ = Phase::TimedOut;
      return cancel_and_wait();
    }
    waiter_ = make<Future>(*loop_);
    timer_ = make<ReleaseOnTime>(waiter_, world().trace.task);
    loop_->set_timer(loop_->time() + delay_.seconds, *timer_, world().trace.task);
    if (Value error = take_future()) return Outcome::raise(error);
    waiter_->describe_wait(WaitKind::Task, future_->id());
    release_ = make<ReleaseOnDone>(waiter_);
    future_->add_listener(*release_);
    phase_ = Phase::Waiting;
    return Outcome::yield(Value(waiter_));
  }

  Value take_future() {
    Outcome ensured = ensure_future(world(), awaitable_, loop_);
    if (ensured.is_raise()) return ensured.value;
    future_ = Ref<Future>(&future_of(ensured.value));
    awaitable_ = Value();
    return Value();
  }

  Outcome cancel_and_wait() { return Outcome::yield(Value(make<CancelAndWait>(world(), future_))); }

  Outcome waited(Outcome resume) {
    const bool is_error = resume.is_raise();
    if (is_error && !world().language.is_error(resume.value, ErrorKind::Cancelled)) {
      return finish(static_cast<Outcome&&>(resume));
    }
    if (future_->done()) {
      Outcome outcome = future_->result();
      // Asked for while the cancellation is being handled; before 3.11 the one that ended the task stays the context.
      const bool keeps = future_->cancelled() && !awaiter_gets_original_cancellation(world().python()) &&
                         outcome.is_raise() && !world().language.context_of(outcome.value).is_none();
      if (is_error && outcome.is_raise() && !keeps) world().language.set_context(outcome.value, resume.value);
      return finish(static_cast<Outcome&&>(outcome));
    }
    future_->remove_listener(*release_);
    // A cancellation waits until the task has ended, and then goes on.
    if (is_error) cancelled_ = resume.value;
    phase_ = is_error ? Phase::Cancelled : Phase::TimedOut;
    return cancel_and_wait();
  }

  Outcome finish(Outcome outcome) {
    if (timer_) loop_->cancel_timer(*timer_);
    return outcome;
  }

  Value awaitable_;
  Delay delay_;
  Phase phase_ = Phase::Start;
  EventLoop* loop_ = nullptr;
  Ref<Future> future_;
  Ref<Future> waiter_;
  Ref<ReleaseOnDone> release_;
  Ref<LoopTimer> timer_;
  Value cancelled_;
};

}  // namespace

Ref<NativeCoroutine> wait_for(World& world, Value awaitable, Delay timeout) {
  if (wait_for_uses_timeout(world.python())) {
    return make<WaitForByTimeout>(world, static_cast<Value&&>(awaitable), timeout);
  }
  return make<WaitForByTask>(world, static_cast<Value&&>(awaitable), timeout);
}

}  // namespace sluice
