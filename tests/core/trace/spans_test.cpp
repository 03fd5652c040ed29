#include "trace/spans.h"

#include "catch.h"
#include "gate_example.h"
#include "random_gate.h"

#include <string>
#include <vector>

namespace sluice {
namespace {

std::uint32_t row_of(const Spans& spans, RowKind kind, ObjectId object, std::uint32_t sub = 0) {
  for (std::uint32_t row = 0; row < spans.rows.size(); ++row) {
    const Row& candidate = spans.rows[row];
    if (candidate.kind == kind && candidate.object == object && candidate.sub == sub) return row;
  }
  return 0xffff'ffff;
}

std::vector<Span> spans_of(const Spans& spans, std::uint32_t row) {
  REQUIRE(row < spans.rows.size());
  return {spans.spans.begin() + spans.first_span[row], spans.spans.begin() + spans.first_span[row + 1]};
}

std::string states(const std::vector<Span>& spans) {
  std::string text;
  for (const Span& span : spans) text += (text.empty() ? "" : " ") + std::string(enum_name(span.state));
  return text;
}

}  // namespace

TEST_CASE("a task goes through ready, running and what it waits for, until it is done", "[spans]") {
  const GateExample example;

  const Spans spans = compute_spans(example.trace);
  const auto second = spans_of(spans, row_of(spans, RowKind::Task, example.second));

  REQUIRE(states(second) == "Ready Running WaitingPermit Ready Running Sleeping Ready Running Done");
  const Span& wait = second[2];
  CHECK(wait.start == Approx(3e-5).epsilon(1e-9));
  CHECK(wait.end == 1.00002);
  CHECK(wait.first == example.second_wait);
  CHECK(wait.last == example.woken);
  CHECK(wait.on == example.sem);
  CHECK(wait.line == 4);
  CHECK(second[3].end == 1.00003);
  CHECK(second[5].line == 5);
}

TEST_CASE("a task runs until its handle ends, which is where the clock jumps from", "[spans]") {
  const GateExample example;

  const Spans spans = compute_spans(example.trace);
  const auto second = spans_of(spans, row_of(spans, RowKind::Task, example.second));

  CHECK(second[1].start == 2e-5);
  CHECK(second[1].end == 3e-5);
}

TEST_CASE("the spans of a task tile it without gaps, in time and by events", "[spans]") {
  const GateExample example;

  const Spans spans = compute_spans(example.trace);

  for (const ObjectId task : {example.main, example.first, example.second}) {
    const auto row = spans_of(spans, row_of(spans, RowKind::Task, task));
    CHECK(row.front().first == example.trace.object(task).created);
    CHECK(row.back().last == example.trace.latest());
    for (std::size_t i = 1; i < row.size(); ++i) {
      CHECK(row[i].start == row[i - 1].end);
      CHECK(row[i].first == row[i - 1].last);
    }
  }
}

TEST_CASE("in any run, the rows of tasks are tiled and no permit is held twice", "[spans]") {
  const RandomGate gate(GENERATE(range(1u, 20u)));

  const Spans spans = compute_spans(gate.trace);

  for (std::uint32_t row = 0; row < spans.rows.size(); ++row) {
    const auto own = spans_of(spans, row);
    for (std::size_t i = 1; i < own.size(); ++i) {
      const bool is_task = spans.rows[row].kind == RowKind::Task;
      CHECK((is_task ? own[i].start == own[i - 1].end : own[i].start >= own[i - 1].end));
      CHECK((is_task ? own[i].first == own[i - 1].last : own[i].first >= own[i - 1].last));
    }
  }
}

TEST_CASE("a permit's row names who holds it", "[spans]") {
  const GateExample example;

  const Spans spans = compute_spans(example.trace);
  const auto permit = spans_of(spans, row_of(spans, RowKind::Permit, example.sem));

  REQUIRE(permit.size() == 2);
  CHECK(permit[0].by == example.first);
  CHECK(permit[0].end == 1.00002);
  CHECK(permit[1].by == example.second);
  CHECK(row_name(example.trace, spans.rows[row_of(spans, RowKind::Permit, example.sem)]) == "sem permit 1");
}

TEST_CASE("a semaphore's queue has the length of those that wait", "[spans]") {
  const GateExample example;

  const Spans spans = compute_spans(example.trace);
  const auto queue = spans_of(spans, row_of(spans, RowKind::Queue, example.sem));

  REQUIRE(queue.size() == 1);
  CHECK(queue[0].value == 1);
  CHECK(queue[0].first == example.second_wait);
  CHECK(queue[0].last == example.woken);
}

TEST_CASE("permits get the lowest free number and go back to whoever took them", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId sem = builder.object(TraceObject::Semaphore, "sem");
  const ObjectId a = builder.task(1, "a"), b = builder.task(2, "b"), c = builder.task(3, "c");
  for (const ObjectId task : {a, b}) builder.at(1, task).event(TraceKind::Acquired, sem, 0);
  builder.at(2, a).event(TraceKind::Released, sem, 1);
  builder.at(3, c).event(TraceKind::Acquired, sem, 0);
  builder.at(4, 0).event(TraceKind::Released, sem, 1);
  builder.at(5).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);
  const auto permit1 = spans_of(spans, row_of(spans, RowKind::Permit, sem, 0));
  const auto permit2 = spans_of(spans, row_of(spans, RowKind::Permit, sem, 1));

