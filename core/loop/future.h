// future.h — Future, a result that may be there later, and those who wait for it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/heap.h"
#include "base/object.h"
#include "base/value.h"
#include "loop/context.h"
#include "loop/coroutine.h"
#include "trace/trace.h"

namespace sluice {

class EventLoop;
class Future;
class Task;
class World;

/// Part of asyncio that wants to know when a future is done: gather, wait, shield, a task group, ….
///
/// Its call is one handle of the loop, as in asyncio, where it is a Python function.
class FutureListener : public Object {
 public:
  explicit FutureListener(ObjectKind kind = ObjectKind::LoopPrivate) : Object(kind) {}
  /// `future` is done. Gives the exception that asyncio's function would raise, or no value.
  virtual Value future_done(Future& future) = 0;
  /// The object that the Callback event names.
  [[nodiscard]] virtual ObjectId trace_object() const = 0;
  /// How repr(future) names it: "gather.<locals>._done_callback()".
  [[nodiscard]] virtual std::string callback_name() const = 0;
  /// Whether `listener` is what is called here.
  [[nodiscard]] virtual bool calls(const FutureListener& listener) const { return this == &listener; }
};

/// A done-callback of the program: a callable of the language, and the context that it runs in.
class CallableInContext : public Object {
 public:
  CallableInContext(Value called, Ref<Context> entered)
      : Object(ObjectKind::LoopPrivate),
        callable(static_cast<Value&&>(called)),
        context(static_cast<Ref<Context>&&>(entered)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value callable;
  Ref<Context> context;
};

/// One entry of a future's list of callbacks.
struct DoneCallback {
  enum class Kind : std::uint8_t { None, Wakeup, Listener, Callable };
  Kind kind = Kind::None;
  Value target;  ///< Task, FutureListener or CallableInContext
};

/// asyncio.Future.
///
/// States: pending → cancelled | finished, with a result or an exception. When it leaves pending, its callbacks go into
/// the ready queue in the order of their adding.
/// Whoever waits holds it, it holds whoever waits; the cycle ends when it is done.
class Future : public Object {
 public:
  enum class State : std::uint8_t { Pending, Cancelled, Finished };

  /// A future that no picture shows; the program's come from EventLoop::create_future.
  explicit Future(EventLoop& loop) : Future(ObjectKind::Future, loop) {}
  /// A waiter: whoever awaits it is recorded as waiting for `object` in the way of `kind`.
  Future(EventLoop& loop, WaitKind kind, ObjectId object);
  ~Future() override;
  void finalize() override;
  [[nodiscard]] std::uint32_t birth() const override { return birth_; }
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;

  [[nodiscard]] EventLoop& loop() const { return *loop_; }
  [[nodiscard]] World& world() const;
  [[nodiscard]] State state() const { return state_; }
  [[nodiscard]] bool done() const { return state_ != State::Pending; }
  [[nodiscard]] bool cancelled() const { return state_ == State::Cancelled; }
  /// True if it is done with an exception (not cancelled). Does not count as looking at it.
  [[nodiscard]] bool failed() const { return state_ == State::Finished && is_exception_; }

  /// What it failed with; no value: it has not. Does not count as looking at it.
  [[nodiscard]] Value failure() const { return failed() ? value_ : Value(); }

  /// True if it is done with a result.
  [[nodiscard]] bool has_result() const { return state_ == State::Finished && !is_exception_; }

  /// The result (Return); Raise: the exception that was set, with the traceback that it had; CancelledError;
  /// InvalidStateError "Result is not set.".
  [[nodiscard]] Outcome result();
  /// The exception or None (Return); Raise: CancelledError, InvalidStateError "Exception is not set.".
  [[nodiscard]] Outcome exception();
  /// What a task that has waited is resumed with: the exception that was set goes to it without being raised first, and
  /// so without a context from outside (CPython's task_wakeup). REQUIRES: done, without a result.
  [[nodiscard]] Value exception_for_waiter();
  /// The exception of a failed future, marked as looked at. REQUIRES: failed().
  [[nodiscard]] Value take_exception();
  /// The result as it is. REQUIRES: done, and neither cancelled nor failed.
  [[nodiscard]] const Value& plain_result() const { return value_; }

  /// Errors: InvalidStateError "invalid state", or no value. A Task's refuse: RuntimeError "Task does not support
  /// set_result operation".
  Value set_result(Value result);
  /// Also takes an exception class. Errors: InvalidStateError; TypeError for a StopIteration (a RuntimeError
  /// is stored instead since 3.13).
  Value set_exception(Value exception);
  /// False if it is done already. `message`: no value or None for none.
  virtual bool cancel(const Value& message);
  bool cancel() { return cancel(Value()); }

  /// add_done_callback(callable, context=context): at once into the ready queue if it is done. `context` null: a copy
  /// of the current one.
  void add_done_callback(Value callable, Ref<Context> context);
  /// The same for asyncio itself: it runs in a copy of the current context, too, which lives as long as the entry.
  void add_listener(FutureListener& listener);
  /// Takes out all callbacks that are equal to `callable`; how many.
  std::size_t remove_done_callback(const Value& callable);
  std::size_t remove_listener(const FutureListener& listener);

