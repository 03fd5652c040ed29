#include <functional>
#include <string>
#include <vector>

#include "catch.h"
#include "loop/thread_lock.h"
#include "loop/thread_pool.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

namespace {

/// What a worker runs: functions that may block, one after another.
class Job : public ThreadBody {
 public:
  using Part = std::function<BlockResult(Outcome)>;
  explicit Job(std::vector<Part> parts) : parts_(std::move(parts)) {}
  bool resume(Outcome value, Outcome& outcome) override {
    while (at_ < parts_.size() && !value.is_raise()) {
      BlockResult result = parts_[at_++](value);
      if (result.must_suspend) return false;
      value = result.outcome;
    }
    outcome = value;
    return true;
  }

 private:
  std::vector<Part> parts_;
  std::size_t at_ = 0;
};

BlockResult give(int result) { return BlockResult{false, Outcome::result(Value::small_int(result))}; }

/// Notes when it begins and ends, and sleeps in between.
Ref<ThreadBody> sleeper(Run& run, double seconds, int result) {
  return make<Job>(std::vector<Job::Part>{[&run, seconds](Outcome) {
                                            run.note(run.world.current_thread()->name() + " begins");
                                            return run.world.sleep(seconds);
                                          },
                                          [&run, result](Outcome) {
                                            run.note(run.world.current_thread()->name() + " ends");
                                            return give(result);
                                          }});
}

}  // namespace

TEST_CASE("to_thread runs beside the loop and costs three handles from the end of the job", "[thread]") {
  Run run;

  run.run({[&](Outcome) { return await(Value(to_thread(run.world, sleeper(run, 1, 5), "job"))); },
           [&](Outcome resume) {
             run.note(run.text(resume.value));
             return done();
           }});

  CHECK(run.log == Lines{"0.00000 asyncio_0 begins", "1.00000 asyncio_0 ends", "1.00002 5"});
}

TEST_CASE("more jobs than workers wait in line, and a freed worker takes the next at once", "[thread]") {
  Run run;
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 1, "press");

  run.run({[&](Outcome) {
    run.loop().run_in_executor(pool.get(), sleeper(run, 1, 1), "a");
    return await(run.loop().run_in_executor(pool.get(), sleeper(run, 2, 2), "b").value);
  }});

  CHECK(run.log ==
        Lines{"0.00000 press_0 begins", "1.00000 press_0 ends", "1.00000 press_0 begins", "3.00000 press_0 ends"});
}

TEST_CASE("the worker that has been idle for longest is called", "[thread]") {
  Run run;
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 2, "w");
  const auto submit = [&](double seconds) { pool->submit(sleeper(run, seconds, 0), "job"); };

  run.run({[&](Outcome) {
             submit(2);
             submit(1);
             return await(run.sleep(3));
           },
           [&](Outcome) {
             submit(1);
             return await(run.sleep(3));
           }});

  CHECK_THAT(run.log[4], contains("w_1 begins"));
}

TEST_CASE("a job that is cancelled in the queue is dropped", "[thread]") {
  Run run;
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 1, "w");

  run.run({[&](Outcome) {
    pool->submit(sleeper(run, 1, 1), "a");
    const Outcome queued = pool->submit(sleeper(run, 1, 2), "b");
    CHECK(queued.value.as<ConcurrentFuture>()->cancel());
    return await(run.sleep(5));
  }});

  CHECK(run.log.size() == 2);
}

TEST_CASE("shutdown holds the loop until the workers are idle", "[thread]") {
  Run run;
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 2, "w");

  run.run({[&](Outcome) {
    pool->submit(sleeper(run, 1, 1), "a");
    pool->submit(sleeper(run, 2, 2), "b");
    CHECK_FALSE(pool->shutdown(true, false).must_suspend);
    run.note("through");
    CHECK(run.text(pool->submit(sleeper(run, 1, 1), "c").value) == "cannot schedule new futures after shutdown");
    return done();
  }});

  CHECK(run.log.back() == "2.00000 through");
}

TEST_CASE("time.sleep on the loop's thread stops the tasks but not the workers", "[thread]") {
  Run run;

  run.run({[&](Outcome) {
             run.loop().run_in_executor(nullptr, sleeper(run, 1, 1), "a");
             return await(run.sleep(0.5));
           },
           [&](Outcome) {
             run.world.sleep(2);
             run.note("loop goes on");
             return done();
           }});

  CHECK(run.log == Lines{"0.00000 asyncio_0 begins", "1.00000 asyncio_0 ends", "2.50001 loop goes on"});
}

