// Laying out digits as CPython does. The rules of repr, %e, %f and %g differ only in how many digits are made, when an
// exponent is used and up to where zeros are filled in, so that there is one layout function.
#include "base/float_text.h"

#include <algorithm>
#include <cmath>

#include "base/exact_double.h"
#include "base/float_digits.h"

namespace sluice {
namespace {

constexpr std::int64_t kReprExponentAbove = 16;  // repr(1e16) is '1e+16'
constexpr std::int64_t kExponentBelow = -4;      // 0.0001 is the smallest without an exponent

bool is_upper_type(char type) { return type >= 'A' && type <= 'Z'; }

std::string special_text(double value, bool upper) {
  if (std::isnan(value)) return upper ? "NAN" : "nan";
  const std::string sign = value < 0 ? "-" : "";
  return sign + (upper ? "INF" : "inf");
}

std::string exponent_text(std::int64_t exponent, bool upper) {
  std::string text(1, upper ? 'E' : 'e');
  text += exponent < 0 ? '-' : '+';
  const std::string digits = std::to_string(exponent < 0 ? -exponent : exponent);
  if (digits.size() < 2) text += '0';
  return text + digits;
}

}  // namespace

std::string float_text(double value, const FloatLayout& layout) {
  const bool upper = is_upper_type(layout.type);
  if (!std::isfinite(value)) return special_text(value, upper);

  Digits number;
  bool use_exponent = false;
  std::int64_t end = 0;  // zeros are filled in up to this many digits
  switch (layout.type | 0x20) {
    case 'e':
      number = significant_digits(value, layout.precision + 1);
      use_exponent = true;
      end = layout.precision + 1;
      break;
    case 'f':
      number = fixed_digits(value, layout.precision);
      end = number.point + layout.precision;
      break;
    case 'g': {
      const std::int64_t precision = std::max<std::int64_t>(layout.precision, 1);
      number = significant_digits(value, precision);
      const std::int64_t limit = layout.add_dot_zero ? precision - 1 : precision;
      use_exponent = number.point <= kExponentBelow || number.point > limit;
      if (layout.alternate) end = precision;
      break;
    }
    default:
      number = shortest_digits(value);
      use_exponent = number.point <= kExponentBelow || number.point > kReprExponentAbove;
  }

  const std::int64_t point = use_exponent ? 1 : number.point;
  const std::int64_t count = static_cast<std::int64_t>(number.digits.size());
  const std::int64_t start = point <= 0 ? point - 1 : 0;
  end = std::max(end, count);
  end = std::max(end, !use_exponent && layout.add_dot_zero ? point + 1 : point);

  std::string text;
  text.reserve(static_cast<std::size_t>(end - start) + 8);
  if (std::signbit(value)) text += '-';
  for (std::int64_t i = start; i < end; ++i) {
    if (i == point) text += '.';
    text += i >= 0 && i < count ? number.digits[static_cast<std::size_t>(i)] : '0';
  }
  if (end == point && layout.alternate) text += '.';
  if (use_exponent) text += exponent_text(number.point - 1, upper);
  return text;
}

std::string float_repr(double value) {
  FloatLayout layout;
  layout.add_dot_zero = true;
  return float_text(value, layout);
}

std::string float_hex(double value) {
  if (!std::isfinite(value)) return special_text(value, false);
  constexpr char kHexDigits[] = "0123456789abcdef";
  const DoubleParts parts = split_double(value);
  std::string text = parts.negative ? "-0x" : "0x";
  if (parts.mantissa == 0) return text + "0.0p+0";
  text += (parts.mantissa >> 52) != 0 ? "1." : "0.";
  for (int shift = 48; shift >= 0; shift -= 4) text += kHexDigits[(parts.mantissa >> shift) & 0xF];
  const int exponent = parts.exponent + 52;
  text += exponent < 0 ? "p-" : "p+";
  return text + std::to_string(std::abs(exponent));
}

}  // namespace sluice
