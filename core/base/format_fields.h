// The fields of a format specifier, and the two layouts that use them: padded text and signed, grouped numbers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/format_spec.h"
#include "base/python_version.h"

namespace sluice {

/// One parsed specifier. 0 in a character field means that it was not given.
struct FormatFields {
  char32_t fill = U' ';
  char align = 0;  ///< one of < > = ^
  char sign = 0;   ///< one of + - blank
  bool no_negative_zero = false;
  bool alternate = false;
  std::int64_t width = -1;  ///< -1 if not given
  char grouping = 0;        ///< , or _
  std::int64_t precision = -1;
  char fraction_grouping = 0;
  char32_t type = 0;
};

/// What a specifier is for.
struct FormatTarget {
  std::string_view type_name;
  PythonVersion version;
  char default_align;  ///< '>' for numbers, '<' for text
  char32_t default_type;
};

/// Reads `spec` into `fields`. Returns an error's text, or an empty one.
[[nodiscard]] TextResult parse_format_fields(std::string_view spec, const FormatTarget& target, FormatFields& fields);

/// A number in pieces: [sign][prefix]digits[.fraction][rest].
struct NumberPieces {
  bool negative = false;
  std::string prefix;  ///< 0x and the like
  std::string digits;  ///< these are grouped and padded with zeros; may be empty (inf, a character)
  bool has_point = false;
  std::string fraction;  ///< digits behind the point
  std::string rest;      ///< exponent, '%', 'inf', or a character
};

[[nodiscard]] TextResult lay_out_number(const NumberPieces& number, const FormatFields& fields);

/// Pads `text` to the width; '=' counts as '<'.
[[nodiscard]] TextResult lay_out_text(std::string_view text, const FormatFields& fields);

[[nodiscard]] TextResult value_error(std::string message);
[[nodiscard]] TextResult memory_error();

/// A format character as error messages show it: 'd', or '\x20' in hexadecimal where it is not a visible ASCII one.
[[nodiscard]] std::string format_character_text(char32_t character);

}  // namespace sluice
