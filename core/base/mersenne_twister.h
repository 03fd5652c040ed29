// MT19937 as CPython seeds and reads it: the core of random.Random. Equal seeds give CPython's numbers to the last bit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/bigint.h"

namespace sluice {

class MersenneTwister {
 public:
  static constexpr std::size_t kSize = 624;

  /// Seeded with 0. A program that never seeds has no CPython counterpart to agree with, so it gets this.
  MersenneTwister() { seed(BigInt(0)); }

  /// random.seed(int): the sign does not count.
  void seed(const BigInt& value);
  /// random.seed(str | bytes), version 2: of the UTF-8 bytes and their SHA-512.
  void seed_bytes(std::string_view bytes);
  /// random.seed(x) of anything else that hashes (float, None has no fixed seed): by |hash|, as unsigned.
  void seed_hash(std::int64_t hash);

  [[nodiscard]] std::uint32_t next_uint32();
  /// random(): 53 bits, in [0, 1).
  [[nodiscard]] double random();
  /// getrandbits(bits).
  [[nodiscard]] BigInt getrandbits(std::uint64_t bits);
  /// getrandbits(bits) for bits <= 64, without allocation.
  [[nodiscard]] std::uint64_t getrandbits64(unsigned bits);
  /// _randbelow(n), 0 <= result < n; 0 if n is 0 (random.py since 3.10: n must be positive for callers).
  [[nodiscard]] std::uint64_t randbelow(std::uint64_t n);
  [[nodiscard]] BigInt randbelow(const BigInt& n);

  /// getstate()/setstate(): 624 words and the position.
  [[nodiscard]] std::vector<std::uint32_t> state() const;
  /// Requires 625 words, the last at most 624.
  void set_state(const std::vector<std::uint32_t>& state);

 private:
  void init(std::uint32_t seed);
  void init_by_array(const std::vector<std::uint32_t>& key);
  void refill();

  std::array<std::uint32_t, kSize> words_;
  std::size_t index_ = kSize;
};

}  // namespace sluice
