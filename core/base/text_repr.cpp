// repr of str and bytes: one loop for both, told apart by what may stand as it is.
#include "base/text_repr.h"

#include <cstddef>
#include <cstdint>

#include "base/unicode.h"
#include "base/utf8.h"

namespace sluice {
namespace {

void append_hex(std::string& out, char letter, std::uint32_t value, int digits) {
  constexpr char kHexDigits[] = "0123456789abcdef";
  out.push_back('\\');
  out.push_back(letter);
  for (int shift = (digits - 1) * 4; shift >= 0; shift -= 4) out.push_back(kHexDigits[(value >> shift) & 0xF]);
}

void append_escape(std::string& out, char32_t code) {
  if (code < 0x100) {
    append_hex(out, 'x', code, 2);
  } else if (code < 0x10000) {
    append_hex(out, 'u', code, 4);
  } else {
    append_hex(out, 'U', code, 8);
  }
}

/// The escapes with a letter of their own, the backslash and the quote itself.
bool append_short_escape(std::string& out, char32_t code, char quote) {
  char letter = 0;
  if (code == '\n') letter = 'n';
  if (code == '\r') letter = 'r';
  if (code == '\t') letter = 't';
  if (code == '\\' || code == static_cast<char32_t>(quote)) letter = static_cast<char>(code);
  if (letter == 0) return false;
  out.push_back('\\');
  out.push_back(letter);
  return true;
}

char quote_for(std::string_view text) {
  const bool has_single = text.find('\'') != std::string_view::npos;
  const bool has_double = text.find('"') != std::string_view::npos;
  return has_single && !has_double ? '"' : '\'';
}

}  // namespace

std::string repr_text(std::string_view text) {
  const char quote = quote_for(text);
  std::string out(1, quote);
  out.reserve(text.size() + 2);
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    if (append_short_escape(out, code, quote)) continue;
    if (is_printable(code)) {
      utf8_append(out, code);
    } else {
      append_escape(out, code);
    }
  }
  out.push_back(quote);
  return out;
}

std::string escape_non_ascii(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const char32_t code = utf8_next(text, offset);
    if (code < 0x80) {
      out.push_back(static_cast<char>(code));
    } else {
      append_escape(out, code);
    }
  }
  return out;
}

std::string ascii_text(std::string_view text) { return escape_non_ascii(repr_text(text)); }

std::string repr_bytes(std::string_view bytes) {
  const char quote = quote_for(bytes);
  std::string out("b");
  out.push_back(quote);
  for (const char c : bytes) {
    const char32_t code = static_cast<unsigned char>(c);
    if (append_short_escape(out, code, quote)) continue;
    if (code >= 0x20 && code < 0x7F) {
      out.push_back(c);
    } else {
      append_hex(out, 'x', code, 2);
    }
  }
  out.push_back(quote);
  return out;
}

}  // namespace sluice
