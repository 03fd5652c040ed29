#include <string>
#include <vector>

#include "catch.h"
#include "loop/queue.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

TEST_CASE("a bounded queue holds its producer until there is a place", "[queue]") {
  Run run;
  const Ref<Queue> queue = make<Queue>(ObjectKind::Queue, run.world, 1);
  const auto put = [&](int item) {
    return [&run, queue, item](Outcome) {
      run.note("put " + std::to_string(item));
      return await(Value(queue->put(Value::small_int(item))));
    };
  };

  run.run({[&](Outcome) {
             run.task(run.coroutine({put(1), put(2), put(3)}));
             return await(run.sleep(1));
           },
           [&](Outcome) { return await(Value(queue->get())); },
           [&](Outcome resume) {
             run.note("got " + run.text(resume.value));
             return await(run.sleep(1));
           }});

  CHECK(run.log == Lines{"0.00001 put 1", "0.00001 put 2", "1.00001 got 1", "1.00002 put 3"});
}

TEST_CASE("the three queues differ in what comes out first", "[queue]") {
  Run run;
  const ObjectKind kind = GENERATE(ObjectKind::Queue, ObjectKind::PriorityQueue, ObjectKind::LifoQueue);
  const Ref<Queue> queue = make<Queue>(kind, run.world, 0);

  run.run({[&](Outcome) {
    for (const int item : {3, 1, 4, 1, 5, 2}) queue->put_nowait(Value::small_int(item));
    while (!queue->empty()) run.say(run.text(queue->get_nowait().value));
    return done();
  }});

  if (kind == ObjectKind::Queue) CHECK(run.log == Lines{"3", "1", "4", "1", "5", "2"});
  if (kind == ObjectKind::PriorityQueue) CHECK(run.log == Lines{"1", "1", "2", "3", "4", "5"});
  if (kind == ObjectKind::LifoQueue) CHECK(run.log == Lines{"2", "5", "1", "4", "1", "3"});
}

TEST_CASE("a queue that is empty or full says so when it may not wait", "[queue]") {
  Run run;
  const Ref<Queue> queue = make<Queue>(ObjectKind::Queue, run.world, 1);

  CHECK(run.language.is_error(queue->get_nowait().value, ErrorKind::QueueEmpty));
  CHECK(queue->put_nowait(Value::small_int(1)).is_return());
  CHECK(run.language.is_error(queue->put_nowait(Value::small_int(2)).value, ErrorKind::QueueFull));
  CHECK(queue->repr_info() == "maxsize=1 _queue=[1] tasks=1");
}

TEST_CASE("join waits until every item is marked as done", "[queue]") {
  Run run;
  const Ref<Queue> queue = make<Queue>(ObjectKind::Queue, run.world, 0);

  run.run({[&](Outcome) {
             queue->put_nowait(Value::small_int(1));
             run.task(run.coroutine({[&](Outcome) { return await(Value(queue->get())); },
                                     [&](Outcome) { return await(run.sleep(2)); },
                                     [&](Outcome) {
                                       queue->task_done();
                                       return done();
                                     }}));
             return await(Value(queue->join()));
           },
           [&](Outcome) {
             run.note("joined");
             CHECK(run.text(queue->task_done()) == "task_done() called too many times");
             return done();
           }});

  CHECK(run.log == Lines{"2.00003 joined"});
}

TEST_CASE("an item goes to the next getter when the one that was woken for it is cancelled", "[queue]") {
  Run run;
  const Ref<Queue> queue = make<Queue>(ObjectKind::Queue, run.world, 0);
  const auto getter = [&](const std::string& name) {
    return run.coroutine({[&](Outcome) { return await(Value(queue->get())); },
                          [&run, name](Outcome) {
                            run.say(name);
                            return done();
                          }});
  };
  Ref<Task> first;

  run.run({[&](Outcome) {
             first = run.task(getter("first"));
             run.task(getter("second"));
             return await(run.sleep(1));
           },
           [&](Outcome) {
             queue->put_nowait(Value::small_int(1));
             first->cancel();
             return await(run.sleep(1));
           }});

  CHECK(run.log == Lines{"second"});
}

TEST_CASE("a queue that is shut down raises for those who wait, and gives out what it still has", "[queue]") {
  Run run;
  const Ref<Queue> queue = make<Queue>(ObjectKind::Queue, run.world, 0);
  const Ref<Script> getter = run.coroutine({[&](Outcome) { return await(Value(queue->get())); },
                                            [&](Outcome resume) {
                                              CHECK(run.language.is_error(resume.value, ErrorKind::QueueShutDown));
                                              run.note("shut");
                                              return done();
                                            }});
  getter->handle(1);

  run.run({[&](Outcome) {
             run.task(getter);
             return await(run.sleep(1));
           },
           [&](Outcome) {
             queue->shutdown(false);
             CHECK(run.language.is_error(queue->put_nowait(Value::none()).value, ErrorKind::QueueShutDown));
             return await(run.sleep(1));
           }});

  CHECK(run.log == Lines{"1.00002 shut"});
}

TEST_CASE("items that cannot be ordered raise what their comparison raised", "[queue]") {
  Run run;
  const Ref<Queue> queue = make<Queue>(ObjectKind::PriorityQueue, run.world, 0);

  queue->put_nowait(Value::small_int(1));

  CHECK(run.text(queue->put_nowait(Value::none()).value) == "not ordered");
}
