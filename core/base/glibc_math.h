// exp, log, pow, sin and cos with glibc's bits (2.28 and later) on a processor with fused multiply-add, which is what
// CPython shows nearly everywhere. Same steps in the same order; `fma` stands where the compiler of glibc fuses.
//
// Arguments are ordinary: the caller has dealt with NaN, infinities, zeros and signs (see transcendental.h).
#pragma once

namespace sluice::glibc {

/// e**x for finite x; infinity or zero beyond the range.
[[nodiscard]] double exp(double x);
[[nodiscard]] double exp2(double x);
/// For 0 < x < infinity.
[[nodiscard]] double log(double x);
/// x**y for 0 < x < infinity and finite y != 0.
[[nodiscard]] double pow(double x, double y);
/// For finite x.
[[nodiscard]] double sin(double x);
[[nodiscard]] double cos(double x);

}  // namespace sluice::glibc
