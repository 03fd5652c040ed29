// Threads as CPython has them: what threads.py prints is compared with threads.txt, which CPython printed.
#include <string>

#include "beside.h"
#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

TEST_CASE("pools, threads, locks and queues between threads print what CPython prints", "[threads]") {
  RunOptions options;
  options.python = PythonVersion{GENERATE(10, 11, 12, 13)};
  options.instruction_cost = GENERATE(0.0, 1e-8);

  const RunResult result = run(read_beside("threads.py"), options);

  INFO(result.failure.traceback);
  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == read_beside("threads.txt"));
}

TEST_CASE("futures, pools, locks and threads refuse what CPython refuses, in its words", "[threads]") {
  RunOptions options;
  options.python = PythonVersion{GENERATE(10, 11, 12, 13)};
  std::string expected = read_beside("futures.txt");
  if (options.python.minor >= 13) {
    const std::string before = "timeout value must be positive";
    expected.replace(expected.find(before), before.size(), "timeout value must be a non-negative number");
  }

  const RunResult result = run(read_beside("futures.py"), options);

  CHECK(result.failure.kind == Failure::Kind::None);
  CHECK(printed(result) == expected);
}

TEST_CASE("an event loop on a worker thread is refused", "[threads]") {
  const RunResult result =
      run("import asyncio\n"
          "async def nothing(): pass\n"
          "asyncio.run(asyncio.to_thread(lambda: asyncio.run(nothing())))\n",
          RunOptions{});

  CHECK(result.failure.kind == Failure::Kind::Unsupported);
  CHECK_THAT(result.failure.text, contains("an event loop on a worker thread"));
}

}  // namespace sluice
