// Directives of `%` and their layout. Zeros go between sign or prefix and digits, blanks go outside.
#include "base/percent_format.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/float_text.h"
#include "base/format_fields.h"
#include "base/utf8.h"

namespace sluice {
namespace {

constexpr std::int64_t kMaxPrecision = 0x7FFFFFFF;  // C's int in CPython

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// Reads digits at `offset`; false for a number too large.
bool take_number(std::string_view text, std::size_t& offset, std::int64_t& number) {
  number = 0;
  for (; offset < text.size() && is_ascii_digit(text[offset]); ++offset) {
    const int digit = text[offset] - '0';
    if (number > (std::numeric_limits<std::int64_t>::max() - digit) / 10) return false;
    number = number * 10 + digit;
  }
  return true;
}

/// [blanks][sign][prefix][zeros]body[blanks].
TextResult lay_out(const PercentDirective& directive, const std::string& front, const std::string& body, bool zeros) {
  if (directive.width > kMaxTextWidth || directive.precision > kMaxTextWidth) return memory_error();
  const std::int64_t length = static_cast<std::int64_t>(front.size()) + static_cast<std::int64_t>(utf8_length(body));
  const std::size_t padding = static_cast<std::size_t>(std::max<std::int64_t>(0, directive.width - length));
  TextResult result;
  if (directive.left) {
    result.text = front + body + std::string(padding, ' ');
  } else if (zeros) {
    result.text = front + std::string(padding, '0') + body;
  } else {
    result.text = std::string(padding, ' ') + front + body;
  }
  return result;
}

std::string sign_of(const PercentDirective& directive, bool negative) {
  if (negative) return "-";
  if (directive.plus) return "+";
  return directive.blank ? " " : "";
}

bool set_flag(PercentDirective& directive, char c) {
  switch (c) {
    case '-':
      return directive.left = true;
    case '+':
      return directive.plus = true;
    case ' ':
      return directive.blank = true;
    case '#':
      return directive.alternate = true;
    case '0':
      return directive.zero = true;
    default:
      return false;
  }
}

}  // namespace

PercentReader::Piece PercentReader::fail(std::string message) {
  error_ = std::move(message);
  return Piece::kError;
}

PercentReader::Piece PercentReader::next() {
  if (offset_ >= text_.size()) return Piece::kEnd;
  const std::size_t percent = std::min(text_.find('%', offset_), text_.size());
  if (percent > offset_) {
    literal_ = text_.substr(offset_, percent - offset_);
    offset_ = percent;
    return Piece::kLiteral;
  }
  ++offset_;
  // Only "%%" is a percent sign: with anything between, as in "%5%", the second one is a conversion that nobody knows.
  if (offset_ < text_.size() && text_[offset_] == '%') {
    literal_ = text_.substr(offset_, 1);
    ++offset_;
    return Piece::kLiteral;
  }
  return read_directive();
}

PercentReader::Piece PercentReader::read_directive() {
  directive_ = PercentDirective{};
  const auto peek = [this] { return offset_ < text_.size() ? text_[offset_] : '\0'; };
  if (peek() == '(') {
    const std::size_t start = offset_ + 1;
    int depth = 1;
    for (++offset_; offset_ < text_.size() && depth > 0; ++offset_) {
      if (text_[offset_] == '(') ++depth;
      if (text_[offset_] == ')') --depth;
    }
    if (depth > 0) return fail("incomplete format key");
    directive_.key = text_.substr(start, offset_ - 1 - start);
    directive_.has_key = true;
  }
  while (offset_ < text_.size() && set_flag(directive_, text_[offset_])) ++offset_;
  if (peek() == '*') {
    directive_.star_width = true;
    ++offset_;
  } else if (is_ascii_digit(peek())) {
    if (!take_number(text_, offset_, directive_.width)) return fail("width too big");
  }
  if (peek() == '.') {
    ++offset_;
    directive_.has_precision = true;
    directive_.precision = 0;
    if (peek() == '*') {
      directive_.star_precision = true;
      ++offset_;
    } else if (!take_number(text_, offset_, directive_.precision) || directive_.precision > kMaxPrecision) {
      return fail("precision too big");
    }
  }
  if (peek() == 'h' || peek() == 'l' || peek() == 'L') ++offset_;
  if (offset_ >= text_.size()) return fail("incomplete format");
  directive_.index = utf8_length(text_.substr(0, offset_));
  directive_.conversion = utf8_next(text_, offset_);
  return Piece::kDirective;
}

void set_star_width(PercentDirective& directive, std::int64_t width) {
  if (width < 0) directive.left = true;
  directive.width = width < 0 ? -width : width;
}

void set_star_precision(PercentDirective& directive, std::int64_t precision) {
  directive.precision = std::max<std::int64_t>(0, precision);
}

TextResult percent_int(const PercentDirective& directive, const BigInt& value, PythonVersion version) {
  if (directive.width > kMaxTextWidth || directive.precision > kMaxTextWidth) return memory_error();
  const bool upper = directive.conversion == 'X';
  int base = 10;
  if (directive.conversion == 'o') base = 8;
  if (directive.conversion == 'x' || upper) base = 16;
  if (base == 10 && value.exceeds_str_digits()) return value_error(str_digits_error(version));
  std::string digits = value.abs().to_text(base);
  if (upper) {
    for (char& c : digits) c = c >= 'a' ? static_cast<char>(c - 32) : c;
  }
  const std::int64_t missing = directive.precision - static_cast<std::int64_t>(digits.size());
  if (missing > 0) digits.insert(0, static_cast<std::size_t>(missing), '0');
  std::string front = sign_of(directive, value.is_negative());
  if (directive.alternate && base != 10) front += std::string("0") + static_cast<char>(directive.conversion);
  return lay_out(directive, front, digits, directive.zero);
}

TextResult percent_float(const PercentDirective& directive, double value) {
  if (directive.precision > kMaxTextWidth) return memory_error();
  FloatLayout layout;
  layout.type = static_cast<char>(directive.conversion);
  if (directive.has_precision) layout.precision = directive.precision;
  layout.alternate = directive.alternate;
  std::string text = float_text(value, layout);
  const bool negative = text.front() == '-';
  if (negative) text.erase(0, 1);
  return lay_out(directive, sign_of(directive, negative), text, directive.zero);
}

TextResult percent_text(const PercentDirective& directive, std::string_view text) {
  if (directive.has_precision && directive.conversion != 'c') {
    text = utf8_slice(text, 0, static_cast<std::size_t>(directive.precision));
  }
  PercentDirective width_only = directive;
  width_only.precision = -1;
  return lay_out(width_only, "", std::string(text), false);
}

std::string percent_unsupported_error(const PercentDirective& directive) {
  const char32_t code = directive.conversion;
  const char shown = code > 31 && code < 127 ? static_cast<char>(code) : '?';
  return std::string("unsupported format character '") + shown + "' (0x" +
         BigInt(static_cast<std::int64_t>(code)).to_text(16) + ") at index " + std::to_string(directive.index);
}

bool percent_is_supported(char32_t conversion) {
  constexpr std::u32string_view kConversions = U"diuoxXeEfFgGcrsa";
  return kConversions.find(conversion) != std::u32string_view::npos;
}

}  // namespace sluice
