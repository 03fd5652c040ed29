#include "loop/thread_lock.h"

#include <algorithm>

namespace sluice {

namespace {

void forget(std::vector<WorkerThread*>& waiters, const WorkerThread& worker) {
  waiters.erase(std::remove(waiters.begin(), waiters.end(), &worker), waiters.end());
}

}  // namespace

class ThreadLock::Acquire : public Blocker {
 public:
  Acquire(ThreadLock& lock, const WorkerThread* who) : lock_(&lock), who_(who) {}
  bool try_finish(Outcome& outcome) override {
    // Threads that came earlier go first.
    const std::vector<WorkerThread*>& waiters = lock_->waiters_;
    const bool is_first = waiters.empty() || waiters.front() == who_;
    if (!is_first || !lock_->try_take(who_)) return false;
    outcome = Outcome::result(Value::boolean(true));
    return true;
  }
  Outcome time_out() override { return Outcome::result(Value::boolean(false)); }
  void add_waiter(WorkerThread& worker) override { lock_->waiters_.push_back(&worker); }
  void remove_waiter(WorkerThread& worker) override {
    forget(lock_->waiters_, worker);
    lock_->wake_first();
  }
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Lock; }

 private:
  Ref<ThreadLock> lock_;
  const WorkerThread* who_;
};

ThreadLock::ThreadLock(World& world, Form form, std::int64_t permits)
    : Object(ObjectKind::ThreadLock), world_(world), form_(form), permits_(permits), bound_(permits) {}

bool ThreadLock::is_owned() const { return depth_ > 0 && owner_ == world_.current_thread(); }

bool ThreadLock::try_take(const WorkerThread* who) {
  const bool is_again = form_ == Form::Reentrant && depth_ > 0 && owner_ == who;
  if (permits_ == 0 && !is_again) return false;
  if (!is_again) --permits_;
  if (form_ == Form::Reentrant) {
    owner_ = who;
    ++depth_;
  }
  return true;
}

BlockResult ThreadLock::acquire(bool blocking, double timeout) {
  const WorkerThread* who = world_.current_thread();
  if (!blocking) return BlockResult{false, Outcome::result(Value::boolean(try_take(who)))};
  const Ref<Acquire> acquire = make<Acquire>(*this, who);
  acquire->has_deadline = timeout >= 0;
  acquire->deadline = world_.now() + timeout;
  return world_.block(acquire);
}

Value ThreadLock::release(std::int64_t count) {
  Language& language = world_.language;
  if (form_ == Form::Lock && permits_ > 0) return language.make_error(ErrorKind::Runtime, "release unlocked lock");
  if (form_ == Form::Reentrant && !is_owned()) {
    return language.make_error(ErrorKind::Runtime, "cannot release un-acquired lock");
  }
  if (form_ == Form::BoundedSemaphore && permits_ + count > bound_) {
    return language.make_error(ErrorKind::Value, "Semaphore released too many times");
  }
  if (form_ == Form::Reentrant && --depth_ > 0) return Value();
  permits_ += count;
  wake_first();
  return Value();
}

void ThreadLock::wake_first() {
  if (permits_ > 0 && !waiters_.empty()) world_.wake_at(world_.now(), *waiters_.front());
}

// ---- ThreadEvent ----------------------------------------------------------------------------------------------------

class ThreadEvent::Wait : public Blocker {
 public:
  explicit Wait(ThreadEvent& event) : event_(&event), times_set_(event.times_set_) {}
  bool try_finish(Outcome& outcome) override {
    outcome = Outcome::result(Value::boolean(true));
    return event_->is_set_ || event_->times_set_ != times_set_;
  }
  Outcome time_out() override { return Outcome::result(Value::boolean(false)); }
  void add_waiter(WorkerThread& worker) override { event_->waiters_.push_back(&worker); }
  void remove_waiter(WorkerThread& worker) override { forget(event_->waiters_, worker); }
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Lock; }

 private:
  Ref<ThreadEvent> event_;
  std::uint32_t times_set_;
};

void ThreadEvent::set() {
  is_set_ = true;
  ++times_set_;
  for (WorkerThread* waiter : waiters_) world_.wake_at(world_.now(), *waiter);
}

BlockResult ThreadEvent::wait(double timeout) {
  const Ref<Wait> wait = make<Wait>(*this);
  wait->has_deadline = timeout >= 0;
  wait->deadline = world_.now() + timeout;
  return world_.block(wait);
}

}  // namespace sluice
