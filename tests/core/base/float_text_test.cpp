// Floats as text and back, against what CPython prints.
#include "base/float_text.h"

#include <cmath>
#include <limits>

#include "catch.h"

namespace sluice {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

std::string layout(double value, char type, std::int64_t precision, bool alternate = false) {
  FloatLayout how;
  how.type = type;
  how.precision = precision;
  how.alternate = alternate;
  return float_text(value, how);
}

}  // namespace

TEST_CASE("repr gives the shortest digits that read back", "[float_text]") {
  struct Case {
    double value;
    const char* text;
  };
  const Case cases[] = {{0.1, "0.1"},
                        {0.1 + 0.2, "0.30000000000000004"},
                        {1.0, "1.0"},
                        {-0.0, "-0.0"},
                        {100.0, "100.0"},
                        {1e16, "1e+16"},
                        {9999999999999998.0, "9999999999999998.0"},
                        {123456789012345680.0, "1.2345678901234568e+17"},
                        {0.0001, "0.0001"},
                        {0.00001, "1e-05"},
                        {1e22, "1e+22"},
                        {1e23, "1e+23"},
                        {5e-324, "5e-324"},
                        {2.2250738585072014e-308, "2.2250738585072014e-308"},
                        {1.7976931348623157e308, "1.7976931348623157e+308"},
                        {4503599627370495.5, "4503599627370495.5"},
                        {9007199254740993.0, "9007199254740992.0"},
                        {2.0 / 3.0, "0.6666666666666666"},
                        {kInfinity, "inf"},
                        {-kInfinity, "-inf"}};
  for (const Case& example : cases) {
    CHECK(float_repr(example.value) == example.text);
    CHECK(parse_float(example.text) == example.value);
  }
  CHECK(float_repr(std::nan("")) == "nan");
}

TEST_CASE("a given number of digits is rounded from the exact value, ties to even", "[float_text]") {
  CHECK(layout(0.5, 'f', 0) == "0");
  CHECK(layout(1.5, 'f', 0) == "2");
  CHECK(layout(2.5, 'f', 0) == "2");
  CHECK(layout(0.125, 'f', 2) == "0.12");
  CHECK(layout(2.675, 'f', 2) == "2.67");
  CHECK(layout(0.999, 'f', 2) == "1.00");
  CHECK(layout(0.004, 'f', 2) == "0.00");
  CHECK(layout(-0.004, 'f', 1) == "-0.0");
  CHECK(layout(1e22, 'f', 1) == "10000000000000000000000.0");
  CHECK(layout(0.1, 'f', 60) == "0.100000000000000005551115123125782702118158340454101562500000");
  CHECK(layout(9.995, 'e', 2) == "9.99e+00");
  CHECK(layout(99.96, 'e', 2) == "1.00e+02");
  CHECK(layout(0.0, 'e', 3) == "0.000e+00");
  CHECK(layout(1e-300, 'E', 0) == "1E-300");
  CHECK(layout(1.0, 'f', 0, true) == "1.");
}

TEST_CASE("general form chooses the exponent by the precision", "[float_text]") {
  CHECK(layout(100000.0, 'g', 6) == "100000");
  CHECK(layout(1000000.0, 'g', 6) == "1e+06");
  CHECK(layout(0.0001, 'g', 6) == "0.0001");
  CHECK(layout(0.00001, 'g', 6) == "1e-05");
  CHECK(layout(1.5, 'g', 6, true) == "1.50000");
  CHECK(layout(3.14159, 'g', 0) == "3");
  CHECK(layout(kInfinity, 'G', 6) == "INF");
  FloatLayout untyped;
  untyped.type = 'g';
  untyped.precision = 3;
  untyped.add_dot_zero = true;
  CHECK(float_text(100.0, untyped) == "1e+02");
  CHECK(float_text(10.0, untyped) == "10.0");
}

TEST_CASE("float() reads what Python reads and nothing else", "[float_text]") {
  CHECK(parse_float("1_0.2_5e1_0") == 10.25e10);
  CHECK(parse_float(".5") == 0.5);
  CHECK(parse_float("5.") == 5.0);
  CHECK(parse_float("-Infinity") == -kInfinity);
  CHECK(std::isnan(parse_float("+nAn").value()));
  CHECK(parse_float("1e400") == kInfinity);
  CHECK(parse_float("1e-400") == 0.0);
  CHECK(parse_float("9007199254740993") == 9007199254740992.0);
  CHECK(parse_float("9007199254740993.00000000000000000000000001") == 9007199254740994.0);
  CHECK(parse_float("2.4703282292062327e-324") == 0.0);
  CHECK(parse_float("2.4703282292062328e-324") == 5e-324);
  CHECK(parse_float("0" + std::string(2000, '0') + "1e-5") == 1e-5);
  for (const char* text : {"", ".", "e5", "1e", "1__0", "_1", "1_", "1_.0", "1._0", "0x10", "1 ", "infin", "--1"}) {
    INFO(text);
    CHECK_FALSE(parse_float(text).has_value());
  }
}

TEST_CASE("round to digits is rounded in decimal from the exact value", "[float_text]") {
  CHECK(float_round(2.675, 2) == 2.67);
  CHECK(float_round(0.15, 1) == 0.1);
  CHECK(float_round(0.25, 1) == 0.2);
  CHECK(float_round(1234.5, -2) == 1200.0);
  CHECK(float_round(5.015, 2) == 5.01);
  CHECK(float_round(1e300, 400) == 1e300);
  CHECK(float_round(-1e300, -400) == 0.0);
  CHECK(float_round(0.1 + 0.2, 9) == 0.3);
  CHECK_FALSE(float_round(1.7976931348623157e308, -308).has_value());
  CHECK(float_round_half_even(2.5) == 2.0);
  CHECK(float_round_half_even(-0.5) == 0.0);
}

TEST_CASE("hexadecimal floats go out and come back", "[float_text]") {
  CHECK(float_hex(0.1) == "0x1.999999999999ap-4");
  CHECK(float_hex(-0.0) == "-0x0.0p+0");
  CHECK(float_hex(5e-324) == "0x0.0000000000001p-1022");
  CHECK(float_from_hex("0x1.8p1").value == 3.0);
  CHECK(float_from_hex("-A.8").value == -10.5);
  CHECK(float_from_hex("0x1p1024").error == 'o');
  CHECK(float_from_hex("0x").error == 'v');
}

}  // namespace sluice
