// Python's complex numbers: arithmetic, hash and text, without what is an object or an exception.
//
// Source of the rules: Objects/complexobject.c. Nothing here asks libm (transcendental.h says why). A NaN has no sign.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/python_version.h"

namespace sluice {

struct ComplexNumber {
  double real = 0;
  double imaginary = 0;
};

/// One side of an operation. Since 3.14 a real number is not taken for a complex one whose imaginary part is zero.
struct ComplexOperand {
  ComplexNumber value;
  bool is_real = false;
};

enum class ComplexOutcome : std::uint8_t {
  kOk,
  kZeroDivision,  ///< ZeroDivisionError: also of a power of zero
  kOverflow,      ///< OverflowError
};
struct ComplexResult {
  ComplexNumber value;
  ComplexOutcome outcome = ComplexOutcome::kOk;
};

[[nodiscard]] ComplexNumber complex_sum(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version);
[[nodiscard]] ComplexNumber complex_difference(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version);
[[nodiscard]] ComplexNumber complex_product(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version);
[[nodiscard]] ComplexResult complex_quotient(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version);
[[nodiscard]] ComplexResult complex_power(ComplexNumber a, ComplexNumber b, PythonVersion version);

/// abs(a): infinity with kOverflow where it has no double.
struct ComplexSize {
  double value;
  ComplexOutcome outcome;
};
[[nodiscard]] ComplexSize complex_absolute(ComplexNumber a);

/// hash(complex); equals that of an equal float.
[[nodiscard]] std::int64_t complex_hash(ComplexNumber a);

/// "(1+2j)", "-0j".
[[nodiscard]] std::string complex_repr(ComplexNumber a);

/// complex(text) once blanks around are stripped and digits are ASCII. None for ValueError.
[[nodiscard]] std::optional<ComplexNumber> parse_complex(std::string_view text);

/// False where an underscore does not stand between two digits, which makes an error of its own.
[[nodiscard]] bool has_good_underscores(std::string_view text);

}  // namespace sluice
