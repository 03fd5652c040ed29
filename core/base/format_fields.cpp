// The parser of the mini-language and the placing of sign, prefix, separators and padding.
#include "base/format_fields.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "base/runtime_changes.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace sluice {
namespace {

bool is_align(char32_t code) { return code == '<' || code == '>' || code == '=' || code == '^'; }

TextResult both_separators() { return value_error("Cannot specify both ',' and '_'."); }

TextResult separator_with_type(char separator, char32_t type) {
  return value_error(std::string("Cannot specify '") + separator + "' with '" + format_character_text(type) + "'.");
}

/// Reads a specifier code point by code point. Each take_... moves on only if it finds its field.
class Parser {
 public:
  explicit Parser(std::string_view spec) : codes_(utf8_to_utf32(spec)) {}

  [[nodiscard]] std::size_t left() const { return codes_.size() - at_; }
  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const { return left() > ahead ? codes_[at_ + ahead] : 0; }
  char32_t take() { return codes_[at_++]; }

  bool take_if(char32_t code) {
    if (left() == 0 || peek() != code) return false;
    ++at_;
    return true;
  }

  /// Digits of any script. `found` tells whether there were any; false for a number too large.
  bool take_number(std::int64_t& number, bool& found) {
    std::int64_t value = 0;
    found = false;
    for (; left() > 0; ++at_) {
      const int digit = decimal_value(peek());
      if (digit < 0) break;
      if (value > (std::numeric_limits<std::int64_t>::max() - digit) / 10) return false;
      value = value * 10 + digit;
      found = true;
    }
    if (found) number = value;
    return true;
  }

  /// ',' or '_' into `separator`; false if both are there.
  bool take_separator(char& separator) {
    if (take_if(',')) separator = ',';
    if (take_if('_')) {
      if (separator != 0) return false;
      separator = '_';
    }
    return !(peek() == ',' && separator == '_');
  }

 private:
  std::u32string codes_;
  std::size_t at_ = 0;
};

/// The part up to the width: [[fill]align][sign][z][#][0]. Returns false for an error, which no text here can cause.
void parse_flags(Parser& parser, const FormatTarget& target, FormatFields& fields) {
  bool has_fill = false;
  bool has_align = false;
  if (parser.left() >= 2 && is_align(parser.peek(1))) {
    fields.fill = parser.take();
    has_fill = true;
  }
  if (is_align(parser.peek())) {
    fields.align = static_cast<char>(parser.take());
    has_align = true;
  }
  const char32_t sign = parser.peek();
  if (sign == '+' || sign == '-' || sign == ' ') fields.sign = static_cast<char>(parser.take());
  if (format_has_z_option(target.version)) fields.no_negative_zero = parser.take_if('z');
  fields.alternate = parser.take_if('#');
  if (has_fill || !parser.take_if('0')) return;
  fields.fill = '0';
  if (!has_align && target.default_align == '>') fields.align = '=';
}

TextResult parse_precision(Parser& parser, const FormatTarget& target, FormatFields& fields) {
  if (!parser.take_if('.')) return {};
  bool found = false;
  if (!parser.take_number(fields.precision, found)) return value_error("Too many decimal digits in format string");
  if (format_groups_fraction(target.version)) {
    if (!parser.take_separator(fields.fraction_grouping)) return both_separators();
    found = found || fields.fraction_grouping != 0;
  }
  return found ? TextResult{} : value_error("Format specifier missing precision");
}

TextResult check_separators(const FormatFields& fields) {
  if (fields.fraction_grouping != 0 && fields.type == 'n') {
    return separator_with_type(fields.fraction_grouping, fields.type);
  }
  if (fields.grouping == 0) return {};
  constexpr std::u32string_view kWithBoth = U"defgEG%F";
  constexpr std::u32string_view kWithUnderscore = U"boxX";
  const bool allowed = fields.type == 0 || kWithBoth.find(fields.type) != std::u32string_view::npos ||
                       (fields.grouping == '_' && kWithUnderscore.find(fields.type) != std::u32string_view::npos);
  return allowed ? TextResult{} : separator_with_type(fields.grouping, fields.type);
}

void append_repeated(std::string& out, char32_t code, std::int64_t count) {
  for (; count > 0; --count) utf8_append(out, code);
}

/// Groups `digits` from the right and puts zeros in front until the result has `width` characters. A separator never
/// comes first, so that the result may be one character longer than asked for.
std::string group_digits(const std::string& digits, std::int64_t width, int group, char separator) {
  std::string reversed;
  std::size_t used = 0;
  const auto enough = [&] { return used >= digits.size() && static_cast<std::int64_t>(reversed.size()) >= width; };
  while (!enough()) {
    if (!reversed.empty() && separator != 0) reversed.push_back(separator);
    for (int i = 0; i == 0 || ((separator == 0 || i < group) && !enough()); ++i) {
      reversed.push_back(used < digits.size() ? digits[digits.size() - 1 - used] : '0');
      ++used;
    }
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

std::string group_fraction(const std::string& digits, char separator) {
  if (separator == 0) return digits;
  std::string grouped;
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i != 0 && i % 3 == 0) grouped.push_back(separator);
    grouped.push_back(digits[i]);
  }
  return grouped;
}

std::string sign_text(bool negative, char sign) {
  if (negative) return "-";
  return sign == '+' || sign == ' ' ? std::string(1, sign) : std::string();
}

bool is_too_wide(const FormatFields& fields) {
  return fields.width > kMaxTextWidth || fields.precision > kMaxTextWidth;
}

}  // namespace

