// operations.h — the operators of Python, by number.
#pragma once

#include <cstdint>

namespace sluice {

/// In the order of the instructions BINARY_ADD … BINARY_XOR.
enum class BinaryOperator : std::uint8_t {
  Add,
  Subtract,
  Multiply,
  TrueDivide,
  FloorDivide,
  Modulo,
  Power,
  MatrixMultiply,
  LeftShift,
  RightShift,
  And,
  Or,
  Xor,
  // The same, in place: `a += b`. kInPlace + the operator.
};
inline constexpr std::uint8_t kInPlace = 13;
inline constexpr std::uint8_t kBinaryOperatorCount = 13;

enum class CompareOperator : std::uint8_t { Less, LessEqual, Equal, NotEqual, Greater, GreaterEqual };
enum class UnaryOperator : std::uint8_t { Negative, Positive, Invert, Not };

/// "+", "-", … as error messages name them ("+=" in place).
const char* binary_operator_text(std::uint8_t op);
const char* compare_operator_text(CompareOperator op);

}  // namespace sluice
