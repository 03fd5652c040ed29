// language.h — Language, all that the loop asks of the language whose coroutines it runs.
//
// The loop moves Values without looking into them, and raises exceptions that it cannot make itself. Tests implement
// Language with toy exceptions; core/vm implements it with Python's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/value.h"
#include "loop/coroutine.h"

namespace sluice {

class EventLoop;
struct TaskOptions;

/// The exceptions that asyncio itself raises.
enum class ErrorKind : std::uint8_t {
  Cancelled,     ///< asyncio.CancelledError
  Timeout,       ///< asyncio.TimeoutError, whichever class that is in this version
  InvalidState,  ///< asyncio.InvalidStateError
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  BrokenBarrier,
  Runtime,  ///< RuntimeError
  Value,    ///< ValueError
  Type,     ///< TypeError
  StopIteration,
  StopAsyncIteration,
  GeneratorExit,
  KeyboardInterrupt,
  BrokenThreadPool,
  ConcurrentCancelled,  ///< concurrent.futures.CancelledError (another class than asyncio's)
  ConcurrentTimeout,
  Deadlock,                ///< the BaseException that ends a run in which nothing can happen any more
  ConcurrentInvalidState,  ///< concurrent.futures.InvalidStateError
  Lookup,                  ///< LookupError: a ContextVar without a value
  Assertion,               ///< AssertionError
};

/// A budget of the loop that a run has used up.
enum class LoopBudget : std::uint8_t { Events, VirtualSeconds };

/// What `loop.call_exception_handler` gets.
struct ErrorContext {
  std::string message;
  Value exception;  ///< may be no value
  Value future;     ///< or task; may be no value
  Value handle;     ///< may be no value
  Value other;      ///< asyncgen, task list, …; may be no value
  const char* other_key = nullptr;
  Value given;  ///< the program's own dict, with everything above in it; may be no value
};

class Language {
 public:
  virtual ~Language() = default;

  // ---- exceptions ----
  /// A new exception, which is raised at once. `message` empty: without arguments.
  virtual Value make_error(ErrorKind kind, std::string_view message) = 0;
  /// A CancelledError, not raised yet, whose only argument is `message`; without arguments when that is None or no
  /// value.
  virtual Value make_cancelled(const Value& message) = 0;
  /// BaseExceptionGroup(message, exceptions), an ExceptionGroup where all are Exceptions.
  virtual Value make_group(std::string_view message, std::span<const Value> exceptions) = 0;
  /// What ends the run at once when a budget of the loop is used up: no `except` of the program catches it.
  virtual Value make_budget_error(LoopBudget budget) = 0;
  [[nodiscard]] virtual bool is_error(const Value& exception, ErrorKind kind) const = 0;  ///< isinstance
  /// True for what asyncio lets out of the loop at once: KeyboardInterrupt, SystemExit, and whatever ends the run.
  [[nodiscard]] virtual bool is_exit(const Value& exception) const = 0;
  /// True for instances of Exception (not of BaseException alone).
  [[nodiscard]] virtual bool is_exception(const Value& exception) const = 0;
  /// True for what ends the run on the spot (budgets, unsupported constructs): nothing is cleaned up any more.
  [[nodiscard]] virtual bool ends_run(const Value& exception) const = 0;
  /// The exception for something that `raise` was given, or `set_exception`: an instance of a class, an exception as it
  /// is; a TypeError (Raise) for anything else.
  virtual Outcome to_exception(const Value& exception_or_class) = 0;

  virtual void set_cause(const Value& exception, const Value& cause) = 0;  ///< `raise … from cause`
  virtual void set_context(const Value& exception,
                           const Value& context) = 0;  ///< `__context__`, as a raise inside `except` sets it
  /// What raising `exception` here does to it: its `__context__` is the exception being handled, if there is one.
  virtual void set_handled_context(const Value& exception) = 0;
  /// `__context__`; None if there is none.
  virtual Value context_of(const Value& exception) = 0;
  /// The exceptions of an ExceptionGroup; empty for anything else.
  virtual std::vector<Value> exceptions_of(const Value& exception) = 0;
  /// The traceback that the exception has now, opaque; and putting it back (Future.exception keeps it).
  virtual Value traceback_of(const Value& exception) = 0;
  virtual void set_traceback(const Value& exception, const Value& traceback) = 0;
  /// The exception has no more traceback than the last handler had, or whoever raised it. Gives the whole; no value:
  /// it has none.
  virtual Value forget_unhandled_traceback(const Value& /*exception*/) { return Value(); }
  /// The exception is in a function of asyncio, whose frame has no entry in the traceback but is in it all the same:
  /// `value`, what that frame refers to, lives with the traceback. Where it leads back to the exception, so does all
  /// that the frames of the traceback hold, until the end.
  virtual void keep_with_traceback(const Value& exception, const Value& value) {
    static_cast<void>(exception), static_cast<void>(value);
  }
  /// The same for a coroutine of asyncio, which stands for its frame; that leads to the frame of whoever awaits it.
  virtual void keep_with_traceback(const Value& exception, Coroutine& coroutine) {
    static_cast<void>(exception), static_cast<void>(coroutine);
  }

