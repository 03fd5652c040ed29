// A number as the unevaluated sum of two doubles, about 106 bits: enough to round elementary functions correctly.
//
// Needs exact IEEE double arithmetic without fused operations (-ffp-contract=off), and gives the same bits everywhere.
// The basic sums and products are those of Dekker and Knuth: the error of one rounding is itself a double.
#pragma once

namespace sluice {

/// hi + lo, where hi is the nearest double to the sum. Not for infinities, NaN, or values near overflow.
struct DoubleDouble {
  double hi = 0.0;
  double lo = 0.0;
};

/// a + b exactly; requires |a| >= |b| or a == 0.
[[nodiscard]] inline DoubleDouble quick_two_sum(double a, double b) {
  const double sum = a + b;
  return {sum, b - (sum - a)};
}

/// a + b exactly.
[[nodiscard]] inline DoubleDouble two_sum(double a, double b) {
  const double sum = a + b;
  const double b_part = sum - a;
  return {sum, (a - (sum - b_part)) + (b - b_part)};
}

/// a * b exactly, by halves of 26 bits.
[[nodiscard]] inline DoubleDouble two_product(double a, double b) {
  constexpr double kSplit = 134217729.0;  // 2**27 + 1
  const double a_scaled = a * kSplit;
  const double b_scaled = b * kSplit;
  const double a_high = a_scaled - (a_scaled - a);
  const double b_high = b_scaled - (b_scaled - b);
  const double a_low = a - a_high;
  const double b_low = b - b_high;
  const double product = a * b;
  return {product, ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

[[nodiscard]] inline DoubleDouble operator-(DoubleDouble a) { return {-a.hi, -a.lo}; }

[[nodiscard]] inline DoubleDouble operator+(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble high = two_sum(a.hi, b.hi);
  const DoubleDouble low = two_sum(a.lo, b.lo);
  const DoubleDouble sum = quick_two_sum(high.hi, high.lo + low.hi);
  return quick_two_sum(sum.hi, sum.lo + low.lo);
}

[[nodiscard]] inline DoubleDouble operator-(DoubleDouble a, DoubleDouble b) { return a + -b; }

[[nodiscard]] inline DoubleDouble operator*(DoubleDouble a, DoubleDouble b) {
  const DoubleDouble product = two_product(a.hi, b.hi);
  return quick_two_sum(product.hi, product.lo + (a.hi * b.lo + a.lo * b.hi));
}

[[nodiscard]] inline DoubleDouble operator/(DoubleDouble a, DoubleDouble b) {
  // Long division with three digits, each a double.
  const double first = a.hi / b.hi;
  DoubleDouble rest = a - b * DoubleDouble{first, 0.0};
  const double second = rest.hi / b.hi;
  rest = rest - b * DoubleDouble{second, 0.0};
  const double third = rest.hi / b.hi;
  const DoubleDouble quotient = quick_two_sum(first, second);
  return quotient + DoubleDouble{third, 0.0};
}

/// Exact for a power of two, as long as nothing under- or overflows.
[[nodiscard]] inline DoubleDouble scale(DoubleDouble a, double power_of_two) {
  return {a.hi * power_of_two, a.lo * power_of_two};
}

}  // namespace sluice