TEST_CASE("result() on the loop's thread holds the loop, and a wait without end is a deadlock", "[thread]") {
  Run run;
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 1, "w");
  const Ref<ConcurrentFuture> never = make<ConcurrentFuture>(run.world);

  run.run({[&](Outcome) {
    const Outcome job = pool->submit(sleeper(run, 1, 9), "a");
    const BlockResult result = job.value.as<ConcurrentFuture>()->result(-1);
    run.note(run.text(result.outcome.value));
    CHECK(run.language.is_error(never->result(3).outcome.value, ErrorKind::ConcurrentTimeout));
    run.note("timed out");
    CHECK(run.language.is_error(never->result(-1).outcome.value, ErrorKind::Deadlock));
    return done();
  }});

  CHECK(run.log.back() == "4.00000 timed out");
}

TEST_CASE("two workers take turns at a lock", "[thread]") {
  Run run;
  const Ref<ThreadLock> lock = make<ThreadLock>(run.world, ThreadLock::Form::Lock, 1);
  const auto job = [&] {
    return make<Job>(std::vector<Job::Part>{[&](Outcome) { return lock->acquire(true, -1); },
                                            [&](Outcome) {
                                              run.note(run.world.current_thread()->name() + " has it");
                                              return run.world.sleep(1);
                                            },
                                            [&](Outcome) {
                                              lock->release();
                                              return give(0);
                                            }});
  };
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 2, "w");

  run.run({[&](Outcome) {
    pool->submit(job(), "a");
    pool->submit(job(), "b");
    return await(run.sleep(5));
  }});

  CHECK(run.log == Lines{"0.00000 w_0 has it", "1.00000 w_1 has it"});
  CHECK_FALSE(lock->locked());
}

TEST_CASE("a thread that waits for an event gives up at its timeout", "[thread]") {
  Run run;
  const Ref<ThreadEvent> event = make<ThreadEvent>(run.world);
  const auto wait = [&](double timeout) {
    return make<Job>(std::vector<Job::Part>{[&, timeout](Outcome) { return event->wait(timeout); },
                                            [&](Outcome value) {
                                              run.note(run.text(value.value));
                                              return give(0);
                                            }});
  };
  const Ref<ThreadPool> pool = make<ThreadPool>(run.world, 2, "w");

  run.run({[&](Outcome) {
             pool->submit(wait(1), "a");
             pool->submit(wait(-1), "b");
             return await(run.sleep(2));
           },
           [&](Outcome) {
             event->set();
             event->clear();
             return await(run.sleep(1));
           }});

  CHECK(run.log == Lines{"1.00000 False", "2.00001 True"});
}

TEST_CASE("join waits for a thread", "[thread]") {
  Run run;
  const Ref<Thread> thread = make<Thread>(run.world, "", "work", sleeper(run, 1, 0));

  CHECK_FALSE(thread->start(false));
  CHECK(run.text(thread->start(false)) == "threads can only be started once");
  thread->join(-1);

  CHECK_FALSE(thread->is_alive());
  CHECK(run.log == Lines{"0.00000 Thread-1 (work) begins", "1.00000 Thread-1 (work) ends"});
}

TEST_CASE("a worker may run a coroutine on the loop and wait for its result", "[thread]") {
  Run run;
  Ref<EventLoop> loop;
  const auto job = make<Job>(std::vector<Job::Part>{
      [&](Outcome) {
        const Value coroutine(run.coroutine(
            {[&](Outcome) { return await(run.sleep(1)); }, [](Outcome) { return done(Value::small_int(4)); }}));
        return run_coroutine_threadsafe(run.world, coroutine, *loop).value.as<ConcurrentFuture>()->result(-1);
      },
      [&](Outcome value) {
        return BlockResult{false, value};
      }});

  run.run({[&](Outcome) {
             loop = Ref<EventLoop>(&run.loop());
             return await(Value(to_thread(run.world, job, "job")));
           },
           [&](Outcome resume) {
             run.note(run.text(resume.value));
             return done();
           }});

  REQUIRE(run.log.size() == 1);
  CHECK_THAT(run.log[0], contains(" 4"));
}
