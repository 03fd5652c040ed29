#include "language/parameters.h"

#include "catch.h"

namespace sluice {
namespace {

constexpr PythonVersion kPython{13};

ProgramParameter only(std::string_view text) {
  const auto found = find_parameters(text, kPython);
  REQUIRE(found.size() == 1);
  return found[0];
}

TEST_CASE("whole numbers become a slider of whole numbers", "[language]") {
  const ProgramParameter limit = only("limit = 2        #: 1..10");

  CHECK(limit.problem.empty());
  CHECK(limit.name == "limit");
  CHECK(limit.kind == ParameterKind::slider);
  CHECK(limit.is_integer);
  CHECK(limit.minimum == 1);
  CHECK(limit.maximum == 10);
  CHECK(limit.step == 1);
  CHECK(limit.value == "2");
}

TEST_CASE("a slider's step is the last decimal written, or the one it says", "[language]") {
  CHECK(only("delay = 0.5  #: 0.1..2").step == Approx(0.1));
  CHECK(only("delay = -0.25  #: -1..1").step == Approx(0.01));
  CHECK(only("delay = 1.0  #: 0..10 step 2.5").step == 2.5);
}

TEST_CASE("words become a choice, truth a switch", "[language]") {
  const ProgramParameter strategy = only("strategy = \"gather\"   #: gather | as_completed");
  CHECK(strategy.kind == ParameterKind::choice);
  CHECK(strategy.choices == std::vector<std::string>{"gather", "as_completed"});
  CHECK(strategy.is_text);
  CHECK(only("workers: int = 4  #: 1 | 2 | 4").kind == ParameterKind::choice);
  CHECK(only("fair = True  #: True | False").kind == ParameterKind::toggle);
}

TEST_CASE("a comment that makes no control says why", "[language]") {
  CHECK(only("limit = 20  #: 1..10").problem == "the value is outside of the slider");
  CHECK(only("f(2)  #: 1..10").problem == "a control needs an assignment on its line: name = value");
  CHECK(only("a = 'x'  #: y | z").problem == "the value is not among the choices");
  CHECK(only("a = 2 + 3  #: 1..10").problem == "the value of a control is one number, string, True or False");
}

TEST_CASE("setting a parameter changes its literal and nothing else", "[language]") {
  const std::string text = "# é\nlimit = 2  #: 1..10\nmode = 'a'  #: a | b\n";

  CHECK(set_parameter(text, kPython, "limit", "7") == "# é\nlimit = 7  #: 1..10\nmode = 'a'  #: a | b\n");
  CHECK(set_parameter(text, kPython, "mode", "b") == "# é\nlimit = 2  #: 1..10\nmode = 'b'  #: a | b\n");
}

TEST_CASE("a value that the control cannot give is not written into the program", "[language]") {
  const std::string text = "limit = 2  #: 1..10\n";
  CHECK(set_parameter(text, kPython, "limit", "11") == text);
  CHECK(set_parameter(text, kPython, "limit", "__import__('os')") == text);
  CHECK(set_parameter(text, kPython, "other", "3") == text);
}

}  // namespace
}  // namespace sluice
