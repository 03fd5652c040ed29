// The format mini-language against CPython.
#include "base/format_spec.h"

#include <cmath>
#include <string>

#include "catch.h"

namespace sluice {
namespace {

constexpr PythonVersion k310{10};
constexpr PythonVersion k313{13};
constexpr PythonVersion k314{14};

std::string format(int value, std::string_view spec) { return format_int(BigInt(value), spec, k313).text; }
std::string format(double value, std::string_view spec) { return format_float(value, spec, k313).text; }
std::string format(const char* value, std::string_view spec) { return format_str(value, spec, k313).text; }

}  // namespace

TEST_CASE("ints are formatted in every base with sign, prefix and padding", "[format]") {
  CHECK(format(42, "") == "42");
  CHECK(format(42, "5") == "   42");
  CHECK(format(42, "<5") == "42   ");
  CHECK(format(42, "^5") == " 42  ");
  CHECK(format(-42, "=6") == "-   42");
  CHECK(format(-42, "06") == "-00042");
  CHECK(format(42, "+d") == "+42");
  CHECK(format(42, " d") == " 42");
  CHECK(format(255, "#x") == "0xff");
  CHECK(format(255, "#06X") == "0X00FF");
  CHECK(format(10, "#b") == "0b1010");
  CHECK(format(8, "o") == "10");
  CHECK(format(8364, "c") == "€");
  CHECK(format(42, "é>5") == "ééé42");
  CHECK(format(1, ".2f") == "1.00");
  CHECK(format(1, "%") == "100.000000%");
}

TEST_CASE("separators group digits and count in the width", "[format]") {
  CHECK(format(1234567, ",") == "1,234,567");
  CHECK(format(1234567, "_") == "1_234_567");
  CHECK(format(65535, "_x") == "ffff");
  CHECK(format(1048575, "_x") == "f_ffff");
  CHECK(format(5, "08,d") == "0,000,005");
  CHECK(format(5, "010,") == "00,000,005");
  CHECK(format(1234567.891, ",.2f") == "1,234,567.89");
  CHECK(format(-1234.5, "012,.1f") == "-0,001,234.5");
}

TEST_CASE("floats are formatted with and without a type", "[format]") {
  CHECK(format(1.0, "") == "1.0");
  CHECK(format(1e16, "") == "1e+16");
  CHECK(format(100.0, ".3") == "1e+02");
  CHECK(format(3.14159, ".3") == "3.14");
  CHECK(format(3.14159, "8.2f") == "    3.14");
  CHECK(format(3.14159, "+.1e") == "+3.1e+00");
  CHECK(format(0.1234, ".1%") == "12.3%");
  CHECK(format(-0.001, "z.1f") == "0.0");
  CHECK(format(-0.001, ".1f") == "-0.0");
  CHECK(format(std::nan(""), "06") == "000nan");
  CHECK(format(INFINITY, "F") == "INF");
  CHECK(format(1e10, "n") == "1e+10");
  CHECK(format(1e16, "#") == "1.e+16");
}

TEST_CASE("text is padded and cut by code points", "[format]") {
  CHECK(format("ab", "5") == "ab   ");
  CHECK(format("ab", ">5s") == "   ab");
  CHECK(format("ab", "*^7") == "**ab***");
  CHECK(format("héllo", ".2") == "hé");
  CHECK(format("ab", "05") == "ab000");
}

TEST_CASE("errors have CPython's words", "[format]") {
  CHECK(format(1, "s") == "Unknown format code 's' for object of type 'int'");
  CHECK(format("a", "d") == "Unknown format code 'd' for object of type 'str'");
  CHECK(format(1.0, "é") == "Unknown format code '\\xe9' for object of type 'float'");
  CHECK(format(1, ".2d") == "Precision not allowed in integer format specifier");
  CHECK(format(1, "5x5") == "Invalid format specifier '5x5' for object of type 'int'");
  CHECK(format("a", ",") == "Cannot specify ',' with 's'.");
  CHECK(format(1, ",x") == "Cannot specify ',' with 'x'.");
  CHECK(format(1, "_,") == "Cannot specify both ',' and '_'.");
  CHECK(format("a", "+") == "Sign not allowed in string format specifier");
  CHECK(format("a", " ") == "Space not allowed in string format specifier");
  CHECK(format("a", "=5") == "'=' alignment not allowed in string format specifier");
  CHECK(format("a", "#") == "Alternate form (#) not allowed in string format specifier");
  CHECK(format(1, "10.") == "Format specifier missing precision");
  CHECK(format(1, "99999999999999999999") == "Too many decimal digits in format string");
  CHECK(format(1, "+c") == "Sign not allowed with integer format specifier 'c'");
  CHECK(format(-1, "c") == "%c arg not in range(0x110000)");
  const TextResult overflow = format_int(BigInt::power(BigInt(10), 400), "f", k313);
  CHECK(overflow.error == TextError::kOverflowError);
  CHECK(overflow.text == "int too large to convert to float");
  CHECK(format_int(BigInt(1), "99999999999", k313).error == TextError::kMemoryError);
}

TEST_CASE("versions differ in the error's detail, z, and grouped fractions", "[format]") {
  CHECK(format_int(BigInt(1), "5x5", k310).text == "Invalid format specifier");
  CHECK(format_float(-0.001, "z.1f", k310).text == "Invalid format specifier");
  CHECK(format_float(1234.56789, ",.8_f", k314).text == "1,234.567_890_00");
  CHECK(format_float(123.45678, "._", k314).text == "123.456_78");
  CHECK(format_float(1234.56789, ",.8_f", k313).text == "Invalid format specifier ',.8_f' for object of type 'float'");
}

}  // namespace sluice
