// The functions of C's <math.h> that a libm may round as it likes, computed here so that every build of the core gives
// the same bits: g++ and clang, any processor, wasm. The bits wanted are those of CPython, that is of glibc.
//
// What was found, against glibc 2.36, with 200,000 arguments a function and more:
// - glibc itself is not one function: on processors with fused multiply-add it takes another path, whose last bit
//   differs for up to 0.08 % of arguments. Emscripten's musl equals glibc without it for exp, log and pow, but differs
//   for 3 % (sin, cos, tan), 6-18 % (asin, acos, atan, atan2), 4 % (log10) or 13 % (tanh).
// - exp, exp2, log, pow, sin and cos here are glibc's on a processor with fused multiply-add (glibc_math.h), and so are
//   log10, log1p, expm1, cbrt and the hyperbolic functions and their inverses: no difference was found in millions of
//   arguments. hypot is correctly rounded, as CPython's own is.
// - log2, tan, asin, acos, atan and atan2 are correctly rounded, from about 100 bits (elementary.h). So are glibc's,
//   nearly always: they differ for 0.03-0.3 % of arguments, by one unit in the last place.
//
// Errors are C's: NaN outside the domain, infinity on overflow. sqrt, fma, floor, fmod and the like are exact in all
// libms.
#pragma once

namespace sluice {

[[nodiscard]] double math_exp(double x);
[[nodiscard]] double math_exp2(double x);
[[nodiscard]] double math_expm1(double x);
[[nodiscard]] double math_log(double x);
[[nodiscard]] double math_log2(double x);
[[nodiscard]] double math_log10(double x);
[[nodiscard]] double math_log1p(double x);
[[nodiscard]] double math_pow(double x, double y);
[[nodiscard]] double math_cbrt(double x);
[[nodiscard]] double math_hypot(double x, double y);

[[nodiscard]] double math_sin(double x);
[[nodiscard]] double math_cos(double x);
[[nodiscard]] double math_tan(double x);
[[nodiscard]] double math_asin(double x);
[[nodiscard]] double math_acos(double x);
[[nodiscard]] double math_atan(double x);
[[nodiscard]] double math_atan2(double y, double x);

[[nodiscard]] double math_sinh(double x);
[[nodiscard]] double math_cosh(double x);
[[nodiscard]] double math_tanh(double x);
[[nodiscard]] double math_asinh(double x);
[[nodiscard]] double math_acosh(double x);
[[nodiscard]] double math_atanh(double x);

}  // namespace sluice
