// The format mini-language, [[fill]align][sign][z][#][0][width][grouping][.precision][type], for int, float and str:
// what `format(x, spec)`, f-strings and str.format share. Texts and error messages are CPython's.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/bigint.h"
#include "base/complex_math.h"
#include "base/python_version.h"

namespace sluice {

/// Which exception goes with an error message.
enum class TextError { kNone, kValueError, kOverflowError, kMemoryError };

/// Widths and precisions above this are answered with MemoryError, so that a typing error cannot take all memory.
inline constexpr std::int64_t kMaxTextWidth = std::int64_t{1} << 26;

/// A text, or an exception to raise.
struct TextResult {
  std::string text;  ///< the result, or the exception's message
  TextError error = TextError::kNone;

  [[nodiscard]] bool ok() const { return error == TextError::kNone; }
};

/// `type_name` is the Python type's name in messages: 'int', 'bool', 'float', 'str' or a subclass.
/// An empty `spec` gives str(value); that of a bool, 'True', and of a complex number is the caller's.
[[nodiscard]] TextResult format_int(const BigInt& value, std::string_view spec, PythonVersion version,
                                    std::string_view type_name = "int");
[[nodiscard]] TextResult format_float(double value, std::string_view spec, PythonVersion version,
                                      std::string_view type_name = "float");
[[nodiscard]] TextResult format_complex(ComplexNumber value, std::string_view spec, PythonVersion version);
[[nodiscard]] TextResult format_str(std::string_view value, std::string_view spec, PythonVersion version,
                                    std::string_view type_name = "str");

}  // namespace sluice