  // ---- values ----
  virtual std::string repr(const Value& value) = 0;
  /// repr(value) where that is short and runs no code of the program, else empty: for the trace.
  virtual std::string short_repr(const Value& value) = 0;
  /// reprlib.repr(value), as asyncio shows results and arguments.
  virtual std::string limited_repr(const Value& value) = 0;
  /// The content of a text of the language.
  virtual std::string_view text_of(const Value& text) = 0;
  /// `type(value).__name__`
  virtual std::string type_name(const Value& value) = 0;
  /// A text of the language.
  virtual Value make_text(std::string_view text) = 0;
  virtual Value make_list(std::span<const Value> items) = 0;
  virtual Value make_tuple(std::span<const Value> items) = 0;
  /// A set that keeps the order of `items` through iteration, pop(), |, & and -.
  virtual Value make_set(std::span<const Value> items) = 0;
  /// `a < b` for PriorityQueue; Return True/False or Raise.
  virtual Outcome less(const Value& a, const Value& b) = 0;
  /// `a == b` for remove_done_callback and duplicates in gather: bound methods are equal without being the same. False
  /// when it raises.
  virtual bool equal(const Value& a, const Value& b) = 0;
  /// What looking for `key` in a dict raises, as it has no hash; no value if it has one.
  virtual Value key_error(const Value& /*key*/) { return Value(); }
  /// `bool(value)`: Return True/False or Raise.
  virtual Outcome truth(const Value& value) = 0;

  // ---- calling ----
  /// Calls a callable of the language.
  virtual Outcome call(const Value& callable, std::span<const Value> arguments) = 0;
  /// `value.name()`
  virtual Outcome call_method(const Value& value, const char* name) = 0;
  /// Calls a task factory with the loop, the coroutine, and those of the options that were given as keywords. It has to
  /// give a Future.
  virtual Outcome call_task_factory(const Value& factory, EventLoop& loop, const Value& coroutine,
                                    const TaskOptions& options) = 0;
  /// How asyncio's messages and reprs name a callback with its arguments: "f(1) at x.py:3" (format_helpers).
  virtual std::string describe_callback(const Value& callable, std::span<const Value> arguments, bool is_debug) = 0;
  /// How repr(task) names a coroutine: "work() running at x.py:3", "sleep() done" (coroutines._format_coroutine).
  virtual std::string describe_coroutine(const Coroutine& coroutine) = 0;

  // ---- awaitables ----
  /// True for what asyncio.iscoroutine accepts in this version; it then is a Coroutine object.
  [[nodiscard]] virtual bool is_coroutine(const Value& value) const = 0;
  /// True for objects with `__await__` (futures and coroutines need not be asked about).
  [[nodiscard]] virtual bool is_awaitable(const Value& value) const = 0;
  /// What `await value` drives: Return with a Coroutine object or a future, or Raise TypeError.
  virtual Outcome awaiter_of(const Value& awaitable) = 0;
  /// What `yield from awaitable.__await__()` drives, in a coroutine; the same results.
  virtual Outcome iterated_awaiter_of(const Value& awaitable) { return awaiter_of(awaitable); }
  /// A coroutine of asyncio's own was dropped without ever being awaited: the RuntimeWarning.
  virtual void never_awaited(Coroutine& coroutine) = 0;

  // ---- asynchronous generators ----
  /// `generator.aclose()`: Return with a Coroutine object.
  virtual Outcome aclose_of(Object* generator) = 0;
  /// True if it has begun and not ended.
  [[nodiscard]] virtual bool is_open_generator(Object* generator) const = 0;

  // ---- reports ----
  /// A DeprecationWarning in the program's line: what a filter of the program makes of it raises; no value: nothing.
  virtual Value warn_of_deprecation(std::string_view /*message*/) { return Value(); }
  /// The default of `loop.call_exception_handler`: what asyncio writes to its log, on stderr.
  virtual void report(const ErrorContext& context) = 0;
  /// In debug mode: a handle, or a step of the task `what`, took so many seconds of `loop`.
  virtual void report_slow(const Value& loop, const Value& what, double seconds) {
    static_cast<void>(loop), static_cast<void>(what), static_cast<void>(seconds);
  }
  /// What asyncio writes to its log for whoever looks for faults: at the level DEBUG.
  virtual void report_detail(const std::string& /*text*/) {}
  /// The context as the dict that what `loop.set_exception_handler` was given gets.
  virtual Value context_dict(const ErrorContext& context) = 0;
};

}  // namespace sluice
