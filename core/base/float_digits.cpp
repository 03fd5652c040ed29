// Exact digit generation, twice: in 128 bits where the value fits, with limbs where it does not.
//
// Every finite double is mantissa * 2**exponent. For exponent < 0 its digits before the point are a shift, and each
// digit behind it is a multiplication by ten and a shift, because the denominator is a power of two. With at most
// 2**120 as denominator that works in 128 bits, and covers nearly every float a program prints.
#include "base/float_digits.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/check.h"
#include "base/exact_double.h"
#include "base/limbs.h"

namespace sluice {
namespace {

using limbs::Limbs;
__extension__ using Wide = unsigned __int128;

constexpr int kWideFractionBits = 120;  // ten times a fraction must fit into 128 bits

bool fits_wide(const DoubleParts& parts) { return parts.exponent < 0 && parts.exponent >= -kWideFractionBits; }

std::string text_of(std::uint64_t value) {
  char buffer[20];
  char* end = buffer + sizeof buffer;
  char* at = end;
  for (; value != 0; value /= 10) *--at = static_cast<char>('0' + value % 10);
  return std::string(at, end);
}

std::string text_of(Limbs value) {
  constexpr std::uint32_t kChunk = 1000000000;
  std::string text;
  while (!value.empty()) {
    std::uint32_t part = limbs::divide_small(value, kChunk);
    for (int i = 0; i < 9 && (part != 0 || !value.empty()); ++i) {
      text.push_back(static_cast<char>('0' + part % 10));
      part /= 10;
    }
  }
  std::reverse(text.begin(), text.end());
  return text;
}

Digits zero_digits() { return {"0", 1}; }

/// Drops zeros at both ends, keeping the value.
void tidy(Digits& number) {
  const std::size_t first = number.digits.find_first_not_of('0');
  if (first == std::string::npos) {
    number = zero_digits();
    return;
  }
  number.digits.erase(number.digits.find_last_not_of('0') + 1);
  number.digits.erase(0, first);
  number.point -= static_cast<std::int64_t>(first);
}

/// One more in the last digit, with carry: 199 -> 200, 99 -> 100 with the point moved.
void increment_last(Digits& number) {
  std::string& digits = number.digits;
  for (std::size_t i = digits.size(); i-- > 0;) {
    if (digits[i] != '9') {
      ++digits[i];
      return;
    }
    digits[i] = '0';
  }
  digits.insert(digits.begin(), '1');
  ++number.point;
}

/// Integer part as digits and the rest as a fraction of 2**bits. For 0 the digits are empty.
struct WideNumber {
  Digits number;
  Wide fraction;
  int bits;

  explicit WideNumber(const DoubleParts& parts) : fraction(parts.mantissa), bits(-parts.exponent) {
    if (bits < 64) {
      const std::uint64_t whole = parts.mantissa >> bits;
      fraction -= static_cast<Wide>(whole) << bits;
      number.digits = text_of(whole);
      number.point = static_cast<std::int64_t>(number.digits.size());
    }
  }

  [[nodiscard]] Wide half() const { return Wide{1} << (bits - 1); }

  /// Takes the next digit off the fraction.
  int next() {
    fraction *= 10;
    const int digit = static_cast<int>(fraction >> bits);
    fraction -= static_cast<Wide>(digit) << bits;
    return digit;
  }

