// Strings are UTF-8 without surrogates; Python counts code points. This is the bridge: decode, encode, count, index,
// slice. Every function has a fast path for ASCII if the caller knows (is_ascii); none checks validity but utf8_valid.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

[[nodiscard]] bool is_ascii(std::string_view text);

/// True for well-formed UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool utf8_valid(std::string_view text);

/// Byte offset of the first ill-formed sequence; text.size() if there is none.
[[nodiscard]] std::size_t utf8_error_offset(std::string_view text);

/// Number of code points.
[[nodiscard]] std::size_t utf8_length(std::string_view text);

/// Bytes of the code point that starts with `lead`.
[[nodiscard]] inline std::size_t utf8_width(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// The code point at byte `offset`, which moves past it. Requires offset < text.size() at a code point's start.
[[nodiscard]] char32_t utf8_next(std::string_view text, std::size_t& offset);

/// The code point that ends before byte `offset`, which moves to its start. Requires offset > 0.
[[nodiscard]] char32_t utf8_previous(std::string_view text, std::size_t& offset);

/// Byte offset of code point `index`; text.size() if index is the length or beyond. Cost: O(n) unless ASCII.
[[nodiscard]] std::size_t utf8_offset(std::string_view text, std::size_t index);

/// Code points start..stop (stop exclusive), both clipped to the length.
[[nodiscard]] std::string_view utf8_slice(std::string_view text, std::size_t start, std::size_t stop);

/// Appends one code point. Requires a scalar value (no surrogate, at most U+10FFFF).
void utf8_append(std::string& out, char32_t code);
[[nodiscard]] std::string utf8_encode(char32_t code);

/// Whole text to code points and back.
[[nodiscard]] std::u32string utf8_to_utf32(std::string_view text);
[[nodiscard]] std::string utf32_to_utf8(std::u32string_view text);

[[nodiscard]] constexpr bool is_surrogate(char32_t code) { return code >= 0xD800 && code <= 0xDFFF; }

}  // namespace sluice
