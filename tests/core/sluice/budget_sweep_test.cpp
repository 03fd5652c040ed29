// Budgets may end a run at any point: what has happened until then is what happens without them, and nothing breaks.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "catch.h"
#include "sluice/engine.h"
#include "sluice/run.h"
#include "sluice/show.h"

namespace sluice {
namespace {

std::string corpus_program(const std::string& name) {
  std::ifstream file(std::string(SLUICE_TESTS_DIR) + "/conformance/programs/" + name);
  return std::string(std::istreambuf_iterator<char>(file), {});
}

/// Allocates in every way that a program can choose the size of.
constexpr const char* kHungry = R"(
import asyncio

async def grow(n):
    kept = []
    for i in range(40):
        kept.append("x" * (i * n))
        kept.append([i] * (n // 4))
        kept.append({k: str(k) for k in range(i * 8)})
        kept.append((1 << (i * n)) - 1)
        kept.append(f"{i:>{n}}")
        kept.append(list(range(n)))
        kept.append(", ".join(["word"] * n))
        kept.append(b"ab" * n)
        kept.append(sorted(kept[-2]))
        await asyncio.sleep(0.01)
        print(i, len(kept))
    return len(kept)

async def main():
    print(await asyncio.gather(grow(400), grow(700)))

asyncio.run(main())
)";

/// Some hundred thousand instructions: the budget is looked at every twenty thousand.
constexpr const char* kBusy = R"(
import asyncio

async def count(name):
    total = 0
    for i in range(30):
        for j in range(400):
            total = (total * 3 + j) % 1009
        await asyncio.sleep(0.01 * (total % 5))
        print(name, total)

async def main():
    try:
        await asyncio.gather(count("a"), count("b"))
    finally:
        print("done")

asyncio.run(main())
)";

RunOptions options_of(int minor) {
  RunOptions options;
  options.python = PythonVersion{minor};
  return options;
}

/// The first event in which a run that a budget ended differs from the whole run; the size of the shorter one if there
/// is none. What ends the run itself, and what is said about it, are its last events.
std::size_t first_difference(const Trace& whole, const Trace& part) {
  const std::size_t size = std::min(whole.size(), part.size());
  for (std::size_t i = 0; i < size; ++i) {
    const TraceEvent& a = whole[i];
    const TraceEvent& b = part[i];
    if (a.when != b.when || a.kind != b.kind || a.task != b.task || a.subject != b.subject) return i;
  }
  return size;
}

/// After the event at which a budget strikes the run may still note that it ends: the step, the loop, the program.
constexpr std::size_t kMostClosingEvents = 16;

bool ran_out_of_memory(const RunResult& result) { return result.failure.text.rfind("MemoryError", 0) == 0; }

void check_part(const RunResult& whole, const RunResult& part) {
  if (ran_out_of_memory(part)) {
    // An exception like any other: what it does to the program's tasks follows. It has left the first of them
    // unfinished.
    CHECK(first_difference(*whole.trace, *part.trace) < whole.trace->size());
    return;
  }
  if (part.failure.kind != Failure::Kind::Budget) {
    CHECK(show_digest(part) == show_digest(whole));
    return;
  }
  CHECK(first_difference(*whole.trace, *part.trace) + kMostClosingEvents >= part.trace->size());
  CHECK_FALSE(part.failure.text.empty());
  CHECK_FALSE(show_gantt(part, 80, true).empty());
}

}  // namespace

TEST_CASE("an events budget of any size ends a run with the beginning of the whole run", "[budgets]") {
  for (const char* name : {"sem_03_release_order.py", "group_02_one_failure.py", "iter_04_finalisation.py",
                           "thread_05_more_jobs_than_workers.py"}) {
    const std::string source = corpus_program(name);
    RunOptions options = options_of(13);
    const RunResult whole = run(source, options);
    for (std::uint64_t events = 1; events <= whole.trace->size() + 1; ++events) {
      INFO(name << " with " << events << " events");
      options.budgets.events = events;
      check_part(whole, run(source, options));
    }
  }
}

TEST_CASE("an instructions budget of any size ends a run with the beginning of the whole run", "[budgets]") {
  RunOptions options = options_of(12);
  const RunResult whole = run(kBusy, options);
  REQUIRE(whole.instructions > 100'000);
  std::size_t ended = 0;
  for (std::uint64_t instructions = 1; instructions < whole.instructions; instructions += 7919) {
    INFO(instructions << " instructions");
    options.budgets.instructions = instructions;
    const RunResult part = run(kBusy, options);
    check_part(whole, part);
    ended += part.failure.kind == Failure::Kind::Budget ? 1 : 0;
  }
  CHECK(ended > 10);
}

TEST_CASE("a memory budget of any size ends a run with MemoryError or as a budget, and what came before stands",
          "[budgets]") {
  RunOptions options = options_of(13);
  const RunResult whole = run(kHungry, options);
  REQUIRE(whole.failure.kind == Failure::Kind::None);
  std::size_t ended = 0;
  for (std::size_t bytes = 1; bytes < whole.peak_bytes * 2; bytes += whole.peak_bytes / 60) {
    INFO(bytes << " bytes");
    options.budgets.memory_bytes = bytes;
    const RunResult part = run(kHungry, options);
    check_part(whole, part);
    ended += part.failure.kind == Failure::Kind::None ? 0 : 1;
  }
  CHECK(ended > 30);
}

TEST_CASE("a recursion budget of any size gives RecursionError", "[budgets]") {
  const char* const source =
      "import asyncio\n"
      "async def deep(n):\n"
      "    return 0 if n == 0 else 1 + await deep(n - 1)\n"
      "def flat(n):\n"
      "    return 0 if n == 0 else 1 + flat(n - 1)\n"
      "try:\n"
      "    print(flat(40), asyncio.run(deep(40)))\n"
      "except RecursionError as error:\n"
      "    print(error)\n";
  RunOptions options = options_of(13);
  for (std::uint32_t recursion = 1; recursion < 60; ++recursion) {
    INFO("recursion " << recursion);
    options.budgets.recursion = recursion;
    const RunResult result = run(source, options);
    const bool known = result.failure.kind == Failure::Kind::None || result.failure.text.find("RecursionError") == 0;
    CHECK(known);
  }
}

}  // namespace sluice
