// Magnitudes: unsigned integers of any size as vectors of 32-bit limbs, the arithmetic under BigInt and float text.
//
// Invariant of every argument and result: least significant limb first, no leading zero limb; zero is empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice::limbs {

using Limbs = std::vector<std::uint32_t>;

[[nodiscard]] Limbs from_uint64(std::uint64_t value);
/// The lowest 64 bits.
[[nodiscard]] std::uint64_t low_uint64(const Limbs& a);
void trim(Limbs& a);

[[nodiscard]] int compare(const Limbs& a, const Limbs& b);
[[nodiscard]] std::uint64_t bit_length(const Limbs& a);
[[nodiscard]] Limbs add(const Limbs& a, const Limbs& b);
/// Requires a >= b.
[[nodiscard]] Limbs subtract(const Limbs& a, const Limbs& b);
/// Cost: schoolbook below kKaratsubaLimbs limbs, Karatsuba above.
[[nodiscard]] Limbs multiply(const Limbs& a, const Limbs& b);
[[nodiscard]] Limbs shift_left(const Limbs& a, std::uint64_t count);
/// Truncates.
[[nodiscard]] Limbs shift_right(const Limbs& a, std::uint64_t count);
/// True if any of the lowest `count` bits is set.
[[nodiscard]] bool any_low_bits(const Limbs& a, std::uint64_t count);

/// a = a * factor + summand, in place.
void multiply_add_small(Limbs& a, std::uint32_t factor, std::uint32_t summand);
/// a = a / divisor, in place; returns the remainder. Requires divisor != 0.
std::uint32_t divide_small(Limbs& a, std::uint32_t divisor);

/// Truncating division; `remainder` may be null. Requires b != 0. Cost: O(len(b) * (len(a) - len(b))), Knuth's D.
[[nodiscard]] Limbs divide(const Limbs& a, const Limbs& b, Limbs* remainder);

/// 10**exponent.
[[nodiscard]] Limbs power_of_ten(std::uint64_t exponent);

/// Below this length schoolbook multiplication is faster.
inline constexpr std::size_t kKaratsubaLimbs = 48;

}  // namespace sluice::limbs
