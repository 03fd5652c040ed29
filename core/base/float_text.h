// Floats as text and text as floats, exactly as CPython: no printf, no strtod, the same bits on every platform.
//
// Conversions are correctly rounded from the exact binary value; float_digits.h has the digits themselves.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sluice {

/// repr(float): '0.1', '1e+16', '1e-05', '-0.0', 'inf', 'nan', '100.0'.
[[nodiscard]] std::string float_repr(double value);

/// How a float is laid out. The types are printf's 'e', 'f', 'g' (upper case allowed) and 'r', which is repr.
struct FloatLayout {
  char type = 'r';
  std::int64_t precision = 6;  ///< >= 0, any size; for 'g' 0 means 1; 'r' ignores it
  bool alternate = false;      ///< '#': always a point; 'g' keeps trailing zeros
  bool add_dot_zero = false;   ///< '1.0' rather than '1' where there is no exponent; 'g' also turns to exponents one
                               ///< digit earlier, as format() without a type does
};

/// '-' in front of negatives, no other sign; 'inf' and 'nan', in capitals for a capital type.
[[nodiscard]] std::string float_text(double value, const FloatLayout& layout);

/// float(text) once blanks around are stripped and digits are ASCII: sign, digits with single underscores between,
/// exponent, inf, infinity, nan in any case. None for ValueError.
[[nodiscard]] std::optional<double> parse_float(std::string_view text);

/// round(value, ndigits) for a finite or special value: correctly rounded from the exact value, ties to even.
/// None where Python raises OverflowError ("rounded value too large to represent").
[[nodiscard]] std::optional<double> float_round(double value, std::int64_t ndigits);

/// round(value) without digits, as a double: ties to even.
[[nodiscard]] double float_round_half_even(double value);

/// float.hex().
[[nodiscard]] std::string float_hex(double value);

/// float.fromhex() after stripping: `error` is 0, 'v' (ValueError: "invalid hexadecimal floating-point string") or 'o'
/// (OverflowError: "hexadecimal value too large to represent as a float").
struct HexFloat {
  double value;
  char error;
};
[[nodiscard]] HexFloat float_from_hex(std::string_view text);

}  // namespace sluice
