// Programs that nobody writes: none may crash the compiler, hang it, or pass without a message.
#include <string>

#include "source.h"

namespace sluice {
namespace {

std::string repeated(const std::string& text, int count, const std::string& end = "") {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out + end;
}

std::string message(const std::string& text) {
  const CompileResult result = compile_for(13, text);
  if (result.code) return "ok";
  REQUIRE(result.diagnostic);
  return result.diagnostic->message;
}

TEST_CASE("brackets nest as deep as in CPython and no deeper", "[language]") {
  CHECK(message(repeated("(", 199) + "1" + repeated(")", 199)) == "ok");
  CHECK(message(repeated("(", 100000)) == "too many nested parentheses");
  CHECK(message(repeated("f'{", 100000)) == "too many nested f-strings");
}

TEST_CASE("chains that make deep trees are refused", "[language]") {
  for (const char* link : {"not ", "-", "a + ", "a ** ", "lambda: ", "a if b else ", "a."}) {
    INFO(link);
    CHECK(message(repeated(link, 20000, "a")) == "too many nested expressions");
  }
  CHECK(message(repeated("a + ", 1000, "a")) == "ok");
}

TEST_CASE("long programs that are not deep are compiled", "[language]") {
  CHECK(message("if a: pass\n" + repeated("elif b: pass\n", 5000)) == "ok");
  CHECK(message("[" + repeated("a, ", 20000) + "]") == "ok");
  CHECK(message("x = '" + std::string(1000000, 'a') + "'") == "ok");
  CHECK(message(repeated("a and ", 10000, "b")) == "ok");
  CHECK(message(repeated("x = ", 10000, "1")) == "ok");
}

TEST_CASE("nested finally clauses cannot make the code explode", "[language]") {
  std::string text;
  for (int i = 0; i < 19; ++i) text += std::string(i, ' ') + "try: pass\n" + std::string(i, ' ') + "finally:\n";
  CHECK(message(text + std::string(19, ' ') + "pass\n") == "the program is too large");
}

TEST_CASE("text that is no text is refused", "[language]") {
  CHECK(message(std::string("x = 1\0y", 7)) == "source code cannot contain null bytes");
  CHECK(message("x = '\xff'") ==
        "(unicode error) 'utf-8' codec can't decode byte 0xff in position 5: invalid start byte");
}

TEST_CASE("every beginning of a program is compiled or refused with a message", "[language]") {
  const std::string text = read_file(language_tests() + "/golden/async.py");
  for (std::size_t size = 0; size < text.size(); size += 3) {
    const CompileResult result = compile_for(10 + static_cast<int>(size % 5), text.substr(0, size));
    CHECK((result.code != nullptr) != result.diagnostic.has_value());
  }
}

}  // namespace
}  // namespace sluice
