// Text to float, correctly rounded: in doubles where that is exact, else as a quotient of big integers.
#include <algorithm>
#include <cmath>
#include <limits>
#include <string>

#include "base/bigint.h"
#include "base/exact_double.h"
#include "base/float_digits.h"
#include "base/float_text.h"

namespace sluice {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

/// More significant digits than this decide no rounding: a half-way point between doubles has fewer than 770.
constexpr std::size_t kMaxDigits = 800;

bool is_decimal_digit(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

bool equals_ignoring_case(std::string_view text, std::string_view lower) {
  return std::equal(text.begin(), text.end(), lower.begin(), lower.end(),
                    [](char a, char b) { return to_lower(a) == b; });
}

/// digits * 10**exponent for a string of digits; infinity on overflow.
double decimal_to_double(std::string_view digits, std::int64_t exponent) {
  const std::size_t first = std::min(digits.find_first_not_of('0'), digits.size());
  digits.remove_prefix(first);
  if (digits.empty()) return 0.0;
  std::string kept(digits.substr(0, kMaxDigits));
  if (digits.size() > kMaxDigits) {
    exponent += static_cast<std::int64_t>(digits.size() - kMaxDigits);
    // What is cut off only matters as "a little more".
    if (digits.find_first_not_of('0', kMaxDigits) != std::string_view::npos) {
      kept += '1';
      --exponent;
    }
  }
  const std::size_t last = kept.find_last_not_of('0');
  exponent += static_cast<std::int64_t>(kept.size() - last - 1);
  kept.resize(last + 1);

  const std::int64_t magnitude = exponent + static_cast<std::int64_t>(kept.size());
  if (magnitude > 310) return kInfinity;
  if (magnitude < -330) return 0.0;

  // Both factors are exact doubles here, so that one operation rounds once.
  static constexpr double kExactPowers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                            1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
  if (kept.size() <= 15 && exponent >= -22 && exponent <= 22) {
    std::int64_t mantissa = 0;
    for (const char c : kept) mantissa = mantissa * 10 + (c - '0');
    const double number = static_cast<double>(mantissa);
    return exponent < 0 ? number / kExactPowers[-exponent] : number * kExactPowers[exponent];
  }
  const BigInt number = BigInt::parse(kept, 10).value_or(BigInt());
  const BigInt power = BigInt::power(BigInt(10), static_cast<std::uint64_t>(exponent < 0 ? -exponent : exponent));
  const std::optional<double> result = exponent < 0 ? BigInt::true_divide(number, power) : (number * power).to_double();
  return result.value_or(kInfinity);
}

/// Takes digits off the front of `text`, with single underscores between digits, and appends them to `digits`.
/// Returns false for an underscore in the wrong place.
bool take_digits(std::string_view& text, std::string& digits) {
  bool after_digit = false;
  while (!text.empty()) {
    const char c = text.front();
    if (c == '_') {
      if (!after_digit || text.size() < 2 || !is_decimal_digit(text[1])) return false;
      after_digit = false;
    } else if (is_decimal_digit(c)) {
      digits += c;
      after_digit = true;
    } else {
      return true;
    }
    text.remove_prefix(1);
  }
  return true;
}

/// Takes "+12" off the front of `text`; none without digits. Saturates: no float has an exponent of a billion.
std::optional<std::int64_t> take_exponent(std::string_view& text) {
  bool negative = false;
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) {
    negative = text.front() == '-';
    text.remove_prefix(1);
  }
  std::string digits;
  if (!take_digits(text, digits) || digits.empty()) return std::nullopt;
  std::int64_t exponent = 0;
  for (const char c : digits) exponent = std::min<std::int64_t>(exponent * 10 + (c - '0'), 1000000000);
  return negative ? -exponent : exponent;
}

std::optional<double> parse_special(std::string_view text) {
  if (equals_ignoring_case(text, "inf") || equals_ignoring_case(text, "infinity")) return kInfinity;
  if (equals_ignoring_case(text, "nan")) return std::numeric_limits<double>::quiet_NaN();
  return std::nullopt;
}

bool take_sign(std::string_view& text) {
  if (text.empty() || (text.front() != '+' && text.front() != '-')) return false;
  const bool negative = text.front() == '-';
  text.remove_prefix(1);
  return negative;
}

std::optional<double> parse_unsigned(std::string_view text) {
  if (const std::optional<double> special = parse_special(text)) return special;
  std::string digits;
  if (!take_digits(text, digits)) return std::nullopt;
  std::int64_t exponent = 0;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const std::size_t whole = digits.size();
    if (!take_digits(text, digits)) return std::nullopt;
    exponent = static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(digits.size());
  }
  if (digits.empty()) return std::nullopt;
  if (!text.empty() && to_lower(text.front()) == 'e') {
    text.remove_prefix(1);
    const std::optional<std::int64_t> written = take_exponent(text);
    if (!written) return std::nullopt;
    exponent += *written;
  }
  if (!text.empty()) return std::nullopt;
  return decimal_to_double(digits, exponent);
}

