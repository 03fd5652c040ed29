// Elementary functions: values known exactly or to all digits, and the edges of their domains.
#include "base/transcendental.h"

#include <cmath>
#include <limits>

#include "catch.h"

namespace sluice {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kPi = 3.141592653589793;

}  // namespace

TEST_CASE("exponentials and logarithms", "[math]") {
  CHECK(math_exp(1.0) == 2.718281828459045);
  CHECK(math_exp(-745.1) == 5e-324);
  CHECK(math_exp(710.0) == kInfinity);
  CHECK(math_exp(-kInfinity) == 0.0);
  CHECK(math_exp2(10.0) == 1024.0);
  CHECK(math_exp2(0.5) == 1.4142135623730951);
  CHECK(math_expm1(1e-10) == 1.00000000005e-10);
  CHECK(math_expm1(1.0) == 1.718281828459045);
  CHECK(math_log(10.0) == 2.302585092994046);
  CHECK(math_log(5e-324) == -744.4400719213812);
  CHECK(math_log(1.0 + 0x1p-52) == 0x1.fffffffffffffp-53);
  CHECK(math_log(0.0) == -kInfinity);
  CHECK(std::isnan(math_log(-1.0)));
  CHECK(math_log2(8.0) == 3.0);
  CHECK(math_log2(0x1p-1074) == -1074.0);
  CHECK(math_log10(1000.0) == 3.0);
  CHECK(math_log10(2.0) == 0.3010299956639812);
  CHECK(math_log1p(1e-10) == 9.999999999500001e-11);
}

TEST_CASE("powers", "[math]") {
  CHECK(math_pow(2.0, 0.5) == 1.4142135623730951);
  CHECK(math_pow(10.0, 22.0) == 1e22);
  CHECK(math_pow(3.0, 34.0) == 16677181699666570.0);  // exactly half-way; glibc does not round it to even
  CHECK(math_pow(-2.0, 3.0) == -8.0);
  CHECK(math_pow(1.1, 10.0) == 2.5937424601000023);
  CHECK(math_pow(10.0, -3.0) == 0.001);
  CHECK(math_pow(10.0, 400.0) == kInfinity);
  CHECK(math_pow(0.5, 2000.0) == 0.0);
  CHECK(math_pow(2.0, 0x1p-200) == 1.0);
  CHECK(std::isnan(math_pow(-2.0, 0.5)));
  CHECK(math_pow(-0.0, -1.0) == -kInfinity);
  CHECK(math_cbrt(-27.0) == -3.0000000000000004);
  CHECK(math_hypot(3.0, 4.0) == 5.0);
  CHECK(math_hypot(3e300, 4e300) == 5e300);
}

TEST_CASE("angles of any size", "[math]") {
  CHECK(math_sin(kPi) == 1.2246467991473532e-16);
  CHECK(math_cos(kPi / 2) == 6.123233995736766e-17);
  CHECK(math_sin(1.0) == 0.8414709848078965);
  CHECK(math_cos(1.0) == 0.5403023058681398);
  CHECK(math_tan(1.0) == 1.5574077246549023);
  CHECK(math_sin(-1e-300) == -1e-300);
  CHECK(math_sin(1e22) == -0.8522008497671888);
  CHECK(math_cos(1.7976931348623157e308) == -0.9999876894265599);
  CHECK(math_sin(6381956970095103.0 * 0x1p797) == 1.0);  // the double nearest to a multiple of pi/2
  CHECK(std::isnan(math_sin(kInfinity)));
}

TEST_CASE("inverse and hyperbolic functions", "[math]") {
  CHECK(math_asin(1.0) == kPi / 2);
  CHECK(math_acos(-1.0) == kPi);
  CHECK(math_acos(1.0) == 0.0);
  CHECK(math_atan(1.0) == kPi / 4);
  CHECK(math_atan(-kInfinity) == -kPi / 2);
  CHECK(math_atan2(1.0, -1.0) == 2.356194490192345);
  CHECK(math_atan2(-0.0, -1.0) == -kPi);
  CHECK(math_atan2(1e-300, 1e300) == 0.0);
  CHECK(std::isnan(math_asin(1.5)));
  CHECK(math_sinh(1.0) == 1.1752011936438014);
  CHECK(math_cosh(1.0) == 1.5430806348152437);
  CHECK(math_tanh(0.5) == 0.46211715726000973);
  CHECK(math_sinh(710.0) == 1.1169973830808557e308);
  CHECK(math_asinh(1.0) == 0.881373587019543);
  CHECK(math_acosh(2.0) == 1.3169578969248166);
  CHECK(math_atanh(0.25) == 0.25541281188299536);
}

TEST_CASE("glibc's bits where they are not the nearest", "[math]") {
  // Found by comparing a million arguments: here correct rounding would give the neighbour.
  CHECK(math_exp(5.9103500225394319) == 368.83523346297375);
  CHECK(math_cos(1.3038259139657242) == 0.26381038912937627);
  CHECK(math_cos(1.3662561879801234) == 0.20311690625148782);
  CHECK(math_exp(4.6759214041220405) == 107.33141715481422);
  CHECK(math_sin(0.31722577247489991) == 0.31193195846482136);
  CHECK(math_sin(0.18613455685258828) == 0.18506161195785376);
  CHECK(math_log(0.89763494007824507) == -0.10799181885917977);
  CHECK(math_log(0.58895225912093685) == -0.52941015273965952);
}

}  // namespace sluice
