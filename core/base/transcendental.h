// The one place where the core calls libm's transcendental functions, so that native and wasm builds agree.
#pragma once

namespace sluice {

[[nodiscard]] double math_exp(double x);
[[nodiscard]] double math_log(double x);
[[nodiscard]] double math_log2(double x);
[[nodiscard]] double math_log10(double x);
[[nodiscard]] double math_log1p(double x);
[[nodiscard]] double math_expm1(double x);
[[nodiscard]] double math_exp2(double x);
[[nodiscard]] double math_pow(double x, double y);
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
[[nodiscard]] double math_cbrt(double x);

}  // namespace sluice
