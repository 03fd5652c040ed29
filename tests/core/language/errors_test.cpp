// What is said of programs that are none: CPython's message on CPython's line, recorded in errors.txt by
// record_errors.py.
#include <sstream>
#include <string>
#include <vector>

#include "source.h"

namespace sluice {
namespace {

struct Expectation {
  std::vector<int> minors;
  std::string answer;  // "line | kind: message", or "- | ok"
};

struct Case {
  std::string program;
  std::vector<Expectation> expectations;
};

Expectation read_expectation(const std::string& line) {
  Expectation made;
  const std::size_t bar = line.find(" | ");
  std::istringstream versions(line.substr(4, bar - 4));
  std::string version;
  while (versions >> version) made.minors.push_back(std::stoi(version.substr(2)));
  made.answer = line.substr(bar + 3);
  return made;
}

std::vector<Case> read_cases() {
  std::vector<Case> cases(1);
  std::istringstream file(read_file(language_tests() + "/errors.txt"));
  std::string line;
  while (std::getline(file, line)) {
    if (line == "---") {
      cases.emplace_back();
    } else if (line.rfind("#=>", 0) == 0) {
      cases.back().expectations.push_back(read_expectation(line));
    } else {
      cases.back().program += line + "\n";
    }
  }
  return cases;
}

std::string answer(int minor, const std::string& program) {
  const CompileResult result = compile_for(minor, program);
  if (!result.diagnostic) return "- | ok";
  return std::to_string(result.diagnostic->range.begin.line) + " | " + diagnostic_kind_name(result.diagnostic->kind) +
         ": " + result.diagnostic->message;
}

TEST_CASE("syntax errors have CPython's message and line in every version", "[language]") {
  for (const Case& one : read_cases()) {
    for (const Expectation& expectation : one.expectations) {
      for (const int minor : expectation.minors) {
        INFO("Python 3." << minor << "\n" << one.program);
        CHECK(answer(minor, one.program) == expectation.answer);
      }
    }
  }
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
  CHECK(verdict(13, "from . import a") == "1:0 Unsupported: relative imports are not supported");
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
