// Python's float operators.
#include "base/float_math.h"

#include <cmath>
#include <limits>

#include "catch.h"

namespace sluice {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("float division floors and the remainder has the divisor's sign", "[float_math]") {
  CHECK(float_floor_divide(7.0, -2.0) == -4.0);
  CHECK(float_modulo(7.0, -2.0) == -1.0);
  CHECK(float_modulo(-1e-20, 3.0) == 3.0);
  CHECK(float_floor_divide(1.0, 0.1) == 9.0);
  CHECK(float_modulo(1.0, 0.1) == 0.09999999999999995);
  CHECK(float_modulo(5.0, kInfinity) == 5.0);
  CHECK(float_modulo(-5.0, kInfinity) == kInfinity);
  CHECK(std::signbit(float_modulo(0.0, -1.0)));
  CHECK(std::signbit(float_floor_divide(-0.0, 1.0)));
}

TEST_CASE("float power has Python's special cases", "[float_math]") {
  CHECK(float_power(2.0, 0.5).value == 1.4142135623730951);
  CHECK(float_power(-2.0, 3.0).value == -8.0);
  CHECK(float_power(-2.0, 0.5).outcome == PowerOutcome::kComplex);
  CHECK(float_power(0.0, -1.0).outcome == PowerOutcome::kZeroToNegative);
  CHECK(float_power(10.0, 400.0).outcome == PowerOutcome::kOverflow);
  CHECK(float_power(kInfinity, -1.0).value == 0.0);
  CHECK(float_power(-kInfinity, 3.0).value == -kInfinity);
  CHECK(float_power(0.5, kInfinity).value == 0.0);
  CHECK(float_power(-1.0, kInfinity).value == 1.0);
  CHECK(float_power(std::nan(""), 0.0).value == 1.0);
  CHECK(float_power(1.0, std::nan("")).value == 1.0);
}

TEST_CASE("a float that equals an int hashes like it", "[float_math]") {
  CHECK(float_hash(1.0) == 1);
  CHECK(float_hash(-1.0) == -2);
  CHECK(float_hash(0.5) == 1152921504606846976);
  CHECK(float_hash(1e300) == BigInt::from_double(1e300).value().hash());
  CHECK(float_hash(-1e22) == BigInt::from_double(-1e22).value().hash());
  CHECK(float_hash(kInfinity) == 314159);
  CHECK(float_hash(std::nan(""), 42) == 42);
}

TEST_CASE("the integer ratio is in lowest terms", "[float_math]") {
  CHECK(float_as_integer_ratio(0.75).numerator.to_text() == "3");
  CHECK(float_as_integer_ratio(0.75).denominator.to_text() == "4");
  CHECK(float_as_integer_ratio(-1e20).numerator.to_text() == "-100000000000000000000");
  CHECK(float_as_integer_ratio(0.0).denominator.to_text() == "1");
}

}  // namespace sluice
