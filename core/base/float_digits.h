// A double as decimal digits: the shortest that read back, or a given number of them, correctly rounded. What
// float_text.h lays out as text.
#pragma once

#include <cstdint>
#include <string>

namespace sluice {

/// Decimal digits of |value|: 0.d1d2d3... * 10**point. At least one digit; "0" with point 1 for zero.
struct Digits {
  std::string digits;
  std::int64_t point = 0;
};

/// The shortest digits that read back as `value`, and of these the nearest to it. Requires a finite value.
/// Cost: no allocation beyond the result for 1e-20 < |value| < 2**53.
[[nodiscard]] Digits shortest_digits(double value);

/// `count` >= 1 significant digits, ties to even on the exact value. May have fewer if the rest are zeros.
[[nodiscard]] Digits significant_digits(double value, std::int64_t count);

/// Digits up to 10**-places (`places` may be negative), ties to even on the exact value. The value may round to zero:
/// then "0" with point 1.
[[nodiscard]] Digits fixed_digits(double value, std::int64_t places);

}  // namespace sluice
