// Character properties and case mappings, against CPython 3.12 (Unicode 15.0).
#include "base/unicode.h"

#include <string>

#include "base/utf8.h"
#include "catch.h"

namespace sluice {
namespace {

/// How many of the first 0x3000 code points have a property: a checksum of the tables that is quick to take.
template <typename Predicate>
int count(Predicate predicate) {
  int found = 0;
  for (char32_t code = 0; code < 0x3000; ++code) found += predicate(code) ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("the tables have as many code points of each kind as CPython", "[unicode]") {
  CHECK(count(is_alpha) == 5847);
  CHECK(count(is_decimal) == 290);
  CHECK(count(is_digit) == 385);
  CHECK(count(is_numeric) == 564);
  CHECK(count(is_space) == 28);
  CHECK(count(is_upper) == 1020);
  CHECK(count(is_lower) == 1330);
  CHECK(count(is_printable) == 11112);
  CHECK(count(is_identifier_start) == 5890);
  CHECK(count(is_identifier_continue) == 7330);
}

TEST_CASE("far code points are found too", "[unicode]") {
  CHECK(is_alpha(U'\U0001E943'));
  CHECK(is_decimal(U'\U0001FBF9'));
  CHECK(decimal_value(U'\U0001D7DF') == 7);
  CHECK(is_printable(U'\U0001F600'));
  CHECK_FALSE(is_printable(U'\U000E0001'));
  CHECK_FALSE(is_printable(0x10FFFF));
}

TEST_CASE("case mappings expand and know the final sigma", "[unicode]") {
  CHECK(text_upper("straße ŉ ﬁ") == "STRASSE ʼN FI");
  CHECK(text_lower("ΟΔΟΣ ΣΑΣ. Σ") == "οδος σας. σ");
  CHECK(text_lower("İ") == "i̇");
  CHECK(text_title("they're ǆ ﬀ o'neil") == "They'Re ǅ Ff O'Neil");
  CHECK(text_capitalize("éCOLE ΣΑΣ") == "École σας");
  CHECK(text_swapcase("Straße") == "sTRASSE");
  CHECK(text_casefold("Straße ΟΔΟΣ Ꭰꭰ") == "strasse οδοσ ᎠᎠ");
}

TEST_CASE("predicates over strings follow the str methods", "[unicode]") {
  CHECK(text_is_title("Hello World"));
  CHECK_FALSE(text_is_title("Hello world"));
  CHECK_FALSE(text_is_title(""));
  CHECK(text_is_upper("ABC 1!"));
  CHECK_FALSE(text_is_upper("1!"));
  CHECK(text_is_digit("1²"));
  CHECK_FALSE(text_is_decimal("1²"));
  CHECK(text_is_numeric("½"));
  CHECK(text_is_printable(""));
  CHECK(text_is_identifier("naïve_1"));
  CHECK_FALSE(text_is_identifier("1a"));
  CHECK_FALSE(text_is_identifier("a-b"));
}

TEST_CASE("strip takes Unicode blanks off both ends", "[unicode]") {
  CHECK(text_strip("\u3000\t a b\u00a0\n") == "a b");
  CHECK(text_strip(" \n").empty());
  CHECK(text_strip_left(" é ") == "é ");
  CHECK(text_strip_right(" é ") == " é");
}

TEST_CASE("digits of other scripts become ASCII", "[unicode]") {
  CHECK(decimal_digits_to_ascii("١٢.٣\u3000x") == "12.3 x");
}

}  // namespace sluice