int hex_value(char c) {
  if (is_decimal_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

/// Hexadecimal digits as a mantissa of up to 60 bits and what does not fit as `sticky`.
struct HexDigits {
  std::uint64_t mantissa = 0;
  bool sticky = false;
  std::int64_t exponent = 0;
  bool any = false;

  void take(std::string_view& text, bool after_point) {
    for (; !text.empty() && hex_value(text.front()) >= 0; text.remove_prefix(1)) {
      const int digit = hex_value(text.front());
      any = true;
      if (mantissa >> 56 == 0) {
        mantissa = mantissa << 4 | static_cast<std::uint64_t>(digit);
        if (after_point) exponent -= 4;
      } else {
        sticky = sticky || digit != 0;
        if (!after_point) exponent += 4;
      }
    }
  }
};

}  // namespace

std::optional<double> parse_float(std::string_view text) {
  const bool negative = take_sign(text);
  const std::optional<double> magnitude = parse_unsigned(text);
  if (!magnitude || !negative) return magnitude;
  return -*magnitude;
}

HexFloat float_from_hex(std::string_view text) {
  const HexFloat invalid{0.0, 'v'};
  const bool negative = take_sign(text);
  const double sign = negative ? -1.0 : 1.0;
  if (const std::optional<double> special = parse_special(text)) return {sign * *special, 0};
  if (text.size() >= 2 && text[0] == '0' && to_lower(text[1]) == 'x') text.remove_prefix(2);
  HexDigits digits;
  digits.take(text, false);
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    digits.take(text, true);
  }
  if (!digits.any) return invalid;
  std::int64_t exponent = 0;
  if (!text.empty() && to_lower(text.front()) == 'p') {
    text.remove_prefix(1);
    if (text.find('_') != std::string_view::npos) return invalid;
    const std::optional<std::int64_t> written = take_exponent(text);
    if (!written) return invalid;
    exponent = *written;
  }
  if (!text.empty()) return invalid;
  const double magnitude = compose_double(digits.mantissa, digits.sticky, digits.exponent + exponent);
  if (std::isinf(magnitude)) return {0.0, 'o'};
  return {sign * magnitude, 0};
}

std::optional<double> float_round(double value, std::int64_t ndigits) {
  constexpr std::int64_t kFinest = 323;     // every double is a multiple of a smaller power of ten than this
  constexpr std::int64_t kCoarsest = -308;  // everything rounds to zero
  if (!std::isfinite(value) || ndigits > kFinest) return value;
  if (ndigits < kCoarsest) return 0.0 * value;
  const Digits number = fixed_digits(value, ndigits);
  const double magnitude =
      decimal_to_double(number.digits, number.point - static_cast<std::int64_t>(number.digits.size()));
  if (std::isinf(magnitude)) return std::nullopt;
  return std::copysign(magnitude, value);
}

double float_round_half_even(double value) { return std::nearbyint(value); }

}  // namespace sluice
