// Python code that takes time, and threads that compete for the GIL: claims about whole programs, in numbers.
#include <algorithm>
#include <cstdlib>
#include <string>
#include <vector>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"
#include "trace/spans.h"

namespace sluice {

namespace {

constexpr double kCost = 3e-8;

/// A task that sleeps some 10 ms again and again; how late it woke each time, in ms, is what it prints. `threads`
/// compute meanwhile.
std::string heartbeat(int threads, const std::string& work = "crunch") {
  return R"(
import asyncio, sys

def crunch(count):
    total = 0
    for number in range(count):
        total += number * number % 7
    return total

def consume(count):
    return sum(number * number % 7 for number in range(count))

async def main():
    loop = asyncio.get_running_loop()
    jobs = [loop.run_in_executor(None, )" +
         work + ", 400_000) for _ in range(" + std::to_string(threads) + R"()]
    await asyncio.sleep(0.005)
    for beat in range(20):
        delay = 0.01 + beat % 7 * 0.0009
        due = loop.time() + delay
        await asyncio.sleep(delay)
        if beat == 0 or not all(job.done() for job in jobs) or not jobs:
            print((loop.time() - due) * 1000)
    await asyncio.gather(*jobs)

asyncio.run(main())
)";
}

RunOptions costly(bool gil = true) {
  RunOptions options;
  options.instruction_cost = kCost;
  options.gil = gil;
  return options;
}

std::string output_of(const RunResult& result) {
  INFO(result.failure.traceback);
  CHECK(result.failure.kind == Failure::Kind::None);
  return printed(result);
}

std::vector<double> numbers(const std::string& text) {
  std::vector<double> found;
  const char* at = text.c_str();
  char* end = nullptr;
  for (double number = std::strtod(at, &end); end != at; number = std::strtod(at, &end)) {
    found.push_back(number);
    at = end;
  }
  REQUIRE(!found.empty());
  return found;
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

double median_lateness(int threads, const RunOptions& options, const std::string& work = "crunch") {
  return median(numbers(output_of(run(heartbeat(threads, work), options))));
}

std::size_t count(const Trace& trace, TraceKind kind) {
  std::size_t found = 0;
  for (std::size_t i = 0; i < trace.size(); ++i) found += trace[i].kind == kind ? 1 : 0;
  return found;
}

}  // namespace

TEST_CASE("a thread that computes delays the loop by a switch interval, more threads by more; none starves it",
          "[gil]") {
  CHECK(median_lateness(0, costly()) < 0.05);
  CHECK(median_lateness(1, costly()) == Approx(5).margin(0.1));
  const double two = median_lateness(2, costly());
  CHECK(two > 5);
  CHECK(two <= 10.1);
  const double four = median_lateness(4, costly());
  CHECK(four > 14);
  CHECK(four <= 20.1);
}

TEST_CASE("a generator that sum() consumes leaves the loop as much as a loop of the thread's own", "[gil]") {
  CHECK(median_lateness(1, costly(), "consume") == Approx(5).margin(0.1));
}

TEST_CASE("without the GIL the loop is on time", "[gil]") { CHECK(median_lateness(4, costly(false)) < 0.05); }

TEST_CASE("without the GIL threads compute side by side, as many as there are processors", "[gil]") {
  const char* source = R"(
import asyncio

def crunch(count):
    for number in range(count):
        pass

async def main():
    loop = asyncio.get_running_loop()
    begun = loop.time()
    await asyncio.gather(*[asyncio.to_thread(crunch, 100_000) for _ in range(4)])
    print(loop.time() - begun)

asyncio.run(main())
)";
  RunOptions options = costly(false);
  const auto took = [&](std::uint32_t processors) {
    options.cpu_count = processors;
    return numbers(output_of(run(source, options)))[0];
  };

  const double four = took(4);

