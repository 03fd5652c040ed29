#include "loop/condition.h"

#include "base/loop_changes.h"
#include "base/reference_visitor.h"

namespace sluice {

class Condition::Wait : public NativeCoroutine {
 public:
  explicit Wait(Condition& condition) : NativeCoroutine(condition.world(), "Condition.wait"), condition_(&condition) {}

 protected:
  Outcome advance(Outcome resume) override {
    switch (phase_) {
      case Phase::Start:
        return start();
      case Phase::Waiting:
        condition_->waiters_.remove(*waiter_);
        outcome_ = static_cast<Outcome&&>(resume);
        phase_ = Phase::Acquiring;
        return Outcome::yield(Value(condition_->acquire()));
      case Phase::Acquiring:
        break;
    }
    return acquired(static_cast<Outcome&&>(resume));
  }
  bool visit_variables(ReferenceVisitor& visit) const override {
    return visit(condition_, waiter_, outcome_.value, cancelled_);
  }

 private:
  enum class Phase : std::uint8_t { Start, Waiting, Acquiring };

  Outcome start() {
    if (!condition_->locked()) return world().raise(ErrorKind::Runtime, "cannot wait on un-acquired lock");
    Value error;
    EventLoop* loop = condition_->get_loop(error);
    if (loop == nullptr) return Outcome::raise(error);
    waiter_ = make<Future>(*loop, condition_->wait_kind_, condition_->wait_object_);
    condition_->release();
    condition_->waiters_.push(waiter_);
    phase_ = Phase::Waiting;
    return Outcome::yield(Value(waiter_));
  }

  /// The lock has to be had again even if the wait was cancelled: only then may anything be raised.
  Outcome acquired(Outcome resume) {
    Language& language = world().language;
    if (resume.is_raise() && language.is_error(resume.value, ErrorKind::Cancelled)) {
      if (outcome_.is_raise()) language.set_context(resume.value, outcome_.value);
      cancelled_ = resume.value;
      return Outcome::yield(Value(condition_->acquire()));
    }
    const bool passes_on = condition_passes_notification_on(world().python());
    if (resume.is_raise()) {
      outcome_ = resume;
    } else if (cancelled_) {
      const Value error = passes_on ? cancelled_ : language.make_cancelled(Value());
      language.set_handled_context(error);
      if (!passes_on && outcome_.is_raise()) language.set_context(error, outcome_.value);
      outcome_ = Outcome::raise(error);
    }
    if (!outcome_.is_raise()) return Outcome::result(Value::boolean(true));
    if (passes_on) condition_->notify_some(1);
    return outcome_;
  }

  Ref<Condition> condition_;
  Phase phase_ = Phase::Start;
  Ref<Future> waiter_;
  Outcome outcome_ = Outcome::result(Value::none());  ///< of the wait itself
  Value cancelled_;                                   ///< the last CancelledError while it got the lock again
};

class Condition::WaitFor : public NativeCoroutine {
 public:
  WaitFor(Condition& condition, Value predicate)
      : NativeCoroutine(condition.world(), "Condition.wait_for"),
        condition_(&condition),
        predicate_(static_cast<Value&&>(predicate)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (resume.is_raise()) return resume;
    Language& language = world().language;
    Outcome result = language.call(predicate_, {});
    if (result.is_raise()) return result;
    Outcome truth = language.truth(result.value);
    if (truth.is_raise()) return truth;
    if (truth.value.is_true()) return result;
    return Outcome::yield(Value(condition_->wait()));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(condition_, predicate_); }

 private:
  Ref<Condition> condition_;
  Value predicate_;
};

Condition::Condition(World& world, Ref<Lock> lock)
    : LoopBound(ObjectKind::Condition, world), lock_(static_cast<Ref<Lock>&&>(lock)) {
  id_ = world.trace.create_object(TraceObject::Condition, "");
  wait_object_ = id_;
  if (!lock_) lock_ = make<Lock>(world);
}

Condition::Condition(World& world, WaitKind kind, ObjectId object)
    : LoopBound(ObjectKind::Condition, world), wait_kind_(kind), wait_object_(object), lock_(make<Lock>(world, true)) {}

Ref<NativeCoroutine> Condition::wait() { return make<Wait>(*this); }

Ref<NativeCoroutine> Condition::wait_for(Value predicate) {
  return make<WaitFor>(*this, static_cast<Value&&>(predicate));
}

Value Condition::notify(std::size_t count) {
  if (!locked()) return world_.language.make_error(ErrorKind::Runtime, "cannot notify on un-acquired lock");
  notify_some(count);
  return Value();
}

void Condition::notify_some(std::size_t count) {
  std::vector<Ref<Future>> woken;
  for (std::size_t i = 0; i < waiters_.size() && woken.size() < count; ++i) {
    if (!waiters_[i]->done()) woken.push_back(waiters_[i]);
  }
  world_.note(TraceKind::Notified, id_, static_cast<std::uint32_t>(woken.size()));
  for (const Ref<Future>& waiter : woken) wake_waiter(*waiter, Value::boolean(false), wait_object_);
}

std::string Condition::repr_info() const {
  std::string info = locked() ? "locked" : "unlocked";
  if (!waiters_.empty()) info += ", waiters:" + std::to_string(waiters_.size());
  return info;
}

}  // namespace sluice
