// Every budget ends a run, with a message that names it; a deadlock names who waits, where and for what.
#include <string>

#include "catch.h"
#include "sluice/run.h"
#include "sluice/show.h"

namespace sluice {
namespace {

std::string text_of(const Failure& failure) { return failure.text + "\n" + failure.hint; }

bool mentions(const Failure& failure, const char* word) { return text_of(failure).find(word) != std::string::npos; }

/// A program that sleeps `seconds` at a time, for ever.
std::string sleeper(const char* seconds) {
  return std::string("import asyncio\nasync def main():\n    while True: await asyncio.sleep(") + seconds +
         ")\nasyncio.run(main())";
}

}  // namespace

TEST_CASE("a loop without end is ended by the budget of instructions", "[budgets]") {
  RunOptions options;
  options.budgets.instructions = 100'000;

  const RunResult result = run("while True: pass", options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(mentions(result.failure, "instructions"));
  CHECK(result.failure.line == 1);
}

TEST_CASE("native code that goes on by itself is ended by the budget of instructions", "[budgets]") {
  const std::string program =
      GENERATE("sum(range(10 ** 15))", "any(itertools.repeat(0))", "max(itertools.count())", "1 in iter(int, 2)",
               "collections.deque(iter(int, 1), maxlen=1)", "''.join(itertools.repeat(''))");
  RunOptions options;
  options.budgets.instructions = 1'000'000;

  const RunResult result = run("import collections, itertools\n" + program, options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(result.failure.line == 2);
}

TEST_CASE("a sleep that is longer than the clock can count is ended by the budget of virtual time", "[budgets]") {
  RunOptions options;
  options.budgets.virtual_seconds = 0;

  const RunResult result = run("import asyncio\nasyncio.run(asyncio.sleep(1e300))", options);

  CHECK(mentions(result.failure, "virtual time"));
}

TEST_CASE("a chain of exceptions can be as long as a run", "[budgets]") {
  const RunResult result =
      run("error = None\nfor i in range(100_000):\n    try: raise ValueError(i) from error\n    except ValueError as "
          "e: error "
          "= e\nraise error",
          RunOptions());

  CHECK(result.failure.text == "ValueError: 99999");
}

TEST_CASE("neither except nor finally of the program runs at the end of a budget", "[budgets]") {
  RunOptions options;
  options.budgets.instructions = 100'000;

  const RunResult result =
      run("try:\n    while True: pass\nexcept BaseException: print('caught')\nfinally: print('done')", options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(output_of(result).empty());
}

TEST_CASE("tasks that run for ever are ended by the budget of events", "[budgets]") {
  RunOptions options;
  options.budgets.events = 1'000;

  const RunResult result = run(sleeper("0"), options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(mentions(result.failure, "events"));
}

TEST_CASE("a program that sleeps for ever is ended by the budget of virtual time", "[budgets]") {
  RunOptions options;
  options.budgets.virtual_seconds = 100;

  const RunResult result = run(sleeper("30"), options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(mentions(result.failure, "virtual time"));
  CHECK(result.end <= 150);
}

TEST_CASE("a list that grows for ever is ended by the budget of memory", "[budgets]") {
  RunOptions options;
  options.budgets.memory_bytes = 1'000'000;

  const RunResult result = run("items = []\nwhile True: items.append([len(items)] * 100)", options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(mentions(result.failure, "memory"));
}

TEST_CASE("a program that prints for ever is ended by the budget of output", "[budgets]") {
  RunOptions options;
  options.budgets.output_bytes = 1'000;

  const RunResult result = run("while True: print('again and again')", options);

  CHECK(result.failure.kind == Failure::Kind::Budget);
  CHECK(mentions(result.failure, "output"));
}

TEST_CASE("the budget of recursion is Python's own limit: RecursionError", "[budgets]") {
  RunOptions options;
  options.budgets.recursion = 50;

  const RunResult result = run("def deeper(n): return deeper(n + 1)\ndeeper(0)", options);

  CHECK(result.failure.kind == Failure::Kind::Exception);
  CHECK(result.failure.text == "RecursionError: maximum recursion depth exceeded");
}

TEST_CASE("a deadlock names each task that waits, its line, and what it waits for", "[budgets]") {
  const RunResult result =
      run("import asyncio\n"
          "async def taker(lock, event):\n"
          "    async with lock:\n"
          "        await event.wait()\n"
          "async def main():\n"
          "    lock, event = asyncio.Lock(), asyncio.Event()\n"
          "    await asyncio.gather(taker(lock, event), taker(lock, event))\n"
          "asyncio.run(main())",
          RunOptions{});

  CHECK(result.failure.kind == Failure::Kind::Deadlock);
  for (const char* word : {"Task-1, line 7", "Task-2, line 4, waits for Event-1", "Task-3, line 3, waits for Lock-1"}) {
    INFO(word << " in " << text_of(result.failure));
    CHECK(mentions(result.failure, word));
  }
}

}  // namespace sluice
