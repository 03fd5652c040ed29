// The virtual disk: files given with a run, and the time that reading them takes. What open() and pathlib do is
// compared with CPython: tests/conformance/own.
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

/// A heartbeat while a file is read; prints when each beat came.
std::string reading(const std::string& how) {
  return R"(
import asyncio
from pathlib import Path

def read():
    with open("notes/today.txt") as file:
        return [line.strip() for line in file]

async def beat():
    for _ in range(3):
        await asyncio.sleep(0.02)
        print(f"{asyncio.get_running_loop().time():.2f}")

async def main():
    task = asyncio.create_task(beat())
    await asyncio.sleep(0)
    print()" +
         how + R"()
    print(Path("notes/today.txt").exists(), Path("notes").is_dir())
    await task

asyncio.run(main())
)";
}

std::string output_of(const std::string& source) {
  RunOptions options;
  options.files = {{"notes/today.txt", "one\ntwo\n"}};
  options.disk_latency = 0.1;
  const RunResult result = run(source, options);
  INFO(result.failure.traceback);
  CHECK(result.failure.kind == Failure::Kind::None);
  return printed(result);
}

}  // namespace

TEST_CASE("reading a file on the loop freezes it for the disk's latency", "[disk]") {
  CHECK(output_of(reading("read()")) == "['one', 'two']\nTrue True\n0.10\n0.12\n0.14\n");
}

TEST_CASE("reading a file in a thread leaves the loop alone", "[disk]") {
  CHECK(output_of(reading("await asyncio.to_thread(read)")) == "0.02\n0.04\n0.06\n['one', 'two']\nTrue True\n");
}

TEST_CASE("what a thread waits for on the disk names the file", "[disk]") {
  RunOptions options;
  options.files = {{"a.txt", ""}};
  options.disk_latency = 0.1;

  const RunResult result = run(
      "import asyncio\nfrom pathlib import Path\nasyncio.run(asyncio.to_thread(Path('a.txt').read_text))\n", options);

  const Trace& trace = *result.trace;
  bool is_named = false;
  for (std::size_t i = 0; i < trace.size(); ++i) {
    is_named |=
        trace[i].kind == TraceKind::BlockBegin && trace[i].thread == 1 && trace.text_of(trace[i].subject) == "a.txt";
  }
  CHECK(is_named);
}

}  // namespace sluice
