// The sentences about a run in which tasks wait for everything that there is to wait for (stories.py).
#include <string>

#include "beside.h"
#include "catch.h"
#include "sluice/run.h"
#include "sluice/show.h"
#include "trace/narration.h"

namespace sluice {

namespace {

std::string story_of(const RunResult& result) {
  const Narrator narrator(*result.trace);
  std::string story;
  for (EventIndex i = 0; i < result.trace->size(); ++i) story += narrator.sentence(i) + '\n';
  return story;
}

}  // namespace

TEST_CASE("each wait is told when it begins and when it ends", "[narration]") {
  const RunResult result = run(read_beside("stories.py"), RunOptions{});
  REQUIRE(result.failure.kind == Failure::Kind::None);
  const std::string story = story_of(result);

  for (const char* sentence : {
           "The program makes a lock",
           "The program makes an event",
           "The program makes a condition",
           "The program makes a queue",
           "The program makes a stack",
           "The program makes a priority queue",
           "queue has room for 1 item",
           "stack has no bound",
           "barrier waits for 2 tasks",
           "for event to be set",
           "to be notified by condition",
           "for the others at barrier",
           "for room in queue",
           "for an item of queue",
           "for the items of queue to be done",
           "for the tasks of TaskGroup-1",
           "for the next result",
           "for block in a thread",
           "event is set.",
           "it was notified by condition.",
           "all have arrived at barrier.",
           "lock is free.",
           "queue has room for it.",
           "all items of queue are done.",
           "the tasks of TaskGroup-1 are done.",
           "the next result is there.",
           "Wait-1 has what it waited for.",
           "block is done in its thread.",
           "runs, to learn that it is cancelled",
           "fails with ValueError: no.",
           "is cancelled.",
           "its result is 'shielded'.",
       }) {
    CHECK_THAT(story, contains(sentence));
  }
}

TEST_CASE("what threads wait for is told, and who has the GIL", "[narration]") {
  RunOptions options;
  options.instruction_cost = 1e-6;
  options.cpu_count = 2;
  options.disk_latency = 0.01;
  options.files.push_back({"notes.txt", "some text"});
  const RunResult result = run(read_beside("waits.py"), options);
  REQUIRE(result.failure.kind == Failure::Kind::None);
  const std::string story = story_of(result);

  for (const char* sentence : {
           "asyncio_1 waits for a lock at line 12",
           "asyncio_1 waits for threads to end at line 28",
           "asyncio_0 waits for a file at line 21 (notes.txt)",
           "asyncio_0 wants to run, and waits for the GIL.",
           "waits for the GIL behind 1 other thread.",
           "asyncio_0 gets the GIL after 5 ms.",
           "lets the GIL go in the middle of its work: another thread has waited for the switch interval.",
           "The loop's thread lets the GIL go, since it has nothing to do.",
           "The loop's thread lets the GIL go, since it blocks.",
           "Worker process ForkProcess-1 starts.",
           "Worker ForkProcess-1 ends after 2 jobs.",
           "Worker thread Thread-1 (sleep) starts.",
       }) {
    CHECK_THAT(story, contains(sentence));
  }
}

TEST_CASE("every moment of a run can be explained, whatever the tasks wait for", "[explain]") {
  const RunResult result = run(read_beside("stories.py"), RunOptions{});
  std::string all;
  for (double moment = 0; moment <= 1.4; moment += 0.01) all += show_explanation(result, moment);

  for (const char* line : {"Held up: ", "Asleep: ", "Ready to run: ", "Waiting for a thread: ", "How it came to this:",
                           "event: 1 waiting", "stack: 1 unfinished and 1 item", "The loop is blocked from "}) {
    CHECK_THAT(all, contains(line));
  }
}

TEST_CASE("views of such a run have all its rows", "[show]") {
  const RunResult result = run(read_beside("stories.py"), RunOptions{});

  CHECK_THAT(show_gantt(result, 80, false), contains("Task-12 take"));
  CHECK_THAT(show_spans(result), contains("Condition"));
  CHECK_THAT(show_spans(result), contains("Barrier"));
  CHECK_THAT(show_chrome_trace(result), contains("\"name\": \"printed\""));
  CHECK_THAT(show_trace(result), contains("JobEnd"));
}

}  // namespace sluice
