#include "loop/lock.h"

namespace sluice {

/// Lock.acquire, and `__aenter__` (whose result is None).
class Lock::Acquire : public NativeCoroutine {
 public:
  Acquire(Lock& lock, bool is_enter)
      : NativeCoroutine(lock.world(), is_enter ? "Lock.__aenter__" : "Lock.acquire"),
        lock_(&lock),
        is_enter_(is_enter) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (waiter_) return woken(static_cast<Outcome&&>(resume));
    if (lock_->acquire_now()) return acquired();
    Value error;
    EventLoop* loop = lock_->get_loop(error);
    if (loop == nullptr) return Outcome::raise(error);
    waiter_ = make<Future>(*loop, WaitKind::Lock, lock_->id_);
    lock_->waiters_.push(waiter_);
    return Outcome::yield(Value(waiter_));
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(lock_, waiter_); }

 private:
  Outcome woken(Outcome resume) {
    lock_->waiters_.remove(*waiter_);
    if (resume.is_raise()) {
      if (world().language.is_error(resume.value, ErrorKind::Cancelled) && !lock_->is_locked_) lock_->wake_up_first();
      return resume;
    }
    lock_->take();
    return acquired();
  }

  Outcome acquired() { return Outcome::result(is_enter_ ? Value::none() : Value::boolean(true)); }

  Ref<Lock> lock_;
  bool is_enter_;
  Ref<Future> waiter_;
};

namespace {

class Release : public NativeCoroutine {
 public:
  explicit Release(Lock& lock) : NativeCoroutine(lock.world(), "Lock.__aexit__"), lock_(&lock) {}

 protected:
  Outcome advance(Outcome) override {
    Value error = lock_->release();
    return error ? Outcome::raise(error) : Outcome::result(Value::none());
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(lock_); }

 private:
  Ref<Lock> lock_;
};

}  // namespace

Lock::Lock(World& world, bool is_hidden) : LoopBound(ObjectKind::Lock, world) {
  if (!is_hidden) id_ = world.trace.create_object(TraceObject::Lock, "");
}

Ref<NativeCoroutine> Lock::acquire() { return make<Acquire>(*this, false); }
Ref<NativeCoroutine> Lock::aenter() { return make<Acquire>(*this, true); }
Ref<NativeCoroutine> Lock::aexit() { return make<Release>(*this); }

bool Lock::acquire_now() {
  if (is_locked_ || waiters_.has_uncancelled()) return false;
  take();
  return true;
}

void Lock::take() {
  is_locked_ = true;
  world_.note(TraceKind::Acquired, id_, 0);
}

Value Lock::release() {
  if (!is_locked_) return world_.language.make_error(ErrorKind::Runtime, "Lock is not acquired.");
  is_locked_ = false;
  world_.note(TraceKind::Released, id_, 1);
  wake_up_first();
  return Value();
}

void Lock::wake_up_first() {
  if (waiters_.empty()) return;
  const Ref<Future> first = waiters_.front();
  // One that is done already will run: it takes the lock, or, if it was cancelled, wakes the next.
  if (!first->done()) wake_waiter(*first, Value::boolean(true), id_);
}

std::string Lock::repr_info() const {
  std::string info = is_locked_ ? "locked" : "unlocked";
  if (!waiters_.empty()) info += ", waiters:" + std::to_string(waiters_.size());
  return info;
}

}  // namespace sluice
