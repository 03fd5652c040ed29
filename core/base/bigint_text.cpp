// BigInt as digits and digits as BigInt, and CPython's limit on their number.
#include <algorithm>
#include <utility>

#include "base/bigint.h"
#include "base/check.h"
#include "base/limbs.h"
#include "base/runtime_changes.h"

namespace sluice {
namespace {

using limbs::Limbs;

/// The largest power of `base` in a limb, and its number of digits: what one step of a conversion handles.
struct Chunk {
  std::uint32_t power;
  int digits;
};

Chunk chunk_of(int base) {
  Chunk chunk{static_cast<std::uint32_t>(base), 1};
  while (std::uint64_t{chunk.power} * static_cast<std::uint32_t>(base) <= 0xFFFFFFFFu) {
    chunk.power *= static_cast<std::uint32_t>(base);
    ++chunk.digits;
  }
  return chunk;
}

bool is_power_of_two(int base) { return (base & (base - 1)) == 0; }

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 99;
}

int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 0;
  switch (text[1]) {
    case 'x':
    case 'X':
      return 16;
    case 'o':
    case 'O':
      return 8;
    case 'b':
    case 'B':
      return 2;
    default:
      return 0;
  }
}

/// Digits with single underscores between them, all below `base`; the underscores are left out of `digits`.
bool read_digits(std::string_view text, int base, std::string& digits) {
  bool after_digit = false;
  for (const char c : text) {
    if (c == '_') {
      if (!after_digit) return false;
      after_digit = false;
      continue;
    }
    if (digit_of(c) >= base) return false;
    digits.push_back(c);
    after_digit = true;
  }
  return after_digit;
}

Limbs limbs_from_digits(std::string_view digits, int base) {
  Limbs limbs;
  const Chunk chunk = chunk_of(base);
  for (std::size_t i = 0; i < digits.size();) {
    const std::size_t end = std::min(digits.size(), i + static_cast<std::size_t>(chunk.digits));
    std::uint32_t value = 0;
    std::uint32_t factor = 1;
    for (; i < end; ++i) {
      value = value * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_of(digits[i]));
      factor *= static_cast<std::uint32_t>(base);
    }
    limbs::multiply_add_small(limbs, factor, value);
  }
  return limbs;
}

/// Powers of two need no division: each digit is a group of bits.
Limbs limbs_from_bits(std::string_view digits, int base) {
  const unsigned width = static_cast<unsigned>(__builtin_ctz(static_cast<unsigned>(base)));
  Limbs limbs(digits.size() * width / 32 + 2, 0);
  std::uint64_t at = 0;
  for (std::size_t i = digits.size(); i-- > 0; at += width) {
    const std::uint64_t bits = static_cast<std::uint64_t>(digit_of(digits[i])) << (at % 32);
    const std::size_t limb = static_cast<std::size_t>(at / 32);
    limbs[limb] |= static_cast<std::uint32_t>(bits);
    limbs[limb + 1] |= static_cast<std::uint32_t>(bits >> 32);
  }
  return limbs;
}

std::string limit_error(const std::string& detail, PythonVersion version) {
  const std::string limit = digits_limit_error_names_unit(version) ? "4300 digits" : "4300";
  return "Exceeds the limit (" + limit + ") for integer string conversion" + detail +
         "; use sys.set_int_max_str_digits() to increase the limit";
}

constexpr char kDigits[] = "0123456789abcdefghijklmnopqrstuvwxyz";

}  // namespace

std::optional<BigInt> BigInt::parse(std::string_view text, int base) {
  SLUICE_CHECK(base == 0 || (base >= 2 && base <= 36));
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const int prefix = base_of_prefix(text);
  const bool any_base = base == 0;
  if (any_base) base = prefix == 0 ? 10 : prefix;
  if (prefix != 0 && prefix == base) {
    text.remove_prefix(2);
    if (!text.empty() && text[0] == '_') text.remove_prefix(1);
  }
  std::string digits;
  if (!read_digits(text, base, digits)) return std::nullopt;
  // As in source code, 0123 is refused where the base is open; 000 is not.
  const bool leading_zero = prefix == 0 && digits[0] == '0';
  if (any_base && leading_zero && digits.find_first_not_of('0') != std::string::npos) return std::nullopt;
  // What has too many digits is refused by whoever asks, and would take long.
  if (!is_power_of_two(base) && digits.size() > kMaxStrDigits) return BigInt();
  return BigInt(is_power_of_two(base) ? limbs_from_bits(digits, base) : limbs_from_digits(digits, base), negative);
}

std::string BigInt::to_text(int base) const {
  SLUICE_CHECK(base >= 2 && base <= 36);
  if (limbs_.empty()) return "0";
  std::string text;
  if (is_power_of_two(base)) {
    const unsigned width = static_cast<unsigned>(__builtin_ctz(static_cast<unsigned>(base)));
    const std::uint64_t bits = bit_length();
    for (std::uint64_t at = 0; at < bits; at += width) {
      const std::size_t limb = static_cast<std::size_t>(at / 32);
      std::uint64_t pair = limbs_[limb];
      if (limb + 1 < limbs_.size()) pair |= std::uint64_t{limbs_[limb + 1]} << 32;
      text.push_back(kDigits[(pair >> (at % 32)) & static_cast<unsigned>(base - 1)]);
    }
  } else {
    const Chunk chunk = chunk_of(base);
    for (Limbs left = limbs_; !left.empty();) {
      std::uint32_t part = limbs::divide_small(left, chunk.power);
      for (int i = 0; i < chunk.digits && (part != 0 || !left.empty()); ++i) {
        text.push_back(kDigits[part % static_cast<std::uint32_t>(base)]);
        part /= static_cast<std::uint32_t>(base);
      }
    }
  }
  if (negative_) text.push_back('-');
  std::reverse(text.begin(), text.end());
  return text;
}

bool BigInt::exceeds_str_digits() const {
  // 10**4300 has 14285 bits: with fewer there are 4300 digits at most, with more there are too many.
  const std::uint64_t bits = bit_length();
  if (bits < 14285) return false;
  if (bits > 14285) return true;
  return to_text(10).size() - (negative_ ? 1 : 0) > kMaxStrDigits;
}

std::size_t count_int_digits(std::string_view text) {
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) text.remove_prefix(1);
  if (base_of_prefix(text) != 0) text.remove_prefix(2);
  return text.size() - static_cast<std::size_t>(std::count(text.begin(), text.end(), '_'));
}

bool exceeds_int_digits(std::string_view text, int base) {
  return !is_power_of_two(base) && count_int_digits(text) > kMaxStrDigits;
}

std::string str_digits_error(PythonVersion version) { return limit_error("", version); }

std::string int_digits_error(std::size_t digits, PythonVersion version) {
  return limit_error(": value has " + std::to_string(digits) + " digits", version);
}

}  // namespace sluice
