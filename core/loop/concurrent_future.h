// concurrent_future.h — ConcurrentFuture, the result of a job on another thread (concurrent.futures.Future).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "loop/coroutine.h"
#include "loop/future.h"
#include "loop/world.h"

namespace sluice {

class ConcurrentFuture;

/// Part of asyncio that wants to know when a ConcurrentFuture is done; called at once, on the thread that ends it.
class ConcurrentListener : public Object {
 public:
  ConcurrentListener() : Object(ObjectKind::LoopPrivate) {}
  virtual void concurrent_done(ConcurrentFuture& future) = 0;
};

/// concurrent.futures.Future.
class ConcurrentFuture : public Object {
 public:
  enum class State : std::uint8_t { Pending, Running, Cancelled, CancelledAndNotified, Finished };
  explicit ConcurrentFuture(World& world) : Object(ObjectKind::ConcurrentFuture), world_(world) {}

  [[nodiscard]] World& world() const { return world_; }
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool cancelled() const { return state_ == State::Cancelled || state_ == State::CancelledAndNotified; }
  [[nodiscard]] bool running() const { return state_ == State::Running; }
  [[nodiscard]] bool done() const { return cancelled() || state_ == State::Finished; }
  /// What concurrent.futures.wait() and as_completed() take for done: a cancelled one only once its pool came by it.
  [[nodiscard]] bool notified() const { return state_ == State::CancelledAndNotified || state_ == State::Finished; }
  /// False if it runs or is finished.
  bool cancel();
  /// The job begins: false if it was cancelled.
  bool set_running_or_notify_cancel();
  /// InvalidStateError "FINISHED: <Future at …>", or no value.
  Value set_result(Value result);
  Value set_exception(Value exception);
  /// Blocks until it is done: the result; CancelledError, TimeoutError (of concurrent.futures), the exception.
  /// `timeout` in seconds; negative: none.
  BlockResult result(double timeout);
  /// The same for the exception, or None.
  BlockResult exception(double timeout);
  /// Calls `callable(self)` when it is done, at once if it is. Exceptions of it are reported, not raised.
  void add_done_callback(Value callable);
  void add_listener(Ref<ConcurrentListener> listener);

  /// The outcome. REQUIRES: done().
  [[nodiscard]] Outcome outcome() const;
  [[nodiscard]] bool failed() const { return state_ == State::Finished && is_exception_; }
  /// The job in the trace; 0: none.
  [[nodiscard]] ObjectId job() const { return job_; }
  /// A job of a pool: cancelling it is recorded as JobDropped.
  void set_job(ObjectId pool, ObjectId job) {
    pool_ = pool;
    job_ = job;
  }
  /// "state=finished returned int": what repr puts behind "<Future at 0x… ".
  [[nodiscard]] std::string repr_info() const;

 private:
  class Waiter;
  friend class Waiter;
  friend class ConcurrentWait;
  void wake_waiters();
  void invoke_callbacks();
  void invoke(const Value& callback);
  Value check_unfinished();
  BlockResult wait(double timeout, bool wants_exception);

  World& world_;
  State state_ = State::Pending;
  bool is_exception_ = false;
  ObjectId pool_ = 0;
  ObjectId job_ = 0;
  Value value_;
  std::vector<Value> callbacks_;  ///< ConcurrentListener or a callable of the language
  std::vector<WorkerThread*> waiters_;
};

/// What of a list of futures is to be done for a wait to end.
enum class ConcurrentReturn : std::uint8_t { FirstCompleted, FirstException, AllCompleted };

/// Blocks until as much of `futures` is done as `until` says; None. `timeout` in seconds, negative: none; it ends the
/// wait without error. For concurrent.futures.wait and as_completed, which look at the states themselves afterwards.
BlockResult wait_concurrent(World& world, std::span<const Value> futures, double timeout, ConcurrentReturn until);

/// asyncio.wrap_future: an asyncio future that ends as `future` does, three handles later; cancelling it cancels that.
Ref<Future> wrap_future(ConcurrentFuture& future, EventLoop& loop);

/// asyncio.run_coroutine_threadsafe: Return the ConcurrentFuture. TypeError "A coroutine object is required".
Outcome run_coroutine_threadsafe(World& world, const Value& coroutine, EventLoop& loop);

}  // namespace sluice
