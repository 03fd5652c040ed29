#include "language/opcodes.h"

namespace sluice {
namespace {

constexpr int kVariable = 1000;  // not a stack effect: stack_effect() works it out from the argument

struct OpcodeInfo {
  OperandKind operand;
  int effect;
};

constexpr OpcodeInfo kInfo[] = {
#define OP(name, operand, effect, meaning) {OperandKind::operand, effect},
#include "language/opcodes.def"
#undef OP
};

// Apart: a build without a disassembler, such as the engine of a page, leaves them out.
constexpr const char* kNames[] = {
#define OP(name, operand, effect, meaning) #name,
#include "language/opcodes.def"
#undef OP
};

constexpr const char* kMeanings[] = {
#define OP(name, operand, effect, meaning) meaning,
#include "language/opcodes.def"
#undef OP
};

const OpcodeInfo& info(Opcode opcode) { return kInfo[static_cast<std::size_t>(opcode)]; }

int variable_effect(Opcode opcode, int argument, bool jumps) {
  switch (opcode) {
    case Opcode::BUILD_SLICE:
    case Opcode::BUILD_TUPLE:
    case Opcode::BUILD_LIST:
    case Opcode::BUILD_SET:
    case Opcode::BUILD_STRING:
      return 1 - argument;
    case Opcode::BUILD_MAP:
      return 1 - 2 * argument;
    case Opcode::FORMAT_VALUE:
      return (argument & 4) != 0 ? -1 : 0;
    case Opcode::UNPACK_SEQUENCE:
      return argument - 1;
    case Opcode::UNPACK_EX:
      return (argument & static_cast<int>(kMaxPackedArgument)) + (argument >> 12);
    case Opcode::CALL:
      return -argument;
    case Opcode::CALL_KW:
    case Opcode::CALL_METHOD:
      return -argument - 1;
    case Opcode::CALL_METHOD_KW:
      return -argument - 2;
    case Opcode::CALL_EX:
      return -1 - argument;
    case Opcode::MAKE_FUNCTION:
      return -((argument & 1) != 0) - ((argument & 2) != 0) - ((argument & 4) != 0) - ((argument & 8) != 0);
    case Opcode::JUMP_IF_FALSE_OR_POP:
    case Opcode::JUMP_IF_TRUE_OR_POP:
      return jumps ? 0 : -1;
    case Opcode::FOR_ITER:
      return jumps ? -1 : 1;
    case Opcode::RAISE_VARARGS:
      return -argument;
    default:
      return 0;
  }
}

}  // namespace

const char* opcode_name(Opcode opcode) { return kNames[static_cast<std::size_t>(opcode)]; }
const char* opcode_meaning(Opcode opcode) { return kMeanings[static_cast<std::size_t>(opcode)]; }
OperandKind operand_kind(Opcode opcode) { return info(opcode).operand; }

int stack_effect(Opcode opcode, std::uint32_t argument, bool jumps) {
  const int effect = info(opcode).effect;
  return effect != kVariable ? effect : variable_effect(opcode, static_cast<int>(argument), jumps);
}

bool ends_block(Opcode opcode) {
  switch (opcode) {
    case Opcode::RETURN_VALUE:
    case Opcode::RETURN_CONST:
    case Opcode::RAISE_VARARGS:
    case Opcode::RERAISE:
    case Opcode::POP_EXCEPT_RERAISE:
    case Opcode::JUMP_FORWARD:
    case Opcode::JUMP_BACKWARD:
      return true;
    default:
      return false;
  }
}

}  // namespace sluice
