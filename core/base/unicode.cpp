// Looking up properties in the generated tables, and the is... methods over whole strings.
//
// The tables are read from the front, which takes a microsecond or two for a far code point. ASCII never gets there.
#include "base/unicode.h"

#include <cstddef>

#include "base/unicode_tables.h"
#include "base/utf8.h"

namespace sluice {
namespace {

bool in(const unicode::Table& table, char32_t code) { return unicode::find_range(table, code).found; }

constexpr bool is_ascii_lower(char32_t code) { return code >= 'a' && code <= 'z'; }
constexpr bool is_ascii_upper(char32_t code) { return code >= 'A' && code <= 'Z'; }
constexpr bool is_ascii_digit(char32_t code) { return code >= '0' && code <= '9'; }

template <typename Predicate>
bool all_of(std::string_view text, Predicate predicate) {
  if (text.empty()) return false;
  for (std::size_t offset = 0; offset < text.size();) {
    if (!predicate(utf8_next(text, offset))) return false;
  }
  return true;
}

}  // namespace

bool is_alpha(char32_t code) {
  if (code < 0x80) return is_ascii_lower(code) || is_ascii_upper(code);
  return in(unicode::kAlpha, code);
}

bool is_decimal(char32_t code) { return decimal_value(code) >= 0; }

bool is_digit(char32_t code) { return is_decimal(code) || (code >= 0x80 && in(unicode::kDigitOnly, code)); }

bool is_numeric(char32_t code) { return is_digit(code) || (code >= 0x80 && in(unicode::kNumericOnly, code)); }

bool is_alnum(char32_t code) { return is_alpha(code) || is_numeric(code); }

bool is_space(char32_t code) {
  if (code <= 0x20) return (code >= 0x09 && code <= 0x0D) || (code >= 0x1C && code <= 0x20);
  if (code >= 0x2000 && code <= 0x200A) return true;
  return code == 0x85 || code == 0xA0 || code == 0x1680 || code == 0x2028 || code == 0x2029 || code == 0x202F ||
         code == 0x205F || code == 0x3000;
}

bool is_upper(char32_t code) { return code < 0x80 ? is_ascii_upper(code) : in(unicode::kUpper, code); }
bool is_lower(char32_t code) { return code < 0x80 ? is_ascii_lower(code) : in(unicode::kLower, code); }
bool is_title(char32_t code) { return code >= 0x80 && in(unicode::kTitle, code); }

bool is_printable(char32_t code) {
  if (code < 0x7F) return code >= 0x20;
  return !in(unicode::kUnprintable, code);
}

bool is_identifier_start(char32_t code) {
  if (code < 0x80) return is_alpha(code) || code == '_';
  if (in(unicode::kIdentifierStartNotAlpha, code)) return true;
  return is_alpha(code) && !in(unicode::kAlphaNotIdentifierStart, code);
}

bool is_identifier_continue(char32_t code) {
  if (code < 0x80) return is_alpha(code) || is_ascii_digit(code) || code == '_';
  return is_identifier_start(code) || in(unicode::kIdentifierMark, code);
}

bool is_line_break(char32_t code) {
  return (code >= 0x0A && code <= 0x0D) || (code >= 0x1C && code <= 0x1E) || code == 0x85 || code == 0x2028 ||
         code == 0x2029;
}

int decimal_value(char32_t code) {
  if (code < 0x80) return is_ascii_digit(code) ? static_cast<int>(code - '0') : -1;
  const unicode::Range range = unicode::find_range(unicode::kDecimal, code);
  return range.found ? static_cast<int>((code - range.start) % 10) : -1;
}

bool text_is_alpha(std::string_view text) { return all_of(text, is_alpha); }
bool text_is_decimal(std::string_view text) { return all_of(text, is_decimal); }
bool text_is_digit(std::string_view text) { return all_of(text, is_digit); }
bool text_is_numeric(std::string_view text) { return all_of(text, is_numeric); }
bool text_is_alnum(std::string_view text) { return all_of(text, is_alnum); }
bool text_is_space(std::string_view text) { return all_of(text, is_space); }
bool text_is_printable(std::string_view text) { return text.empty() || all_of(text, is_printable); }

bool text_is_upper(std::string_view text) {
  bool any = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    if (is_lower(code) || is_title(code)) return false;
    any = any || is_upper(code);
  }
  return any;
}

bool text_is_lower(std::string_view text) {
  bool any = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    if (is_upper(code) || is_title(code)) return false;
    any = any || is_lower(code);
  }
  return any;
}

bool text_is_title(std::string_view text) {
  bool any = false;
  bool after_cased = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    const bool lower = is_lower(code);
    const bool capital = !lower && (is_upper(code) || is_title(code));
    if ((capital && after_cased) || (lower && !after_cased)) return false;
    after_cased = capital || lower;
    any = any || after_cased;
  }
  return any;
}

bool text_is_identifier(std::string_view text) {
  if (text.empty()) return false;
  std::size_t offset = 0;
  if (!is_identifier_start(utf8_next(text, offset))) return false;
  while (offset < text.size()) {
    if (!is_identifier_continue(utf8_next(text, offset))) return false;
  }
  return true;
}

std::string_view text_strip_left(std::string_view text) {
  while (!text.empty()) {
    std::size_t offset = 0;
    if (!is_space(utf8_next(text, offset))) break;
    text.remove_prefix(offset);
  }
  return text;
}

std::string_view text_strip_right(std::string_view text) {
  while (!text.empty()) {
    std::size_t offset = text.size();
    if (!is_space(utf8_previous(text, offset))) break;
    text = text.substr(0, offset);
  }
  return text;
}

std::string_view text_strip(std::string_view text) { return text_strip_left(text_strip_right(text)); }

std::string decimal_digits_to_ascii(std::string_view text) {
  std::string result;
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    const int value = decimal_value(code);
    if (value >= 0) {
      result.push_back(static_cast<char>('0' + value));
    } else if (code >= 0x80 && is_space(code)) {
      result.push_back(' ');
    } else {
      utf8_append(result, code);
    }
  }
  return result;
}

}  // namespace sluice
