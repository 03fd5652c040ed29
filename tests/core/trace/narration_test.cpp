#include "trace/narration.h"

#include "catch.h"
#include "gate_example.h"
#include "trace/words.h"

#include <limits>
#include <string>
#include <vector>

namespace sluice {
namespace {

std::string last_sentence(const Trace& trace) { return Narrator(trace).sentence(trace.latest()); }

}  // namespace

TEST_CASE("the story of two jobs before a gate reads like one", "[narration]") {
  const GateExample example;
  const Narrator narrator(example.trace);

  std::string story;
  for (EventIndex i = 0; i < 31; ++i) story += narrator.sentence(i) + '\n';

  CHECK(story ==
        "The program makes a semaphore: sem.\n"
        "sem has 1 permit.\n"
        "An event loop is made.\n"
        "Task-1 is created to run main().\n"
        "The event loop starts, to run until Task-1 is done.\n"
        "Task-1 begins to run main().\n"
        "Task-1 creates Task-2 to run job().\n"
        "Task-1 creates Task-3 to run job().\n"
        "Task-1 calls gather: Gather-1.\n"
        "Gather-1 is to wait for Task-2.\n"
        "Gather-1 is to wait for Task-3.\n"
        "Task-1 waits at line 7 for Gather-1.\n"
        "Task-2 begins to run job().\n"
        "Task-2 enters sem at line 4.\n"
        "Task-2 takes the last permit of sem: 0 of 1 left.\n"
        "Task-2 is inside sem at line 4.\n"
        "Task-2 is to be woken at 1.00 s.\n"
        "Task-2 sleeps at line 5 for 1.00 s, until 1.00 s.\n"
        "Task-3 begins to run job().\n"
        "Task-3 enters sem at line 4.\n"
        "Task-3 waits at line 4 for a permit of sem; it is the first in the queue.\n"
        "The clock jumps from 30 \u00b5s to 1.00 s: nothing was ready.\n"
        "The timer of Task-2 is due.\n"
        "The sleep of Task-2 is over.\n"
        "Task-2 goes on at line 5: its sleep is over.\n"
        "Task-2 leaves sem at line 4.\n"
        "Task-2 returns a permit to sem: 1 of 1 free.\n"
        "sem wakes Task-3.\n"
        "Task-2 is outside sem.\n"
        "Task-2 is done.\n"
        "Task-3 goes on at line 4: sem has a permit for it.\n");
}

TEST_CASE("every event has a sentence that ends with one full stop", "[narration]") {
  const GateExample example;
  const Narrator narrator(example.trace);

  for (EventIndex i = 0; i < example.trace.size(); ++i) {
    const std::string sentence = narrator.sentence(i);
    REQUIRE(sentence.size() > 5);
    CHECK(sentence.back() == '.');
    CHECK(sentence[sentence.size() - 2] != '.');
  }
}

TEST_CASE("every kind of event is narrated, whatever its details", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  const ObjectId lock = builder.object(TraceObject::Lock, "lock");
  const ObjectId worker = builder.object(TraceObject::Thread, "pool_0");
  builder.event(TraceKind::ThreadStarted, worker, 0);
  // Whatever an event's value stands for, it is in the table of numbers too.
  for (int i = 0; i < 32; ++i) builder.trace.number(i);
  for (std::size_t kind = 0; kind < trace_kind_count(); ++kind) {
    builder.at(1, task).event(static_cast<TraceKind>(kind), std::uint8_t{0}, task, lock);
  }
  const Narrator narrator(builder.trace);

  for (EventIndex i = 0; i < builder.trace.size(); ++i) {
    const std::string sentence = narrator.sentence(i);
    CHECK(sentence != std::string(trace_kind_name(builder.trace[i].kind)) + '.');
    CHECK(sentence.find("  ") == std::string::npos);
  }
}

TEST_CASE("who joins a queue hears how many are ahead, and how long it took when it gets its permit", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId sem = builder.object(TraceObject::Semaphore, "sem");
  builder.event(TraceKind::Capacity, sem, 2);
  std::vector<ObjectId> tasks;
  for (std::uint32_t number = 1; number <= 4; ++number) tasks.push_back(builder.task(number, "job"));
  EventIndex last_wait = 0;
  for (const ObjectId task : tasks) {
    builder.at(0, task).step(1, StepEnd::Waiting, 9);
    last_wait = builder.wait(WaitKind::Semaphore, sem, 9);
  }
  const EventIndex woken = builder.at(0.4).event(TraceKind::WaiterWoken, sem, tasks[0]);
  builder.at(0.4, tasks[0]).step(woken, StepEnd::Waiting, 10);
  builder.event(TraceKind::Acquired, sem, 1);

  CHECK(Narrator(builder.trace).sentence(last_wait) ==
        "Task-4 waits at line 9 for a permit of sem; 3 are ahead of it.");
  CHECK(last_sentence(builder.trace) == "Task-1 takes a permit of sem, after waiting 0.40 s: 1 of 2 left.");
}

TEST_CASE("a blocking call on the loop says for how long nothing else can run", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  builder.at(0.5, task).step(0, StepEnd::Waiting, 4);
  const EventIndex block = builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 3);
  builder.at(2.5, task).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 3);
  const ObjectId worker = builder.object(TraceObject::Thread, "asyncio_0");
  builder.event(TraceKind::ThreadStarted, worker, 0);
  builder.on_worker(2.5, 1).event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 8);
  const EventIndex on_worker = builder.trace.latest();
  builder.on_worker(3.5, 1).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 8);
  const Narrator narrator(builder.trace);

  CHECK(narrator.sentence(block) == "Task-1 blocks the loop at line 3 for 2.00 s: nothing else can run on it.");
  CHECK(narrator.sentence(on_worker) == "asyncio_0 sleeps at line 8 for 1.00 s; the loop goes on.");
}

