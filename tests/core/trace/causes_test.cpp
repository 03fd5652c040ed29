#include "trace/causes.h"

#include "catch.h"
#include "gate_example.h"
#include "trace/critical_path.h"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace sluice {

TEST_CASE("every event but the first has a cause, which comes before it", "[causes]") {
  const GateExample example;

  const auto causes = compute_causes(example.trace);

  REQUIRE(causes.size() == example.trace.size());
  CHECK(causes[0] == kNoEvent);
  for (std::size_t i = 1; i < causes.size(); ++i) CHECK(causes[i] < i);
}

TEST_CASE("a waiter runs because a permit came back, which came back because a sleep was over", "[causes]") {
  const GateExample example;

  const auto causes = compute_causes(example.trace);
  const auto chain = chain_of(causes, example.second_resumes);

  const auto stands_in_chain = [&chain](EventIndex event) {
    return std::find(chain.begin(), chain.end(), event) != chain.end();
  };
  CHECK(chain.front() == 0);
  CHECK(chain.back() == example.second_resumes);
  for (const EventIndex event :
       {example.main_step, example.first_step, example.first_timer, example.due, example.woken}) {
    CHECK(stands_in_chain(event));
  }
  CHECK_FALSE(stands_in_chain(example.second_step));
  CHECK(causes[example.jump_event] == example.first_timer);
}

TEST_CASE("a job on a worker that was busy begins because the job before it ended", "[causes]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId pool = builder.object(TraceObject::Pool, "pool");
  const ObjectId worker = builder.object(TraceObject::Thread, "pool_0");
  const ObjectId one = builder.object(TraceObject::Job, "f"), two = builder.object(TraceObject::Job, "g");
  const EventIndex queued = builder.event(TraceKind::JobQueued, pool, one);
  builder.event(TraceKind::JobQueued, pool, two);
  const EventIndex begin = builder.on_worker(0, 1).event(TraceKind::JobBegin, worker, one);
  const EventIndex end = builder.on_worker(1, 1).event(TraceKind::JobEnd, TaskEnd::Result, worker, one);
  const EventIndex next = builder.event(TraceKind::JobBegin, worker, two);

  const auto causes = compute_causes(builder.trace);

  CHECK(causes[begin] == queued);
  CHECK(causes[end] == begin);
  CHECK(causes[next] == end);
}

TEST_CASE("a thread that waits for the GIL goes on because another let it go", "[causes]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId worker = builder.object(TraceObject::Thread, "pool_0");
  const ObjectId loop = builder.object(TraceObject::Loop, "loop");
  builder.event(TraceKind::GilRequested, loop, 1);
  const EventIndex released =
      builder.on_worker(0.005, 1).event(TraceKind::GilReleased, GilRelease::Interval, worker, 0);
  const EventIndex acquired = builder.at(0.005).event(TraceKind::GilAcquired, loop, 0);

  const auto causes = compute_causes(builder.trace);

  CHECK(causes[acquired] == released);
}

TEST_CASE("the critical path accounts for every second from the start to the end", "[causes]") {
  const GateExample example;

  const CriticalPath path = critical_path(example.trace, compute_causes(example.trace));

  CHECK(path.events.front() == 0);
  CHECK(path.events.back() == example.trace.latest());
  double at = 0;
  for (const PathSegment& segment : path.segments) {
    CHECK(segment.start == Approx(at).margin(1e-12));
    at = segment.end;
  }
  CHECK(at == example.trace[example.trace.latest()].when);
  CHECK(path.totals[static_cast<std::size_t>(PathUse::Sleeping)] == Approx(2).epsilon(1e-9));
  CHECK(path.totals[static_cast<std::size_t>(PathUse::Blocked)] == 0);
}

TEST_CASE("time in the ready queue behind other handles shows on the critical path", "[causes]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId quick = builder.task(1, "quick");
  const EventIndex created = builder.trace.latest();
  const ObjectId slow = builder.task(2, "slow");
  const EventIndex slow_step = builder.at(0, slow).step(1, StepEnd::Finished, 0);
  builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 3);
  builder.at(2, slow).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 3);
  const EventIndex late = builder.at(2.5, quick).step(created, StepEnd::Finished, 0);

  const CriticalPath path = critical_path(builder.trace, compute_causes(builder.trace), late);

  CHECK(slow_step < late);
  CHECK(path.totals[static_cast<std::size_t>(PathUse::Ready)] == 2.5);
}

}  // namespace sluice
