// What tracebacks mark: marks.py prints those of expressions of all shapes, statement_marks.py those of statements, and
// NAME_3.x.txt is what CPython 3.x prints.
#include <string>

#include "beside.h"
#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

TEST_CASE("tracebacks mark what CPython marks", "[traceback]") {
  const int minor = GENERATE(10, 11, 12, 13);
  const std::string name = GENERATE("marks", "statement_marks");
  RunOptions options;
  options.python = PythonVersion{static_cast<std::uint8_t>(minor)};

  const RunResult result = run(read_beside(name + ".py"), options);

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == read_beside(name + "_3." + std::to_string(minor) + ".txt"));
}

}  // namespace sluice
