// Arithmetic of Python's float where it is not plain C: // and % with Python's signs, ** with its errors, hash.
#pragma once

#include <cstdint>

#include "base/bigint.h"

namespace sluice {

/// a // b and a % b; require b != 0 (ZeroDivisionError is the caller's).
[[nodiscard]] double float_floor_divide(double a, double b);
[[nodiscard]] double float_modulo(double a, double b);
struct FloatDivMod {
  double quotient;
  double remainder;
};
[[nodiscard]] FloatDivMod float_divmod(double a, double b);

enum class PowerOutcome {
  kOk,
  kZeroToNegative,  ///< ZeroDivisionError
  kComplex,         ///< a negative base with a fractional exponent: Python goes on with complex numbers
  kOverflow,        ///< OverflowError: (34, 'Numerical result out of range')
};
struct FloatPower {
  double value;
  PowerOutcome outcome;
};
[[nodiscard]] FloatPower float_power(double base, double exponent);

/// hash(float); equals the hash of an equal int. `identity` is what a NaN hashes to (by object since 3.10).
[[nodiscard]] std::int64_t float_hash(double value, std::int64_t identity = 0);

/// float.as_integer_ratio() of a finite value, in lowest terms, denominator > 0.
struct IntegerRatio {
  BigInt numerator;
  BigInt denominator;
};
[[nodiscard]] IntegerRatio float_as_integer_ratio(double value);

}  // namespace sluice
