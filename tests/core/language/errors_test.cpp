// What is said of programs that are none: CPython's message on CPython's line, recorded in errors.txt by
// record_compilations.py.
#include <string>

#include "recorded.h"

namespace sluice {
namespace {

TEST_CASE("syntax errors have CPython's message and line in every version", "[language]") {
  check_recorded("errors.txt");
}

TEST_CASE("the place of an error is in characters", "[language]") {
  CHECK(verdict(13, "é = 'ü' ?") == "1:8 SyntaxError: invalid syntax");
}

TEST_CASE("an error says what to do", "[language]") {
  const CompileResult result = compile_for(13, "def fetch():\n    await x\n");
  REQUIRE(result.diagnostic);
  CHECK(result.diagnostic->hint == "Did you mean 'async def fetch(...)'?");
}

TEST_CASE("legal Python that is not modelled is refused, not run", "[language]") {
  CHECK(verdict(13, "x = '\\N{BULLET}'") == "1:4 Unsupported: character names in strings (\\N{...}) are not supported");
  CHECK(verdict(13, "x = '\\ud800'") == "1:4 Unsupported: lone surrogates in strings are not supported");
  CHECK(verdict(14, "x = t'a'") == "1:4 Unsupported: template strings are not supported");
}

TEST_CASE("syntax of a later version is an error in an older one", "[language]") {
  CHECK(verdict(11, "type X = int") == "1:5 SyntaxError: invalid syntax");
  CHECK(verdict(12, "type X = int") == "ok");
  CHECK(verdict(11, "def f[T](x: T): pass") == "1:5 SyntaxError: expected '('");
  CHECK(verdict(12, "def f[T](x: T): pass") == "ok");
  CHECK(verdict(13, "try: pass\nexcept A, B: pass") ==
        "2:7 SyntaxError: multiple exception types must be parenthesized");
  CHECK(verdict(14, "try: pass\nexcept A, B: pass") == "ok");
  CHECK(verdict(10, "a[*b]") == "1:2 SyntaxError: invalid syntax");
  CHECK(verdict(11, "a[*b]") == "ok");
  CHECK(verdict(12, "class A[T=int]: pass") == "1:9 SyntaxError: invalid syntax");
  CHECK(verdict(13, "class A[T=int]: pass") == "ok");
}

TEST_CASE("what 3.14 does not take any longer", "[language]") {
  const char* yield_of_outside = "def f():\n  def g(x: (yield)): pass";
  CHECK(verdict(13, yield_of_outside) == "ok");
  CHECK(verdict(14, yield_of_outside) == "2:12 SyntaxError: yield expression cannot be used within an annotation");
  CHECK(verdict(13, "f'{x:\n}'") == "ok");
  CHECK(verdict(14, "f'{x:\n}'") ==
        "1:5 SyntaxError: f-string: newlines are not allowed in format specifiers for "
        "single quoted f-strings");
}

}  // namespace
}  // namespace sluice
