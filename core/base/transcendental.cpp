// Calls to libm, and nothing else: see the header for what each platform's libm returns.
#include "base/transcendental.h"

#include <cmath>

namespace sluice {

double math_exp(double x) { return std::exp(x); }
double math_log(double x) { return std::log(x); }
double math_log2(double x) { return std::log2(x); }
double math_log10(double x) { return std::log10(x); }
double math_log1p(double x) { return std::log1p(x); }
double math_expm1(double x) { return std::expm1(x); }
double math_exp2(double x) { return std::exp2(x); }
double math_pow(double x, double y) { return std::pow(x, y); }
double math_sin(double x) { return std::sin(x); }
double math_cos(double x) { return std::cos(x); }
double math_tan(double x) { return std::tan(x); }
double math_asin(double x) { return std::asin(x); }
double math_acos(double x) { return std::acos(x); }
double math_atan(double x) { return std::atan(x); }
double math_atan2(double y, double x) { return std::atan2(y, x); }
double math_sinh(double x) { return std::sinh(x); }
double math_cosh(double x) { return std::cosh(x); }
double math_tanh(double x) { return std::tanh(x); }
double math_asinh(double x) { return std::asinh(x); }
double math_acosh(double x) { return std::acosh(x); }
double math_atanh(double x) { return std::atanh(x); }
double math_cbrt(double x) { return std::cbrt(x); }

}  // namespace sluice
