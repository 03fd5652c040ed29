// Async generators stepped by hand: what async_steps.py prints is compared with async_steps.txt, which CPython printed.
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

TEST_CASE("steps of async generators refuse what CPython refuses, in its words", "[generators]") {
  RunOptions options;
  options.python = PythonVersion{GENERATE(10, 11, 12, 13)};

  const RunResult result = run(read("async_steps.py"), options);

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == read("async_steps.txt"));
}

}  // namespace sluice
