// Python's float operators, stated as rules over fmod and pow.
#include "base/float_math.h"

#include <cmath>
#include <limits>

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
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const auto ok = [](double value) { return FloatPower{value, PowerOutcome::kOk}; };
  const bool odd = std::isfinite(exponent) && std::fmod(std::fabs(exponent), 2.0) == 1.0;
  if (exponent == 0.0) return ok(1.0);
  if (std::isnan(base)) return ok(base);
  if (std::isnan(exponent)) return ok(base == 1.0 ? 1.0 : exponent);
  if (std::isinf(exponent)) {
    const double magnitude = std::fabs(base);
    if (magnitude == 1.0) return ok(1.0);
    return ok((exponent > 0.0) == (magnitude > 1.0) ? kInfinity : 0.0);
  }
  if (std::isinf(base)) {
    const double magnitude = exponent > 0.0 ? kInfinity : 0.0;
    return ok(odd ? std::copysign(magnitude, base) : magnitude);
  }
  if (base == 0.0) {
    if (exponent < 0.0) return {0.0, PowerOutcome::kZeroToNegative};
    return ok(odd ? base : 0.0);
  }
  if (base < 0.0 && exponent != std::floor(exponent)) return {0.0, PowerOutcome::kComplex};
  const double magnitude = std::fabs(base) == 1.0 ? 1.0 : math_pow(std::fabs(base), exponent);
  if (std::isinf(magnitude)) return {0.0, PowerOutcome::kOverflow};
  return ok(base < 0.0 && odd ? -magnitude : magnitude);
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
