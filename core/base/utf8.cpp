// Reading UTF-8 by its lead bytes; only utf8_error_offset distrusts them.
#include "base/utf8.h"

#include <cstring>

namespace sluice {
namespace {

constexpr unsigned char byte_of(char c) { return static_cast<unsigned char>(c); }
constexpr bool is_continuation(char c) { return (byte_of(c) & 0xC0) == 0x80; }

/// Bytes of the well-formed sequence at the front of `text`; 0 if there is none.
std::size_t well_formed_width(std::string_view text) {
  const unsigned char lead = byte_of(text[0]);
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;  // continuation, overlong, or beyond U+10FFFF
  const std::size_t width = utf8_width(text[0]);
  if (text.size() < width) return 0;
  for (std::size_t i = 1; i < width; ++i) {
    if (!is_continuation(text[i])) return 0;
  }
  const unsigned char second = byte_of(text[1]);
  if (lead == 0xE0 && second < 0xA0) return 0;   // overlong
  if (lead == 0xED && second >= 0xA0) return 0;  // surrogates
  if (lead == 0xF0 && second < 0x90) return 0;   // overlong
  if (lead == 0xF4 && second >= 0x90) return 0;  // beyond U+10FFFF
  return width;
}

}  // namespace

bool is_ascii(std::string_view text) {
  std::size_t i = 0;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + i, 8);
    if ((eight & 0x8080808080808080u) != 0) return false;
  }
  for (; i < text.size(); ++i) {
    if (byte_of(text[i]) >= 0x80) return false;
  }
  return true;
}

std::size_t utf8_error_offset(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    const std::size_t width = well_formed_width(text.substr(offset));
    if (width == 0) break;
    offset += width;
  }
  return offset;
}

bool utf8_valid(std::string_view text) { return utf8_error_offset(text) == text.size(); }

std::size_t utf8_length(std::string_view text) {
  std::size_t length = 0;
  for (const char c : text) length += is_continuation(c) ? 0 : 1;
  return length;
}

char32_t utf8_next(std::string_view text, std::size_t& offset) {
  const unsigned char lead = byte_of(text[offset]);
  const std::size_t width = utf8_width(text[offset]);
  if (width == 1) {
    ++offset;
    return lead;
  }
  char32_t code = lead & (0x7Fu >> width);
  for (std::size_t i = 1; i < width && offset + i < text.size(); ++i) {
    code = code << 6 | (byte_of(text[offset + i]) & 0x3Fu);
  }
  offset += width;
  if (offset > text.size()) offset = text.size();
  return code;
}

char32_t utf8_previous(std::string_view text, std::size_t& offset) {
  do {
    --offset;
  } while (offset > 0 && is_continuation(text[offset]));
  std::size_t at = offset;
  return utf8_next(text, at);
}

std::size_t utf8_offset(std::string_view text, std::size_t index) {
  std::size_t offset = 0;
  for (; index > 0 && offset < text.size(); --index) offset += utf8_width(text[offset]);
  return offset < text.size() ? offset : text.size();
}

std::string_view utf8_slice(std::string_view text, std::size_t start, std::size_t stop) {
  if (stop <= start) return {};
  const std::size_t from = utf8_offset(text, start);
  const std::string_view rest = text.substr(from);
  return rest.substr(0, utf8_offset(rest, stop - start));
}

void utf8_append(std::string& out, char32_t code) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(static_cast<unsigned char>(byte))); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | code >> 6);
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | code >> 12);
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | code >> 18);
    put(0x80 | (code >> 12 & 0x3F));
    put(0x80 | (code >> 6 & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

std::string utf8_encode(char32_t code) {
  std::string text;
  utf8_append(text, code);
  return text;
}

std::u32string utf8_to_utf32(std::string_view text) {
  std::u32string codes;
  codes.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) codes.push_back(utf8_next(text, offset));
  return codes;
}

std::string utf32_to_utf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (const char32_t code : text) utf8_append(bytes, code);
  return bytes;
}

}  // namespace sluice
