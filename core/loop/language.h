// language.h — Language, all that the loop asks of the language whose coroutines it runs.
//
// The loop moves Values without looking into them, and raises exceptions that it cannot make itself. Tests implement
// Language with toy exceptions; core/vm implements it with Python's.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/value.h"
#include "loop/coroutine.h"

namespace sluice {

/// The exceptions that asyncio itself raises.
enum class ErrorKind : std::uint8_t {
  Cancelled,          ///< asyncio.CancelledError
  Timeout,            ///< asyncio.TimeoutError, whichever class that is in this version
  InvalidState,       ///< asyncio.InvalidStateError
  QueueEmpty,
  QueueFull,
  QueueShutDown,
  BrokenBarrier,
  Runtime,            ///< RuntimeError
  Value,              ///< ValueError
  Type,               ///< TypeError
  StopIteration,
  StopAsyncIteration,
  GeneratorExit,
  KeyboardInterrupt,
  BrokenThreadPool,
  ConcurrentCancelled,  ///< concurrent.futures.CancelledError (another class than asyncio's)
  ConcurrentTimeout,
  Deadlock,           ///< the BaseException that ends a run in which nothing can happen any more
};

/// What `loop.call_exception_handler` gets.
struct ErrorContext {
  std::string message;
  Value exception;  ///< may be no value
  Value future;     ///< or task; may be no value
  Value handle;     ///< may be no value
  Value other;      ///< asyncgen, task list, …; may be no value
  const char* other_key = nullptr;
};

class Language {
 public:
  virtual ~Language() = default;

  /// A new exception. `message` empty: without arguments.
  virtual Value make_error(ErrorKind kind, std::string_view message) = 0;
  /// A CancelledError whose only argument is `message`; without arguments when that is None or no value.
  virtual Value make_cancelled(const Value& message) = 0;
  /// BaseExceptionGroup(message, exceptions), an ExceptionGroup where all are Exceptions.
  virtual Value make_group(std::string_view message, std::span<const Value> exceptions) = 0;

  [[nodiscard]] virtual bool is_error(const Value& exception, ErrorKind kind) const = 0;  ///< isinstance
  /// True for what asyncio lets out of the loop at once: KeyboardInterrupt and SystemExit.
  [[nodiscard]] virtual bool is_exit(const Value& exception) const = 0;
  /// True for instances of Exception (not of BaseException alone).
  [[nodiscard]] virtual bool is_exception(const Value& exception) const = 0;

  virtual void set_cause(const Value& exception, const Value& cause) = 0;      ///< `raise … from cause`
  virtual void set_context(const Value& exception, const Value& context) = 0;  ///< `__context__`, as a raise inside `except` sets it
  /// The traceback that the exception has now, opaque; and putting it back (Future.exception keeps it).
  virtual Value traceback_of(const Value& exception) = 0;
  virtual void set_traceback(const Value& exception, const Value& traceback) = 0;
  /// The value that a StopIteration or `return` carries; arguments of a CancelledError: first one or None.
  virtual Value first_argument(const Value& exception) = 0;

  virtual std::string repr(const Value& value) = 0;
  /// `a < b` for PriorityQueue; Return True/False or Raise.
  virtual Outcome less(const Value& a, const Value& b) = 0;
  /// Calls a callable of the language.
  virtual Outcome call(const Value& callable, std::span<const Value> arguments) = 0;

  /// The default of `loop.call_exception_handler`: what asyncio writes to its log, on stderr.
  virtual void report(const ErrorContext& context) = 0;
};

}  // namespace sluice
