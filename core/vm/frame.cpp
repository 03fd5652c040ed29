#include "vm/frame.h"

#include "vm/function.h"
#include "vm/variable_order.h"
#include "vm/vm.h"

namespace sluice {

Value* Frame::stack_base() const {
  if (kind == FrameKind::Generator) return fast + code->slot_count;
  return reinterpret_cast<Value*>(const_cast<Frame*>(this) + 1);
}

std::uint32_t Frame::instruction() const {
  const Instruction* first = code->instructions;
  return ip == first ? 0 : static_cast<std::uint32_t>(ip - first) - 1;
}

std::uint32_t Frame::line() const {
  if (ip == code->instructions) return static_cast<std::uint32_t>(code->code->first_line);
  return static_cast<std::uint32_t>(code->code->positions[instruction()].line);
}

bool Frame::is_program() const { return code->is_program; }

bool Frame::waits_at_send() const { return ip != code->instructions && opcode_of(ip[-1]) == Opcode::SEND; }

void end_variables(const VM& vm, const CodeObject& code, Value* slots, FrameKind kind) {
  const std::size_t arguments = kind == FrameKind::Generator ? 0 : code.code->parameter_count();
  visit_in_ending_order(vm.python(), slots, code.slot_count, arguments, [](Value& slot) { slot = Value(); });
}

}  // namespace sluice
