// Async generators stepped by hand: what async_steps.py prints is compared with async_steps.txt, which CPython printed.
#include "beside.h"
#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

TEST_CASE("steps of async generators refuse what CPython refuses, in its words", "[generators]") {
  RunOptions options;
  options.python = PythonVersion{GENERATE(10, 11, 12, 13)};

  const RunResult result = run(read_beside("async_steps.py"), options);

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == read_beside("async_steps.txt"));
}

}  // namespace sluice
