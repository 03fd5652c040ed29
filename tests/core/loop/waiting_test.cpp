#include <string>
#include <vector>

#include "catch.h"
#include "loop/gather.h"
#include "loop/timeout.h"
#include "loop/wait.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

namespace {

/// Sleeps, then ends with `result`.
Value job(Run& run, double seconds, int result) {
  return Value(run.coroutine({[&run, seconds](Outcome) { return await(run.sleep(seconds)); },
                              [result](Outcome) { return done(Value::small_int(result)); }}));
}

Value failing_job(Run& run, double seconds) {
  return Value(run.coroutine({[&run, seconds](Outcome) { return await(run.sleep(seconds)); },
                              [&run](Outcome) { return Outcome::raise(run.error("failed")); }}));
}

/// Notes what `made` (an outcome with an awaitable) ends with.
Outcome watch(Run& run, const std::function<Value()>& make_awaitable) {
  const Ref<Script> main = run.coroutine({[=](Outcome) { return await(make_awaitable()); },
                                          [&run](Outcome resume) {
                                            const bool failed = resume.is_raise();
                                            run.note((failed ? "raised " : "") + run.text(resume.value));
                                            return done(resume.value);
                                          }});
  main->handle(1);
  return run.run({[&](Outcome) { return await(Value(main)); }});
}

}  // namespace

TEST_CASE("gather gives results in the order of its arguments", "[gather]") {
  Run run;

  watch(run, [&] {
    const Value jobs[] = {job(run, 2, 1), job(run, 1, 2), job(run, 3, 3)};
    return gather(run.world, jobs, false).value;
  });

  CHECK(run.log == Lines{"3.00006 [1, 2, 3]"});
}

TEST_CASE("gather of nothing is done at once", "[gather]") {
  Run run;

  watch(run, [&] { return gather(run.world, {}, false).value; });

  CHECK(run.log == Lines{"0.00000 []"});
}

TEST_CASE("gather raises the first failure, or collects it if asked to", "[gather]") {
  const bool collects = GENERATE(false, true);
  Run run;

  watch(run, [&] {
    const Value jobs[] = {job(run, 2, 1), failing_job(run, 1)};
    return gather(run.world, jobs, collects).value;
  });

  CHECK(run.log == (collects ? Lines{"2.00004 [1, failed]"} : Lines{"1.00005 raised failed"}));
}

TEST_CASE("gather counts what is done already without a handle since 3.12", "[gather]") {
  const int minor = GENERATE(11, 12);
  Run run(minor);

  run.run({[&](Outcome) {
    const Ref<Future> ready = run.loop().create_future();
    ready->set_result(Value::small_int(1));
    const Value arguments[] = {Value(ready)};
    const Value outer = gather(run.world, arguments, false).value;
    CHECK(future_of(outer).done() == (minor >= 12));
    return done();
  }});
}

TEST_CASE("cancelling a gather cancels its children", "[gather]") {
  Run run;
  Ref<Task> child;

  watch(run, [&] {
    child = run.task(Ref<NativeCoroutine>(job(run, 5, 1).as<NativeCoroutine>()));
    const Value jobs[] = {Value(child)};
    const Value outer = gather(run.world, jobs, false).value;
    future_of(outer).cancel(Value());
    return outer;
  });

  CHECK(child->cancelled());
  REQUIRE(run.log.size() == 1);
  CHECK_THAT(run.log[0], contains("raised"));
}

TEST_CASE("shield keeps the cancellation of who waits away from what is inside", "[shield]") {
  const int minor = GENERATE(13, 14);
  Run run(minor);
  Ref<Task> inner;
  const Ref<Script> waiting = run.coroutine({[&](Outcome) { return await(shield(run.world, Value(inner)).value); }});
  Ref<Task> outer;

  run.run({[&](Outcome) {
             inner = run.task(Ref<NativeCoroutine>(job(run, 2, 7).as<NativeCoroutine>()));
             outer = run.task(waiting);
             return await(run.sleep(1));
           },
           [&](Outcome) {
             outer->cancel();
             return await(Value(inner));
           },
           [&](Outcome resume) {
             run.note(run.text(resume.value));
             return done();
           }});

  CHECK(outer->cancelled());
  CHECK(run.log == Lines{minor >= 14 ? "2.00004 7" : "2.00003 7"});
}