TEST_CASE("a deadlock names who waits for what", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId lock = builder.object(TraceObject::Lock, "lock");
  const ObjectId a = builder.task(1, "main"), b = builder.task(2, "job");
  builder.at(0, a).step(1, StepEnd::Waiting, 3);
  builder.wait(WaitKind::Task, b, 3);
  builder.at(0, b).step(2, StepEnd::Waiting, 7);
  builder.wait(WaitKind::Lock, lock, 7);
  builder.at(1).event(TraceKind::Deadlock, 0, 2);

  CHECK(
      last_sentence(builder.trace) ==
      "Deadlock: nothing can happen any more. Task-1 waits at line 3 for Task-2 and Task-2 waits at line 7 for lock.");
}

TEST_CASE("a task that renames itself is called by its new name from then on", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  builder.at(0, task).step(0, StepEnd::Finished, 0);
  builder.trace.rename(task, "loader");
  const EventIndex renamed = builder.trace.latest();
  const EventIndex done = builder.done(task, TaskEnd::Result, "None");
  const Narrator narrator(builder.trace);

  CHECK(narrator.sentence(renamed - 1) == "Task-1 begins to run main().");
  CHECK(narrator.sentence(renamed) == "Task-1 is called loader from here on.");
  CHECK(narrator.sentence(done) == "loader is done.");
}

TEST_CASE("managers are told apart by the order in which they are entered and left", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId outer = builder.object(TraceObject::Lock, "outer"), inner = builder.object(TraceObject::Lock, "inner");
  const ObjectId broken = builder.object(TraceObject::Lock, "broken");
  const ObjectId task = builder.task(1, "main");
  builder.at(0, task).event(TraceKind::Entering, outer, 2);
  builder.event(TraceKind::Entered, 0, 2);
  builder.event(TraceKind::Entering, broken, 3);  // raises
  builder.event(TraceKind::Entering, inner, 4);
  builder.event(TraceKind::Entered, 0, 4);
  const EventIndex leaves_inner = builder.event(TraceKind::Exiting, ExitReason::Exception, 0, 4);
  const EventIndex outside_inner = builder.event(TraceKind::Exited, ExitEnd::Suppressed, 0, 4);
  const EventIndex leaves_outer = builder.event(TraceKind::Exiting, ExitReason::Normal, 0, 2);
  const Narrator narrator(builder.trace);

  CHECK(narrator.sentence(leaves_inner) == "Task-1 leaves inner at line 4 because of an exception.");
  CHECK(narrator.sentence(outside_inner) == "Task-1 is outside inner, which swallowed the exception.");
  CHECK(narrator.sentence(leaves_outer) == "Task-1 leaves outer at line 2.");
}

TEST_CASE("how a task ends is said with what came of it", "[narration]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId task = builder.task(1, "main");
  const EventIndex result = builder.done(task, TaskEnd::Result, "42");
  const EventIndex failure = builder.done(task, TaskEnd::Exception, "ValueError('no')");
  const EventIndex cancelled = builder.done(task, TaskEnd::Cancelled, "");
  const Narrator narrator(builder.trace);

  CHECK(narrator.sentence(result) == "Task-1 is done; its result is 42.");
  CHECK(narrator.sentence(failure) == "Task-1 fails with ValueError('no').");
  CHECK(narrator.sentence(cancelled) == "Task-1 is cancelled.");
}

TEST_CASE("times have the digits that mean something", "[words]") {
  CHECK(seconds_text(0) == "0 s");
  CHECK(seconds_text(1e-5) == "10 \u00b5s");
  CHECK(seconds_text(1.25e-5) == "12.5 \u00b5s");
  CHECK(seconds_text(0.005) == "5 ms");
  CHECK(seconds_text(0.00999) == "9.99 ms");
  CHECK(seconds_text(0.1) == "0.10 s");
  CHECK(seconds_text(0.10004) == "0.10 s");
  CHECK(seconds_text(1.2345) == "1.234 s");
  CHECK(seconds_text(3600) == "3600.00 s");
  CHECK(seconds_text(std::numeric_limits<double>::infinity()) == "never");
  CHECK(distinct_moments(0.10004, 0.10007).second == "0.10007 s");
  CHECK(distinct_moments(0.1, 0.2).first == "0.10 s");
}

TEST_CASE("lists are cut where they get long", "[words]") {
  CHECK(listed({}) == "");
  CHECK(listed({"a"}) == "a");
  CHECK(listed({"a", "b"}) == "a and b");
  CHECK(listed({"a", "b", "c"}) == "a, b and c");
  CHECK(listed({"a", "b", "c", "d"}, 2) == "a, b and 2 more");
  CHECK(listed({"a", "b", "c"}, 2) == "a, b and c");
  CHECK(counted(0, "task") == "no tasks");
  CHECK(counted(1, "task") == "1 task");
}

TEST_CASE("texts are shortened at a character, never in the midst of one", "[words]") {
  CHECK(shortened("abc\n") == "abc");
  CHECK(shortened("abc\ndef") == "abc\u2026");
  CHECK(shortened("ab\u00e9\u00e9", 3) == "ab\u2026");
  CHECK(shortened("abcd", 4) == "abcd");
}

}  // namespace sluice
