#include "language/lexer.h"

#include <string>

#include "catch.h"

namespace sluice {
namespace {

/// "name:x equal number:1 newline end"
std::string kinds(std::string_view text, int minor = 13) {
  const LexResult lexed = lex(text, PythonVersion{minor});
  std::string out;
  for (const Token& token : lexed.tokens) {
    if (!out.empty()) out += ' ';
    out += token_kind_name(token.kind);
    if (token_class(token.kind) == TokenClass::text) out += ":" + std::string(token.text);
  }
  if (lexed.diagnostic) out += " ! " + lexed.diagnostic->message;
  return out;
}

TEST_CASE("a line is tokens up to a newline, and a missing last newline is added", "[language]") {
  CHECK(kinds("x = 1") == "name:x equal number:1 newline end");
  CHECK(kinds("x = 1\n") == "name:x equal number:1 newline end");
}

TEST_CASE("blank lines, comments and lines in brackets make no newline", "[language]") {
  CHECK(kinds("# a\n\n  # b\nf(\n  1,\n)\n") == "name:f left_paren number:1 comma right_paren newline end");
  CHECK(kinds("a + \\\n b") == "name:a plus name:b newline end");
}

TEST_CASE("indentation becomes indent and dedent, and blank lines do not count", "[language]") {
  CHECK(kinds("if a:\n  b\n\n  c\nd") ==
        "kw_if name:a colon newline indent name:b newline name:c newline dedent name:d newline end");
}

TEST_CASE("indentation that depends on the width of a tab is an error", "[language]") {
  CHECK(kinds("if a:\n\tb\n        c") ==
        "kw_if name:a colon newline indent name:b newline ! inconsistent use of tabs and spaces in indentation");
}

TEST_CASE("the longest operator wins", "[language]") {
  CHECK(kinds("a **= b // c -> d := ...") ==
        "name:a double_star_equal name:b double_slash name:c arrow name:d colon_equal ellipsis newline end");
}

TEST_CASE("numbers may touch the keywords that CPython lets them touch", "[language]") {
  CHECK(kinds("1if a else 0x1for") == "number:1 kw_if name:a kw_else number:0x1f kw_or newline end");
}

TEST_CASE("string prefixes in any case and order belong to the string", "[language]") {
  CHECK(kinds("rB'a' Rb'b' u'c' x'd'") == "string:rB'a' string:Rb'b' string:u'c' name:x string:'d' newline end");
}

TEST_CASE("an f-string is text, fields and format specs", "[language]") {
  CHECK(
      kinds("f'a{b!r:>{c}}{{d'") ==
      "fstring_start:f' fstring_middle:a left_brace name:b exclamation name:r colon fstring_middle:> left_brace name:c "
      "right_brace right_brace fstring_middle:{{d fstring_end:' newline end");
}

TEST_CASE("from 3.12 on an f-string may use its own quotes inside", "[language]") {
  CHECK(
      kinds("f'{a['b']}'", 12) ==
      "fstring_start:f' left_brace name:a left_bracket string:'b' right_bracket right_brace fstring_end:' newline end");
  CHECK(kinds("f'{a['b']}'", 11) == "fstring_start:f' left_brace name:a left_bracket ! f-string: expecting '}'");
}

TEST_CASE("positions count characters and bytes apart", "[language]") {
  const LexResult lexed = lex("é = 'ü' # x\nb", PythonVersion{13});

  const Token& string = lexed.tokens[2];
  CHECK(string.range.begin.column == 4);
  CHECK(string.range.begin.byte_column == 5);
  CHECK(string.range.end.column == 7);
  CHECK(string.range.end.byte_column == 9);
  CHECK(lexed.comments.size() == 1);
  CHECK(lexed.comments[0].text == "# x");
  CHECK(lexed.tokens[4].range.begin.line == 2);
  CHECK(lexed.tokens[4].range.begin.column == 0);
}

}  // namespace
}  // namespace sluice
