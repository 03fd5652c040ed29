// Matsumoto and Nishimura's generator with the seeding of their 2002 reference, and CPython's ways to draw from it.
#include "base/mersenne_twister.h"

#include <algorithm>
#include <string>

#include "base/check.h"
#include "base/exact_double.h"
#include "base/sha512.h"

namespace sluice {
namespace {

constexpr std::size_t kMiddle = 397;
constexpr std::uint32_t kTwist = 0x9908B0DF;

std::uint32_t twist(std::uint32_t high, std::uint32_t low) {
  const std::uint32_t bits = (high & 0x80000000u) | (low & 0x7FFFFFFFu);
  return bits >> 1 ^ ((bits & 1u) != 0 ? kTwist : 0u);
}

}  // namespace

void MersenneTwister::init(std::uint32_t seed) {
  words_[0] = seed;
  for (std::size_t i = 1; i < kSize; ++i) {
    words_[i] = 1812433253u * (words_[i - 1] ^ words_[i - 1] >> 30) + static_cast<std::uint32_t>(i);
  }
  index_ = kSize;
}

void MersenneTwister::init_by_array(const std::vector<std::uint32_t>& key) {
  init(19650218u);
  std::size_t i = 1;
  const auto advance = [this, &i] {
    if (++i < kSize) return;
    words_[0] = words_[kSize - 1];
    i = 1;
  };
  std::size_t j = 0;
  for (std::size_t k = std::max(kSize, key.size()); k > 0; --k) {
    const std::uint32_t mixed = (words_[i - 1] ^ words_[i - 1] >> 30) * 1664525u;
    words_[i] = (words_[i] ^ mixed) + key[j] + static_cast<std::uint32_t>(j);
    advance();
    if (++j >= key.size()) j = 0;
  }
  for (std::size_t k = kSize - 1; k > 0; --k) {
    const std::uint32_t mixed = (words_[i - 1] ^ words_[i - 1] >> 30) * 1566083941u;
    words_[i] = (words_[i] ^ mixed) - static_cast<std::uint32_t>(i);
    advance();
  }
  words_[0] = 0x80000000u;
}

void MersenneTwister::refill() {
  for (std::size_t i = 0; i < kSize; ++i) {
    words_[i] = words_[(i + kMiddle) % kSize] ^ twist(words_[i], words_[(i + 1) % kSize]);
  }
  index_ = 0;
}

std::uint32_t MersenneTwister::next_uint32() {
  if (index_ >= kSize) refill();
  std::uint32_t y = words_[index_++];
  y ^= y >> 11;
  y ^= y << 7 & 0x9D2C5680u;
  y ^= y << 15 & 0xEFC60000u;
  return y ^ y >> 18;
}

void MersenneTwister::seed(const BigInt& value) {
  const BigInt magnitude = value.abs();
  const std::size_t count = std::max<std::size_t>(1, static_cast<std::size_t>((magnitude.bit_length() + 31) / 32));
  const std::string bytes = magnitude.to_bytes(count * 4, false, false).value_or(std::string(count * 4, '\0'));
  std::vector<std::uint32_t> key(count, 0);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    key[i / 4] |= std::uint32_t{static_cast<unsigned char>(bytes[i])} << (8 * (i % 4));
  }
  init_by_array(key);
}

void MersenneTwister::seed_bytes(std::string_view bytes) {
  const std::array<std::uint8_t, 64> digest = sha512(bytes);
  seed(BigInt::from_bytes(std::string(bytes) + std::string(digest.begin(), digest.end()), true, false));
}

void MersenneTwister::seed_hash(std::int64_t hash) { seed(BigInt::from_uint64(static_cast<std::uint64_t>(hash))); }

double MersenneTwister::random() {
  constexpr double kScale = 1.0 / 9007199254740992.0;  // 2**-53
  const std::uint32_t high = next_uint32() >> 5;
  const std::uint32_t low = next_uint32() >> 6;
  return (high * 67108864.0 + low) * kScale;
}

std::uint64_t MersenneTwister::getrandbits64(unsigned bits) {
  SLUICE_CHECK(bits <= 64);
  if (bits == 0) return 0;
  if (bits <= 32) return next_uint32() >> (32 - bits);
  const std::uint64_t low = next_uint32();
  return std::uint64_t{next_uint32() >> (64 - bits)} << 32 | low;
}

BigInt MersenneTwister::getrandbits(std::uint64_t bits) {
  if (bits <= 64) return BigInt::from_uint64(getrandbits64(static_cast<unsigned>(bits)));
  // The first word drawn is the lowest; the last one gives its top bits.
  std::string bytes;
  for (std::uint64_t left = bits; left > 0; left -= std::min<std::uint64_t>(left, 32)) {
    std::uint32_t word = next_uint32();
    if (left < 32) word >>= 32 - left;
    for (int shift = 0; shift < 32; shift += 8) bytes.push_back(static_cast<char>(word >> shift & 0xFF));
  }
  return BigInt::from_bytes(bytes, false, false);
}

std::uint64_t MersenneTwister::randbelow(std::uint64_t n) {
  if (n == 0) return 0;
  const unsigned bits = static_cast<unsigned>(bit_width_of(n));
  std::uint64_t draw = getrandbits64(bits);
  while (draw >= n) draw = getrandbits64(bits);
  return draw;
}

BigInt MersenneTwister::randbelow(const BigInt& n) {
  if (n.sign() <= 0) return BigInt();
  const std::uint64_t bits = n.bit_length();
  BigInt draw = getrandbits(bits);
  while (!(draw < n)) draw = getrandbits(bits);
  return draw;
}

std::vector<std::uint32_t> MersenneTwister::state() const {
  std::vector<std::uint32_t> state(words_.begin(), words_.end());
  state.push_back(static_cast<std::uint32_t>(index_));
  return state;
}

void MersenneTwister::set_state(const std::vector<std::uint32_t>& state) {
  SLUICE_CHECK(state.size() == kSize + 1 && state.back() <= kSize);
  std::copy_n(state.begin(), kSize, words_.begin());
  index_ = state.back();
}

}  // namespace sluice
