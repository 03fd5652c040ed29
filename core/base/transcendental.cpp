// Special values first, as C has them; then glibc's algorithm, or double-double and one rounding, or fdlibm's formula
// (the header says which). Nothing calls libm's counterparts, not even for special values: linking them would add ten
// kilobytes of tables to the wasm module.
#include "base/transcendental.h"

#include <cmath>
#include <cstdint>
#include <limits>

#include "base/elementary.h"
#include "base/glibc_math.h"

namespace sluice {
namespace {

using elementary::SinCos;

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kSmall = 0x1p-28;      // below this fdlibm's hyperbolic functions return their argument
constexpr double kOneIsLost = 22.0;     // beyond it fdlibm leaves e**-x out
constexpr double kLastExp = 709.78;     // e**x is still finite here
constexpr double kSquareOnly = 0x1p28;  // x * x + 1 is x * x
constexpr double kTiny = 0x1p-60;       // f(x) rounds to x for every f here with f(x) = x + O(x * x)

DoubleDouble whole(double value) { return {value, 0.0}; }

bool is_positive_finite(double x) { return x > 0.0 && x < kInfinity; }

/// A logarithm where there is none, or an infinite one.
double special_log(double x) {
  if (x == 0.0) return -kInfinity;
  return x < 0.0 ? kNan : x;
}

bool is_odd(double value) { return std::fmod(std::fabs(value), 2.0) == 1.0; }

/// x**y where one is infinite or NaN, or x is 0; y is not 0 and x not 1.
double special_power(double x, double y) {
  if (std::isnan(x) || std::isnan(y)) return kNan;
  const double magnitude = std::fabs(x);
  if (std::isinf(y)) {
    if (magnitude == 1.0) return 1.0;
    return (magnitude > 1.0) == (y > 0.0) ? kInfinity : 0.0;
  }
  const double result = (magnitude > 1.0) == (y > 0.0) ? kInfinity : 0.0;  // the base is 0 or infinite
  return is_odd(y) ? std::copysign(result, x) : result;
}

/// The angle of a point on an axis or at infinity.
double special_angle(double y, double x) {
  if (std::isnan(x) || std::isnan(y)) return kNan;
  double result = 0.0;
  if (std::isinf(x) && std::isinf(y)) {
    result = x > 0.0 ? elementary::kHalfPi.hi / 2 : 3 * (elementary::kHalfPi.hi / 2);
  } else if (y == 0.0 || std::isinf(x)) {
    result = std::signbit(x) ? elementary::kPi.hi : 0.0;
  } else {
    result = elementary::kHalfPi.hi;
  }
  return std::copysign(result, y);
}

}  // namespace

double math_exp(double x) {
  if (std::isfinite(x)) return glibc::exp(x);
  return x < 0.0 ? 0.0 : x;
}

double math_exp2(double x) {
  if (std::isfinite(x)) return glibc::exp2(x);
  return x < 0.0 ? 0.0 : x;
}

double math_expm1(double x) {
  // Fdlibm's: x = k ln 2 + r; a rational function of r with an estimate `c` of what r lost; then put together by cases
  // of k, so that no digits cancel.
  constexpr double kLn2High = 6.93147180369123816490e-01;
  constexpr double kLn2Low = 1.90821492927058770002e-10;
  constexpr double kQ[] = {-3.33333333333331316428e-02, 1.58730158725481460165e-03, -7.93650757867487942473e-05,
                           4.00821782732936239552e-06, -2.01099218183624371326e-07};
  if (std::isnan(x) || std::fabs(x) < 0x1p-54) return x;
  if (x > 709.782712893383973096) return kInfinity;
  if (x < -38.816242) return -1.0;

  int k = 0;
  double c = 0.0;
  if (std::fabs(x) > 0.34657359027997264) {
    k = std::fabs(x) < 1.0397207708399179 ? (x < 0.0 ? -1 : 1)
                                          : static_cast<int>(x / elementary::kLn2.hi + (x < 0.0 ? -0.5 : 0.5));
    const double high = std::fma(-k, kLn2High, x);
    const double low = k * kLn2Low;
    x = high - low;
    c = (high - x) - low;
  }
  const double half = 0.5 * x;
  const double square = x * half;
  const double r1 = std::fma(square, kQ[0], 1.0);
  const double r2 = std::fma(square, kQ[2], kQ[1]);
  const double r3 = std::fma(square, kQ[4], kQ[3]);
  const double fourth = square * square;
  const double r = std::fma(fourth * fourth, r3, std::fma(fourth, r2, r1));
  const double t = std::fma(-r, half, 3.0);
  double e = square * ((r - t) / std::fma(-x, t, 6.0));
  if (k == 0) return x - std::fma(x, e, -square);
  e = std::fma(x, e - c, -c) - square;
  if (k == -1) return 0.5 * (x - e) - 0.5;
  if (k == 1) return x < -0.25 ? -2.0 * (e - (x + 0.5)) : 1.0 + 2.0 * (x - e);
  if (k <= -2 || k > 56) return std::ldexp(1.0 - (e - x), k) - 1.0;
  if (k < 20) return std::ldexp((1.0 - std::ldexp(1.0, -k)) - (e - x), k);
  return std::ldexp((x - (e + std::ldexp(1.0, -k))) + 1.0, k);
}

double math_log(double x) { return is_positive_finite(x) ? glibc::log(x) : special_log(x); }

double math_log1p(double x) {
  // Fdlibm's: 1 + x = 2**k (1 + f) with a correction `c` for the rounding of 1 + x; log(1 + f) by a polynomial in
  // s = f / (2 + f).
  constexpr double kLn2High = 6.93147180369123816490e-01;
  constexpr double kLn2Low = 1.90821492927058770002e-10;
  constexpr double kP[] = {6.666666666666735130e-01, 3.999999999940941908e-01, 2.857142874366239149e-01,
                           2.222219843214978396e-01, 1.818357216161805012e-01, 1.531383769920937332e-01,
                           1.479819860511658591e-01};
  if (!(x > -1.0) || std::isinf(x)) return special_log(1.0 + x);
  if (std::fabs(x) < 0x1p-54) return x;
  if (std::fabs(x) < 0x1p-29) return x - x * x * 0.5;

  int k = 0;
  double f = x;
  double c = 0.0;
  if (x <= -0.29289323 || x >= 0.41421356) {
    double u = 1.0 + x;
    int exponent = 0;
    static_cast<void>(std::frexp(u, &exponent));
    k = exponent - 1;
    c = (k > 0 ? 1.0 - (u - x) : x - (u - 1.0)) / u;
    if (x >= 0x1p53) {
      u = x;
      c = 0.0;
    }
    double mantissa = std::ldexp(u, -k);
    if (mantissa >= 1.4142128) {  // fdlibm looks at the upper 20 bits only
      ++k;
      mantissa *= 0.5;
    }
    f = mantissa - 1.0;
  }
  const double half_square = 0.5 * f * f;
  const double low = std::fma(k, kLn2Low, c);
  if (k != 0 && f > -0x1.8p-20 && f < 0x1p-20) {
    if (f == 0.0) return std::fma(k, kLn2High, low);
    const double rest = half_square * std::fma(-0.66666666666666666, f, 1.0);
    return std::fma(k, kLn2High, -((rest - low) - f));
  }
  const double s = f / (2.0 + f);
  const double z = s * s;
  const double z2 = z * z;
  const double z4 = z2 * z2;
  const double r1 = std::fma(z, kP[0], z2 * std::fma(z, kP[2], kP[1]));
  const double r2 = std::fma(z4, std::fma(z, kP[4], kP[3]), r1);
  const double r = std::fma(z2 * z4, std::fma(z, kP[6], kP[5]), r2);
  const double term = s * (half_square + r);
  if (k == 0) return f - (half_square - term);
  return std::fma(k, kLn2High, -((half_square - (term + low)) - f));
}

double math_log2(double x) {
  if (!is_positive_finite(x)) return special_log(x);
  const elementary::Decomposed parts = elementary::decompose_logarithm(whole(x));
  return (whole(parts.exponent) + parts.log_mantissa / elementary::kLn2).hi;
}

double math_log10(double x) {
  if (!is_positive_finite(x)) return special_log(x);
  constexpr double kPerLog = 4.34294481903251816668e-01;  // 1 / log(10)
  constexpr double kLog2High =
      3.01029995663611771306e-01;  // log10(2) with zeros at the end, so that multiples are exact
  constexpr double kLog2Low = 3.69423907715893078616e-13;
  int exponent = 0;
  double mantissa = std::frexp(x, &exponent);
  if (exponent > 0) {
    mantissa *= 2.0;
    --exponent;
  }
  const double low = exponent * kLog2Low + kPerLog * math_log(mantissa);
  return low + exponent * kLog2High;
}

double math_pow(double x, double y) {
  if (y == 0.0 || x == 1.0) return 1.0;
  if (!std::isfinite(x) || !std::isfinite(y) || x == 0.0) return special_power(x, y);
  if (x < 0.0 && y != std::floor(y)) return kNan;
  const double result = glibc::pow(std::fabs(x), y);
  return x < 0.0 && is_odd(y) ? -result : result;
}

double math_cbrt(double x) {
  // glibc's: a polynomial for the cube root of the mantissa, one step of Halley's method, and the root of what is left
  // of the exponent.
  constexpr double kPolynomial[] = {0x1.6b69cba168ff2p-2, 0x1.8218dde9028b4p+0,  -0x1.0eb8277cd8d5dp+1,
                                    0x1.39350adad51ecp+1, -0x1.d5ae6cfa20f0cp+0, 0x1.91e2a6fe7e984p-1,
                                    -0x1.29801e893366dp-3};
  constexpr double kFactors[] = {0x1.428a2f98d728ap-1, 0x1.965fea53d6e3cp-1, 1.0, 0x1.428a2f98d728bp+0,
                                 0x1.965fea53d6e3dp+0};  // 2 to the -2/3, -1/3, 0, 1/3, 2/3
  if (!std::isfinite(x) || x == 0.0) return x;
  int exponent = 0;
  const double m = std::frexp(std::fabs(x), &exponent);
  double u = kPolynomial[6];
  for (int i = 5; i >= 0; --i) u = kPolynomial[i] + u * m;
  const double cube = u * u * u;
  const double root = u * (cube + 2.0 * m) / (2.0 * cube + m) * kFactors[2 + exponent % 3];
  return std::copysign(std::ldexp(root, exponent / 3), x);
}

double math_sin(double x) { return std::isfinite(x) ? glibc::sin(x) : kNan; }

double math_cos(double x) { return std::isfinite(x) ? glibc::cos(x) : kNan; }

double math_tan(double x) {
  if (!std::isfinite(x)) return kNan;
  if (std::fabs(x) < kTiny) return x;
  const SinCos turn = elementary::sine_cosine(x);
  return (turn.sine / turn.cosine).hi;
}

double math_asin(double x) {
  if (!(std::fabs(x) <= 1.0)) return kNan;
  if (std::fabs(x) < kTiny) return x;
  return elementary::angle(whole(x), elementary::square_root(two_sum(1.0, -x) * two_sum(1.0, x))).hi;
}

double math_acos(double x) {
  if (!(std::fabs(x) <= 1.0)) return kNan;
  if (x == 1.0) return 0.0;
  return elementary::angle(elementary::square_root(two_sum(1.0, -x) * two_sum(1.0, x)), whole(x)).hi;
}

double math_atan(double x) {
  constexpr double kNearlyVertical = 1e20;
  if (std::isnan(x) || std::fabs(x) < kTiny) return x;
  if (std::fabs(x) > kNearlyVertical) return std::copysign(elementary::kHalfPi.hi, x);
  return elementary::angle(whole(x), elementary::kOne).hi;
}

double math_atan2(double y, double x) {
  if (!std::isfinite(x) || !std::isfinite(y) || x == 0.0 || y == 0.0) return special_angle(y, x);
  int x_exponent = 0;
  int y_exponent = 0;
  const double x_mantissa = std::frexp(x, &x_exponent);
  const double y_mantissa = std::frexp(y, &y_exponent);
  const int difference = y_exponent - x_exponent;
  if (difference > 64) return std::copysign(elementary::kHalfPi.hi, y);
  if (difference < -64) return x > 0.0 ? y / x : std::copysign(elementary::kPi.hi, y);
  return elementary::angle(whole(std::ldexp(y_mantissa, difference)), whole(x_mantissa)).hi;
}

double math_sinh(double x) {
  const double magnitude = std::fabs(x);
  if (!std::isfinite(x) || magnitude < kSmall) return x;
  const double half = x < 0.0 ? -0.5 : 0.5;
  if (magnitude < kOneIsLost) {
    const double t = math_expm1(magnitude);
    return magnitude < 1.0 ? half * (2.0 * t - t * t / (t + 1.0)) : half * (t + t / (t + 1.0));
  }
  if (magnitude < kLastExp) return half * math_exp(magnitude);
  const double root = math_exp(0.5 * magnitude);
  return half * root * root;
}

double math_cosh(double x) {
  constexpr double kHalfLn2 = 0.34657359027997264;
  const double magnitude = std::fabs(x);
  if (!std::isfinite(x)) return magnitude;
  if (magnitude < kHalfLn2) {
    const double t = math_expm1(magnitude);
    const double w = 1.0 + t;
    return 1.0 + t * t / (w + w);
  }
  if (magnitude < kOneIsLost) {
    const double t = math_exp(magnitude);
    return 0.5 * t + 0.5 / t;
  }
  if (magnitude < kLastExp) return 0.5 * math_exp(magnitude);
  const double root = math_exp(0.5 * magnitude);
  return 0.5 * root * root;
}

double math_tanh(double x) {
  const double magnitude = std::fabs(x);
  if (std::isnan(x) || magnitude < kTiny) return x;
  double result = 1.0;
  if (magnitude < 1.0) {
    const double t = math_expm1(-2.0 * magnitude);
    result = -t / (t + 2.0);
  } else if (magnitude < kOneIsLost) {
    result = 1.0 - 2.0 / (math_expm1(2.0 * magnitude) + 2.0);
  }
  return std::copysign(result, x);
}

double math_asinh(double x) {
  const double t = std::fabs(x);
  if (!std::isfinite(x) || t < kSmall) return x;
  double result = 0.0;
  if (t > kSquareOnly) {
    result = math_log(t) + elementary::kLn2.hi;
  } else if (t > 2.0) {
    result = math_log(2.0 * t + 1.0 / (std::sqrt(x * x + 1.0) + t));
  } else {
    const double square = x * x;
    result = math_log1p(t + square / (1.0 + std::sqrt(1.0 + square)));
  }
  return std::copysign(result, x);
}

double math_acosh(double x) {
  if (!(x >= 1.0) || std::isinf(x)) return x >= 1.0 ? x : kNan;
  if (x > kSquareOnly) return math_log(x) + elementary::kLn2.hi;
  if (x == 1.0) return 0.0;
  if (x > 2.0) return math_log(2.0 * x - 1.0 / (x + std::sqrt(x * x - 1.0)));
  const double t = x - 1.0;
  return math_log1p(t + std::sqrt(2.0 * t + t * t));
}

double math_atanh(double x) {
  const double magnitude = std::fabs(x);
  if (!(magnitude < 1.0)) return magnitude == 1.0 ? std::copysign(kInfinity, x) : kNan;
  if (magnitude < kSmall) return x;
  const double t = magnitude + magnitude;
  const double argument = magnitude < 0.5 ? t + t * magnitude / (1.0 - magnitude) : t / (1.0 - magnitude);
  return std::copysign(0.5 * math_log1p(argument), x);
}

double math_hypot(double x, double y) {
  if (std::isinf(x) || std::isinf(y)) return kInfinity;
  if (std::isnan(x) || std::isnan(y)) return kNan;
  if (x == 0.0 || y == 0.0) return std::fabs(x) + std::fabs(y);
  int exponent = 0;
  static_cast<void>(std::frexp(std::fmax(std::fabs(x), std::fabs(y)), &exponent));
  const double a = std::ldexp(x, -exponent);
  const double b = std::ldexp(y, -exponent);
  return std::ldexp(elementary::square_root(two_product(a, a) + two_product(b, b)).hi, exponent);
}

}  // namespace sluice