TEST_CASE("wait gives what is done and what is pending, in the order of its argument", "[wait]") {
  Run run;

  watch(run, [&] {
    std::vector<Value> tasks;
    for (const double seconds : {3.0, 1.0, 2.0}) {
      const Value coroutine = job(run, seconds, static_cast<int>(seconds));
      tasks.push_back(Value(run.task(Ref<NativeCoroutine>(coroutine.as<NativeCoroutine>()))));
    }
    Delay timeout;
    timeout.is_given = true;
    timeout.seconds = 2.5;
    return Value(wait(run.world, tasks, timeout, ReturnWhen::AllCompleted));
  });

  REQUIRE(run.log.size() == 1);
  const std::string& text = run.log[0];
  CHECK_THAT(text, contains("2.50001"));
  CHECK(text.find("name=Task-3") < text.find("name=Task-4"));
  CHECK(text.find("name=Task-4") < text.find("name=Task-2"));
}

TEST_CASE("wait refuses coroutines since 3.11", "[wait]") {
  const int minor = GENERATE(10, 11);
  Run run(minor);

  watch(run, [&] { return Value(wait(run.world, {job(run, 1, 1)}, Delay(), ReturnWhen::FirstCompleted)); });

  REQUIRE(run.log.size() == 1);
  CHECK((run.log[0] == "0.00000 raised Passing coroutines is forbidden, use tasks explicitly.") == (minor >= 11));
}

TEST_CASE("wait_for raises TimeoutError and cancels what it waits for", "[wait_for]") {
  const int minor = GENERATE(11, 12);
  Run run(minor);

  const Outcome outcome = watch(run, [&] {
    Delay timeout;
    timeout.is_given = true;
    timeout.seconds = 1;
    return Value(wait_for(run.world, job(run, 5, 1), timeout));
  });

  CHECK(run.language.is_error(outcome.value, ErrorKind::Timeout));
  CHECK(run.log == Lines{minor >= 12 ? "1.00001 raised " : "1.00004 raised "});
}

TEST_CASE("wait_for makes a task of a coroutine only before 3.12", "[wait_for]") {
  const int minor = GENERATE(11, 12);
  Run run(minor);

  watch(run, [&] {
    Delay timeout;
    timeout.is_given = true;
    timeout.seconds = 1;
    return Value(wait_for(run.world, Value(run.coroutine({[&](Outcome) {
                            run.say(run.world.current_task()->name());
                            return done();
                          }})),
                          timeout));
  });

  CHECK(run.log[0] == (minor >= 12 ? "Task-1" : "Task-2"));
}

TEST_CASE("as_completed hands out results as they come", "[as_completed]") {
  const int minor = GENERATE(12, 13);
  Run run(minor);
  Ref<AsCompleted> results;
  const auto next_result = [&](Outcome resume) {
    if (!resume.value.is_none()) run.note(run.text(resume.value));
    const Outcome one = results->next();
    return one.is_raise() ? done() : await(one.value);
  };

  run.run({[&](Outcome) {
             results = make<AsCompleted>(run.world, std::vector<Value>{job(run, 3, 3), job(run, 1, 1), job(run, 2, 2)},
                                         Delay());
             if (minor >= 13) results->start();
             return next();
           },
           next_result, next_result, next_result, next_result});

  CHECK(run.log == Lines{"1.00005 1", "2.00006 2", "3.00004 3"});
}

TEST_CASE("a timeout cancels its task once and turns that into TimeoutError", "[timeout]") {
  Run run;
  const Ref<Timeout> timeout = make<Timeout>(run.world, true, 1);
  const Ref<Script> main = run.coroutine({[&](Outcome) {
                                            timeout->enter();
                                            CHECK(timeout->repr_info() == "[active] when=1.000000");
                                            return await(run.sleep(5));
                                          },
                                          [&](Outcome resume) { return timeout->exit(resume.value); }});
  main->handle(1);

  const Outcome outcome = run.run({[&](Outcome) { return await(Value(main)); }});

  REQUIRE(outcome.is_raise());
  CHECK(run.language.is_error(outcome.value, ErrorKind::Timeout));
  CHECK(timeout->expired());
}

TEST_CASE("a timeout that is moved fires at its new time", "[timeout]") {
  Run run;
  const Ref<Timeout> timeout = make<Timeout>(run.world, true, 1);
  CHECK(run.text(timeout->reschedule(true, 3)) == "Timeout has not been entered");

  run.run({[&](Outcome) {
             timeout->enter();
             timeout->reschedule(true, 3);
             return await(run.sleep(2));
           },
           [&](Outcome) {
             run.note("alive");
             return timeout->exit(Value::none());
           }});

  CHECK(run.log == Lines{"2.00001 alive"});
  CHECK(run.text(timeout->reschedule(true, 9)) == "Cannot change state of finished Timeout");
}
