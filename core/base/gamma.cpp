// Lanczos' approximation with 13 terms and g = 6.0246800407767296, the choice of Boost and CPython:
// gamma(x) = (x + g - 1/2) ** (x - 1/2) / exp(x + g - 1/2) * sum(x), where `sum` is a quotient of two polynomials.
#include "base/gamma.h"

#include <cmath>
#include <cstddef>
#include <limits>

#include "base/transcendental.h"

namespace sluice {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kPi = 3.141592653589793238462643383279502884197;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;
constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;

constexpr int kTerms = 13;
constexpr double kNumerator[kTerms] = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr double kDenominator[kTerms] = {0.0,        39916800.0, 120543840.0, 150917976.0, 105258076.0,
                                         45995730.0, 13339535.0, 2637558.0,   357423.0,    32670.0,
                                         1925.0,     66.0,       1.0};

double lanczos_sum(double x) {
  double numerator = 0.0;
  double denominator = 0.0;
  // Horner from the side that keeps the powers small.
  if (x < 5.0) {
    for (int i = kTerms - 1; i >= 0; --i) {
      numerator = numerator * x + kNumerator[i];
      denominator = denominator * x + kDenominator[i];
    }
  } else {
    for (int i = 0; i < kTerms; ++i) {
      numerator = numerator / x + kNumerator[i];
      denominator = denominator / x + kDenominator[i];
    }
  }
  return numerator / denominator;
}

/// sin(pi x) for x >= 0, by the nearest quarter turn.
double sin_pi(double x) {
  const double y = std::fmod(x, 2.0);
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0:
      return math_sin(kPi * y);
    case 1:
      return math_cos(kPi * (y - 0.5));
    case 2:
      return math_sin(kPi * (1.0 - y));
    case 3:
      return -math_cos(kPi * (y - 1.5));
    default:
      return math_sin(kPi * (y - 2.0));
  }
}

double factorial(int n) {
  double product = 1.0;
  for (int i = 2; i <= n; ++i) product *= i;
  return product;
}

}  // namespace

double math_lgamma(double x) {
  if (!std::isfinite(x)) return std::isnan(x) ? x : kInfinity;
  if (x == std::floor(x) && x <= 2.0) return x <= 0.0 ? kInfinity : 0.0;
  const double magnitude = std::fabs(x);
  if (magnitude < 1e-20) return -math_log(magnitude);
  double result = math_log(lanczos_sum(magnitude)) - kG;
  result += (magnitude - 0.5) * (math_log(magnitude + kG - 0.5) - 1);
  if (x < 0.0) result = kLogPi - math_log(std::fabs(sin_pi(magnitude))) - math_log(magnitude) - result;
  return result;
}

double math_gamma(double x) {
  constexpr double kLastExactFactorial = 23;
  constexpr double kPowerOverflows = 140.0;  // from here on the power is taken as a square, to stay finite
  if (!std::isfinite(x)) return std::isnan(x) || x > 0.0 ? x : kNan;
  if (x == 0.0) return kNan;
  if (x == std::floor(x)) {
    if (x < 0.0) return kNan;
    if (x <= kLastExactFactorial) return factorial(static_cast<int>(x) - 1);
  }
  const double magnitude = std::fabs(x);
  if (magnitude < 1e-20) return 1.0 / x;
  if (magnitude > 200.0) return x < 0.0 ? 0.0 / sin_pi(magnitude) * -1.0 : kInfinity;

  // The sum below is rounded; `error` is what was lost, and is put back by a factor 1 + error * g / y.
  const double y = magnitude + kGMinusHalf;
  double error = 0.0;
  if (magnitude > kGMinusHalf) {
    error = (y - magnitude) - kGMinusHalf;
  } else {
    error = (y - kGMinusHalf) - magnitude;
  }
  const double correction = error * kG / y;
  double result = 0.0;
  if (x < 0.0) {
    result = -kPi / sin_pi(magnitude) / magnitude * math_exp(y) / lanczos_sum(magnitude);
    result -= correction * result;
    if (magnitude < kPowerOverflows) {
      result /= math_pow(y, magnitude - 0.5);
    } else {
      const double root = math_pow(y, magnitude / 2.0 - 0.25);
      result /= root;
      result /= root;
    }
    return result;
  }
  result = lanczos_sum(magnitude) / math_exp(y);
  result += correction * result;
  if (magnitude < kPowerOverflows) return result * math_pow(y, magnitude - 0.5);
  const double root = math_pow(y, magnitude / 2.0 - 0.25);
  result *= root;
  return result * root;
}

}  // namespace sluice
