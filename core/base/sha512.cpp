// FIPS 180-4. Its constants are fractional parts, in 64 bits, of roots of the first primes: cube roots for the rounds,
// square roots for the initial state. They are computed when first needed, which is shorter than to list them.
#include "base/sha512.h"

#include <cstddef>
#include <string>

#include "base/bigint.h"

namespace sluice {
namespace {

using State = std::array<std::uint64_t, 8>;

constexpr std::size_t kRounds = 80;
constexpr std::size_t kBlockBytes = 128;
constexpr std::size_t kLengthBytes = 16;

struct Constants {
  std::array<std::uint64_t, kRounds> rounds;
  State initial;
};

std::uint64_t low_64_bits(const BigInt& value) {
  const BigInt low = value & BigInt::from_uint64(~std::uint64_t{0});
  const std::string bytes = low.to_bytes(8, false, false).value_or(std::string(8, '\0'));
  std::uint64_t bits = 0;
  for (std::size_t i = 8; i-- > 0;) bits = bits << 8 | static_cast<unsigned char>(bytes[i]);
  return bits;
}

/// Floor of the cube root of `value` > 0, by Newton's method from above.
BigInt cube_root(const BigInt& value) {
  BigInt root = BigInt(1).shift_left(value.bit_length() / 3 + 1);
  while (true) {
    const BigInt next =
        BigInt::floor_divmod(root + root + BigInt::floor_divmod(value, root * root).quotient, BigInt(3)).quotient;
    if (!(next < root)) return root;
    root = next;
  }
}

bool is_prime(std::int64_t number) {
  for (std::int64_t factor = 2; factor * factor <= number; ++factor) {
    if (number % factor == 0) return false;
  }
  return true;
}

Constants make_constants() {
  Constants constants{};
  std::size_t count = 0;
  for (std::int64_t number = 2; count < kRounds; ++number) {
    if (!is_prime(number)) continue;
    const BigInt prime(number);
    if (count < constants.initial.size()) constants.initial[count] = low_64_bits(prime.shift_left(128).isqrt());
    constants.rounds[count] = low_64_bits(cube_root(prime.shift_left(192)));
    ++count;
  }
  return constants;
}

const Constants& constants() {
  static const Constants kConstants = make_constants();
  return kConstants;
}

std::uint64_t rotate_right(std::uint64_t word, int count) { return word >> count | word << (64 - count); }

void mix_block(State& state, std::string_view block) {
  std::array<std::uint64_t, kRounds> schedule{};
  for (std::size_t i = 0; i < kBlockBytes; ++i) {
    schedule[i / 8] = schedule[i / 8] << 8 | static_cast<unsigned char>(block[i]);
  }
  for (std::size_t i = 16; i < kRounds; ++i) {
    const std::uint64_t a = schedule[i - 15];
    const std::uint64_t b = schedule[i - 2];
    const std::uint64_t small0 = rotate_right(a, 1) ^ rotate_right(a, 8) ^ a >> 7;
    const std::uint64_t small1 = rotate_right(b, 19) ^ rotate_right(b, 61) ^ b >> 6;
    schedule[i] = schedule[i - 16] + small0 + schedule[i - 7] + small1;
  }

  State s = state;  // a to h of the standard
  for (std::size_t i = 0; i < kRounds; ++i) {
    const std::uint64_t big1 = rotate_right(s[4], 14) ^ rotate_right(s[4], 18) ^ rotate_right(s[4], 41);
    const std::uint64_t choice = (s[4] & s[5]) ^ (~s[4] & s[6]);
    const std::uint64_t first = s[7] + big1 + choice + constants().rounds[i] + schedule[i];
    const std::uint64_t big0 = rotate_right(s[0], 28) ^ rotate_right(s[0], 34) ^ rotate_right(s[0], 39);
    const std::uint64_t majority = (s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]);
    s = {first + big0 + majority, s[0], s[1], s[2], s[3] + first, s[4], s[5], s[6]};
  }
  for (std::size_t i = 0; i < state.size(); ++i) state[i] += s[i];
}

}  // namespace

std::array<std::uint8_t, 64> sha512(std::string_view bytes) {
  // Padding: a bit 1, zeros, and the length in bits as a big-endian number at the end of a block.
  std::string message(bytes);
  message.push_back('\x80');
  while (message.size() % kBlockBytes != kBlockBytes - kLengthBytes) message.push_back('\0');
  message.append(kLengthBytes - 8, '\0');
  const std::uint64_t bits = std::uint64_t{8} * bytes.size();
  for (int shift = 56; shift >= 0; shift -= 8) message.push_back(static_cast<char>(bits >> shift & 0xFF));

  State state = constants().initial;
  for (std::size_t at = 0; at < message.size(); at += kBlockBytes) {
    mix_block(state, std::string_view(message).substr(at, kBlockBytes));
  }
  std::array<std::uint8_t, 64> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(state[i / 8] >> (56 - 8 * (i % 8)));
  }
  return digest;
}

}  // namespace sluice
