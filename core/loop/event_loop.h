// event_loop.h — EventLoop, the one place where handles run: asyncio's BaseEventLoop on the virtual clock.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/object.h"
#include "base/value.h"
#include "loop/coroutine.h"
#include "loop/future.h"
#include "loop/handle.h"
#include "loop/native_coroutine.h"
#include "loop/ready_queue.h"
#include "loop/sleep.h"
#include "loop/task.h"
#include "loop/timer_heap.h"
#include "loop/world.h"
#include "trace/trace.h"

namespace sluice {

class ConcurrentFuture;
class ThreadBody;
class ThreadPool;

/// Something that a worker hands to the loop's thread: one handle.
class LoopCall : public Object {
 public:
  LoopCall() : Object(ObjectKind::LoopPrivate) {}
  virtual Value run() = 0;  ///< exception or no value
  [[nodiscard]] virtual ObjectId trace_object() const { return 0; }
};

/// asyncio's event loop.
///
/// One turn: (1) if nothing is ready, the clock jumps to the next deadline or worker; (2) due timers go behind the
/// ready queue; (3) as many handles as are ready now run, each costing `step`. What they add waits for the next turn.
/// Functions that schedule raise RuntimeError "Event loop is closed" once it is: they return Outcome, or an exception.
class EventLoop : public Object {
 public:
  explicit EventLoop(World& world);
  ~EventLoop() override;

  [[nodiscard]] World& world() const { return world_; }
  [[nodiscard]] double time() const { return world_.now(); }

  // ---- running ----
  /// Runs until the future is done: its outcome. A coroutine or awaitable becomes a task. Errors besides: RuntimeError
  /// (closed, running already, "Event loop stopped before Future completed."), Deadlock, exits, budgets.
  /// `interrupted` gets the future where an exit came out of the loop: the exception leads to this call's variables, so
  /// that the future lives as long.
  Outcome run_until_complete(const Value& awaitable, Ref<Future>* interrupted = nullptr);
  /// Until stop(): None, or what came out of the loop.
  Outcome run_forever();
  void stop() { is_stopping_ = true; }
  /// RuntimeError "Cannot close a running event loop", or no value.
  Value close();
  [[nodiscard]] bool is_running() const { return is_running_; }
  [[nodiscard]] bool is_closed() const { return is_closed_; }
  /// RuntimeError "Event loop is closed", or no value.
  Value check_closed();
  /// Whether call_soon() refuses now: the loop is closed, or in debug mode another thread than the loop's asks.
  [[nodiscard]] SLUICE_INLINE bool refuses_calls() const { return is_closed_ || (is_debug_ && is_elsewhere()); }
  /// What it raises then: RuntimeError "Event loop is closed" or "Non-thread-safe operation invoked on an event loop
  /// other than the current one"; no value if it does not refuse.
  Value check_call();

  // ---- scheduling, for the program: Return the Handle ----
  /// `context` null: a copy of the current one.
  Outcome call_soon(Value callback, std::vector<Value> arguments, Ref<Context> context);
  Outcome call_soon_threadsafe(Value callback, std::vector<Value> arguments, Ref<Context> context);
  /// Equal deadlines fire in the order of these calls; one in the past fires in the next turn.
  Outcome call_at(double when, Value callback, std::vector<Value> arguments, Ref<Context> context);
  Outcome call_later(double delay, Value callback, std::vector<Value> arguments, Ref<Context> context) {
    return call_at(time() + delay, static_cast<Value&&>(callback), static_cast<std::vector<Value>&&>(arguments),
                   static_cast<Ref<Context>&&>(context));
  }
  /// loop.create_future(): one that pictures show.
  Ref<Future> create_future();
  /// loop.create_task(coroutine): Return the Task. With a task factory set, what that returns. Errors: closed loop;
  /// TypeError "a coroutine was expected, got …".
  Outcome create_task(const Value& coroutine, TaskOptions options);
  void set_task_factory(Value factory) { task_factory_ = static_cast<Value&&>(factory); }  ///< None: the usual one
  [[nodiscard]] const Value& task_factory() const { return task_factory_; }
  /// eager_task_factory as the factory, without a call into the language (3.12).
  void set_eager_tasks(bool eager) { has_eager_tasks_ = eager; }
  [[nodiscard]] bool has_eager_tasks() const { return has_eager_tasks_; }

