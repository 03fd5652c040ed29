// The tables of glibc's exp, log, pow, sin and cos, made anew at first use from the rules that they follow.
//
// Only one of them cannot be computed quickly: the reciprocals for log were chosen by a long search, whose outcome is
// kept here as 128 distances (scripts/generate-log-reciprocals does the search).
#pragma once

#include <cstddef>
#include <cstdint>

namespace sluice::glibc {

inline constexpr std::size_t kIntervals = 128;  // of a table, in one factor of two
inline constexpr std::size_t kAngles = 110;     // multiples of 1/128 up to pi/4 and what reduction leaves beyond it

/// 2**(i / 128), as bits from which i is taken off the exponent field's top, and the relative error of rounding it.
struct ExpEntry {
  double tail;
  std::uint64_t bits;
};
[[nodiscard]] const ExpEntry* exp_table();

/// Near the centre of interval i of [0.6875, 1.375): a reciprocal, and minus its logarithm.
struct LogEntry {
  double reciprocal;
  double log;
};
[[nodiscard]] const LogEntry* log_table();

/// The same for pow, with the logarithm in two parts and reciprocals of 9 bits.
struct PowEntry {
  double reciprocal;
  double log;
  double log_tail;
};
[[nodiscard]] const PowEntry* pow_table();

/// sin and cos of i / 128 in two parts each.
struct AngleEntry {
  double sine;
  double sine_low;
  double cosine;
  double cosine_low;
};
[[nodiscard]] const AngleEntry* angle_table();

/// The bits that interval 0 of the log table starts with, and of the pow table.
inline constexpr std::uint64_t kLogStart = 0x3FE6000000000000;
inline constexpr std::uint64_t kPowStart = 0x3FE6955500000000;

}  // namespace sluice::glibc
