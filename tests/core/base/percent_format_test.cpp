// printf-style formatting against CPython.
#include "base/percent_format.h"

#include <string>

#include "catch.h"

namespace sluice {
namespace {

PercentDirective directive(std::string_view text) {
  PercentReader reader(text);
  REQUIRE(reader.next() == PercentReader::Piece::kDirective);
  return reader.directive();
}

std::string format(std::string_view text, int value) {
  return percent_int(directive(text), BigInt(value), kDefaultPython).text;
}
std::string format(std::string_view text, double value) { return percent_float(directive(text), value).text; }
std::string format(std::string_view text, const char* value) { return percent_text(directive(text), value).text; }

std::string error_of(std::string_view text) {
  PercentReader reader(text);
  PercentReader::Piece piece = reader.next();
  while (piece == PercentReader::Piece::kLiteral) piece = reader.next();
  return piece == PercentReader::Piece::kError ? reader.error() : "";
}

}  // namespace

TEST_CASE("a template is read as literals and directives", "[percent]") {
  PercentReader reader("é=%(key (x))-5.2lf%%!");

  REQUIRE(reader.next() == PercentReader::Piece::kLiteral);
  CHECK(reader.literal() == "é=");
  REQUIRE(reader.next() == PercentReader::Piece::kDirective);
  CHECK(reader.directive().has_key);
  CHECK(reader.directive().key == "key (x)");
  CHECK(reader.directive().left);
  CHECK(reader.directive().width == 5);
  CHECK(reader.directive().precision == 2);
  CHECK(reader.directive().conversion == U'f');
  CHECK(reader.directive().index == 17);
  REQUIRE(reader.next() == PercentReader::Piece::kLiteral);
  CHECK(reader.literal() == "%");
  REQUIRE(reader.next() == PercentReader::Piece::kLiteral);
  CHECK(reader.literal() == "!");
  CHECK(reader.next() == PercentReader::Piece::kEnd);
}

TEST_CASE("ints, floats and text are laid out", "[percent]") {
  CHECK(format("%5d", 42) == "   42");
  CHECK(format("%-5d|", 42) == "42   ");
  CHECK(format("%05d", -42) == "-0042");
  CHECK(format("%+.4d", 42) == "+0042");
  CHECK(format("%#x", 255) == "0xff");
  CHECK(format("%#08X", 255) == "0X0000FF");
  CHECK(format("% o", 8) == " 10");
  CHECK(format("%.2f", 3.14159) == "3.14");
  CHECK(format("%08.2f", -3.14159) == "-0003.14");
  CHECK(format("%g", 1e6) == "1e+06");
  CHECK(format("%#.3g", 1.0) == "1.00");
  CHECK(format("%5.1s|", "é€") == "    é");
  CHECK(format("%-5s", "ab") == "ab   ");
  CHECK(format("%05s", "ab") == "   ab");
  CHECK(format("%3c", "x") == "  x");
}

TEST_CASE("stars take the width and the precision from arguments", "[percent]") {
  PercentDirective stars = directive("%*.*f");
  CHECK(stars.star_width);
  CHECK(stars.star_precision);
  set_star_width(stars, -8);
  set_star_precision(stars, 1);
  CHECK(percent_float(stars, 2.5).text == "2.5     ");
}

TEST_CASE("malformed directives have CPython's words", "[percent]") {
  CHECK(error_of("50%") == "incomplete format");
  CHECK(error_of("%(a") == "incomplete format key");
  CHECK(error_of("%99999999999999999999d") == "width too big");
  CHECK(error_of("%.3000000000d") == "precision too big");
  CHECK(percent_unsupported_error(directive("%5%")) == "unsupported format character '%' (0x25) at index 2");
  CHECK(percent_unsupported_error(directive("%é")) == "unsupported format character '?' (0xe9) at index 1");
  CHECK_FALSE(percent_is_supported(U'y'));
}

}  // namespace sluice
