// What is said of programs that are Python, but hardly what was meant: CPython's words on CPython's line, recorded in
// warnings.txt by record_compilations.py.
#include <string>

#include "recorded.h"

namespace sluice {
namespace {

TEST_CASE("syntax warnings have CPython's message and line in every version", "[language]") {
  check_recorded("warnings.txt");
}

TEST_CASE("3.14 explains an escape, on its own line", "[language]") {
  CHECK(answer(14, "a = \"\"\"x\n\\d\"\"\"\n") ==
        "2 | SyntaxWarning: \"\\d\" is an invalid escape sequence. Such sequences will not work in the future. "
        "Did you mean \"\\\\d\"? A raw string is also an option.");
  CHECK(answer(14, "a = b'\\477'\n") ==
        "1 | SyntaxWarning: \"\\477\" is an invalid octal escape sequence. Such sequences will not work in the future. "
        "Did you mean \"\\\\477\"? A raw string is also an option.");
}

TEST_CASE("3.14 warns of what leaves a finally block", "[language]") {
  CHECK(answer(14, "def f():\n  try: pass\n  finally:\n    return 1\n") ==
        "4 | SyntaxWarning: 'return' in a 'finally' block");
  CHECK(answer(14, "for x in y:\n  try: pass\n  finally:\n    if x:\n      break\n    elif z:\n      continue\n") ==
        "5 | SyntaxWarning: 'break' in a 'finally' block; 7 | SyntaxWarning: 'continue' in a 'finally' block");
  CHECK(answer(14, "try: pass\nfinally:\n  for x in y: break\n  def f(): return\n") == "- | ok");
  CHECK(answer(13, "def f():\n  try: pass\n  finally:\n    return 1\n") == "- | ok");
}

TEST_CASE("a finally block is compiled more than once, and before 3.14 warns each time", "[language]") {
  const std::string program = "try: pass\nfinally:\n  a is 5\n";
  const std::string once = "3 | SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?";
  CHECK(answer(13, program) == once + "; " + once);
  CHECK(answer(14, program) == once);
}

TEST_CASE("3.14 warns of constants as they are written", "[language]") {
  CHECK(answer(13, "a is -1\n") == "1 | SyntaxWarning: \"is\" with 'int' literal. Did you mean \"==\"?");
  CHECK(answer(14, "a is -1\n") == "- | ok");
  CHECK(answer(14, "a is (1, 2)\n") == "1 | SyntaxWarning: \"is\" with 'tuple' literal. Did you mean \"==\"?");
}

}  // namespace
}  // namespace sluice