  CHECK(took(2) == Approx(2 * four).epsilon(0.05));
  CHECK(took(1) == Approx(4 * four).epsilon(0.05));
  CHECK(numbers(output_of(run(source, costly())))[0] == Approx(4 * four).epsilon(0.05));
}

TEST_CASE("on the loop the same function freezes everything", "[gil]") {
  const RunResult result = run(R"(
import asyncio

async def beat():
    loop = asyncio.get_running_loop()
    due = loop.time() + 0.01
    await asyncio.sleep(0.01)
    print(loop.time() - due)

async def main():
    task = asyncio.create_task(beat())
    await asyncio.sleep(0)
    begun = asyncio.get_running_loop().time()
    for number in range(1_000_000):
        pass
    print(asyncio.get_running_loop().time() - begun)
    await task

asyncio.run(main())
)",
                               costly());

  const std::vector<double> found = numbers(output_of(result));
  CHECK(found[0] > 0.05);
  CHECK(found[1] == Approx(found[0] - 0.01).margin(1e-3));
}

TEST_CASE("sys.setswitchinterval sets how long a thread is left alone", "[gil]") {
  const std::string source = "import sys\nsys.setswitchinterval(0.001)\n" + heartbeat(1);

  CHECK(median(numbers(output_of(run(source, costly())))) == Approx(1).margin(0.1));
}

TEST_CASE("the GIL has one holder at a time, and a row that says who it is", "[gil]") {
  const RunResult result = run(heartbeat(3), costly());
  const Trace& trace = *result.trace;

  bool is_held = false;
  std::uint16_t holder = 0;
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    if (event.kind == TraceKind::GilAcquired) {
      CHECK_FALSE(is_held);
      is_held = true;
      holder = event.thread;
    } else if (event.kind == TraceKind::GilReleased) {
      CHECK(is_held);
      CHECK(holder == event.thread);
      is_held = false;
    } else if (event.kind == TraceKind::JobBegin || event.kind == TraceKind::JobEnd || event.kind == TraceKind::Step) {
      if (is_held) CHECK(holder == event.thread);
    }
  }
  CHECK(count(trace, TraceKind::GilAcquired) > 50);
  const Spans spans = compute_spans(trace);
  const auto row =
      std::find_if(spans.rows.begin(), spans.rows.end(), [](const Row& each) { return each.kind == RowKind::Gil; });
  REQUIRE(row != spans.rows.end());
  CHECK(row_name(trace, *row) == "GIL");
}

TEST_CASE("a lock between threads holds where code takes time", "[gil]") {
  const char* source = R"(
import asyncio, threading

lock = threading.Lock()
total = 0

def add(count):
    global total
    for _ in range(count):
        with lock:
            seen = total
            total = seen + 1

async def main():
    await asyncio.gather(*[asyncio.to_thread(add, 3000) for _ in range(4)])
    print(total)

asyncio.run(main())
)";
  CHECK(output_of(run(source, costly())) == "12000\n");
  CHECK(output_of(run(source, costly(false))) == "12000\n");
}

TEST_CASE("what others see of code inside a callback of native code is refused where it would come at a wrong time",
          "[gil]") {
  const RunResult result = run(R"(
import asyncio

def key(number):
    if number == 0:
        print(number)
    return -number

async def main():
    job = asyncio.to_thread(sorted, range(50_000, -1, -1), key=key)
    await asyncio.gather(job, asyncio.sleep(0.001))

asyncio.run(main())
)",
                               costly());

  CHECK(result.failure.kind == Failure::Kind::Unsupported);
  CHECK_THAT(result.failure.text, contains("a switch of threads inside a callback"));
}

TEST_CASE("where code takes no time nobody competes for the GIL", "[gil]") {
  RunOptions options;
  const RunResult with = run(heartbeat(2), options);
  options.gil = false;
  const RunResult without = run(heartbeat(2), options);

  CHECK(count(*with.trace, TraceKind::GilAcquired) == 0);
  CHECK(with.trace->digest() == without.trace->digest());
}

TEST_CASE("runs with costs repeat themselves", "[gil]") {
  const bool gil = GENERATE(true, false);

  CHECK(run(heartbeat(3), costly(gil)).trace->digest() == run(heartbeat(3), costly(gil)).trace->digest());
}

TEST_CASE("there is no free-threaded build before 3.13", "[gil]") {
  RunOptions options;
  options.python = PythonVersion{12};
  options.gil = false;

  CHECK(run("print(1)", options).failure.kind == Failure::Kind::Unsupported);
}

}  // namespace sluice
