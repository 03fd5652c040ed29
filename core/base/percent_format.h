// printf-style formatting, `template % values`: a reader of directives, and the layout of one converted value. The
// caller fetches arguments, resolves '*' and keys, and calls str(), repr(), ascii(), int() and float().
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/bigint.h"
#include "base/format_spec.h"

namespace sluice {

/// One `%...` of a template.
struct PercentDirective {
  std::string_view key;     ///< the text in %(key)s
  bool has_key = false;     ///< %(key)s: takes its value from a mapping
  bool left = false;        ///< '-'
  bool plus = false;        ///< '+'
  bool blank = false;       ///< ' '
  bool alternate = false;   ///< '#'
  bool zero = false;        ///< '0'
  bool star_width = false;  ///< width is '*': one more argument, before the value
  bool star_precision = false;
  bool has_precision = false;
  std::int64_t width = -1;  ///< in characters; -1 if none
  std::int64_t precision = -1;
  char32_t conversion = 0;  ///< 'd', 's', ...: see percent_is_supported
  std::size_t index = 0;    ///< position of the conversion character in code points, for the error message
};

/// Reads a template piece by piece.
class PercentReader {
 public:
  enum class Piece {
    kLiteral,    ///< `literal()`: copy it ("%%" comes as "%")
    kDirective,  ///< `directive()`: convert one value
    kEnd,
    kError,  ///< `error()`: a ValueError's message
  };

  explicit PercentReader(std::string_view text) : text_(text) {}
  [[nodiscard]] Piece next();
  [[nodiscard]] std::string_view literal() const { return literal_; }
  [[nodiscard]] const PercentDirective& directive() const { return directive_; }
  [[nodiscard]] const std::string& error() const { return error_; }

 private:
  Piece read_directive();
  Piece fail(std::string message);

  std::string_view text_;
  std::size_t offset_ = 0;
  std::string_view literal_;
  PercentDirective directive_;
  std::string error_;
};

/// Takes the argument of a '*' width: negative means left-aligned.
void set_star_width(PercentDirective& directive, std::int64_t width);
/// Takes the argument of a '*' precision: negative means 0.
void set_star_precision(PercentDirective& directive, std::int64_t precision);

/// %d %i %u %o %x %X of an int.
[[nodiscard]] TextResult percent_int(const PercentDirective& directive, const BigInt& value, PythonVersion version);
/// %e %f %g and capitals.
[[nodiscard]] TextResult percent_float(const PercentDirective& directive, double value);
/// %s %r %a %c, of the text that str(), repr(), ascii() gave; the precision cuts it (not for %c).
[[nodiscard]] TextResult percent_text(const PercentDirective& directive, std::string_view text);

/// "unsupported format character 'y' (0x79) at index 3": ValueError.
[[nodiscard]] std::string percent_unsupported_error(const PercentDirective& directive);
/// True for the letters that the four functions above cover.
[[nodiscard]] bool percent_is_supported(char32_t conversion);

}  // namespace sluice
