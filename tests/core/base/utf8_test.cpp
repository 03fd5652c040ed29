// UTF-8 by code points, and repr of text.
#include "base/utf8.h"

#include <string>

#include "base/text_repr.h"
#include "catch.h"

namespace sluice {

TEST_CASE("ill-formed UTF-8 is found where it starts", "[utf8]") {
  CHECK(utf8_valid("aé€😀"));
  CHECK(utf8_error_offset("ab\x80") == 2);
  CHECK(utf8_error_offset("\xC0\x80") == 0);
  CHECK(utf8_error_offset("é\xE0\x80\x80") == 2);
  CHECK(utf8_error_offset("\xED\xA0\x80") == 0);
  CHECK(utf8_error_offset("\xF4\x90\x80\x80") == 0);
  CHECK(utf8_error_offset("a\xE2\x82") == 1);
}

TEST_CASE("code points are counted, indexed and sliced", "[utf8]") {
  const std::string text = "aé€😀z";

  CHECK(utf8_length(text) == 5);
  CHECK(utf8_offset(text, 3) == 6);
  CHECK(utf8_offset(text, 9) == text.size());
  CHECK(utf8_slice(text, 1, 4) == "é€😀");
  CHECK(utf8_slice(text, 4, 9) == "z");
  CHECK(utf8_slice(text, 3, 2).empty());
  CHECK(utf32_to_utf8(utf8_to_utf32(text)) == text);
  std::size_t offset = text.size() - 1;
  CHECK(utf8_previous(text, offset) == U'😀');
  CHECK(offset == 6);
}

TEST_CASE("ASCII is recognised in long and short text", "[utf8]") {
  CHECK(is_ascii(""));
  CHECK(is_ascii("exactly eight chars and then some"));
  CHECK_FALSE(is_ascii("exactly eight chars and then é"));
  CHECK_FALSE(is_ascii("é"));
}

TEST_CASE("repr chooses quotes and escapes as Python does", "[utf8]") {
  CHECK(repr_text("it's") == "\"it's\"");
  CHECK(repr_text("a'b\"c") == "'a\\'b\"c'");
  CHECK(repr_text("\\ \n\r\t\v") == "'\\\\ \\n\\r\\t\\x0b'");
  CHECK(repr_text("é\u200b\u00a0😀\U000E0001") == "'é\\u200b\\xa0😀\\U000e0001'");
  CHECK(ascii_text("é€😀") == "'\\xe9\\u20ac\\U0001f600'");
  CHECK(repr_bytes(std::string_view("\0'a\xff\n", 5)) == "b\"\\x00'a\\xff\\n\"");
}

}  // namespace sluice
