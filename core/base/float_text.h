// Floats as text and text as floats, exactly as CPython: no printf, no strtod, the same bits on every platform.
//
// Conversions are correctly rounded from the exact binary value. Common cases (17 digits or fewer) run on 128-bit
// arithmetic; the rest on BigInt.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sluice {

/// Shortest decimal digits that read back as `value`: value = 0.d1d2d3... * 10**point. `value` is finite.
struct ShortestDigits {
  char digits[18];  ///< '0'..'9', not terminated; "0" for zero
  int count;        ///< 1..17, no trailing zeros except for zero itself
  int point;        ///< digits before the decimal point; may be negative or beyond count
};
[[nodiscard]] ShortestDigits shortest_digits(double value);

/// repr(float): '0.1', '1e+16', '1e-05', '-0.0', 'inf', 'nan', '100.0'.
[[nodiscard]] std::string float_repr(double value);

/// How a float is laid out, as in C's printf: type 'e', 'f', 'g' or 'r' (repr; precision ignored), upper case allowed
/// for the first three. `alternate` is '#'. Signs: '-' only. inf and nan come as 'inf', 'nan' ('INF', 'NAN' for upper
/// case). Any precision >= 0; a 'g' precision of 0 means 1.
[[nodiscard]] std::string float_format(double value, char type, int precision, bool alternate);

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
