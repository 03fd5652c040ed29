#include <string>
#include <vector>

#include "catch.h"
#include "loop/barrier.h"
#include "loop/condition.h"
#include "loop/event.h"
#include "loop/lock.h"
#include "loop/semaphore.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

namespace {

/// `async with semaphore: sleep(seconds)`, noting its name when it is in.
Ref<Script> worker(Run& run, const Ref<Semaphore>& semaphore, const std::string& name, double seconds) {
  return run.coroutine({[=](Outcome) { return await(Value(semaphore->acquire())); },
                        [=, &run](Outcome) {
                          run.note(name);
                          return await(run.sleep(seconds));
                        },
                        [=](Outcome) {
                          semaphore->release();
                          return done();
                        }});
}

}  // namespace

TEST_CASE("a semaphore lets in as many as it has permits, first come, first served", "[semaphore]") {
  Run run;
  const Ref<Semaphore> semaphore = make<Semaphore>(run.world, 2, false);

  run.run({[&](Outcome) {
    for (const char* name : {"a", "b", "c", "d"}) run.task(worker(run, semaphore, name, 1));
    return await(run.sleep(5));
  }});

  CHECK(run.log == Lines{"0.00001 a", "0.00002 b", "1.00004 c", "1.00006 d"});
  CHECK(semaphore->value() == 2);
}

TEST_CASE("who comes while a permit is on its way to a waiter waits behind it", "[semaphore]") {
  Run run;
  const Ref<Semaphore> semaphore = make<Semaphore>(run.world, 1, false);

  run.run({[&](Outcome) {
             CHECK(semaphore->acquire_now());
             run.task(worker(run, semaphore, "waiter", 0));
             return await(run.sleep(1));
           },
           [&](Outcome) {
             semaphore->release();
             CHECK(semaphore->locked());
             CHECK_FALSE(semaphore->acquire_now());
             return await(run.sleep(1));
           }});

  CHECK(semaphore->value() == 1);
}

TEST_CASE("a permit handed to a waiter that is then cancelled goes to the next", "[semaphore]") {
  const int minor = GENERATE(10, 12, 13);
  Run run(minor);
  const Ref<Semaphore> semaphore = make<Semaphore>(run.world, 1, false);
  Ref<Task> first;

  run.run({[&](Outcome) {
             CHECK(semaphore->acquire_now());
             first = run.task(worker(run, semaphore, "first", 0));
             run.task(worker(run, semaphore, "second", 0));
             return await(run.sleep(1));
           },
           [&](Outcome) {
             semaphore->release();
             first->cancel();
             return await(run.sleep(1));
           }});

  REQUIRE(run.log.size() == 1);
  CHECK_THAT(run.log[0], contains("second"));
  CHECK(semaphore->value() == 1);
}

TEST_CASE("several permits released at once wake several waiters in one turn since 3.13", "[semaphore]") {
  const int minor = GENERATE(12, 13);
  Run run(minor);
  const Ref<Semaphore> semaphore = make<Semaphore>(run.world, 1, false);

  run.run({[&](Outcome) {
             CHECK(semaphore->acquire_now());
             for (const char* name : {"a", "b", "c"}) run.task(worker(run, semaphore, name, 1));
             return await(run.sleep(1));
           },
           [&](Outcome) {
             semaphore->release();
             semaphore->release();
             semaphore->release();
             return await(run.sleep(5));
           }});

  CHECK(run.log == Lines{"1.00002 a", "1.00003 b", "1.00004 c"});
}

TEST_CASE("a bounded semaphore refuses more releases than acquires", "[semaphore]") {
  Run run;
  const Ref<Semaphore> semaphore = make<Semaphore>(run.world, 1, true);

  const Value error = semaphore->release();

  CHECK(run.language.is_error(error, ErrorKind::Value));
  CHECK(run.text(error) == "BoundedSemaphore released too many times");
}

TEST_CASE("a lock is for one at a time and fair", "[lock]") {
  Run run;
  const Ref<Lock> lock = make<Lock>(run.world);
  const auto job = [&](const std::string& name) {
    return run.coroutine({[=](Outcome) { return await(Value(lock->acquire())); },
                          [=, &run](Outcome) {
                            run.say(name);
                            return await(run.sleep(1));
                          },
                          [=](Outcome) {
                            lock->release();
                            // The one who waits comes first, though the lock is free now.
                            CHECK((lock->acquire_now() == (lock->waiters() == 0)));
                            return done();
                          }});
  };

  run.run({[&](Outcome) {
    run.task(job("a"));
    run.task(job("b"));
    return await(run.sleep(5));
  }});

  CHECK(run.log == Lines{"a", "b"});
  CHECK(lock->locked());
  lock->release();
  CHECK(run.text(lock->release()) == "Lock is not acquired.");
}