TextResult value_error(std::string message) { return {std::move(message), TextError::kValueError}; }
TextResult memory_error() { return {std::string(), TextError::kMemoryError}; }

std::string format_character_text(char32_t character) {
  if (character > 32 && character < 128) return std::string(1, static_cast<char>(character));
  return "\\x" + BigInt(static_cast<std::int64_t>(character)).to_text(16);
}

TextResult parse_format_fields(std::string_view spec, const FormatTarget& target, FormatFields& fields) {
  Parser parser(spec);
  fields.align = target.default_align;
  fields.type = target.default_type;
  parse_flags(parser, target, fields);
  bool found = false;
  if (!parser.take_number(fields.width, found)) return value_error("Too many decimal digits in format string");
  if (!parser.take_separator(fields.grouping)) return both_separators();
  TextResult precision = parse_precision(parser, target, fields);
  if (!precision.ok()) return precision;
  if (parser.left() > 1) {
    if (!format_error_quotes_specifier(target.version)) return value_error("Invalid format specifier");
    return value_error("Invalid format specifier '" + std::string(spec) + "' for object of type '" +
                       std::string(target.type_name) + "'");
  }
  if (parser.left() == 1) fields.type = parser.take();
  return check_separators(fields);
}

TextResult lay_out_number(const NumberPieces& number, const FormatFields& fields) {
  if (is_too_wide(fields)) return memory_error();
  const std::string before = sign_text(number.negative, fields.sign) + number.prefix;
  std::string after = number.has_point ? "." + group_fraction(number.fraction, fields.fraction_grouping) : "";
  after += number.rest;

  const std::int64_t around = static_cast<std::int64_t>(before.size()) + static_cast<std::int64_t>(utf8_length(after));
  const bool zeros = fields.fill == '0' && fields.align == '=';
  const int group = fields.type == 'b' || fields.type == 'o' || (fields.type | 0x20) == 'x' ? 4 : 3;
  std::string digits;
  if (!number.digits.empty()) {
    digits = group_digits(number.digits, zeros ? fields.width - around : 0, group, fields.grouping);
  }

  const std::int64_t padding = fields.width - around - static_cast<std::int64_t>(digits.size());
  TextResult result;
  std::string& out = result.text;
  if (fields.align == '>') append_repeated(out, fields.fill, padding);
  if (fields.align == '^') append_repeated(out, fields.fill, padding / 2);
  out += before;
  if (fields.align == '=') append_repeated(out, fields.fill, padding);
  out += digits;
  out += after;
  if (fields.align == '<') append_repeated(out, fields.fill, padding);
  if (fields.align == '^') append_repeated(out, fields.fill, padding - padding / 2);
  return result;
}

TextResult lay_out_text(std::string_view text, const FormatFields& fields) {
  if (is_too_wide(fields)) return memory_error();
  const std::int64_t padding = std::max<std::int64_t>(0, fields.width - static_cast<std::int64_t>(utf8_length(text)));
  const std::int64_t left = fields.align == '>' ? padding : fields.align == '^' ? padding / 2 : 0;
  TextResult result;
  append_repeated(result.text, fields.fill, left);
  result.text += text;
  append_repeated(result.text, fields.fill, padding - left);
  return result;
}

}  // namespace sluice
