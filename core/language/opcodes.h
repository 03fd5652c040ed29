// opcodes.h — Opcode, and how an instruction is laid out in its 32-bit word. The list itself is opcodes.def.
#pragma once

#include <cstddef>
#include <cstdint>

namespace sluice {

enum class Opcode : std::uint8_t {
#define OP(name, operand, effect, meaning) name,
#include "language/opcodes.def"
#undef OP
};

inline constexpr std::size_t kOpcodeCount = 0
#define OP(name, operand, effect, meaning) +1
#include "language/opcodes.def"
#undef OP
    ;

/// What an instruction's argument stands for; see opcodes.def.
enum class OperandKind : std::uint8_t { none, number, constant, name, site, slot, jump, slot_slot, slot_constant };

/// One word: opcode in bits 0..7, argument in bits 8..31 (unsigned, but for jumps: signed).
using Instruction = std::uint32_t;

inline constexpr std::uint32_t kMaxArgument = (1U << 24) - 1;
inline constexpr std::int32_t kMaxJump = (1 << 23) - 1;
inline constexpr std::uint32_t kMaxPackedArgument = (1U << 12) - 1;  ///< each half of slot_slot and slot_constant

[[nodiscard]] constexpr Instruction make_instruction(Opcode opcode, std::uint32_t argument) {
  return static_cast<std::uint32_t>(opcode) | (argument << 8);
}
[[nodiscard]] constexpr Opcode opcode_of(Instruction word) { return static_cast<Opcode>(word & 0xffU); }
[[nodiscard]] constexpr std::uint32_t argument_of(Instruction word) { return word >> 8; }
/// The distance of a jump, from the instruction after it.
[[nodiscard]] constexpr std::int32_t jump_of(Instruction word) { return static_cast<std::int32_t>(word) >> 8; }
[[nodiscard]] constexpr std::uint32_t first_of(std::uint32_t argument) { return argument & kMaxPackedArgument; }
[[nodiscard]] constexpr std::uint32_t second_of(std::uint32_t argument) { return argument >> 12; }

[[nodiscard]] const char* opcode_name(Opcode opcode);
[[nodiscard]] const char* opcode_meaning(Opcode opcode);
[[nodiscard]] OperandKind operand_kind(Opcode opcode);

/// Values that the instruction pushes minus those it pops; `jumps` tells which way a conditional jump goes.
[[nodiscard]] int stack_effect(Opcode opcode, std::uint32_t argument, bool jumps);

/// True where execution never goes on to the next instruction: returns, raises, unconditional jumps.
[[nodiscard]] bool ends_block(Opcode opcode);

}  // namespace sluice
