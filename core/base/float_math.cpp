// Python's float operators, stated as rules over fmod and pow.
#include "base/float_math.h"

#include <cmath>

#include "base/exact_double.h"
#include "base/transcendental.h"

namespace sluice {

FloatDivMod float_divmod(double a, double b) {
  double remainder = std::fmod(a, b);
  // Exact up to rounding: a - remainder is a multiple of b.
  double quotient = (a - remainder) / b;
  if (remainder == 0.0) {
    remainder = std::copysign(0.0, b);
  } else if ((b < 0) != (remainder < 0)) {
    remainder += b;
    quotient -= 1.0;
  }
  if (quotient == 0.0) return {std::copysign(0.0, a / b), remainder};
  double floored = std::floor(quotient);
  if (quotient - floored > 0.5) floored += 1.0;
  return {floored, remainder};
}

double float_floor_divide(double a, double b) { return float_divmod(a, b).quotient; }

double float_modulo(double a, double b) {
  const double remainder = std::fmod(a, b);
  if (remainder == 0.0) return std::copysign(0.0, b);
  return (b < 0) != (remainder < 0) ? remainder + b : remainder;
}

FloatPower float_power(double base, double exponent) {
  const bool finite = std::isfinite(base) && std::isfinite(exponent);
  if (base == 0.0 && exponent < 0.0 && !std::isinf(exponent)) return {0.0, PowerOutcome::kZeroToNegative};
  if (finite && base < 0.0 && exponent != std::floor(exponent)) return {0.0, PowerOutcome::kComplex};
  const double value = math_pow(base, exponent);
  if (finite && std::isinf(value)) return {0.0, PowerOutcome::kOverflow};
  return {value, PowerOutcome::kOk};
}

std::int64_t float_hash(double value, std::int64_t identity) {
  constexpr std::uint64_t kModulus = (std::uint64_t{1} << 61) - 1;
  constexpr int kBits = 61;
  constexpr std::int64_t kInfinityHash = 314159;
  if (std::isnan(value)) return identity;
  if (std::isinf(value)) return value > 0 ? kInfinityHash : -kInfinityHash;
  const DoubleParts parts = split_double(value);
  // mantissa * 2**exponent modulo 2**61 - 1: a power of two is a rotation of 61 bits, a negative one the other way.
  const int shift = ((parts.exponent % kBits) + kBits) % kBits;
  std::uint64_t hash = parts.mantissa;
  if (shift != 0) hash = ((hash << shift) & kModulus) | hash >> (kBits - shift);
  if (hash == kModulus) hash = 0;
  const std::int64_t result = parts.negative ? -static_cast<std::int64_t>(hash) : static_cast<std::int64_t>(hash);
  return result == -1 ? -2 : result;
}

IntegerRatio float_as_integer_ratio(double value) {
  const DoubleParts parts = split_double(value);
  std::uint64_t mantissa = parts.mantissa;
  int exponent = parts.exponent;
  if (mantissa == 0) return {BigInt(), BigInt(1)};
  const int zeros = __builtin_ctzll(mantissa);
  mantissa >>= zeros;
  exponent += zeros;
  BigInt numerator = BigInt::from_uint64(mantissa);
  if (parts.negative) numerator = -numerator;
  if (exponent >= 0) return {numerator.shift_left(static_cast<std::uint64_t>(exponent)), BigInt(1)};
  return {numerator, BigInt(1).shift_left(static_cast<std::uint64_t>(-exponent))};
}

}  // namespace sluice
