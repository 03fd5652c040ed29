// What an editor is told of a text without running it.
#include "sluice/editing.h"

#include <string>
#include <vector>

#include "catch.h"

namespace sluice {

TEST_CASE("a text is checked without a run: its mistakes and its controls", "[editing]") {
  const CheckedText sound = check_text("limit = 2  #: 1..10\n", PythonVersion{13});
  CHECK(sound.diagnostics.empty());
  REQUIRE(sound.parameters.size() == 1);
  CHECK(sound.parameters[0].name == "limit");
  CHECK(std::string(sound.parameters[0].kind) == "slider");

  const CheckedText broken = check_text("x = (1\n", PythonVersion{13});
  REQUIRE(broken.diagnostics.size() == 1);
  CHECK(std::string(broken.diagnostics[0].kind) == "syntax");
  CHECK(broken.diagnostics[0].message == "'(' was never closed");

  const CheckedText refused = check_text("x = '\\N{BULLET}'\n", PythonVersion{13});
  REQUIRE(refused.diagnostics.size() == 1);
  CHECK(std::string(refused.diagnostics[0].kind) == "unsupported");
}

TEST_CASE("colours come in UTF-16 units, with a class each", "[editing]") {
  // An astral character takes two units.
  const HighlightColumns columns = highlight_columns(
      "@wraps\nasync def f(a):  # note\n    return \"\U0001F600\", 1.5, None, len(a), f\"{a}\"\n", PythonVersion{13});
  const std::vector<std::string> classes = highlight_classes();
  REQUIRE(columns.start.size() == columns.end.size());
  REQUIRE(columns.start.size() == columns.kind.size());
  std::string seen;
  for (std::size_t i = 0; i < columns.start.size(); ++i) {
    CHECK(columns.start[i] < columns.end[i]);
    if (i > 0) CHECK(columns.start[i] >= columns.end[i - 1]);
    REQUIRE(columns.kind[i] < classes.size());
    seen += classes[columns.kind[i]] + " ";
  }
  for (const char* name : {"decorator", "keyword", "comment", "string", "number", "constant"}) {
    CHECK_THAT(seen, contains(name));
  }
}

}  // namespace sluice
