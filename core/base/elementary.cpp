// Series for exp, log, sin and cos; arc tangent by one Newton step on sin and cos.
#include "base/elementary.h"

#include <cmath>
#include <cstdint>

#include "base/bigint.h"
#include "base/exact_double.h"
#include "base/limbs.h"

namespace sluice::elementary {
namespace {

constexpr double kNegligible = 0x1p-112;  // a term of this size, relative to the sum, does not reach its last bit

DoubleDouble whole(double value) { return {value, 0.0}; }

/// e**x - 1 for |x| <= 0.4.
DoubleDouble small_expm1(DoubleDouble x) {
  // Sixteenth of the argument, then e**2u - 1 = w (w + 2) four times: this keeps the relative accuracy.
  constexpr int kDoublings = 4;
  const DoubleDouble u = scale(x, 0x1p-4);
  DoubleDouble sum = u;
  DoubleDouble term = u;
  for (int n = 2; std::fabs(term.hi) > kNegligible * std::fabs(sum.hi); ++n) {
    term = term * u / whole(n);
    sum = sum + term;
  }
  for (int i = 0; i < kDoublings; ++i) sum = sum * (sum + whole(2.0));
  return sum;
}

/// atanh(x) for |x| <= 0.2.
DoubleDouble small_atanh(DoubleDouble x) {
  const DoubleDouble square = x * x;
  DoubleDouble sum = x;
  DoubleDouble power = x;
  for (int n = 3; std::fabs(power.hi) > kNegligible * std::fabs(x.hi); n += 2) {
    power = power * square;
    sum = sum + power / whole(n);
  }
  return sum;
}

/// sin and cos for |x| <= 0.8.
SinCos small_sine_cosine(DoubleDouble x) {
  SinCos result{x, kOne};
  if (x.hi == 0.0) return result;
  DoubleDouble term = x;  // x**n / n!
  for (int n = 2; std::fabs(term.hi) > kNegligible * std::fabs(x.hi); ++n) {
    term = term * x / whole(n);
    DoubleDouble& sum = n % 2 == 0 ? result.cosine : result.sine;
    sum = n % 4 < 2 ? sum + term : sum - term;
  }
  return result;
}

constexpr std::uint64_t kPiBits = 1280;  // the largest double is below 2**1024; 256 more for the fraction and errors

/// 2**kPiBits / divisor - ... = arctan(1 / divisor) in fixed point.
limbs::Limbs arctan_of_inverse(std::uint32_t divisor) {
  limbs::Limbs power = limbs::shift_left(limbs::Limbs{1}, kPiBits);
  static_cast<void>(limbs::divide_small(power, divisor));
  limbs::Limbs sum = power;
  for (std::uint32_t n = 3; !power.empty(); n += 2) {
    static_cast<void>(limbs::divide_small(power, divisor * divisor));
    limbs::Limbs term = power;
    static_cast<void>(limbs::divide_small(term, n));
    sum = n % 4 == 3 ? limbs::subtract(sum, term) : limbs::add(sum, term);
  }
  return sum;
}

/// pi / 2 in fixed point, by Machin: pi / 4 = 4 arctan(1/5) - arctan(1/239).
limbs::Limbs fixed_half_pi() {
  return limbs::shift_left(limbs::subtract(limbs::shift_left(arctan_of_inverse(5), 2), arctan_of_inverse(239)), 1);
}

/// A fraction of 2**kPiBits as a double-double.
DoubleDouble from_fixed(const limbs::Limbs& fraction) {
  constexpr std::uint64_t kKept = 240;  // no double comes closer to a multiple of pi/2 than 2**-62
  const limbs::Limbs kept = limbs::shift_right(fraction, kPiBits - kKept);
  const auto top = [](const limbs::Limbs& a) {
    const std::uint64_t bits = limbs::bit_length(a);
    const std::uint64_t drop = bits > 64 ? bits - 64 : 0;
    return compose_double(limbs::low_uint64(limbs::shift_right(a, drop)), limbs::any_low_bits(a, drop),
                          static_cast<std::int64_t>(drop));
  };
  const double hi = top(kept);
  const DoubleParts parts = split_double(hi);
  limbs::Limbs exact = limbs::from_uint64(parts.mantissa);
  exact = parts.exponent >= 0 ? limbs::shift_left(exact, static_cast<std::uint64_t>(parts.exponent))
                              : limbs::shift_right(exact, static_cast<std::uint64_t>(-parts.exponent));
  const double lo =
      limbs::compare(kept, exact) >= 0 ? top(limbs::subtract(kept, exact)) : -top(limbs::subtract(exact, kept));
  return scale({hi, lo}, 0x1p-240);
}

/// x = quadrant * pi/2 + rest, |rest| <= pi/4 (a little more is harmless); x >= 0.
DoubleDouble reduce_huge(double x, int& quadrant) {
  static const limbs::Limbs kHalfPiFixed = fixed_half_pi();
  const DoubleParts parts = split_double(x);
  limbs::Limbs rest;
  const limbs::Limbs turns =
      limbs::divide(limbs::shift_left(limbs::from_uint64(parts.mantissa),
                                      static_cast<std::uint64_t>(static_cast<std::int64_t>(kPiBits) + parts.exponent)),
                    kHalfPiFixed, &rest);
  quadrant = static_cast<int>(limbs::low_uint64(turns) & 3);
  if (limbs::compare(limbs::shift_left(rest, 1), kHalfPiFixed) <= 0) return from_fixed(rest);
  quadrant = (quadrant + 1) & 3;
  return -from_fixed(limbs::subtract(kHalfPiFixed, rest));
}

/// arctan(t) for 0 <= t <= 1 to about double precision: the start of a Newton step.
double rough_arctan(double t) {
  // arctan t = 2 arctan(t / (1 + sqrt(1 + t * t))), twice, brings t below 0.2.
  for (int i = 0; i < 2; ++i) t = t / (1.0 + std::sqrt(1.0 + t * t));
  const double square = t * t;
  double sum = 0.0;
  for (int n = 19; n >= 1; n -= 2) sum = 1.0 / n - square * sum;
  return 4.0 * t * sum;
}

}  // namespace

double to_double(const Scaled& value) {
  constexpr int kNearSubnormals = -1000;
  if (value.exponent > kNearSubnormals) return std::ldexp(value.mantissa.hi, value.exponent);
  // A subnormal has fewer bits than mantissa.hi, which would be rounded a second time: start from 62 bits instead.
  const double low = std::ldexp(value.mantissa.lo, 62);
  const double low_floor = std::floor(low);
  const std::int64_t bits =
      static_cast<std::int64_t>(std::ldexp(value.mantissa.hi, 62)) + static_cast<std::int64_t>(low_floor);
  return compose_double(static_cast<std::uint64_t>(bits), low != low_floor, std::int64_t{value.exponent} - 62);
}

DoubleDouble square_root(DoubleDouble a) {
  if (a.hi <= 0.0) return {};
  // One Newton step doubles the digits of the hardware's root.
  const double root = std::sqrt(a.hi);
  const DoubleDouble rest = a - two_product(root, root);
  return quick_two_sum(root, rest.hi / (2.0 * root));
}

Scaled exponential(DoubleDouble x) {
  constexpr double kThird = 0x1.7b57a079a1934p-111;  // of ln 2
  const double turns = std::nearbyint(x.hi / kLn2.hi);
  const DoubleDouble multiple = two_product(turns, kLn2.hi) + (two_product(turns, kLn2.lo) + whole(turns * kThird));
  return {kOne + small_expm1(x - multiple), static_cast<int>(turns)};
}

Decomposed decompose_logarithm(DoubleDouble x) {
  constexpr double kSqrtHalf = 0.70710678118654752;
  int exponent = 0;
  const double mantissa = std::frexp(x.hi, &exponent);
  if (mantissa < kSqrtHalf) --exponent;
  // Two steps, because 2**-exponent alone may not be a double.
  const DoubleDouble half_way = scale(x, std::ldexp(1.0, -exponent / 2));
  const DoubleDouble m = scale(half_way, std::ldexp(1.0, -exponent - -exponent / 2));
  // log m = 2 atanh((m - 1) / (m + 1)).
  return {scale(small_atanh((m - kOne) / (m + kOne)), 2.0), exponent};
}

DoubleDouble logarithm(DoubleDouble x) {
  const Decomposed parts = decompose_logarithm(x);
  return kLn2 * whole(parts.exponent) + parts.log_mantissa;
}

DoubleDouble reduce_angle(double x, int& quadrant) {
  constexpr double kSmall = 0.785;
  constexpr double kHuge = 0x1p20;  // below this, four doubles of pi/2 are enough
  constexpr double kThird = -0x1.f1976b7ed8fbcp-110;
  constexpr double kFourth = 0x1.4cf98e804177dp-164;
  constexpr double kTwoOverPi = 0x1.45f306dc9c883p-1;
  quadrant = 0;
  if (x < kSmall) return whole(x);
  if (x >= kHuge) return reduce_huge(x, quadrant);
  const double turns = std::nearbyint(x * kTwoOverPi);
  quadrant = static_cast<int>(static_cast<std::int64_t>(turns) & 3);
  const DoubleDouble first = two_product(turns, kHalfPi.hi);
  const DoubleDouble tail = two_product(turns, kHalfPi.lo) + (two_product(turns, kThird) + whole(turns * kFourth));
  // x and first.hi are so close that their difference is exact.
  return two_sum(x - first.hi, -first.lo) - tail;
}

SinCos sine_cosine(double x) {
  int quadrant = 0;
  const DoubleDouble rest = reduce_angle(std::fabs(x), quadrant);
  const SinCos small = small_sine_cosine(rest);
  SinCos result = small;
  if (quadrant == 1) result = {small.cosine, -small.sine};
  if (quadrant == 2) result = {-small.sine, -small.cosine};
  if (quadrant == 3) result = {-small.cosine, small.sine};
  if (x < 0.0) result.sine = -result.sine;
  return result;
}

DoubleDouble angle(DoubleDouble y, DoubleDouble x) {
  const DoubleDouble height = y.hi < 0.0 ? -y : y;
  const DoubleDouble width = x.hi < 0.0 ? -x : x;
  const bool steep = height.hi > width.hi;
  const DoubleDouble a = steep ? height : width;
  const DoubleDouble b = steep ? width : height;

  // Turn (a, b) by the rough angle; the tangent of what is left is tiny, and is its angle up to the third power.
  const double rough = rough_arctan(b.hi / a.hi);
  const SinCos turn = small_sine_cosine(whole(rough));
  const DoubleDouble left = (b * turn.cosine - a * turn.sine) / (a * turn.cosine + b * turn.sine);
  DoubleDouble result = whole(rough) + (left - left * left * left / whole(3.0));
  if (steep) result = kHalfPi - result;
  if (x.hi < 0.0) result = kPi - result;
  return y.hi < 0.0 ? -result : result;
}

}  // namespace sluice::elementary
