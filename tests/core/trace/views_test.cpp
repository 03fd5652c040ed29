// The views of a whole trace as text: table, chart for a terminal, explanation, Chrome trace events.

#include "catch.h"
#include "gate_example.h"
#include "trace/chrome_trace.h"
#include "trace/explain.h"
#include "trace/gantt.h"
#include "trace/table.h"
#include "trace/time_scale.h"

#include <algorithm>
#include <cstddef>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace sluice {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("the worked example of FORMAT.md is what the table prints for it", "[table]") {
  const GateExample example;
  std::ifstream file(SLUICE_TESTS_DIR "/../core/trace/FORMAT.md");
  const std::string format((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());

  const auto lines = lines_of(trace_table(example.trace));

  REQUIRE(lines.size() == example.trace.size() + 1);
  for (std::size_t i = 0; i <= 31; ++i) CHECK_THAT(format, contains("    " + lines[i] + "\n"));
}

TEST_CASE("FORMAT.md leaves no kind unmentioned", "[table]") {
  std::ifstream file(SLUICE_TESTS_DIR "/../core/trace/FORMAT.md");
  const std::string format((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());

  for (std::size_t kind = 0; kind < trace_kind_count(); ++kind) {
    CHECK_THAT(format, contains(trace_kind_name(static_cast<TraceKind>(kind))));
  }
}

TEST_CASE("the table of spans has a line a span, with names for ids", "[table]") {
  const GateExample example;
  const Spans spans = compute_spans(example.trace);

  const auto lines = lines_of(spans_table(example.trace, spans));

  REQUIRE(lines.size() == spans.spans.size() + 1);
  CHECK(lines[0] ==
        "row           state                     start            end    from      to  line  on            by");
  CHECK(std::count(
            lines.begin(), lines.end(),
            "Task-3        WaitingPermit       0.000030000    1.000020000      20      27     4  sem           -") ==
        1);
}

TEST_CASE("the chart shows rows of tasks and permits, the critical path and a legend", "[gantt]") {
  const GateExample example;

  const std::string chart = gantt(example.trace, GanttOptions{60, false, 100});

  CHECK(chart ==
        "               |0 s                  |1.00 s\n"
        "Task-1 main    #-------------------------------------------v\n"
        "Task-2 job     #.....................v\n"
        "Task-3 job     #=====================#.....................v\n"
        "sem permit 1   222222222222222222222233333333333333333333333\n"
        "critical path  22222222222222222222223333333333333333333333.\n"
        "\n"
        "# runs  . sleeps  = waits for a permit, lock, event or queue  - waits for tasks or futures  v done\n"
        "On the critical path: Running 80 \u00b5s and Sleeping 2.00 s.\n");
}

TEST_CASE("a loop that is blocked has a row of its own, and so has a worker", "[gantt]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId pool = builder.object(TraceObject::Pool, "pool");
  const ObjectId main = builder.task(1, "main");
  builder.at(0, main).step(builder.trace.latest(), StepEnd::Waiting, 4);
  const ObjectId job = builder.object(TraceObject::Job, "read");
  builder.event(TraceKind::JobQueued, pool, job);
  const ObjectId worker = builder.object(TraceObject::Thread, "pool_0");
  builder.event(TraceKind::ThreadStarted, worker, 0);
  builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 3);
  builder.on_worker(0, 1).event(TraceKind::JobBegin, worker, job);
  builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 8);
  builder.on_worker(1, 1).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 8);
  builder.event(TraceKind::JobEnd, TaskEnd::Result, worker, job);
  builder.at(2, main).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 3);
  builder.wait(WaitKind::Thread, job, 4);
  builder.at(4).jump(2.00001);
  builder.event(TraceKind::End);

  const auto lines = lines_of(gantt(builder.trace, GanttOptions{55, false, 100}));

  REQUIRE(lines.size() > 4);
  CHECK(lines[1] == "event loop     BBBBBBBBBBBBBBBBBBBB");
  CHECK(lines[2].substr(0, 34) == "Task-1 main    #BBBBBBBBBBBBBBBBBB");
  CHECK(lines[3] == "pool_0         #BBBBBBBBB#");
}