  // ---- `await future`, for whoever drives coroutines ----
  /// Asked at the start and whenever whoever awaits is resumed. Return or Raise if it is done; else it yields itself,
  /// and the task that gets it waits for it, also where another task had it before (two tasks of one coroutine).
  /// Errors: RuntimeError "await wasn't used with future" if nobody took it up since it was yielded.
  [[nodiscard]] Outcome await();

  /// CancelledError with the message of cancel(); the original one once, since 3.11. Before, that is the context of a
  /// new one, and loses its traceback unless `keeps_traceback`.
  [[nodiscard]] Value make_cancelled_error(bool keeps_traceback = false);
  [[nodiscard]] Value cancel_message() const { return is_exception_ ? Value() : extra_; }

  /// Its number in the trace; 0: no picture shows it.
  [[nodiscard]] ObjectId id() const { return id_; }
  void set_id(ObjectId id) { id_ = id; }
  /// How a wait for it is recorded, and for which object.
  [[nodiscard]] WaitKind wait_kind() const { return wait_kind_; }
  [[nodiscard]] ObjectId wait_object() const { return wait_object_ != 0 ? wait_object_ : id_; }
  void describe_wait(WaitKind kind, ObjectId object) {
    wait_kind_ = kind;
    wait_object_ = object;
  }
  /// The first task that waits for it; null: none.
  [[nodiscard]] Task* waiting_task() const;
  /// `_log_traceback = False` and `_log_destroy_pending = False`.
  void silence() { logs_traceback_ = false; }
  [[nodiscard]] bool logs_traceback() const { return logs_traceback_; }
  void set_logs_destroyed(bool logs) { logs_destroyed_ = logs; }
  [[nodiscard]] bool logs_destroyed() const { return logs_destroyed_; }
  /// `_cancel_message`.
  void set_cancel_message(Value message) {
    if (!is_exception_) extra_ = static_cast<Value&&>(message);
  }
  /// True for an object of a class that derives, until its `__init__` has called Future's or Task's.
  [[nodiscard]] bool is_empty() const { return is_empty_; }
  void set_empty() { is_empty_ = true; }
  /// That `__init__`: a future belongs to `loop`, and is one that pictures show.
  void begin(EventLoop& loop);
  /// What the program has hung on it ends before its outcome does.
  void drop_attributes_first() {
    drops_attributes_first_ = true;
    ask_to_finalize(true);
  }
  /// What gather() returns: asyncio has a class of its own for it.
  [[nodiscard]] virtual bool is_gathering() const { return false; }
  /// What `repr(future)` holds between "<Future " and ">": "pending cb=[...]", "finished result=1".
  [[nodiscard]] virtual std::string repr_info() const;

 protected:
  Future(ObjectKind kind, EventLoop& loop);
  /// For the destructors of classes that derive: the outcome goes before what they hold.
  void drop_outcome() {
    value_ = Value();
    extra_ = Value();
  }
  /// Set the outcome without the checks of the public functions. REQUIRES: pending.
  void finish_result(Value result);
  void finish_exception(Value exception);
  bool finish_cancel(const Value& message);
  Outcome raise_cancelled();
  Value exception_as_set();
  /// False for classes that derive from Future in asyncio: a task that waited for one asks for its result().
  [[nodiscard]] virtual bool hands_exception_over() const { return true; }
  void record_done();

  friend class Task;
  friend class EventLoop;

  [[nodiscard]] std::string state_info() const;
  [[nodiscard]] std::string outcome_info() const;
  [[nodiscard]] std::string callbacks_info() const;
  [[nodiscard]] std::string origin_info() const;  ///< " created at x.py:3" in debug mode, or nothing
  std::vector<DoneCallback> take_callbacks();
  void schedule_callbacks();
  void schedule(DoneCallback::Kind kind, Value& target);
  void add(DoneCallback callback);
  /// The task goes on when this is done. Cost: no list, where it is the first that waits.
  void add_wakeup(Task& task);

  std::uint32_t birth_ = Heap::next_birth();
  State state_ = State::Pending;
  bool is_exception_ = false;    ///< value_ is an exception that was set
  bool logs_traceback_ = false;  ///< report the exception when nobody has asked for it
  bool logs_destroyed_ = true;   ///< a task: report when it dies while it is pending
  bool is_blocking_ = false;     ///< `_asyncio_future_blocking`: it has been yielded by an await
  WaitKind wait_kind_ = WaitKind::Future;
  DoneCallback::Kind first_kind_ = DoneCallback::Kind::None;
  bool flag_ = false;  ///< for classes that derive
  ObjectId id_ = 0;
  ObjectId wait_object_ = 0;
  bool drops_attributes_first_ = false;  ///< see drop_attributes_first
  bool is_empty_ = false;
  EventLoop* loop_;
  Value extra_;  ///< message of cancel(), or the traceback of the exception; goes after that
  Value value_;  ///< result, exception, or the CancelledError that ended a task
  // The first callback lies here, the others (rare) in `more_`.
  Value first_target_;
  std::unique_ptr<std::vector<DoneCallback>> more_;
};

/// asyncio.isfuture for what the loop knows: Future, Task, and what derives from them.
[[nodiscard]] SLUICE_INLINE bool is_future(const Value& value) {
  return value.is(ObjectKind::Future) || value.is(ObjectKind::Task);
}
/// The future behind a value. REQUIRES: is_future(value).
[[nodiscard]] inline Future& future_of(const Value& value) { return *value.as<Future>(); }

}  // namespace sluice
