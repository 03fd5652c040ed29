// Powers, roots, common divisors and rounding of BigInt.
#include <bit>
#include <cstdint>
#include <limits>
#include <utility>

#include "base/bigint.h"
#include "base/check.h"
#include "base/limbs.h"

namespace sluice {
namespace {

/// The inverse of a modulo n by Euclid's extended algorithm; none if they share a factor. Requires n > 0.
std::optional<BigInt> inverse_mod(BigInt a, BigInt n) {
  const BigInt modulus = n;
  BigInt x(1);
  BigInt next_x(0);
  while (!n.is_zero()) {
    BigInt::DivMod step = BigInt::floor_divmod(a, n);
    a = std::exchange(n, std::move(step.remainder));
    BigInt following = x - step.quotient * next_x;
    x = std::exchange(next_x, std::move(following));
  }
  if (a != BigInt(1)) return std::nullopt;
  return BigInt::floor_divmod(x, modulus).remainder;
}

}  // namespace

BigInt BigInt::power(const BigInt& base, std::uint64_t exponent) {
  // A factor of two is a shift of the result, which costs nothing beside the squares of an odd number.
  std::uint64_t twos = 0;
  for (const std::uint32_t limb : base.limbs_) {
    twos += static_cast<std::uint64_t>(std::countr_zero(limb));
    if (limb != 0) break;
  }
  if (twos != 0) return power(base.shift_right(twos), exponent).shift_left(twos * exponent);
  BigInt result(1);
  BigInt square = base;
  for (std::uint64_t left = exponent; left != 0; left >>= 1) {
    if ((left & 1) != 0) result = result * square;
    if (left > 1) square = square * square;
  }
  return result;
}

std::optional<BigInt> BigInt::power_mod(const BigInt& base, const BigInt& exponent, const BigInt& modulus) {
  SLUICE_CHECK(!modulus.is_zero());
  const BigInt n = modulus.abs();
  BigInt square = floor_divmod(base, n).remainder;
  if (exponent.is_negative()) {
    std::optional<BigInt> inverse = inverse_mod(square, n);
    if (!inverse) return std::nullopt;
    square = std::move(*inverse);
  }
  BigInt result = floor_divmod(BigInt(1), n).remainder;
  const std::uint64_t bits = exponent.bit_length();
  for (std::uint64_t i = 0; i < bits; ++i) {
    if (((exponent.limbs_[static_cast<std::size_t>(i / 32)] >> (i % 32)) & 1u) != 0)
      result = floor_divmod(result * square, n).remainder;
    if (i + 1 < bits) square = floor_divmod(square * square, n).remainder;
  }
  // A negative modulus gives a remainder of its own sign.
  return floor_divmod(result, modulus).remainder;
}

BigInt BigInt::gcd(const BigInt& a, const BigInt& b) {
  Limbs x = a.limbs_;
  Limbs y = b.limbs_;
  while (!y.empty()) {
    Limbs rest;
    static_cast<void>(limbs::divide(x, y, &rest));
    x = std::exchange(y, std::move(rest));
  }
  return BigInt(std::move(x), false);
}

BigInt BigInt::isqrt() const {
  SLUICE_CHECK(!negative_);
  if (limbs_.empty()) return BigInt();
  // Newton from above: decreases until it reaches the floor of the root.
  BigInt root = BigInt(1).shift_left((bit_length() + 1) / 2);
  while (true) {
    BigInt next = (root + floor_divmod(*this, root).quotient).shift_right(1);
    if (compare(next, root) >= 0) return root;
    root = std::move(next);
  }
}

BigInt BigInt::round_to_power_of_ten(std::uint64_t digits) const {
  // Beyond the number's own digits the result is 0, and 10**digits might not fit into memory.
  if (digits > bit_length()) return BigInt();
  const BigInt unit(limbs::power_of_ten(digits), false);
  DivMod parts = floor_divmod(*this, unit);
  const int order = compare(parts.remainder.shift_left(1), unit);
  if (order > 0 || (order == 0 && parts.quotient.is_odd())) parts.quotient = parts.quotient + BigInt(1);
  return parts.quotient * unit;
}

std::uint64_t BigInt::power_bits_estimate(const BigInt& base, std::uint64_t exponent) {
  const std::uint64_t bits = base.bit_length();
  if (bits <= 1) return 1;  // -1, 0, 1
  if (exponent > std::numeric_limits<std::uint64_t>::max() / bits) return std::numeric_limits<std::uint64_t>::max();
  return bits * exponent;
}

}  // namespace sluice
