// task.h — Task, a coroutine that the loop runs step by step.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/object.h"
#include "base/value.h"
#include "loop/context.h"
#include "loop/coroutine.h"
#include "loop/future.h"

namespace sluice {

struct TaskOptions {
  std::string_view name;         ///< empty: "Task-N" (before 3.13 a number is used up even with a name)
  bool has_name = false;         ///< a name was given, be it empty
  Ref<Context> context;          ///< null: a copy of the current one
  bool eager_start = false;      ///< 3.12: the first step runs at once, inside the creation
  bool has_eager_start = false;  ///< 3.14: the program said whether it is to, whatever the factory does by itself
};

/// asyncio.Task.
///
/// States: (1) waits for `waiter`; (2) its step is in the ready queue; (3) runs. A pending task is in exactly one of
/// them. Source: asyncio `Task`, CPython 3.10 to 3.14.
class Task : public Future {
 public:
  /// Makes it, gives it a number, records it, and puts its first step into the ready queue (or runs it: eager_start).
  /// Order: as asyncio: number, context, call_soon, registration. Give the program's names by options.
  static Ref<Task> create(EventLoop& loop, Ref<Coroutine> coroutine, TaskOptions options);
  /// The same in two steps, for an object of a class that derives: its `__init__` may do much before it calls Task's.
  static Ref<Task> create_empty(EventLoop& loop);
  void begin(EventLoop& loop, Ref<Coroutine> coroutine, TaskOptions options);
  ~Task() override;
  void finalize() override;
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  /// Just before its coroutine, which it finds whole.
  [[nodiscard]] std::uint32_t birth() const override { return coroutine_ ? coroutine_->birth() - 1 : Future::birth(); }

  /// Asks the task to cancel itself; see asyncio. False if it is done. If it waits for a future, that one is cancelled;
  /// else CancelledError is thrown at its next step.
  bool cancel(const Value& message) override;
  using Future::cancel;
  /// How many requests to cancel are open.
  [[nodiscard]] std::uint32_t cancelling() const { return cancel_requests_; }
  /// Takes one back; how many are left. Since 3.13 the last one also withdraws a CancelledError not delivered yet.
  std::uint32_t uncancel();

  [[nodiscard]] std::string name() const;
  void set_name(std::string_view name);
  /// Null once an eager task has ended.
  [[nodiscard]] const Ref<Coroutine>& coroutine() const { return coroutine_; }
  [[nodiscard]] const Ref<Context>& context() const { return context_; }
  /// all_tasks() has it no longer, alive or not: the collector ends weak references first, and a set of such lies
  /// behind all_tasks() where that is not native.
  void weak_references_gone();
  /// What it waits for; null: nothing.
  [[nodiscard]] const Ref<Future>& waiter() const { return waiter_; }
  /// The line where it waits; 0: none.
  [[nodiscard]] std::uint32_t waiting_line() const;
  [[nodiscard]] std::string repr_info() const override;

  /// One step: the coroutine goes on, with `exception` thrown in unless that is no value. Exits come out (exception),
  /// all else stays in the task. `cause`: the event that scheduled it. Called by the loop only.
  Value step(Value exception, EventIndex cause);
  /// The future that it waited for is done: the step that this leads to. Called by the loop only.
  Value wake_up(Future& future, EventIndex cause);

 private:
  friend class EventLoop;
  explicit Task(EventLoop& loop);
  /// Runs the coroutine once, as a Step or an EagerStep, with `exception` thrown in, or that of `failed`, for which it
  /// waited; neither: it goes on.
  Value run_step(Value exception, Future* failed, EventIndex cause, TraceKind kind);
  Value start_eagerly();
  Value finish(Outcome outcome);                ///< the coroutine has ended: an exit, or no value
  std::uint32_t suspend(const Value& yielded);  ///< the coroutine waits
  std::uint32_t begin_wait(Future& future);
  void raise_next_step(const std::string& message);
  [[nodiscard]] std::string self_repr();

  std::uint32_t number_ = 0;  ///< of "Task-N"
  TextId name_ = 0;           ///< unless `is_named_` is false
  std::uint32_t cancel_requests_ = 0;
  bool must_cancel_ = false;    ///< CancelledError is thrown at the next step
  bool is_registered_ = false;  ///< in the loop's list
  bool is_named_ = false;       ///< by the program
  StepEnd step_end_ = StepEnd::Running;
  Ref<Coroutine> coroutine_;
  Ref<Context> context_;
  Ref<Future> waiter_;
  Task* previous_ = nullptr;  ///< the loop's list of its tasks, oldest first
  Task* next_ = nullptr;
};

/// asyncio.create_task: Return the Task. Errors: RuntimeError "no running event loop"; those of EventLoop::create_task.
Outcome create_task(World& world, const Value& coroutine, const TaskOptions& options);
/// The same on a given loop, for TaskGroup: names are given as this version does it.
Outcome create_named_task(EventLoop& loop, const Value& coroutine, const TaskOptions& options);

/// asyncio.ensure_future: a future as it is; a coroutine or another awaitable as a new task. `loop` null:
/// get_event_loop(). Errors: TypeError "An asyncio.Future, a coroutine or an awaitable is required"; ValueError for
/// another loop's future.
Outcome ensure_future(World& world, const Value& awaitable, EventLoop* loop);

}  // namespace sluice
