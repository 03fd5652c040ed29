#include "loop/timeout.h"

#include <limits>

#include "base/float_text.h"
#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"

namespace sluice {

/// Cancels the task when the deadline has come.
class Timeout::Timer : public LoopTimer {
 public:
  explicit Timer(Timeout& timeout) : timeout_(&timeout) {}
  Value timer_due() override {
    const Ref<Timeout> timeout = timeout_;
    timeout->on_timeout();
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return timeout_->id_; }
  void let_go() override { timeout_.reset(); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(timeout_); }

 private:
  Ref<Timeout> timeout_;
};

class Timeout::Enter : public NativeCoroutine {
 public:
  explicit Enter(Timeout& timeout) : NativeCoroutine(timeout.world_, "Timeout.__aenter__"), timeout_(&timeout) {}

 protected:
  Outcome advance(Outcome) override { return timeout_->enter(); }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(timeout_); }

 private:
  Ref<Timeout> timeout_;
};

class Timeout::Exit : public NativeCoroutine {
 public:
  Exit(Timeout& timeout, Value exception)
      : NativeCoroutine(timeout.world_, "Timeout.__aexit__"),
        timeout_(&timeout),
        exception_(static_cast<Value&&>(exception)) {}

 protected:
  Outcome advance(Outcome) override { return timeout_->exit(exception_); }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(timeout_, exception_); }

 private:
  Ref<Timeout> timeout_;
  Value exception_;
};

Timeout::Timeout(World& world, bool has_deadline, double when)
    : Object(ObjectKind::Timeout), world_(world), has_deadline_(has_deadline), when_(when) {
  id_ = world.trace.create_object(TraceObject::Timeout, "");
}

Timeout::~Timeout() = default;

Ref<NativeCoroutine> Timeout::aenter() { return make<Enter>(*this); }

Ref<NativeCoroutine> Timeout::aexit(Value exception) { return make<Exit>(*this, static_cast<Value&&>(exception)); }

Outcome Timeout::enter() {
  if (state_ != State::Created) return world_.raise(ErrorKind::Runtime, "Timeout has already been entered");
  if (world_.current_task() == nullptr) {
    return world_.raise(ErrorKind::Runtime, "Timeout should be used inside a task");
  }
  state_ = State::Entered;
  task_ = Ref<Task>(world_.current_task());
  cancelling_ = task_->cancelling();
  reschedule(has_deadline_, when_);
  return Outcome::result(Value(this));
}

Value Timeout::reschedule(bool has_deadline, double when) {
  if (state_ == State::Created) {
    return world_.language.make_error(ErrorKind::Runtime, "Timeout has not been entered");
  }
  if (state_ != State::Entered) {
    return world_.language.make_error(ErrorKind::Runtime,
                                      std::string("Cannot change state of ") + state_name() + " Timeout");
  }
  has_deadline_ = has_deadline;
  when_ = when;
  EventLoop* loop = world_.running_loop();
  if (loop == nullptr) return world_.language.make_error(ErrorKind::Runtime, "no running event loop");
  if (timer_) loop->cancel_timer(*timer_);
  timer_.reset();
  const double shown = has_deadline ? when : std::numeric_limits<double>::infinity();
  world_.trace.record(TraceKind::TimeoutSet, id_, world_.trace.number(shown));
  if (!has_deadline) return Value();
  timer_ = make<Timer>(*this);
  if (when <= loop->time()) {
    timer_->context = world_.context().contents();
    loop->push_ready(ReadyEntry::Kind::TimerDue, Value(timer_));
  } else {
    loop->set_timer(when, *timer_, id_);
  }
  return Value();
}

void Timeout::on_timeout() {
  world_.trace.record(TraceKind::TimeoutExpired, id_, task_->id());
  task_->cancel();
  state_ = State::Expiring;
  timer_.reset();
}

Outcome Timeout::exit(const Value& exception) {
  Language& language = world_.language;
  if (state_ != State::Entered && state_ != State::Expiring) return world_.raise(ErrorKind::Assertion, "");
  if (timer_) {
    task_->loop().cancel_timer(*timer_);
    timer_.reset();
  }
  if (state_ == State::Entered) state_ = State::Exited;
  if (state_ != State::Expiring) return Outcome::result(Value::none());
  state_ = State::Expired;
  const bool has_exception = exception && !exception.is_none();
  if (task_->uncancel() > cancelling_ || !has_exception) return Outcome::result(Value::none());
  if (language.is_error(exception, ErrorKind::Cancelled)) {
    Value error = language.make_error(ErrorKind::Timeout, "");
    language.set_cause(error, exception);
    language.set_context(error, exception);
    return Outcome::raise(error);
  }
  if (timeout_enters_contexts(world_.python())) {
    insert_timeout_error(exception);
    for (const Value& part : language.exceptions_of(exception)) insert_timeout_error(part);
  }
  return Outcome::result(Value::none());
}

/// Puts a TimeoutError before the CancelledError in the chain of contexts.
void Timeout::insert_timeout_error(Value exception) {
  Language& language = world_.language;
  while (true) {
    const Value context = language.context_of(exception);
    if (!context || context.is_none()) return;
    if (language.is_error(context, ErrorKind::Cancelled)) {
      Value error = language.make_error(ErrorKind::Timeout, "");
      language.set_cause(error, context);
      language.set_context(error, context);
      language.set_context(exception, error);
      return;
    }
    exception = context;
  }
}

const char* Timeout::state_name() const {
  switch (state_) {
    case State::Created:
      return "created";
    case State::Entered:
      return "active";
    case State::Expiring:
      return "expiring";
    case State::Expired:
      return "expired";
    case State::Exited:
      break;
  }
  return "finished";
}

std::string Timeout::repr_info() const {
  std::string info = std::string("[") + state_name() + "]";
  if (state_ != State::Entered) return info;
  if (!has_deadline_) return info + " when=None";
  // round(when, 3), which makes the same int of an int, and one of a bool.
  Value shown = given_when();
  if (shown.is_bool()) shown = Value::small_int(shown.is_true() ? 1 : 0);
  if (shown.is_double()) shown = Value::number(float_round(when_, 3).value_or(when_));
  return info + " when=" + world_.language.repr(shown);
}

}  // namespace sluice
