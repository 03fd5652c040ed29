#include "loop/concurrent_future.h"

#include <algorithm>

#include "loop/event_loop.h"
#include "loop/worker_thread.h"

namespace sluice {

/// A thread that waits for the result.
class ConcurrentFuture::Waiter : public Blocker {
 public:
  Waiter(ConcurrentFuture& future, bool wants_exception) : future_(&future), wants_exception_(wants_exception) {}

  bool try_finish(Outcome& outcome) override {
    if (!future_->done()) return false;
    outcome = future_->outcome();
    if (wants_exception_ && !future_->cancelled()) {
      outcome = Outcome::result(outcome.is_raise() ? outcome.value : Value::none());
    }
    return true;
  }
  Outcome time_out() override { return future_->world_.raise(ErrorKind::ConcurrentTimeout, ""); }
  void add_waiter(WorkerThread& worker) override { future_->waiters_.push_back(&worker); }
  void remove_waiter(WorkerThread& worker) override {
    std::vector<WorkerThread*>& waiters = future_->waiters_;
    waiters.erase(std::remove(waiters.begin(), waiters.end(), &worker), waiters.end());
  }
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Result; }

 private:
  Ref<ConcurrentFuture> future_;
  bool wants_exception_;
};

/// A thread that waits for some of several futures.
class ConcurrentWait : public Blocker {
 public:
  ConcurrentWait(std::span<const Value> futures, ConcurrentReturn until) : until_(until) {
    for (const Value& future : futures) futures_.emplace_back(future.as<ConcurrentFuture>());
  }

  bool try_finish(Outcome& outcome) override {
    outcome = Outcome::result(Value::none());
    bool all_done = true;
    for (const Ref<ConcurrentFuture>& future : futures_) {
      if (!future->notified()) {
        all_done = false;
        continue;
      }
      if (until_ == ConcurrentReturn::FirstCompleted) return true;
      if (until_ == ConcurrentReturn::FirstException && future->failed()) return true;
    }
    return all_done;
  }
  Outcome time_out() override { return Outcome::result(Value::none()); }
  void add_waiter(WorkerThread& worker) override {
    for (const Ref<ConcurrentFuture>& future : futures_) future->waiters_.push_back(&worker);
  }
  void remove_waiter(WorkerThread& worker) override {
    for (const Ref<ConcurrentFuture>& future : futures_) {
      std::vector<WorkerThread*>& waiters = future->waiters_;
      waiters.erase(std::remove(waiters.begin(), waiters.end(), &worker), waiters.end());
    }
  }
  [[nodiscard]] BlockKind block_kind() const override { return BlockKind::Result; }

 private:
  std::vector<Ref<ConcurrentFuture>> futures_;
  ConcurrentReturn until_;
};

// ---- states ---------------------------------------------------------------------------------------------------------

bool ConcurrentFuture::cancel() {
  if (state_ == State::Running || state_ == State::Finished) return false;
  if (cancelled()) return true;
  state_ = State::Cancelled;
  if (pool_ != 0) world_.trace.record(TraceKind::JobDropped, pool_, job_);
  invoke_callbacks();
  return true;
}

bool ConcurrentFuture::set_running_or_notify_cancel() {
  if (state_ == State::Cancelled) {
    state_ = State::CancelledAndNotified;
    wake_waiters();
  }
  if (cancelled()) return false;
  state_ = State::Running;
  return true;
}

Value ConcurrentFuture::check_unfinished() {
  if (!done()) return Value();
  const char* name = state_ == State::Finished ? "FINISHED" : "CANCELLED";
  if (state_ == State::CancelledAndNotified) name = "CANCELLED_AND_NOTIFIED";
  return world_.language.make_error(ErrorKind::ConcurrentInvalidState,
                                    std::string(name) + ": " + world_.language.repr(Value(this)));
}

Value ConcurrentFuture::set_result(Value result) {
  if (Value error = check_unfinished()) return error;
  value_ = static_cast<Value&&>(result);
  state_ = State::Finished;
  invoke_callbacks();
  return Value();
}

Value ConcurrentFuture::set_exception(Value exception) {
  if (Value error = check_unfinished()) return error;
  value_ = static_cast<Value&&>(exception);
  is_exception_ = true;
  state_ = State::Finished;
  invoke_callbacks();
  return Value();
}

Outcome ConcurrentFuture::outcome() const {
  if (cancelled()) return world_.raise(ErrorKind::ConcurrentCancelled, "");
  return is_exception_ ? Outcome::raise(value_) : Outcome::result(value_);
}

// ---- waiting and callbacks ------------------------------------------------------------------------------------------

void ConcurrentFuture::wake_waiters() {
  for (WorkerThread* waiter : waiters_) world_.wake_at(world_.now(), *waiter);
}

void ConcurrentFuture::invoke_callbacks() {
  const Ref<ConcurrentFuture> alive(this);
  wake_waiters();
  const std::vector<Value> callbacks = static_cast<std::vector<Value>&&>(callbacks_);
  callbacks_.clear();
  for (const Value& callback : callbacks) invoke(callback);
}

void ConcurrentFuture::invoke(const Value& callback) {
  if (callback.is(ObjectKind::LoopPrivate)) {
    callback.as<ConcurrentListener>()->concurrent_done(*this);
    return;
  }
  const Value arguments[] = {Value(this)};
  Outcome called = world_.language.call(callback, arguments);
  if (!called.is_raise()) return;
  ErrorContext context;
  context.message = "exception calling callback for " + world_.language.repr(Value(this));
  context.exception = called.value;
  world_.language.report(context);
}

void ConcurrentFuture::add_done_callback(Value callable) {
  if (done()) {
    invoke(callable);
  } else {
    callbacks_.push_back(static_cast<Value&&>(callable));
  }
}

void ConcurrentFuture::add_listener(Ref<ConcurrentListener> listener) { add_done_callback(Value(listener)); }

BlockResult ConcurrentFuture::wait(double timeout, bool wants_exception) {
  const Ref<Waiter> waiter = make<Waiter>(*this, wants_exception);
  waiter->has_deadline = timeout >= 0;
  waiter->deadline = world_.now() + timeout;
  return world_.block(waiter);
}

BlockResult ConcurrentFuture::result(double timeout) { return wait(timeout, false); }
BlockResult ConcurrentFuture::exception(double timeout) { return wait(timeout, true); }

BlockResult wait_concurrent(World& world, std::span<const Value> futures, double timeout, ConcurrentReturn until) {
  const Ref<ConcurrentWait> wait = make<ConcurrentWait>(futures, until);
  wait->has_deadline = timeout >= 0;
  wait->deadline = world.now() + timeout;
  return world.block(wait);
}

std::string ConcurrentFuture::repr_info() const {
  Language& language = world_.language;
  switch (state_) {
    case State::Pending:
      return "state=pending";
    case State::Running:
      return "state=running";
    case State::Cancelled:
    case State::CancelledAndNotified:
      return "state=cancelled";
    case State::Finished:
      break;
  }
  return std::string("state=finished ") + (is_exception_ ? "raised " : "returned ") + language.type_name(value_);
}

}  // namespace sluice