  /// Appends a digit; zeros in front of the first other digit only move the point.
  void push(int digit) {
    if (number.digits.empty() && digit == 0) {
      --number.point;
      return;
    }
    number.digits.push_back(static_cast<char>('0' + digit));
  }
};

void round_at_end(WideNumber& wide) {
  const bool odd = !wide.number.digits.empty() && ((wide.number.digits.back() - '0') & 1) != 0;
  if (wide.fraction > wide.half() || (wide.fraction == wide.half() && odd)) increment_last(wide.number);
}

/// round(mantissa * 2**exponent * 10**scale), ties to even.
Limbs scaled(const DoubleParts& parts, std::int64_t scale) {
  Limbs number = limbs::from_uint64(parts.mantissa);
  Limbs divisor{1};
  if (scale >= 0) number = limbs::multiply(number, limbs::power_of_ten(static_cast<std::uint64_t>(scale)));
  if (scale < 0) divisor = limbs::power_of_ten(static_cast<std::uint64_t>(-scale));
  if (parts.exponent >= 0) number = limbs::shift_left(number, static_cast<std::uint64_t>(parts.exponent));
  if (parts.exponent < 0) divisor = limbs::shift_left(divisor, static_cast<std::uint64_t>(-parts.exponent));
  Limbs rest;
  Limbs quotient = limbs::divide(number, divisor, &rest);
  const int order = limbs::compare(limbs::shift_left(rest, 1), divisor);
  const bool odd = !quotient.empty() && (quotient[0] & 1u) != 0;
  if (order > 0 || (order == 0 && odd)) quotient = limbs::add(quotient, Limbs{1});
  return quotient;
}

/// Estimate of the number of digits before the point; right or one too small.
std::int64_t estimate_point(const DoubleParts& parts) {
  constexpr double kLog10Of2 = 0.30102999566398120;
  const int top = parts.exponent + bit_width_of(parts.mantissa) - 1;  // 2**top <= value < 2**(top + 1)
  return static_cast<std::int64_t>(std::floor(top * kLog10Of2)) + 1;
}

/// Steele and White's free-format generation, on fractions of 2**bits. `low` and `high` are the distances to the
/// half-way points towards the neighbours, all scaled alike.
Digits shortest_wide(const DoubleParts& parts, bool narrow_below) {
  // Everything is doubled (quadrupled at a power of two), so that half distances are integers.
  const int extra = narrow_below ? 2 : 1;
  WideNumber wide(parts);
  wide.fraction <<= extra;
  wide.bits += extra;
  Wide low = 1;
  Wide high = narrow_below ? 2 : 1;
  const Wide one = Wide{1} << wide.bits;
  const bool even = (parts.mantissa & 1) == 0;
  Digits& number = wide.number;

  // A neighbour may lie beyond a digit of the whole part only above 2**53, which fits_wide excludes; but the whole part
  // itself may already be enough.
  while (wide.fraction != 0) {
    const bool enough = wide.fraction < low || (wide.fraction == low && even);
    const Wide over = wide.fraction + high;
    const bool reaches_next = over > one || (over == one && even);
    const bool started = !number.digits.empty();
    if (started && (enough || reaches_next)) {
      const Wide half = one >> 1;
      const bool odd = ((number.digits.back() - '0') & 1) != 0;
      const bool up = !enough || (reaches_next && (wide.fraction > half || (wide.fraction == half && odd)));
      if (up) increment_last(number);
      break;
    }
    wide.push(wide.next());
    low *= 10;
    high *= 10;
  }
  tidy(number);
  return number;
}

/// The same with limbs, for any exponent: value = r / s, digits by division.
Digits shortest_limbs(const DoubleParts& parts, bool narrow_below) {
  const std::uint64_t extra = narrow_below ? 2 : 1;
  Limbs r = limbs::shift_left(limbs::from_uint64(parts.mantissa), extra);
  Limbs s = limbs::shift_left(Limbs{1}, extra);
  Limbs low{1};
  if (parts.exponent >= 0) {
    r = limbs::shift_left(r, static_cast<std::uint64_t>(parts.exponent));
    low = limbs::shift_left(low, static_cast<std::uint64_t>(parts.exponent));
  } else {
    s = limbs::shift_left(s, static_cast<std::uint64_t>(-parts.exponent));
  }
  Digits number;
  number.point = estimate_point(parts);
  if (number.point >= 0) {
    s = limbs::multiply(s, limbs::power_of_ten(static_cast<std::uint64_t>(number.point)));
  } else {
    const Limbs scale = limbs::power_of_ten(static_cast<std::uint64_t>(-number.point));
    r = limbs::multiply(r, scale);
    low = limbs::multiply(low, scale);
  }
  Limbs high = narrow_below ? limbs::shift_left(low, 1) : low;
  const bool even = (parts.mantissa & 1) == 0;

  // The estimate is too small if the value, or a number that reads as it, needs one more digit.
  const int reach = limbs::compare(limbs::add(r, high), s);
  if (reach > 0 || (reach == 0 && even)) {
    limbs::multiply_add_small(s, 10, 0);
    ++number.point;
  }
  while (true) {
    limbs::multiply_add_small(r, 10, 0);
    limbs::multiply_add_small(low, 10, 0);
    limbs::multiply_add_small(high, 10, 0);
    Limbs rest;
    const int digit = static_cast<int>(limbs::low_uint64(limbs::divide(r, s, &rest)));
    r = std::move(rest);
    number.digits.push_back(static_cast<char>('0' + digit));
    const int below = limbs::compare(r, low);
    const int above = limbs::compare(limbs::add(r, high), s);
    const bool enough = below < 0 || (below == 0 && even);
    const bool reaches_next = above > 0 || (above == 0 && even);
    if (!enough && !reaches_next) continue;

    const int half = limbs::compare(limbs::shift_left(r, 1), s);
    const bool up = !enough || (reaches_next && (half > 0 || (half == 0 && (digit & 1) != 0)));
    if (up) increment_last(number);
    break;
  }
  tidy(number);
  return number;
}

}  // namespace

Digits shortest_digits(double value) {
  const DoubleParts parts = split_double(value);
  if (parts.mantissa == 0) return zero_digits();
  // Below a power of two the doubles lie twice as dense (not so below the smallest normal one).
  const bool narrow_below = parts.mantissa == std::uint64_t{1} << 52 && parts.exponent > -1074;
  return fits_wide(parts) && parts.exponent >= -kWideFractionBits + 8 ? shortest_wide(parts, narrow_below)
                                                                      : shortest_limbs(parts, narrow_below);
}

Digits fixed_digits(double value, std::int64_t places) {
  const DoubleParts parts = split_double(value);
  if (parts.mantissa == 0) return zero_digits();
  if (fits_wide(parts) && places >= 0) {
    WideNumber wide(parts);
    for (std::int64_t i = 0; i < places && wide.fraction != 0; ++i) wide.push(wide.next());
    if (wide.fraction != 0) round_at_end(wide);
    // Rounding up from nothing leaves a single 1 without digits before it: the point is then one to its left.
    tidy(wide.number);
    return wide.number;
  }
  // All digits of the value are within 1100 places, and none is above 10**310.
  if (places < -400) return zero_digits();
  const std::int64_t scale = std::min<std::int64_t>(places, 1100);
  Digits number{text_of(scaled(parts, scale)), 0};
  number.point = static_cast<std::int64_t>(number.digits.size()) - scale;
  tidy(number);
  return number;
}

Digits significant_digits(double value, std::int64_t count) {
  SLUICE_CHECK(count >= 1);
  const DoubleParts parts = split_double(value);
  if (parts.mantissa == 0) return zero_digits();
  const std::int64_t wanted = std::min<std::int64_t>(count, 1100);  // no double has more digits
  if (fits_wide(parts)) {
    WideNumber wide(parts);
    const auto size = [&] { return static_cast<std::int64_t>(wide.number.digits.size()); };
    if (size() <= wanted) {
      while (size() < wanted && wide.fraction != 0) wide.push(wide.next());
      if (wide.fraction != 0) round_at_end(wide);
      tidy(wide.number);
      return wide.number;
    }
  }
  std::int64_t point = estimate_point(parts);
  std::string digits = text_of(scaled(parts, wanted - point));
  if (static_cast<std::int64_t>(digits.size()) > wanted) {
    // One too small an estimate, or rounded up to 10**wanted: the same with one digit less is right in both cases.
    ++point;
    digits = text_of(scaled(parts, wanted - point));
  }
  Digits number{digits, 0};
  number.point = point + static_cast<std::int64_t>(digits.size()) - wanted;
  tidy(number);
  return number;
}

}  // namespace sluice
