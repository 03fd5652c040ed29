// interpreter.h — Interpreter: the run loop, and calls into it.
//
// Calls from Python code to Python code, awaits and iteration over generators stay in one run loop and use no C++
// stack; only native code that calls back into Python nests another one (bounded by the recursion budget).
#pragma once

#include <cstdint>
#include <span>

#include "base/value.h"
#include "loop/coroutine.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/thread_state.h"

namespace sluice {

class VM;
class Dict;
class NativeFunction;
class Tuple;
class Type;

/// Arguments of a call, wherever they lie; values are moved out of them.
struct Arguments {
  Value* values = nullptr;  ///< positional ones, then those given by keyword
  std::uint32_t positional = 0;
  const Tuple* names = nullptr;  ///< Str, one for each keyword; null: none
};

class Interpreter {
 public:
  enum class Result : std::uint8_t { Returned, Yielded, Raised, Suspended };

  explicit Interpreter(VM& vm) : vm_(vm) {}

  /// Runs the thread's innermost frame, which is an entry frame, until it ends or yields; what comes of it is in
  /// `value` (when it raised, the exception is pending). Suspended: a worker blocks; call `go_on` later.
  Result execute(ThreadState& thread, Value& value);
  /// Goes on with a suspended thread; `value` is the result of the blocking call, or no value with an exception
  /// pending.
  Result go_on(ThreadState& thread, Value result, Value& value);

  /// Calls anything. Values are moved out of `arguments`. No value: an exception is pending.
  Value call(const Value& callable, const Arguments& arguments);

  /// Resumes a generator, coroutine or asynchronous generator from C++: sends `value`, or raises the pending exception
  /// in it if `is_throw`.
  Outcome resume(Generator& generator, Value value, bool is_throw);

  /// Runs a module's or a class body's code in a nested run loop.
  Value run_code(Function& function, Object* name_space);

  /// Instructions run so far (approximately, unless instruction_cost is set).
  [[nodiscard]] std::uint64_t instructions() const;

  // ---- for the run loop and call.cpp ----
  /// Binds arguments and makes the frame of a call of `function` on top of the thread's stack; or its Generator, in
  /// `made`. Null in both: an exception is pending.
  Frame* push_call(ThreadState& thread, Function* function, const Arguments& arguments, Value& made);
  /// Calls a native function.
  Value call_native(NativeFunction& function, const Arguments& arguments);
  /// Calls the native function with bound arguments.
  Value run_native(NativeFunction& function, Value* slots);
  Value call_type(Type* type, const Arguments& arguments);
  /// `type(…)` without the metaclass's `__call__`: `__new__`, then `__init__`.
  Value construct(Type* type, const Arguments& arguments);
  /// Counts a frame in; false with RecursionError pending.
  bool enter(ThreadState& thread);
  /// The frame of a call whose slots are filled; it becomes the innermost one.
  static Frame* make_frame(ThreadState& thread, Function* function, Value* slots);
  /// Values that a frame takes on the value stack, slots included.
  static std::size_t frame_size(const CodeObject& code);

 private:
  friend class VM;
  Value wrap_in_class(Type* cls, Value made);
  bool adapt_self(const NativeFunction& function, Value& self);
  [[nodiscard]] bool is_immutable(const Type* type) const;
  Value empty_payload(Type* type, NativeFunction& constructor);

  /// Native functions that are nested through Python code; each takes some hundred bytes of the C++ stack.
  static constexpr std::uint32_t kDeepestNative = 400;

  VM& vm_;
  std::int64_t countdown_ = 0;
  std::uint64_t counted_ = 0;
};

}  // namespace sluice
