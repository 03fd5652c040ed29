// What tracebacks mark: marks.py prints those of errors of all shapes, and marks_3.x.txt is what CPython 3.x prints.
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

std::string read(const std::string& name) {
  std::ifstream file(std::string(SLUICE_TESTS_DIR) + "/core/sluice/" + name);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("tracebacks mark what CPython marks", "[traceback]") {
  const int minor = GENERATE(10, 11, 12, 13);
  RunOptions options;
  options.python = PythonVersion{static_cast<std::uint8_t>(minor)};

  const RunResult result = run(read("marks.py"), options);

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == read("marks_3." + std::to_string(minor) + ".txt"));
}

}  // namespace sluice
