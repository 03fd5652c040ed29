#include "trace/trace.h"

#include "builder.h"
#include "catch.h"
#include "gate_example.h"

#include <cstddef>
#include <string>
#include <string_view>

namespace sluice {
namespace {

class FixedLine : public LineSource {
 public:
  [[nodiscard]] std::uint32_t current_line() const override { return 12; }
  [[nodiscard]] std::string_view variable_name() const override { return "sem"; }
};

}  // namespace

TEST_CASE("an event has the moment, thread and task of its recording", "[trace]") {
  Trace trace;
  trace.now = 0.5;
  trace.task = 3;
  trace.thread = 2;

  const EventIndex index = trace.record(TraceKind::Line, 0, 7);

  CHECK(index == 0);
  CHECK(trace[index].when == 0.5);
  CHECK(trace[index].task == 3);
  CHECK(trace[index].thread == 2);
  CHECK(trace[index].value == 7);
  CHECK(trace.latest() == index);
}

TEST_CASE("events stay where they are when the trace grows beyond a chunk", "[trace]") {
  Trace trace;
  trace.record(TraceKind::Line, 0, 1);
  const TraceEvent* first = &trace[0];

  for (std::uint32_t i = 1; i < 3 * Trace::kChunkEvents; ++i) trace.record(TraceKind::Line, 0, i);

  CHECK(&trace[0] == first);
  CHECK(trace.size() == 3 * Trace::kChunkEvents);
  CHECK(trace[2 * Trace::kChunkEvents + 5].value == 2 * Trace::kChunkEvents + 5);
}

TEST_CASE("a step's end can be written into its event afterwards", "[trace]") {
  Trace trace;
  const EventIndex step = trace.record(TraceKind::Step, 0, 0);

  trace.at(step).detail = static_cast<std::uint8_t>(StepEnd::Waiting);
  trace.at(step).value = 30;

  CHECK(trace[step].value == 30);
}

TEST_CASE("objects are named by kind and number, counted for each kind apart", "[trace]") {
  TraceBuilder builder;

  const ObjectId lock = builder.object(TraceObject::Lock);
  const ObjectId sem = builder.object(TraceObject::Semaphore);
  const ObjectId other = builder.object(TraceObject::Lock);
  const ObjectId task = builder.task(7, "main");

  CHECK(builder.trace.object_name(lock) == "Lock-1");
  CHECK(builder.trace.object_name(sem) == "Semaphore-1");
  CHECK(builder.trace.object_name(other) == "Lock-2");
  CHECK(builder.trace.object_name(task) == "Task-7");
  CHECK(builder.trace.object_name(0).empty());
}

TEST_CASE("an object remembers the line of the program that made it", "[trace]") {
  TraceBuilder builder;
  const FixedLine lines;
  const ObjectId before = builder.object(TraceObject::Lock);
  builder.trace.lines = &lines;
  const ObjectId after = builder.object(TraceObject::Lock);

  CHECK(builder.trace.object(before).line == 0);
  CHECK(builder.trace.object(after).line == 12);
}

TEST_CASE("an object without a name is called after the variable that it is stored in", "[trace]") {
  TraceBuilder builder;
  const FixedLine lines;
  builder.trace.lines = &lines;
  const ObjectId first = builder.object(TraceObject::Semaphore);
  const ObjectId second = builder.object(TraceObject::Semaphore);
  const ObjectId named = builder.object(TraceObject::Pool, "asyncio");
  const ObjectId task = builder.task(3, "main");

  CHECK(builder.trace.object_name(first) == "sem");
  CHECK(builder.trace.object_name(second) == "sem (2)");
  CHECK(builder.trace.object_name(named) == "asyncio");
  CHECK(builder.trace.object_name(task) == "Task-3");
}

TEST_CASE("equal texts share an id, and the empty text has 0", "[trace]") {
  Trace trace;

  CHECK(trace.text("") == 0);
  CHECK(trace.text("a") == trace.text("a"));
  CHECK(trace.text("a") != trace.text("b"));
  CHECK(trace.text_of(trace.text("b")) == "b");
}

TEST_CASE("equal runs have equal digests, and a difference anywhere changes them", "[trace]") {
  const std::uint64_t digest = GateExample().trace.digest();

  CHECK(GateExample().trace.digest() == digest);
  SECTION("another event") {
    GateExample example;
    example.event(TraceKind::Line, 0, 1);
    CHECK(example.trace.digest() != digest);
  }
  SECTION("another end of a step") {
    GateExample example;
    example.trace.at(example.main_step).value = 8;
    CHECK(example.trace.digest() != digest);
  }
  SECTION("another text") {
    GateExample example;
    example.trace.text("unused");
    CHECK(example.trace.digest() != digest);
  }
  SECTION("another number") {
    GateExample example;
    example.trace.number(0.25);
    CHECK(example.trace.digest() != digest);
  }
}

TEST_CASE("kinds and enums have names and meanings", "[trace]") {
  CHECK(std::string(trace_kind_name(TraceKind::Step)) == "Step");
  CHECK(std::string(trace_kind_subject(TraceKind::Step)) == "event");
  CHECK(std::string(trace_kind_value(TraceKind::Timer)) == "number");
  CHECK(std::string(enum_name(WaitKind::QueueGet)) == "QueueGet");
  CHECK(trace_kind_count() == static_cast<std::size_t>(TraceKind::End) + 1);
  for (std::size_t kind = 0; kind < trace_kind_count(); ++kind) {
    CHECK(std::string(trace_kind_meaning(static_cast<TraceKind>(kind))).size() > 3);
  }
  for (const TraceEnum& list : trace_enums()) CHECK_FALSE(list.enumerators.empty());
}

}  // namespace sluice