TEST_CASE("no line of a chart is longer than asked for", "[gantt]") {
  const GateExample example;
  const std::size_t width = GENERATE(std::size_t{40}, std::size_t{80}, std::size_t{133});

  const auto lines = lines_of(gantt(example.trace, GanttOptions{width, false, 100}));

  for (std::size_t i = 0; i < lines.size() && !lines[i].empty(); ++i) CHECK(lines[i].size() <= width);
}

TEST_CASE("more tasks than fit are counted", "[gantt]") {
  const GateExample example;

  const std::string chart = gantt(example.trace, GanttOptions{80, false, 1});

  CHECK_THAT(chart, contains("and 2 more tasks\n"));
  CHECK(chart.find("Task-3 job") == std::string::npos);
}

TEST_CASE("a long stretch in which nothing happens is cut short, and marked", "[gantt]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  double now = 0;
  for (const double pause : {0.1, 0.1, 60.0, 0.1, 0.1}) {
    builder.at(now, task).step(builder.trace.latest(), StepEnd::Waiting, 3);
    const EventIndex timer = builder.timer(task, now + pause);
    builder.wait(WaitKind::Sleep, 0, 3);
    builder.at(now + pause).jump(now + 1e-5);
    builder.event(TraceKind::TimerDue, task, timer);
    now += pause;
  }
  builder.at(now).event(TraceKind::End);

  const TimeScale scale(builder.trace, 100);

  REQUIRE(scale.breaks().size() == 1);
  CHECK(scale.column_of(0) == 0);
  CHECK(scale.column_of(now) == Approx(100));
  CHECK(scale.column_of(0.1) == Approx(10).epsilon(0.01));
  CHECK(scale.column_of(60.2) - scale.column_of(0.2) == Approx(60).epsilon(0.01));
  CHECK(scale.moment_at(scale.column_of(30)) == Approx(30));
  CHECK_THAT(gantt(builder.trace, GanttOptions{80, false, 100}), contains(": time cut short"));
}

TEST_CASE("a moment is explained: what was last, who waits for what, what comes next, and why", "[explain]") {
  const GateExample example;

  const std::string text = explain(example.trace, 0.5);

  CHECK(text ==
        "At 0.50 s: Task-3 waits at line 4 for a permit of sem; it is the first in the queue. (0.50 s ago)\n"
        "Nothing is ready: the loop waits until 1.00 s.\n"
        "Asleep: Task-2 (line 5, until 1.00 s).\n"
        "Held up: Task-3 (line 4, for a permit of sem).\n"
        "Waiting for others: Task-1 (line 7, for Gather-1).\n"
        "sem: 1 in use and 1 waiting.\n"
        "Next, at 1.00 s: The timer of Task-2 is due.\n"
        "How it came to this:\n"
        "  0 s  An event loop is made.\n"
        "  0 s  Task-1 is created to run main().\n"
        "  0 s  The event loop starts, to run until Task-1 is done.\n"
        "  0 s  Task-1 begins to run main().\n"
        "  0 s  Task-1 creates Task-3 to run job().\n"
        "  20 \u00b5s  Task-3 begins to run job().\n");
}

TEST_CASE("moments outside the run are said to be so", "[explain]") {
  const GateExample example;
  const Trace empty;

  CHECK(explain(example.trace, 9) == "The run ends at 2.00 s.\n");
  CHECK(explain(example.trace, -1) == "The run begins at 0 s.\n");
  CHECK(explain(empty, 0) == "Nothing happened.\n");
}

TEST_CASE("the Chrome trace has names, spans, counts and arrows, in microseconds", "[chrome]") {
  const GateExample example;

  const std::string json = chrome_trace(example.trace);

  CHECK_THAT(json, contains("{\"displayTimeUnit\": \"ms\", \"traceEvents\": [\n"));
  CHECK_THAT(json,
             contains("\"name\": \"WaitingPermit sem\", \"pid\": 1, \"tid\": 4, \"ts\": 30.0, \"dur\": 999990.0"));
  CHECK_THAT(
      json,
      contains(
          "{\"ph\": \"C\", \"name\": \"sem in use\", \"pid\": 1, \"tid\": 0, \"ts\": 10.0, \"args\": {\"value\": 1}}"));
  CHECK_THAT(json, contains("{\"ph\": \"s\", \"name\": \"wakes\""));
  CHECK(std::count(json.begin(), json.end(), '{') == std::count(json.begin(), json.end(), '}'));
}

}  // namespace sluice
