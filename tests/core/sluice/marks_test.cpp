// What tracebacks mark: marks.py prints those of errors of all shapes, and marks_3.x.txt is what CPython 3.x prints.
#include <string>

#include "beside.h"
#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

TEST_CASE("tracebacks mark what CPython marks", "[traceback]") {
  const int minor = GENERATE(10, 11, 12, 13);
  RunOptions options;
  options.python = PythonVersion{static_cast<std::uint8_t>(minor)};

  const RunResult result = run(read_beside("marks.py"), options);

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == read_beside("marks_3." + std::to_string(minor) + ".txt"));
}

}  // namespace sluice