  REQUIRE(permit1.size() == 2);
  CHECK(permit1[1].by == c);
  CHECK(permit1[1].end == 5);
  REQUIRE(permit2.size() == 1);
  CHECK(permit2[0].by == b);
  CHECK(permit2[0].end == 4);  // released by nobody in particular: the one held longest
}

TEST_CASE("a semaphore that starts empty and is released as a signal has no holder to take from", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId sem = builder.object(TraceObject::Semaphore, "sem");
  const ObjectId task = builder.task(1, "a");
  builder.at(1).event(TraceKind::Released, sem, 1);
  builder.at(2, task).event(TraceKind::Acquired, sem, 0);
  builder.at(3).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);

  CHECK(spans_of(spans, row_of(spans, RowKind::Permit, sem)).size() == 1);
}

TEST_CASE("a blocking call splits the step of the task that makes it", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  builder.at(0, task).step(0, StepEnd::Finished, 0);
  builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 3);
  builder.at(2, task).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 3);
  builder.done(task, TaskEnd::Result, "None");
  builder.at(2.5).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);

  CHECK(states(spans_of(spans, row_of(spans, RowKind::Task, task))) == "Ready Running Blocked Running Done");
  CHECK(states(spans_of(spans, 0)) == "Busy Blocked Busy");
}

TEST_CASE("the loop's row is busy while handles run and idle while the clock jumps", "[spans]") {
  const GateExample example;

  const Spans spans = compute_spans(example.trace);
  const auto loop = spans_of(spans, row_of(spans, RowKind::Loop, example.loop));

  REQUIRE(states(loop) == "Busy Idle Busy Idle Busy");
  CHECK(loop[1].start == 3e-5);
  CHECK(loop[1].end == 1.00001);
}

TEST_CASE("a task that is still in the queue at the end stays ready until then", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  builder.at(1).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);

  const auto row = spans_of(spans, row_of(spans, RowKind::Task, task));
  REQUIRE(states(row) == "Ready");
  CHECK(row[0].end == 1);
}

TEST_CASE("a step that yields makes its task ready again at once", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  const EventIndex first = builder.at(0, task).step(0, StepEnd::Yielded, 4);
  builder.at(1e-5).callback(first, CallbackKind::User, 0);
  builder.at(2e-5, task).step(first, StepEnd::Finished, 0);
  builder.done(task, TaskEnd::Result, "None");
  builder.at(3e-5).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);

  const auto row = spans_of(spans, row_of(spans, RowKind::Task, task));
  REQUIRE(states(row) == "Ready Running Ready Running Done");  // created and begun at one moment, but by two events
  CHECK(row[0].start == row[0].end);
  CHECK(row[2].start == 1e-5);
}

TEST_CASE("workers are idle between jobs, and blocked while they sleep", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId pool = builder.object(TraceObject::Pool, "pool");
  const ObjectId task = builder.task(1, "main");
  builder.at(0, task).step(0, StepEnd::Waiting, 4);
  const ObjectId job = builder.object(TraceObject::Job, "read");
  builder.event(TraceKind::JobQueued, pool, job);
  const ObjectId worker = builder.object(TraceObject::Thread, "pool_0");
  builder.event(TraceKind::ThreadStarted, worker, builder.trace.text("pool_0"));
  builder.wait(WaitKind::Thread, job, 4);
  builder.on_worker(0, 1).event(TraceKind::JobBegin, worker, job);
  builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 2);
  builder.on_worker(1, 1).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 2);
  builder.event(TraceKind::JobEnd, TaskEnd::Result, worker, job);
  builder.at(2).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);

  const auto row = spans_of(spans, row_of(spans, RowKind::Thread, worker));
  REQUIRE(states(row) == "Idle Busy Blocked Busy Idle");
  CHECK(row[2].on == job);
  CHECK(row[2].by == task);
  CHECK(row[2].line == 2);
  CHECK(spans_of(spans, row_of(spans, RowKind::Task, task)).back().state == SpanState::InThread);
}

TEST_CASE("a task that starts eagerly runs inside the step of its creator", "[spans]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId outer = builder.task(1, "main");
  builder.at(0, outer).step(0, StepEnd::Waiting, 9);
  const ObjectId inner = builder.task(2, "job");
  builder.at(0, inner).event(TraceKind::EagerStep, StepEnd::Waiting, builder.trace.latest(), 3);
  builder.wait(WaitKind::Event, 0, 3);
  builder.at(0, outer).wait(WaitKind::Task, inner, 9);
  builder.at(1e-5).event(TraceKind::End);

  const Spans spans = compute_spans(builder.trace);

  CHECK(states(spans_of(spans, row_of(spans, RowKind::Task, inner))) == "Ready Running WaitingEvent");
  CHECK(states(spans_of(spans, row_of(spans, RowKind::Task, outer))) == "Ready Running WaitingTask");
}

TEST_CASE("an empty trace has no rows", "[spans]") {
  const Trace trace;

  const Spans spans = compute_spans(trace);

  CHECK(spans.rows.empty());
  CHECK(spans.spans.empty());
}

}  // namespace sluice
