#include "language/disassembler.h"

#include <vector>

#include "base/complex_math.h"
#include "base/float_text.h"
#include "base/text_repr.h"

namespace sluice {
namespace {

constexpr std::size_t kOpcodeWidth = 24;
constexpr std::size_t kNumberWidth = 5;

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string right(const std::string& text, std::size_t width) {
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string sequence_text(const Constant& constant, const char* open, const char* close) {
  std::string out = open;
  for (std::size_t i = 0; i < constant.items.size(); ++i) {
    if (i > 0) out += ", ";
    out += constant_text(constant.items[i]);
  }
  if (constant.kind == ConstantKind::tuple && constant.items.size() == 1) out += ',';
  return out + close;
}

const char* kind_text(CodeKind kind) {
  switch (kind) {
    case CodeKind::module:
      return "module";
    case CodeKind::class_body:
      return "class body";
    case CodeKind::function:
      return "function";
    case CodeKind::lambda:
      return "lambda";
    case CodeKind::comprehension:
      return "comprehension";
    case CodeKind::generator_expression:
      return "generator expression";
    case CodeKind::type_parameters:
      return "type parameters";
    case CodeKind::annotations:
      return "annotations";
  }
  return "";
}

std::string operand_text(const Code& code, std::size_t index) {
  const Instruction word = code.instructions[index];
  const std::uint32_t argument = argument_of(word);
  switch (operand_kind(opcode_of(word))) {
    case OperandKind::none:
      return {};
    case OperandKind::number:
      return std::to_string(argument);
    case OperandKind::constant:
      return constant_text(code.constants[argument]);
    case OperandKind::name:
      return code.names[argument];
    case OperandKind::site:
      return code.names[code.sites[argument]];
    case OperandKind::slot:
      return code.slots[argument].name;
    case OperandKind::jump:
      return "to " + std::to_string(static_cast<std::int64_t>(index) + 1 + jump_of(word));
    case OperandKind::slot_slot:
      return code.slots[first_of(argument)].name + ", " + code.slots[second_of(argument)].name;
    case OperandKind::slot_constant:
      return code.slots[first_of(argument)].name + ", " + constant_text(code.constants[second_of(argument)]);
  }
  return {};
}

std::string slot_text(const Slot& slot) {
  std::string out = slot.name;
  if (slot.kind == SlotKind::cell) out += " (cell)";
  if (slot.kind == SlotKind::free) out += " (free)";
  if (slot.is_hidden) out += " (comprehension)";
  return out;
}

void append_header(const Code& code, std::string& out) {
  out += code.qualname + ": " + kind_text(code.kind);
  if (code.is_generator) out += ", generator";
  if (code.is_coroutine) out += ", coroutine";
  if (code.is_async_generator) out += ", async generator";
  out += ", line " + std::to_string(code.first_line) + ", stack " + std::to_string(code.stack_size) + "\n";
  if (code.parameter_count() > 0) {
    out += "  parameters: " + std::to_string(code.positional_only_count) + " positional-only, " +
           std::to_string(code.positional_count) + " positional, " + std::to_string(code.keyword_only_count) +
           " keyword-only" + (code.has_varargs ? ", *args" : "") + (code.has_varkw ? ", **kwargs" : "") + "\n";
  }
  if (!code.slots.empty()) {
    out += "  slots:";
    for (const Slot& slot : code.slots) out += " " + slot_text(slot) + (&slot == &code.slots.back() ? "\n" : ",");
  }
}

void append_instructions(const Code& code, std::string& out) {
  std::vector<bool> is_target(code.instructions.size() + 1, false);
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    if (operand_kind(opcode_of(code.instructions[i])) != OperandKind::jump) continue;
    is_target[static_cast<std::size_t>(static_cast<std::int64_t>(i) + 1 + jump_of(code.instructions[i]))] = true;
  }
  for (const ExceptionEntry& entry : code.exceptions) is_target[entry.target] = true;
  std::int32_t line = -1;
  for (std::size_t i = 0; i < code.instructions.size(); ++i) {
    const std::int32_t here = code.positions[i].line;
    out += right(here == line ? "" : std::to_string(here), kNumberWidth);
    out += is_target[i] ? " >>" : "   ";
    out += right(std::to_string(i), kNumberWidth) + "  " + disassemble_instruction(code, i) + "\n";
    line = here;
  }
  for (const ExceptionEntry& entry : code.exceptions) {
    out += "  " + std::to_string(entry.start) + " to " + std::to_string(entry.end - 1) + " -> " +
           std::to_string(entry.target) + " [" + std::to_string(entry.depth) + "]\n";
  }
}

void append(const Code& code, std::string& out) {
  append_header(code, out);
  append_instructions(code, out);
  for (const Constant& constant : code.constants) {
    if (constant.kind != ConstantKind::code) continue;
    out += '\n';
    append(*constant.code, out);
  }
}

}  // namespace

std::string constant_text(const Constant& constant) {
  switch (constant.kind) {
    case ConstantKind::none:
      return "None";
    case ConstantKind::boolean_false:
      return "False";
    case ConstantKind::boolean_true:
      return "True";
    case ConstantKind::ellipsis:
      return "Ellipsis";
    case ConstantKind::integer:
      return std::to_string(constant.integer);
    case ConstantKind::big_integer:
      return constant.text;
    case ConstantKind::real:
      return float_repr(constant.real);
    case ConstantKind::imaginary:
      return complex_repr({0, constant.real});
    case ConstantKind::string:
      return repr_text(constant.text);
    case ConstantKind::bytes:
      return repr_bytes(constant.text);
    case ConstantKind::tuple:
      return sequence_text(constant, "(", ")");
    case ConstantKind::frozen_set:
      return sequence_text(constant, "frozenset({", "})");
    case ConstantKind::code:
      return "<code " + constant.code->qualname + ">";
  }
  return {};
}

std::string disassemble_instruction(const Code& code, std::size_t index) {
  const std::string operand = operand_text(code, index);
  const char* name = opcode_name(opcode_of(code.instructions[index]));
  return operand.empty() ? name : padded(name + std::string(" "), kOpcodeWidth) + operand;
}

std::string disassemble(const Code& code) {
  std::string out;
  append(code, out);
  return out;
}

}  // namespace sluice
