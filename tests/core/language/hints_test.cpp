#include "language/hints.h"

#include <string>

#include "source.h"

namespace sluice {
namespace {

std::string hint(std::string_view text) {
  const CompileResult result = compile_for(13, text);
  return result.diagnostic ? result.diagnostic->hint : "no error";
}

TEST_CASE("a keyword with one slip is recognised", "[language]") {
  CHECK(misspelt_keyword("whlie") == "while");
  CHECK(misspelt_keyword("form") == "from");
  CHECK(misspelt_keyword("asyn") == "async");
  CHECK(misspelt_keyword("retturn") == "return");
  CHECK(misspelt_keyword("while").empty());
  CHECK(misspelt_keyword("x").empty());
  CHECK(misspelt_keyword("worker").empty());
}

TEST_CASE("a misspelt keyword is hinted at where the statement breaks", "[language]") {
  CHECK(hint("asnyc def f(): pass") == "Did you mean 'async'?");
  CHECK(hint("x = awiat y") == "Did you mean 'await'?");
  CHECK(hint("printt x").empty());
}

TEST_CASE("what other languages write is translated", "[language]") {
  CHECK(hint("x++") == "Python has no ++; write += 1.");
  CHECK(hint("if a && b: pass") == "Python writes 'and' for &&.");
  CHECK(hint("if a: pass\nelse if b: pass") == "Write 'elif'.");
}

TEST_CASE("something asynchronous in an ordinary function says how to make it asynchronous", "[language]") {
  CHECK(hint("def f():\n  async with a: pass") == "Did you mean 'async def f(...)'?");
  CHECK(hint("await x") == "Put it into an 'async def' function, and start that with asyncio.run().");
}

}  // namespace
}  // namespace sluice
