// The layout of IEEE 754 binary64: 1 sign bit, 11 exponent bits biased by 1023, 52 fraction bits.
#include "base/exact_double.h"

#include <cstring>
#include <limits>

namespace sluice {
namespace {

constexpr int kFractionBits = 52;
constexpr std::uint64_t kHiddenBit = std::uint64_t{1} << kFractionBits;
constexpr int kLowestExponent = -1074;  // of the last bit of a subnormal
constexpr int kInfinityField = 2047;

}  // namespace

int bit_width_of(std::uint64_t value) { return value == 0 ? 0 : 64 - __builtin_clzll(value); }

DoubleParts split_double(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  const int field = static_cast<int>((bits >> kFractionBits) & 0x7FF);
  const std::uint64_t fraction = bits & (kHiddenBit - 1);
  const bool negative = (bits >> 63) != 0;
  if (field == 0) return {fraction, fraction == 0 ? 0 : kLowestExponent, negative};
  return {fraction | kHiddenBit, field - 1 + kLowestExponent, negative};
}

double compose_double(std::uint64_t mantissa, bool sticky, std::int64_t exponent) {
  if (mantissa == 0) return 0.0;
  if (exponent > 2000) return std::numeric_limits<double>::infinity();
  if (exponent < -2000) return 0.0;

  std::int64_t last = exponent + bit_width_of(mantissa) - (kFractionBits + 1);  // exponent of the result's last bit
  if (last < kLowestExponent) last = kLowestExponent;
  const std::int64_t shift = last - exponent;
  if (shift > 64) return 0.0;
  if (shift <= 0) {
    mantissa <<= -shift;
  } else {
    const std::uint64_t kept = shift == 64 ? 0 : mantissa >> shift;
    const std::uint64_t half = std::uint64_t{1} << (shift - 1);
    const std::uint64_t lost = shift == 64 ? mantissa : mantissa & ((half << 1) - 1);
    const bool up = lost > half || (lost == half && (sticky || (kept & 1) != 0));
    mantissa = kept + (up ? 1 : 0);
  }

  // Adding the fraction to the exponent field lets a carry out of the mantissa raise the exponent by itself.
  std::uint64_t bits = mantissa;
  if (mantissa >= kHiddenBit) {
    bits = (static_cast<std::uint64_t>(last - kLowestExponent) << kFractionBits) + mantissa;
  }
  if (bits >> kFractionBits >= kInfinityField) return std::numeric_limits<double>::infinity();
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

}  // namespace sluice
