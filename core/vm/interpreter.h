// interpreter.h — Interpreter: the run loop, and calls into it.
//
// Calls from Python code to Python code, awaits and iteration over generators stay in one run loop and use no C++
// stack; only native code that calls back into Python nests another one (bounded by the recursion budget).
#pragma once

#include <cstdint>
#include <span>

#include "base/value.h"
#include "language/opcodes.h"
#include "loop/coroutine.h"
#include "vm/frame.h"
#include "vm/generator.h"
#include "vm/kept_frames.h"
#include "vm/thread_state.h"

namespace sluice {

class VM;
class Dict;
class ThreadScheduler;
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
  /// Suspended: the thread blocks, or is set aside.
  enum class Result : std::uint8_t { Returned, Yielded, Raised, Suspended };

  explicit Interpreter(VM& vm) : vm_(vm) {}

  /// Runs the thread's innermost frame, which is an entry frame, until it ends or yields; what comes of it is in
  /// `value` (when it raised, the exception is pending). Suspended: a worker blocks; call `go_on` later.
  Result execute(ThreadState& thread, Value& value) { return start(thread, Start::Normal, value); }
  /// Goes on with a suspended thread; `value` is the result of the blocking call, or no value with an exception
  /// pending.
  Result go_on(ThreadState& thread, Value result, Value& value);
  /// Goes on with a thread that was set aside (ThreadState::is_set_aside): other threads ran for a while.
  Result go_on_from_aside(ThreadState& thread, Value& value);

  /// Calls anything. Values are moved out of `arguments`. No value: an exception is pending.
  Value call(const Value& callable, const Arguments& arguments);

  /// Resumes a generator, coroutine or asynchronous generator from C++: sends `value`, or raises the pending exception
  /// in it if `is_throw`.
  Outcome resume(Generator& generator, Value value, bool is_throw);

  /// Runs a module's or a class body's code in a nested run loop.
  Value run_code(Function& function, Object* name_space);

  /// Of the frames of all threads.
  KeptFrames kept_frames;

  /// Whether instructions cost nothing, whatever instruction_cost says; gives what held before.
  bool set_free(bool is_free) {
    const bool before = is_free_;
    is_free_ = is_free;
    return before;
  }
  /// Instructions run so far (approximately, unless instruction_cost is set).
  [[nodiscard]] std::uint64_t instructions() const;
  /// A step of native code that goes on by itself (an item of an iterator): it counts as a call. False: a budget has
  /// ended the run.
  bool count_native_step() {
    countdown_ -= kCallWeight;
    return countdown_ >= 0 || check_budgets();
  }
  /// Most bytes of objects that were seen when the budgets were looked at.
  [[nodiscard]] std::size_t peak_bytes() const { return peak_bytes_; }

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
  /// How the innermost frame begins: as it stands, with the pending exception raised where it is suspended, with
  /// `value` as the result of the call that blocked, or in the middle, where it was set aside.
  enum class Start : std::uint8_t { Normal, Throw, Unblocked, SetAside };
  Result start(ThreadState& thread, Start how, Value& value);
  template <bool kObserved>
  Result loop(ThreadState& thread, Start how, Value& value);
  /// Makes a generator's frame the innermost one; `by_throw`: an exception is raised in it. False with an exception
  /// pending where it cannot run.
  bool enter_generator(ThreadState& thread, Generator& generator, ResumedBy by, bool by_throw = false);
  /// An exception that was thrown into a frame has what the frame handles as its context, whatever it had before.
  void chain_thrown(ThreadState& thread);
  /// Takes it away again: it is suspended.
  static void leave_generator(ThreadState& thread, Generator& generator);
  /// Budgets of instructions and memory, at every kCheckInterval instructions or so. False: the run is ended.
  bool check_budgets();
  // Attributes, with inline caches (interpreter_attributes.cpp). `load_method` turns [object, -] into what LOAD_METHOD
  // leaves.
  Value load_attribute(CodeObject& code, std::uint32_t site, const Value& object);
  bool store_attribute(CodeObject& code, std::uint32_t site, const Value& object, const Value& value);
  bool load_method(CodeObject& code, std::uint32_t site, Value* at);
  /// The `__init__` of a class whose objects are made by object.__new__ and nothing else; null if it is not so simple.
  const Value* plain_constructor(Type* type);
  /// The frame of `__init__` at `*callee`, in place where possible.
  Frame* push_init(ThreadState& thread, Value* callee, const Arguments& arguments);
  /// How it goes on before an instruction, when lines or instruction costs are asked for: as it is, with the thread set
  /// aside, or with an exception pending.
  enum class Observed : std::uint8_t { GoOn, SetAside, Failed };
  Observed observe(ThreadState& thread, Frame& frame, Opcode opcode);
  void observe_line(Frame& frame);
  Observed charge(ThreadState& thread, ThreadScheduler& scheduler, Opcode opcode);
  /// Approximate instructions between two looks at the budgets.
  static constexpr std::int64_t kCheckInterval = 20'000;
  /// What a call counts for, in instructions: the loop does not count them one by one.
  static constexpr std::int64_t kCallWeight = 8;
  bool is_free_ = false;
  const Frame* observed_frame_ = nullptr;  ///< of the newest Line event
  std::uint32_t observed_line_ = 0;
  Value wrap_in_class(Type* cls, Value made);
  bool adapt_self(const NativeFunction& function, Value& self);
  [[nodiscard]] bool is_immutable(const Type* type) const;
  Value empty_payload(Type* type, NativeFunction& constructor);

  /// Native functions that are nested through Python code; each takes some hundred bytes of the C++ stack.
  static constexpr std::uint32_t kDeepestNative = 400;

  VM& vm_;
  std::int64_t countdown_ = kCheckInterval;
  std::uint64_t counted_ = 0;
  std::size_t peak_bytes_ = 0;
};

}  // namespace sluice