  // ---- scheduling, for asyncio itself ----
  SLUICE_INLINE void push_ready(ReadyEntry::Kind kind, Value target, Value argument = Value()) {
    if (is_closed_) return;
    ready_.push(kind, world_.trace.latest(), static_cast<Value&&>(target), static_cast<Value&&>(argument));
  }
  /// Sets a timer and records it; `subject`: whom it wakes.
  void set_timer(double when, LoopTimer& timer, ObjectId subject);
  void cancel_timer(LoopTimer& timer);
  /// The same for a sleep.
  void set_timer(double when, SleepFuture& sleep);
  void cancel_timer(SleepFuture& sleep);

  /// In debug mode: the program made the future there, "x.py:3".
  void set_origin(const Future& future, std::string place);
  /// TimerHandle.cancel tells.
  void timer_handle_cancelled(TimerHandle& timer);

  // ---- tasks ----
  /// asyncio.all_tasks(loop): those that are not done, oldest first.
  [[nodiscard]] std::vector<Ref<Task>> all_tasks() const;

  // ---- executors ----
  /// Runs a job on a pool (null: the default one, made when first needed): Return the asyncio Future. Errors:
  /// RuntimeError after shutdown.
  Outcome run_in_executor(ThreadPool* pool, Ref<ThreadBody> body, std::string_view job_name);
  void set_default_executor(Ref<ThreadPool> pool);
  [[nodiscard]] ThreadPool* default_executor() const { return default_executor_.get(); }
  /// loop.shutdown_default_executor()
  Ref<NativeCoroutine> shutdown_default_executor();

  // ---- asynchronous generators ----
  /// The generator is iterated for the first time, on this loop's thread while it runs.
  void asyncgen_first_iteration(Object* generator);
  /// Its last reference goes while it is open: aclose() becomes a task, by call_soon_threadsafe. The loop keeps the
  /// generator alive.
  void asyncgen_finalize(Object* generator);
  /// It is being destroyed: forget it.
  void asyncgen_gone(Object* generator);
  /// loop.shutdown_asyncgens(): closes those that are open, oldest first.
  Ref<NativeCoroutine> shutdown_asyncgens();

  // ---- errors ----
  void set_exception_handler(Value handler) { exception_handler_ = static_cast<Value&&>(handler); }  ///< None: default
  [[nodiscard]] const Value& exception_handler() const { return exception_handler_; }
  /// Reports an error that nobody handles: to the handler that was set, or to the language. Exits raised by the handler
  /// come back.
  Value call_exception_handler(const ErrorContext& context);

  [[nodiscard]] bool debug() const { return is_debug_; }
  /// While the loop runs, this costs a handle (which sets the tracking of coroutines' origins, not modelled).
  void set_debug(bool debug);
  [[nodiscard]] ObjectId id() const { return id_; }
  /// "<_UnixSelectorEventLoop running=False closed=False debug=False>"
  [[nodiscard]] std::string repr() const;

 private:
  friend class Task;
  friend class TimerHandle;
  class ShutdownAsyncgens;
  class ShutdownExecutor;
  friend class ShutdownAsyncgens;
  friend class ShutdownExecutor;

  [[nodiscard]] bool is_elsewhere() const;
  Value check_running();
  Outcome run_turns(ObjectId until);
  void jump_to(double moment);
  Value run_once();         ///< exception or no value
  Value wait_for_handle();  ///< the idle loop: exception (Deadlock) or no value
  void collect_due_timers();
  Value run_entry(ReadyEntry& entry);
  Value run_callback(ReadyEntry& entry);
  Value deadlock();
  void register_task(Task& task);
  void unregister_task(Task& task);
  friend class Future;
  /// Where the program made a future in debug mode; null: not then, or the library did.
  [[nodiscard]] const std::string* origin_of(const Future& future) const;

  Outcome add_handle(Value callback, std::vector<Value> arguments, Ref<Context> context, bool is_threadsafe);

  World& world_;
  ReadyQueue ready_;
  TimerHeap timers_;
  Task* first_task_ = nullptr;
  Task* last_task_ = nullptr;
  ObjectId id_ = 0;
  bool is_running_ = false;
  bool is_stopping_ = false;
  bool is_closed_ = false;
  bool is_debug_ = false;
  bool has_eager_tasks_ = false;
  bool executor_was_shut_ = false;
  bool asyncgens_were_shut_ = false;
  Value exception_handler_;
  Value task_factory_;
  Ref<ThreadPool> default_executor_;
  std::unordered_map<ObjectId, std::string>
      origins_;                     ///< of futures, by their numbers in the trace, which none has again
  std::vector<Object*> asyncgens_;  ///< in order of their first iteration; not owned
};

inline World& Future::world() const { return loop_->world(); }

}  // namespace sluice
