// Signs, order, + - *, and Python's division. Text, doubles and powers are in the files beside this one.
#include "base/bigint.h"

#include <algorithm>
#include <utility>

#include "base/check.h"
#include "base/limbs.h"

namespace sluice {

BigInt::BigInt(std::int64_t value)
    : limbs_(
          limbs::from_uint64(value < 0 ? ~static_cast<std::uint64_t>(value) + 1 : static_cast<std::uint64_t>(value))),
      negative_(value < 0) {}

BigInt::BigInt(Limbs limbs, bool negative) : limbs_(std::move(limbs)), negative_(negative) { normalize(); }

BigInt BigInt::from_uint64(std::uint64_t value) { return BigInt(limbs::from_uint64(value), false); }

void BigInt::normalize() {
  limbs::trim(limbs_);
  if (limbs_.empty()) negative_ = false;
}

bool BigInt::fits_int64() const {
  if (limbs_.size() < 2) return true;
  if (limbs_.size() > 2) return false;
  const std::uint64_t magnitude = limbs::low_uint64(limbs_);
  return magnitude < (std::uint64_t{1} << 63) + (negative_ ? 1 : 0);
}

std::int64_t BigInt::to_int64() const {
  SLUICE_CHECK(fits_int64());
  const std::uint64_t magnitude = limbs::low_uint64(limbs_);
  return static_cast<std::int64_t>(negative_ ? ~magnitude + 1 : magnitude);
}

std::optional<std::int64_t> BigInt::try_int64() const {
  if (!fits_int64()) return std::nullopt;
  return to_int64();
}

std::uint64_t BigInt::bit_length() const { return limbs::bit_length(limbs_); }

std::uint64_t BigInt::bit_count() const {
  std::uint64_t count = 0;
  for (const std::uint32_t limb : limbs_) count += static_cast<std::uint64_t>(__builtin_popcount(limb));
  return count;
}

BigInt BigInt::operator-() const { return BigInt(limbs_, !negative_); }
BigInt BigInt::operator~() const { return -*this - BigInt(1); }
BigInt BigInt::abs() const { return BigInt(limbs_, false); }

BigInt operator+(const BigInt& a, const BigInt& b) {
  if (a.negative_ == b.negative_) return BigInt(limbs::add(a.limbs_, b.limbs_), a.negative_);
  if (limbs::compare(a.limbs_, b.limbs_) >= 0) return BigInt(limbs::subtract(a.limbs_, b.limbs_), a.negative_);
  return BigInt(limbs::subtract(b.limbs_, a.limbs_), b.negative_);
}

BigInt operator-(const BigInt& a, const BigInt& b) { return a + -b; }

BigInt operator*(const BigInt& a, const BigInt& b) {
  return BigInt(limbs::multiply(a.limbs_, b.limbs_), a.negative_ != b.negative_);
}

BigInt BigInt::shift_left(std::uint64_t count) const { return BigInt(limbs::shift_left(limbs_, count), negative_); }

BigInt BigInt::shift_right(std::uint64_t count) const {
  BigInt result(limbs::shift_right(limbs_, count), negative_);
  // Truncation went towards zero; the floor of a negative is one lower if bits were lost.
  if (negative_ && limbs::any_low_bits(limbs_, count)) return result - BigInt(1);
  return result;
}

int BigInt::compare(const BigInt& a, const BigInt& b) {
  if (a.negative_ != b.negative_) return a.negative_ ? -1 : 1;
  const int magnitude = limbs::compare(a.limbs_, b.limbs_);
  return a.negative_ ? -magnitude : magnitude;
}

BigInt::DivMod BigInt::floor_divmod(const BigInt& a, const BigInt& b) {
  Limbs rest;
  Limbs quotient = limbs::divide(a.limbs_, b.limbs_, &rest);
  DivMod result{BigInt(std::move(quotient), a.negative_ != b.negative_), BigInt(std::move(rest), a.negative_)};
  if (!result.remainder.is_zero() && a.negative_ != b.negative_) {
    result.quotient = result.quotient - BigInt(1);
    result.remainder = result.remainder + b;
  }
  return result;
}

std::uint64_t BigInt::multiply_bits_estimate(const BigInt& a, const BigInt& b) {
  return a.is_zero() || b.is_zero() ? 0 : a.bit_length() + b.bit_length();
}

}  // namespace sluice
