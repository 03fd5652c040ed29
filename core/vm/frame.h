// frame.h — Frame, one running or suspended call of a function of the program.
//
// A called function's frame lies on its thread's value stack: first the slots (parameters, which the caller has put
// there, then the other variables), then the Frame, then the function's working stack. The frame of a generator or
// coroutine lies inside the Generator object, with slots and working stack behind it, so that it can wait without a
// thread.
#pragma once

#include <cstdint>

#include "base/value.h"
#include "language/opcodes.h"
#include "vm/function.h"

namespace sluice {

class Generator;
class VM;

/// What happens to the result of a frame.
enum class FrameKind : std::uint8_t {
  Call,       ///< takes the place of the callable and its arguments on the caller's stack
  Init,       ///< `__init__` of a new object: must be None; the object is on the caller's stack already
  Generator,  ///< the frame of a generator, coroutine or asynchronous generator
};

/// Who waits for a generator's next value.
enum class ResumedBy : std::uint8_t {
  Native,   ///< C++ code: Interpreter::resume
  Send,     ///< the instruction SEND of the previous frame
  ForIter,  ///< the instruction FOR_ITER of the previous frame
  Call,     ///< a call of next() in the previous frame
};

struct Frame {
  Frame* previous;        ///< who called or resumed it; null at the bottom of a thread and while suspended
  Function* function;     ///< kept alive by the caller's stack, or by the Generator
  CodeObject* code;       ///< of the function
  const Instruction* ip;  ///< after the instruction that runs; up to date whenever anything else can look
  Value* sp;              ///< top of the working stack while another frame runs or the frame is suspended
  Value* fast;            ///< slots
  Value* outer_top;       ///< the thread's `top` before a Call or Init frame
  Object* owner;          ///< Generator: itself; Call of a class body: its namespace; else null
  std::uint32_t drop;     ///< values on the caller's stack, above its `sp`, that end with this call
  FrameKind kind;
  ResumedBy resumed_by;  ///< of a Generator frame
  bool is_entry;         ///< C++ code called it: Interpreter::execute returns when it ends or yields
  bool is_class_body;
  bool by_throw;  ///< Generator: an exception, not a value, made it run on

  [[nodiscard]] Value* stack_base() const;
  /// Index of the instruction that runs, or at which it is suspended; 0 before the first one.
  [[nodiscard]] std::uint32_t instruction() const;
  /// Line of that instruction; 0: none.
  [[nodiscard]] std::uint32_t line() const;
  [[nodiscard]] bool is_program() const;
  /// True while it is suspended at a SEND, that is, waits for something else.
  [[nodiscard]] bool waits_at_send() const;
};

/// Ends the variables of a frame, of a call or of a generator, in the order in which CPython's version lets them go.
/// Their places hold no value then.
void end_variables(const VM& vm, const CodeObject& code, Value* slots, FrameKind kind);

inline Value* Frame::stack_base() const {
  if (kind == FrameKind::Generator) return fast + code->slot_count;
  return reinterpret_cast<Value*>(const_cast<Frame*>(this) + 1);
}

inline std::uint32_t Frame::instruction() const {
  const Instruction* first = code->instructions;
  return ip == first ? 0 : static_cast<std::uint32_t>(ip - first) - 1;
}

inline std::uint32_t Frame::line() const {
  if (ip == code->instructions) return static_cast<std::uint32_t>(code->code->first_line);
  return static_cast<std::uint32_t>(code->code->positions[instruction()].line);
}

inline bool Frame::is_program() const { return code->is_program; }

inline bool Frame::waits_at_send() const { return ip != code->instructions && opcode_of(ip[-1]) == Opcode::SEND; }

}  // namespace sluice
