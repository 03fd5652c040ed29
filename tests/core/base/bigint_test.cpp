// BigInt against results that CPython printed.
#include "base/bigint.h"

#include <cmath>
#include <limits>

#include "catch.h"

namespace sluice {
namespace {

BigInt big(std::string_view text) {
  const std::optional<BigInt> value = BigInt::parse(text, 0);
  REQUIRE(value.has_value());
  return *value;
}

constexpr double kInfinity = std::numeric_limits<double>::infinity();

}  // namespace

TEST_CASE("int literals follow Python's grammar", "[bigint]") {
  CHECK(BigInt::parse("-1_000").value().to_text() == "-1000");
  CHECK(BigInt::parse("zz", 36).value().to_text() == "1295");
  CHECK(BigInt::parse("0x_ff", 0).value().to_text() == "255");
  CHECK(BigInt::parse("0B11", 2).value().to_text() == "3");
  CHECK(BigInt::parse("b1", 16).value().to_text() == "177");
  CHECK(BigInt::parse("00", 0).value().is_zero());
  CHECK(BigInt::parse("007", 10).value().to_text() == "7");
  for (const char* text : {"", "-", "1__0", "_1", "1_", "0x", "a", "+-1", " 1", "1.0"}) {
    INFO(text);
    CHECK_FALSE(BigInt::parse(text, 10).has_value());
  }
  CHECK_FALSE(BigInt::parse("007", 0).has_value());
  CHECK_FALSE(BigInt::parse("12", 2).has_value());
}

TEST_CASE("division floors and the remainder has the divisor's sign", "[bigint]") {
  const BigInt a = big("123456789012345678901234567890");
  const BigInt b = big("9876543210987654321");

  CHECK(BigInt::floor_divmod(a, b).quotient.to_text() == "12499999886");
  CHECK(BigInt::floor_divmod(a, b).remainder.to_text() == "925925941327160484");
  CHECK(BigInt::floor_divmod(-a, b).quotient.to_text() == "-12499999887");
  CHECK(BigInt::floor_divmod(BigInt(7), BigInt(-2)).quotient == BigInt(-4));
  CHECK(BigInt::floor_divmod(BigInt(7), BigInt(-2)).remainder == BigInt(-1));
}

TEST_CASE("bit operations treat negatives as two's complement", "[bigint]") {
  const BigInt a = -BigInt(1).shift_left(64);

  CHECK((a & BigInt(-1)) == a);
  CHECK((a | BigInt(1)) == a + BigInt(1));
  CHECK((a ^ BigInt(-1)) == BigInt(1).shift_left(64) - BigInt(1));
  CHECK((~BigInt(5)).to_text() == "-6");
  CHECK(BigInt(-5).shift_right(1) == BigInt(-3));
  CHECK(BigInt(-1).shift_right(100) == BigInt(-1));
}

TEST_CASE("long products agree with a power computed another way", "[bigint]") {
  const BigInt a = BigInt::power(BigInt(3), 9000);
  const BigInt b = BigInt::power(BigInt(3), 4001);

  CHECK(a * b == BigInt::power(BigInt(3), 13001));
  CHECK(BigInt::floor_divmod(a * b, b).quotient == a);
  CHECK(BigInt::power(BigInt(3), 13001).isqrt() * BigInt(1) < a);
}

TEST_CASE("conversion to float rounds half to even and reports overflow", "[bigint]") {
  CHECK(big("9007199254740993").to_double() == 9007199254740992.0);
  CHECK(big("9007199254740995").to_double() == 9007199254740996.0);
  CHECK(big("0x20000000000001000000000000001").to_double() == 0x1.0000000000001p+113);
  CHECK_FALSE(BigInt(1).shift_left(1024).to_double().has_value());
  CHECK(BigInt::true_divide(BigInt(1), BigInt(3)) == 1.0 / 3.0);
  CHECK(BigInt::true_divide(BigInt(1), BigInt(1).shift_left(1074)) == 5e-324);
  CHECK(BigInt::true_divide(BigInt(1).shift_left(2000), -BigInt(1).shift_left(1999)) == -2.0);
}

TEST_CASE("comparison with a float is exact", "[bigint]") {
  CHECK(BigInt::compare(big("9007199254740993"), 9007199254740992.0) == 1);
  CHECK(BigInt::compare(BigInt(1), 1.5) == -1);
  CHECK(BigInt::compare(BigInt(-1), -1.5) == 1);
  CHECK(BigInt::compare(BigInt(0), -0.0) == 0);
  CHECK(BigInt::compare(BigInt::power(BigInt(10), 400), kInfinity) == -1);
  CHECK(BigInt::compare(BigInt(1), std::nan("")) == 2);
}

TEST_CASE("hash is the residue modulo 2**61 - 1", "[bigint]") {
  CHECK(BigInt(-1).hash() == -2);
  CHECK(BigInt(-2).hash() == -2);
  CHECK(BigInt::power(BigInt(2), 61).hash() == 1);
  CHECK(big("123456789012345678901234567890").hash() == 248789772095949448);
}

TEST_CASE("three-argument pow inverts for negative exponents", "[bigint]") {
  CHECK(BigInt::power_mod(BigInt(38), BigInt(-1), BigInt(97)) == BigInt(23));
  CHECK(BigInt::power_mod(BigInt(2), big("1000000007"), BigInt(-5)) == BigInt(-2));
  CHECK_FALSE(BigInt::power_mod(BigInt(6), BigInt(-1), BigInt(9)).has_value());
  CHECK(BigInt::power_mod(BigInt(6), BigInt(0), BigInt(1)) == BigInt(0));
}

TEST_CASE("round to tens goes to the even multiple", "[bigint]") {
  CHECK(BigInt(25).round_to_power_of_ten(1) == BigInt(20));
  CHECK(BigInt(35).round_to_power_of_ten(1) == BigInt(40));
  CHECK(BigInt(-15).round_to_power_of_ten(1) == BigInt(-20));
  CHECK(BigInt(5).round_to_power_of_ten(1) == BigInt(0));
  CHECK(BigInt(6).round_to_power_of_ten(40) == BigInt(0));
}

TEST_CASE("bytes go out and come back", "[bigint]") {
  CHECK(BigInt(-2).to_bytes(2, true, true) == std::string("\xff\xfe"));
  CHECK_FALSE(BigInt(128).to_bytes(1, true, true).has_value());
  CHECK_FALSE(BigInt(-1).to_bytes(4, true, false).has_value());
  CHECK(BigInt::from_bytes("\x01\x02\x03\x04\x05", false, false) == big("0x504030201"));
  CHECK(BigInt::from_bytes("\xff\xff\xff\xff", true, true) == BigInt(-1));
}

TEST_CASE("the limit on digits is counted as CPython does", "[bigint]") {
  const BigInt first_too_long = BigInt::power(BigInt(10), kMaxStrDigits);

  CHECK(first_too_long.exceeds_str_digits());
  CHECK_FALSE((first_too_long - BigInt(1)).exceeds_str_digits());
  CHECK(exceeds_int_digits(std::string(4301, '0'), 10));
  CHECK_FALSE(exceeds_int_digits(std::string(4301, '0'), 16));
  CHECK(int_digits_error(4301, PythonVersion{13}) ==
        "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
        "sys.set_int_max_str_digits() to increase the limit");
  CHECK(str_digits_error(PythonVersion{10}) ==
        "Exceeds the limit (4300) for integer string conversion; use sys.set_int_max_str_digits() to increase the "
        "limit");
}

TEST_CASE("estimates bound the size of a power", "[bigint]") {
  CHECK(BigInt::power_bits_estimate(BigInt(10), 100) >= BigInt::power(BigInt(10), 100).bit_length());
  CHECK(BigInt::power_bits_estimate(BigInt(-1), 1u << 31) == 1);
  CHECK(BigInt::power_bits_estimate(BigInt(10), std::numeric_limits<std::uint64_t>::max()) ==
        std::numeric_limits<std::uint64_t>::max());
}

}  // namespace sluice
