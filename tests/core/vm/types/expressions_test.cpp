// Each expression of expressions.txt gives what each CPython gives.
#include <fstream>
#include <string>
#include <vector>

#include "catch.h"
#include "program_output.h"

using namespace sluice;

namespace {

struct Expectation {
  std::string expression;
  std::string result;
};

/// The lines that hold for one version.
std::vector<Expectation> expectations(PythonVersion python) {
  std::ifstream file(std::string(SLUICE_TESTS_DIR) + "/core/vm/types/expressions.txt");
  std::vector<Expectation> found;
  std::string line;
  while (std::getline(file, line)) {
    const std::size_t arrow = line.find(" => ");
    if (arrow == std::string::npos) continue;
    std::string result = line.substr(arrow + 4);
    if (result.rfind("[3.", 0) == 0) {
      const std::size_t end = result.find("] ");
      const bool applies = result.substr(0, end).find(python_version_text(python)) != std::string::npos;
      if (!applies) continue;
      result = result.substr(end + 2);
    }
    found.push_back(Expectation{line.substr(0, arrow), result});
  }
  return found;
}

}  // namespace

TEST_CASE("operators, methods and builtin functions give CPython's results, or its error messages", "[types]") {
  const int minor = GENERATE(10, 11, 12, 13, 14);
  const std::vector<Expectation> all = expectations(PythonVersion{minor});
  REQUIRE(all.size() > 500);
  std::string program =
      "def check(function):\n"
      "    try:\n"
      "        print(repr(function()))\n"
      "    except Exception as problem:\n"
      "        print(f'{type(problem).__name__}: {problem}'.replace(chr(10), chr(92) + 'n'))\n";
  for (const Expectation& one : all) program += "check(lambda: " + one.expression + ")\n";

  const ProgramOutput output = run_program(program, PythonVersion{minor});

  std::size_t at = 0;
  for (const Expectation& one : all) {
    const std::size_t end = std::min(output.printed.find('\n', at), output.printed.size());
    INFO("Python 3." << minor << ": " << one.expression);
    CHECK(output.printed.substr(at, end - at) == one.result);
    at = std::min(end + 1, output.printed.size());
  }
}