TEST_CASE("an event wakes all who wait, in order", "[event]") {
  Run run;
  const Ref<Event> event = make<Event>(run.world);
  const auto job = [&](const std::string& name) {
    return run.coroutine({[=](Outcome) { return await(Value(event->wait())); },
                          [=, &run](Outcome) {
                            run.note(name);
                            return done();
                          }});
  };

  run.run({[&](Outcome) {
             run.task(job("a"));
             run.task(job("b"));
             return await(run.sleep(1));
           },
           [&](Outcome) {
             event->set();
             return await(run.sleep(1));
           },
           [&](Outcome) { return await(Value(event->wait())); },
           [&](Outcome) {
             run.note("at once");
             return done();
           }});

  CHECK(run.log == Lines{"1.00002 a", "1.00003 b", "2.00002 at once"});
}

TEST_CASE("a condition notifies as many as it is told, and each has the lock when it goes on", "[condition]") {
  Run run;
  const Ref<Condition> condition = make<Condition>(run.world, Ref<Lock>());
  const auto job = [&](const std::string& name) {
    return run.coroutine({[=](Outcome) { return await(Value(condition->acquire())); },
                          [=](Outcome) { return await(Value(condition->wait())); },
                          [=, &run](Outcome) {
                            CHECK(condition->locked());
                            run.say(name);
                            condition->release();
                            return done();
                          }});
  };

  run.run({[&](Outcome) {
             for (const char* name : {"a", "b", "c"}) run.task(job(name));
             return await(run.sleep(1));
           },
           [&](Outcome) { return await(Value(condition->acquire())); },
           [&](Outcome) {
             condition->notify(2);
             condition->release();
             return await(run.sleep(1));
           }});

  CHECK(run.log == Lines{"a", "b"});
  CHECK(run.text(make<Condition>(run.world, Ref<Lock>())->notify(1)) == "cannot notify on un-acquired lock");
}

TEST_CASE("a notification is not lost when its receiver is cancelled, since 3.13", "[condition]") {
  const int minor = GENERATE(12, 13);
  Run run(minor);
  const Ref<Condition> condition = make<Condition>(run.world, Ref<Lock>());
  const auto job = [&](const std::string& name) {
    const Ref<Script> made = run.coroutine({[=](Outcome) { return await(Value(condition->acquire())); },
                                            [=](Outcome) { return await(Value(condition->wait())); },
                                            [=, &run](Outcome resume) {
                                              if (!resume.is_raise()) run.say(name);
                                              condition->release();
                                              return resume;
                                            }});
    made->handle(2);
    return made;
  };
  Ref<Task> first;

  run.run({[&](Outcome) {
             first = run.task(job("first"));
             run.task(job("second"));
             return await(run.sleep(1));
           },
           [&](Outcome) { return await(Value(condition->acquire())); },
           [&](Outcome) {
             condition->notify(1);
             first->cancel();
             condition->release();
             return await(run.sleep(1));
           }});

  CHECK(run.log == (minor >= 13 ? Lines{"second"} : Lines{}));
}

TEST_CASE("a barrier holds its parties until all are there, and can be used again", "[barrier]") {
  Run run;
  const Ref<Barrier> barrier = make<Barrier>(run.world, 2);
  const auto job = [&](double delay) {
    return run.coroutine(
        {[=, &run](Outcome) { return await(run.sleep(delay)); }, [=](Outcome) { return await(Value(barrier->wait())); },
         [=, &run](Outcome resume) {
           run.say(std::to_string(static_cast<int>(run.world.now())) + " index " + run.text(resume.value));
           return done();
         }});
  };

  run.run({[&](Outcome) {
    for (const double delay : {1.0, 2.0, 3.0, 4.0}) run.task(job(delay));
    return await(run.sleep(5));
  }});

  CHECK(run.log == Lines{"2 index 1", "2 index 0", "4 index 1", "4 index 0"});
  CHECK(barrier->repr_info() == "filling, waiters:0/2");
}

TEST_CASE("an aborted barrier raises BrokenBarrierError for those inside", "[barrier]") {
  Run run;
  const Ref<Barrier> barrier = make<Barrier>(run.world, 2);
  const Ref<Script> job = run.coroutine({[&](Outcome) { return await(Value(barrier->wait())); },
                                         [&](Outcome resume) {
                                           run.say(run.text(resume.value));
                                           return done();
                                         }});
  job->handle(1);

  run.run({[&](Outcome) {
             run.task(job);
             return await(run.sleep(1));
           },
           [&](Outcome) { return await(Value(barrier->abort())); }, [&](Outcome) { return await(run.sleep(1)); }});

  CHECK(run.log == Lines{"Abort or reset of barrier"});
  CHECK(barrier->broken());
}
