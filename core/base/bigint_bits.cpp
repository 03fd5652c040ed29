// & | ^ on negatives as if in two's complement with infinitely many sign bits, and conversion to and from bytes.
#include <algorithm>
#include <utility>

#include "base/bigint.h"
#include "base/limbs.h"

namespace sluice {
namespace {

using limbs::Limbs;

/// Two's complement of a magnitude within `limbs` in place: ~x + 1.
void negate(Limbs& limbs) {
  std::uint64_t carry = 1;
  for (std::uint32_t& limb : limbs) {
    carry += static_cast<std::uint32_t>(~limb);
    limb = static_cast<std::uint32_t>(carry);
    carry >>= 32;
  }
}

/// `count` limbs of two's complement; count is large enough for a sign bit.
Limbs to_complement(Limbs magnitude, bool negative, std::size_t count) {
  magnitude.resize(count, 0);
  if (negative) negate(magnitude);
  return magnitude;
}

template <typename Operation>
Limbs combine(Limbs a, bool a_negative, Limbs b, bool b_negative, bool& negative, Operation operation) {
  const std::size_t count = std::max(a.size(), b.size()) + 1;
  a = to_complement(std::move(a), a_negative, count);
  b = to_complement(std::move(b), b_negative, count);
  for (std::size_t i = 0; i < count; ++i) a[i] = operation(a[i], b[i]);
  negative = (a.back() >> 31) != 0;
  if (negative) negate(a);
  return a;
}

}  // namespace

BigInt operator&(const BigInt& a, const BigInt& b) {
  bool negative = false;
  Limbs bits = combine(a.limbs_, a.negative_, b.limbs_, b.negative_, negative,
                       [](std::uint32_t x, std::uint32_t y) { return x & y; });
  return BigInt(std::move(bits), negative);
}

BigInt operator|(const BigInt& a, const BigInt& b) {
  bool negative = false;
  Limbs bits = combine(a.limbs_, a.negative_, b.limbs_, b.negative_, negative,
                       [](std::uint32_t x, std::uint32_t y) { return x | y; });
  return BigInt(std::move(bits), negative);
}

BigInt operator^(const BigInt& a, const BigInt& b) {
  bool negative = false;
  Limbs bits = combine(a.limbs_, a.negative_, b.limbs_, b.negative_, negative,
                       [](std::uint32_t x, std::uint32_t y) { return x ^ y; });
  return BigInt(std::move(bits), negative);
}

BigInt BigInt::from_bytes(std::string_view bytes, bool big_endian, bool is_signed) {
  Limbs limbs(bytes.size() / 4 + 1, 0);
  const auto byte_at = [&](std::size_t i) {
    return static_cast<unsigned char>(big_endian ? bytes[bytes.size() - 1 - i] : bytes[i]);
  };
  for (std::size_t i = 0; i < bytes.size(); ++i) limbs[i / 4] |= std::uint32_t{byte_at(i)} << (8 * (i % 4));
  const bool negative = is_signed && !bytes.empty() && byte_at(bytes.size() - 1) >= 0x80;
  if (negative) {
    for (std::size_t i = bytes.size(); i < limbs.size() * 4; ++i) limbs[i / 4] |= std::uint32_t{0xFF} << (8 * (i % 4));
    negate(limbs);
  }
  return BigInt(std::move(limbs), negative);
}

std::optional<std::string> BigInt::to_bytes(std::size_t length, bool big_endian, bool is_signed) const {
  if (negative_ && !is_signed) return std::nullopt;
  // In two's complement n >= 0 needs one bit more than its magnitude, and n < 0 as many as ~n.
  const std::uint64_t bits = is_signed ? (negative_ ? ~*this : *this).bit_length() + 1 : bit_length();
  const bool empty_zero = limbs_.empty() && length == 0;
  if (!empty_zero && bits > std::uint64_t{8} * length) return std::nullopt;

  const Limbs complement = to_complement(limbs_, negative_, std::max(limbs_.size(), length / 4) + 1);
  std::string bytes(length, '\0');
  for (std::size_t i = 0; i < length; ++i) {
    const std::size_t at = big_endian ? length - 1 - i : i;
    bytes[at] = static_cast<char>(static_cast<unsigned char>(complement[i / 4] >> (8 * (i % 4))));
  }
  return bytes;
}

}  // namespace sluice
