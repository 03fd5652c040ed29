#include "loop/semaphore.h"

#include "base/loop_changes.h"
#include "base/reference_visitor.h"

namespace sluice {

/// Semaphore.acquire, and `__aenter__` (whose result is None).
class Semaphore::Acquire : public NativeCoroutine {
 public:
  Acquire(Semaphore& semaphore, bool is_enter)
      : NativeCoroutine(semaphore.world(), is_enter ? "Semaphore.__aenter__" : "Semaphore.acquire"),
        semaphore_(&semaphore),
        is_enter_(is_enter) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (waiter_) return woken(static_cast<Outcome&&>(resume));
    if (semaphore_->acquire_now()) return acquired();
    Value error;
    EventLoop* loop = semaphore_->get_loop(error);
    if (loop == nullptr) return Outcome::raise(error);
    waiter_ = make<Future>(*loop, WaitKind::Semaphore, semaphore_->id_);
    semaphore_->waiters_.push(waiter_);
    return Outcome::yield(Value(waiter_));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(semaphore_, waiter_); }

 private:
  Outcome woken(Outcome resume) {
    Semaphore& semaphore = *semaphore_;
    semaphore.waiters_.remove(*waiter_);
    const bool wakes_many = semaphore_wakes_many(world().python());
    if (resume.is_raise() && world().language.is_error(resume.value, ErrorKind::Cancelled)) {
      // The permit was handed to this waiter already: it goes to the next.
      const bool had_permit = !waiter_->cancelled() && (waiter_->done() || !wakes_many);
      if (had_permit) {
        ++semaphore.value_;
        if (!wakes_many) semaphore.wake_up_next();
      }
    }
    if (!resume.is_raise()) semaphore.take();
    if (wakes_many) {
      while (semaphore.value_ > 0 && semaphore.wake_up_next()) {
      }
    } else if (!resume.is_raise() && semaphore.value_ > 0) {
      semaphore.wake_up_next();
    }
    return resume.is_raise() ? resume : acquired();
  }

  Outcome acquired() { return Outcome::result(is_enter_ ? Value::none() : Value::boolean(true)); }

  Ref<Semaphore> semaphore_;
  bool is_enter_;
  Ref<Future> waiter_;
};

namespace {

class Release : public NativeCoroutine {
 public:
  explicit Release(Semaphore& semaphore)
      : NativeCoroutine(semaphore.world(), "Semaphore.__aexit__"), semaphore_(&semaphore) {}

 protected:
  Outcome advance(Outcome) override {
    Value error = semaphore_->release();
    return error ? Outcome::raise(error) : Outcome::result(Value::none());
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(semaphore_); }

 private:
  Ref<Semaphore> semaphore_;
};

}  // namespace

Semaphore::Semaphore(World& world, std::int64_t value, bool is_bounded)
    : LoopBound(is_bounded ? ObjectKind::BoundedSemaphore : ObjectKind::Semaphore, world),
      value_(value),
      bound_(is_bounded ? value : -1) {
  id_ = world.trace.create_object(TraceObject::Semaphore, "");
  world.note(TraceKind::Capacity, id_, static_cast<std::uint32_t>(value));
}

Ref<NativeCoroutine> Semaphore::acquire() { return make<Acquire>(*this, false); }
Ref<NativeCoroutine> Semaphore::aenter() { return make<Acquire>(*this, true); }
Ref<NativeCoroutine> Semaphore::aexit() { return make<Release>(*this); }

bool Semaphore::acquire_now() {
  if (locked()) return false;
  --value_;
  take();
  return true;
}

/// The running task has a permit that `value_` does not count any more.
void Semaphore::take() { world_.note(TraceKind::Acquired, id_, static_cast<std::uint32_t>(value_)); }

Value Semaphore::release() {
  if (bound_ >= 0 && value_ >= bound_) {
    return world_.language.make_error(ErrorKind::Value, "BoundedSemaphore released too many times");
  }
  ++value_;
  world_.note(TraceKind::Released, id_, static_cast<std::uint32_t>(value_));
  wake_up_next();
  return Value();
}

bool Semaphore::wake_up_next() {
  for (std::size_t i = 0; i < waiters_.size(); ++i) {
    if (waiters_[i]->done()) continue;
    --value_;
    wake_waiter(*waiters_[i], Value::boolean(true), id_);
    return true;
  }
  return false;
}

std::string Semaphore::repr_info() const {
  std::string info = locked() ? "locked" : "unlocked, value:" + std::to_string(value_);
  if (!waiters_.empty()) info += ", waiters:" + std::to_string(waiters_.size());
  return info;
}

}  // namespace sluice
