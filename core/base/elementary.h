// Elementary functions in 100 bits and more, by series alone: what transcendental.h rounds to double.
//
// Nothing here asks libm, whose last bit differs between platforms. A series is summed until its terms no longer count;
// arguments are first brought near zero, where few terms are enough.
#pragma once

#include "base/double_double.h"

namespace sluice::elementary {

inline constexpr DoubleDouble kOne{1.0, 0.0};
inline constexpr DoubleDouble kPi{0x1.921fb54442d18p+1, 0x1.1a62633145c07p-53};
inline constexpr DoubleDouble kHalfPi{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54};
inline constexpr DoubleDouble kLn2{0x1.62e42fefa39efp-1, 0x1.abc9e3b39803fp-56};
inline constexpr DoubleDouble kLn10{0x1.26bb1bbb55516p+1, -0x1.f48ad494ea3e9p-53};

/// A value as mantissa * 2**exponent, so that it may lie outside the range of double.
struct Scaled {
  DoubleDouble mantissa;
  int exponent;
};
/// The nearest double, infinity on overflow. Requires a mantissa in [1/2, 2).
[[nodiscard]] double to_double(const Scaled& value);

[[nodiscard]] DoubleDouble square_root(DoubleDouble a);

/// e**x for |x| < 2**20.
[[nodiscard]] Scaled exponential(DoubleDouble x);
/// Logarithm of mantissa * 2**exponent, mantissa in [sqrt(1/2), sqrt(2)): of the mantissa only.
struct Decomposed {
  DoubleDouble log_mantissa;
  int exponent;
};
[[nodiscard]] Decomposed decompose_logarithm(DoubleDouble x);
[[nodiscard]] DoubleDouble logarithm(DoubleDouble x);
/// x = quadrant * pi/2 + the result (the quadrant modulo 4), for finite x >= 0; the result is at most a little above
/// pi/4.
[[nodiscard]] DoubleDouble reduce_angle(double x, int& quadrant);

struct SinCos {
  DoubleDouble sine;
  DoubleDouble cosine;
};
/// Of any finite x: huge ones are reduced with as many bits of pi as it takes.
[[nodiscard]] SinCos sine_cosine(double x);

/// The angle of the point (x, y), not both zero, both of moderate size (products of them must not under- or overflow).
[[nodiscard]] DoubleDouble angle(DoubleDouble y, DoubleDouble x);

}  // namespace sluice::elementary
