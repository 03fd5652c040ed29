// What Python's str methods know about characters: properties and case mappings, from compact generated tables
// (unicode_tables.cpp, made by scripts/generate-unicode-tables from CPython 3.12, Unicode 15.0).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

// One code point, as the str method of that name on a string of one character.
[[nodiscard]] bool is_alpha(char32_t code);
[[nodiscard]] bool is_decimal(char32_t code);
[[nodiscard]] bool is_digit(char32_t code);
[[nodiscard]] bool is_numeric(char32_t code);
[[nodiscard]] bool is_alnum(char32_t code);
[[nodiscard]] bool is_space(char32_t code);
[[nodiscard]] bool is_upper(char32_t code);
[[nodiscard]] bool is_lower(char32_t code);
[[nodiscard]] bool is_title(char32_t code);
[[nodiscard]] bool is_printable(char32_t code);
[[nodiscard]] bool is_identifier_start(char32_t code);
[[nodiscard]] bool is_identifier_continue(char32_t code);
/// Breaks a line for str.splitlines ("\r\n" is the caller's to join).
[[nodiscard]] bool is_line_break(char32_t code);
/// 0..9 for a decimal digit of any script, else -1.
[[nodiscard]] int decimal_value(char32_t code);

// Whole strings, as the str methods: false for an empty string (but isprintable and isascii).
[[nodiscard]] bool text_is_alpha(std::string_view text);
[[nodiscard]] bool text_is_decimal(std::string_view text);
[[nodiscard]] bool text_is_digit(std::string_view text);
[[nodiscard]] bool text_is_numeric(std::string_view text);
[[nodiscard]] bool text_is_alnum(std::string_view text);
[[nodiscard]] bool text_is_space(std::string_view text);
[[nodiscard]] bool text_is_upper(std::string_view text);
[[nodiscard]] bool text_is_lower(std::string_view text);
[[nodiscard]] bool text_is_title(std::string_view text);
[[nodiscard]] bool text_is_printable(std::string_view text);
[[nodiscard]] bool text_is_identifier(std::string_view text);

// Case mappings with full expansion ('ß'.upper() is 'SS'), and the final sigma in lower, title, swapcase, capitalize.
[[nodiscard]] std::string text_lower(std::string_view text);
[[nodiscard]] std::string text_upper(std::string_view text);
[[nodiscard]] std::string text_title(std::string_view text);
[[nodiscard]] std::string text_capitalize(std::string_view text);
[[nodiscard]] std::string text_swapcase(std::string_view text);
[[nodiscard]] std::string text_casefold(std::string_view text);

/// str.strip() without an argument, and its halves.
[[nodiscard]] std::string_view text_strip(std::string_view text);
[[nodiscard]] std::string_view text_strip_left(std::string_view text);
[[nodiscard]] std::string_view text_strip_right(std::string_view text);

/// Digits of other scripts to ASCII, Unicode blanks to ' ': what int() and float() do to a str first.
[[nodiscard]] std::string decimal_digits_to_ascii(std::string_view text);

}  // namespace sluice
