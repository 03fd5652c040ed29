#include "trace/counts.h"

#include "catch.h"
#include "gate_example.h"
#include "trace/resource_counts.h"

#include <string>
#include <vector>

namespace sluice {
namespace {

std::vector<StepFunction> counts_of(const Trace& trace) { return compute_counts(trace, compute_spans(trace)); }

const StepFunction& named(const std::vector<StepFunction>& counts, const char* name, ObjectId object = 0) {
  const StepFunction* function = find_function(counts, name, object);
  REQUIRE(function != nullptr);
  return *function;
}

}  // namespace

TEST_CASE("no more tasks are in flight than the gate lets through", "[counts]") {
  const GateExample example;

  const auto counts = counts_of(example.trace);

  CHECK(peak(named(counts, "in flight")) == 1);
  CHECK(peak(named(counts, "in use", example.sem)) == 1);
  CHECK(peak(named(counts, "waiting", example.sem)) == 1);
  CHECK(peak(named(counts, "waiting")) == 1);
  CHECK(named(counts, "created").last() == 3);
  CHECK(named(counts, "done").last() == 3);
  CHECK(named(counts, "failed").last() == 0);
}

TEST_CASE("nothing is left over when all tasks are done", "[counts]") {
  const GateExample example;

  const auto counts = counts_of(example.trace);

  for (const char* name : {"in flight", "waiting", "ready", "active"}) CHECK(named(counts, name).last() == 0);
  CHECK(named(counts, "in use", example.sem).last() == 0);
  CHECK(named(counts, "waiting", example.sem).last() == 0);
}

TEST_CASE("counts change at the events that change them, and only there", "[counts]") {
  const GateExample example;

  const auto counts = counts_of(example.trace);

  for (const StepFunction& function : counts) {
    for (std::size_t i = 0; i < function.event.size(); ++i) {
      CHECK(function.when[i] == example.trace[function.event[i]].when);
      if (i == 0) continue;
      CHECK(function.event[i] > function.event[i - 1]);
      CHECK(function.value[i] != function.value[i - 1]);
    }
  }
  const StepFunction& waiting = named(counts, "waiting", example.sem);
  CHECK(value_after(waiting, example.second_wait - 1) == 0);
  CHECK(value_after(waiting, example.second_wait) == 1);
  CHECK(value_after(waiting, example.woken) == 0);
}

TEST_CASE("a waiter that is cancelled leaves the queue at once", "[counts]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId lock = builder.object(TraceObject::Lock, "lock");
  const ObjectId task = builder.task(1, "a");
  builder.at(0, task).step(0, StepEnd::Waiting, 2);
  builder.wait(WaitKind::Lock, lock, 2);
  const EventIndex cancel = builder.at(1).event(TraceKind::CancelRequested, task, 0);
  builder.at(1, task).step(cancel, StepEnd::Cancelled, 0);
  builder.at(2).event(TraceKind::End);

  const auto counts = counts_of(builder.trace);

  CHECK(value_after(named(counts, "waiting", lock), cancel) == 0);
  CHECK(named(counts, "waiting", lock).value.size() == 2);
  CHECK(named(counts, "cancelled").last() == 1);
}

TEST_CASE("a queue has a size, unfinished items, and two queues of waiters", "[counts]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId queue = builder.object(TraceObject::Queue, "queue");
  const ObjectId getter = builder.task(1, "a");
  builder.at(0, getter).step(0, StepEnd::Waiting, 2);
  builder.wait(WaitKind::QueueGet, queue, 2);
  builder.at(1).event(TraceKind::QueuePut, queue, 1);
  const EventIndex woken = builder.event(TraceKind::WaiterWoken, queue, getter);
  builder.at(2, getter).step(woken, StepEnd::Finished, 0);
  builder.event(TraceKind::QueueGet, queue, 0);
  builder.event(TraceKind::QueueTaskDone, queue, 0);
  builder.done(getter, TaskEnd::Result, "None");
  builder.at(3).event(TraceKind::End);

  const auto counts = counts_of(builder.trace);

  CHECK(named(counts, "size", queue).value == std::vector<std::int32_t>{1, 0});
  CHECK(named(counts, "waiting to get", queue).value == std::vector<std::int32_t>{1, 0});
  CHECK(named(counts, "unfinished", queue).value == std::vector<std::int32_t>{1, 0});
  CHECK(find_function(counts, "waiting to put", queue) == nullptr);
}

TEST_CASE("a pool has jobs under way and jobs that wait for a worker", "[counts]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId pool = builder.object(TraceObject::Pool, "pool");
  const ObjectId worker = builder.object(TraceObject::Thread, "pool_0");
  const ObjectId one = builder.object(TraceObject::Job, "f"), two = builder.object(TraceObject::Job, "g");
  builder.event(TraceKind::JobQueued, pool, one);
  builder.event(TraceKind::JobQueued, pool, two);
  builder.on_worker(0, 1).event(TraceKind::JobBegin, worker, one);
  builder.at(1).event(TraceKind::JobDropped, pool, two);
  builder.on_worker(2, 1).event(TraceKind::JobEnd, TaskEnd::Result, worker, one);
  builder.at(3).event(TraceKind::End);

  const auto counts = counts_of(builder.trace);

  CHECK(named(counts, "queued", pool).value == std::vector<std::int32_t>{1, 2, 1, 0});
  CHECK(named(counts, "busy", pool).value == std::vector<std::int32_t>{1, 0});
}

TEST_CASE("a counter that the program marks is a count of its own", "[counts]") {
  TraceBuilder builder;
  builder.at(0).event(TraceKind::Mark, builder.trace.text("refused"), builder.trace.number(1));
  builder.at(1).event(TraceKind::Mark, builder.trace.text("refused"), builder.trace.number(7));
  builder.at(2).event(TraceKind::End);

  const auto counts = counts_of(builder.trace);

  CHECK(named(counts, "refused").value == std::vector<std::int32_t>{1, 7});
}

TEST_CASE("a step function integrates what it counts over time", "[counts]") {
  StepFunction function;
  function.add(1, 0, 2);
  function.add(3, 1, -1);

  CHECK(integral(function, 10) == 2 * 2 + 1 * 7);
  CHECK(peak(function) == 2);
}

TEST_CASE("changes of one event that cancel out leave no entry", "[counts]") {
  StepFunction function;
  function.add(1, 5, 1);
  function.add(1, 5, -1);
  function.add(2, 6, 1);

  CHECK(function.event == std::vector<EventIndex>{6});
}

}  // namespace sluice
