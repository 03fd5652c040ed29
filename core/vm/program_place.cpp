#include "vm/program_place.h"

#include "language/code.h"
#include "language/opcodes.h"
#include "loop/loop_bound.h"
#include "loop/task_group.h"
#include "loop/timeout.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/thread_state.h"
#include "vm/vm.h"

namespace sluice {

namespace {

bool is_call(Opcode opcode) {
  using enum Opcode;
  return opcode == CALL || opcode == CALL_KW || opcode == CALL_METHOD || opcode == CALL_METHOD_KW || opcode == CALL_EX;
}

bool loads_variable(Opcode opcode) {
  using enum Opcode;
  return opcode == LOAD_FAST || opcode == LOAD_DEREF || opcode == LOAD_GLOBAL || opcode == LOAD_NAME;
}

/// The variable or attribute that an instruction stores into; empty if it does something else.
std::string_view target_of(const Code& code, Instruction word) {
  const std::uint32_t argument = argument_of(word);
  switch (opcode_of(word)) {
    case Opcode::STORE_NAME:
    case Opcode::STORE_GLOBAL:
      return code.names[argument];
    case Opcode::STORE_FAST:
    case Opcode::STORE_DEREF:
      return code.slots[argument].name;
    case Opcode::STORE_FAST_LOAD_FAST:
      return code.slots[first_of(argument)].name;
    case Opcode::STORE_ATTR:
      return code.names[code.sites[argument]];
    default:  // stores nothing
      return {};
  }
}

}  // namespace

bool is_asked_by_program(VM& vm) {
  const Frame* frame = vm.thread().frame;
  return frame != nullptr && frame->is_program();
}

std::uint32_t ProgramPlace::current_line() const { return vm_.current_line(); }

std::string_view ProgramPlace::variable_name() const {
  const Frame* frame = vm_.thread().frame;
  if (frame == nullptr || !frame->is_program()) return {};
  const Code& code = *frame->code->code;
  const auto next = static_cast<std::size_t>(frame->ip - frame->code->instructions);
  if (next == 0 || next + 1 >= code.instructions.size() || !is_call(opcode_of(code.instructions[next - 1]))) return {};
  // Before a STORE_ATTR stands what loads the object: the `self` of `self.sem`.
  const Instruction word = code.instructions[next];
  const Instruction after = code.instructions[next + 1];
  const bool is_attribute = loads_variable(opcode_of(word)) && opcode_of(after) == Opcode::STORE_ATTR;
  return target_of(code, is_attribute ? after : word);
}

ObjectId manager_in_trace(const Value& bound_exit) {
  if (!bound_exit.is(ObjectKind::BoundMethod)) return 0;
  const Value& manager = bound_exit.as<BoundMethod>()->self;
  if (manager.is(ObjectKind::Timeout)) return manager.as<Timeout>()->id();
  if (manager.is(ObjectKind::TaskGroup)) return manager.as<TaskGroup>()->id();
  const bool is_bound = manager.is(ObjectKind::Lock) || manager.is(ObjectKind::Semaphore) ||
                        manager.is(ObjectKind::BoundedSemaphore) || manager.is(ObjectKind::Condition);
  return is_bound ? manager.as<LoopBound>()->id() : 0;
}

}  // namespace sluice
