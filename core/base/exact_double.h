// A double taken apart into integer and power of two, and put together with one correct rounding. Everything that
// converts between decimal, big integers and doubles goes through these two functions.
#pragma once

#include <cstdint>

namespace sluice {

/// |value| = mantissa * 2**exponent, exactly; mantissa < 2**53, and 0 for zero.
struct DoubleParts {
  std::uint64_t mantissa;
  int exponent;
  bool negative;
};

/// Requires a finite value.
[[nodiscard]] DoubleParts split_double(double value);

/// The double nearest to mantissa * 2**exponent, ties to even; infinity on overflow, subnormals rounded once.
///
/// `sticky` says that the true number lies strictly between mantissa and mantissa + 1. With it, the mantissa must have
/// 55 bits or more, so that the half-way point is still visible.
[[nodiscard]] double compose_double(std::uint64_t mantissa, bool sticky, std::int64_t exponent);

/// Number of bits of `value`, 0 for 0.
[[nodiscard]] int bit_width_of(std::uint64_t value);

}  // namespace sluice
