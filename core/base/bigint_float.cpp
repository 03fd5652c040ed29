// BigInt against double: conversion, exact comparison, correctly rounded division; and the hash that both share.
#include <cmath>
#include <utility>

#include "base/bigint.h"
#include "base/check.h"
#include "base/exact_double.h"
#include "base/limbs.h"

namespace sluice {
namespace {

using limbs::Limbs;

/// The top 64 bits of a magnitude; `exponent` gets the power of two below them, `sticky` whether lower bits are set.
std::uint64_t top_bits(const Limbs& a, std::int64_t& exponent, bool& sticky) {
  const std::uint64_t bits = limbs::bit_length(a);
  if (bits <= 64) {
    exponent = 0;
    sticky = false;
    return limbs::low_uint64(a);
  }
  exponent = static_cast<std::int64_t>(bits - 64);
  sticky = limbs::any_low_bits(a, bits - 64);
  return limbs::low_uint64(limbs::shift_right(a, bits - 64));
}

}  // namespace

std::optional<BigInt> BigInt::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  const DoubleParts parts = split_double(value);
  const Limbs mantissa = limbs::from_uint64(parts.mantissa);
  if (parts.exponent < 0) {
    return BigInt(limbs::shift_right(mantissa, static_cast<std::uint64_t>(-parts.exponent)), parts.negative);
  }
  return BigInt(limbs::shift_left(mantissa, static_cast<std::uint64_t>(parts.exponent)), parts.negative);
}

std::optional<double> BigInt::to_double() const {
  std::int64_t exponent = 0;
  bool sticky = false;
  const std::uint64_t mantissa = top_bits(limbs_, exponent, sticky);
  const double magnitude = compose_double(mantissa, sticky, exponent);
  if (std::isinf(magnitude)) return std::nullopt;
  return negative_ ? -magnitude : magnitude;
}

double BigInt::to_mantissa(std::int64_t& exponent) const {
  const std::int64_t bits = static_cast<std::int64_t>(bit_length());
  bool sticky = false;
  const std::uint64_t mantissa = top_bits(limbs_, exponent, sticky);
  double magnitude = compose_double(mantissa, sticky, exponent - bits);
  exponent = bits;
  if (magnitude == 1.0) {
    magnitude = 0.5;
    ++exponent;
  }
  return negative_ ? -magnitude : magnitude;
}

int BigInt::compare(const BigInt& a, double b) {
  if (std::isnan(b)) return 2;
  if (std::isinf(b)) return b > 0 ? -1 : 1;
  const int b_sign = b > 0 ? 1 : b < 0 ? -1 : 0;
  if (a.sign() != b_sign) return a.sign() < b_sign ? -1 : 1;
  const std::optional<BigInt> whole = from_double(b);
  SLUICE_CHECK(whole.has_value());
  const int order = compare(a, *whole);
  if (order != 0) return order;
  const double fraction = b - std::trunc(b);
  return fraction > 0 ? -1 : fraction < 0 ? 1 : 0;
}

std::optional<double> BigInt::true_divide(const BigInt& a, const BigInt& b) {
  SLUICE_CHECK(!b.is_zero());
  if (a.is_zero()) return b.negative_ ? -0.0 : 0.0;
  // Scale so that the quotient has 63 or 64 bits: more than a double holds, and the remainder is only needed as "not
  // 0".
  const std::int64_t a_bits = static_cast<std::int64_t>(a.bit_length());
  const std::int64_t b_bits = static_cast<std::int64_t>(b.bit_length());
  const std::int64_t scale = 63 - (a_bits - b_bits);
  Limbs numerator = a.limbs_;
  Limbs denominator = b.limbs_;
  if (scale >= 0) numerator = limbs::shift_left(numerator, static_cast<std::uint64_t>(scale));
  if (scale < 0) denominator = limbs::shift_left(denominator, static_cast<std::uint64_t>(-scale));
  Limbs rest;
  const Limbs quotient = limbs::divide(numerator, denominator, &rest);
  const double magnitude = compose_double(limbs::low_uint64(quotient), !rest.empty(), -scale);
  if (std::isinf(magnitude)) return std::nullopt;
  return a.negative_ != b.negative_ ? -magnitude : magnitude;
}

std::int64_t BigInt::hash() const {
  constexpr std::uint64_t kModulus = (std::uint64_t{1} << 61) - 1;
  std::uint64_t hash = 0;
  for (std::size_t i = limbs_.size(); i-- > 0;) {
    // hash * 2**32 modulo 2**61 - 1 is a rotation of 61 bits.
    hash = ((hash << 32) & kModulus) | hash >> 29;
    hash += limbs_[i];
    if (hash >= kModulus) hash -= kModulus;
  }
  const std::int64_t value = negative_ ? -static_cast<std::int64_t>(hash) : static_cast<std::int64_t>(hash);
  return value == -1 ? -2 : value;
}

}  // namespace sluice
