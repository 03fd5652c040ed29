#include <string>
#include <vector>

#include "catch.h"
#include "loop/gather.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

TEST_CASE("unnamed tasks are numbered from 1", "[task]") {
  Run run;

  run.run({[&](Outcome) {
    run.say(run.world.current_task()->name());
    run.say(run.task(run.coroutine({}))->name());
    run.say(run.named_task("worker", run.coroutine({}))->name());
    run.say(run.task(run.coroutine({}))->name());
    return done();
  }});

  CHECK(run.log == Lines{"Task-1", "Task-2", "worker", "Task-3"});
}

TEST_CASE("before 3.13 a named task uses up a number", "[task]") {
  Run run(12);

  run.run({[&](Outcome) {
    run.named_task("worker", run.coroutine({}));
    run.say(run.task(run.coroutine({}))->name());
    return done();
  }});

  CHECK(run.log == Lines{"Task-3"});
}

TEST_CASE("awaiting a task gives its result, or raises its exception", "[task]") {
  Run run;
  const Ref<Script> main = run.coroutine(
      {[&](Outcome) {
         return await(Value(run.task(run.coroutine({[](Outcome) { return done(Value::small_int(3)); }}))));
       },
       [&](Outcome resume) {
         run.say(run.text(resume.value));
         return await(Value(run.task(run.coroutine({[&](Outcome) { return Outcome::raise(run.error("oh")); }}))));
       },
       [&](Outcome resume) {
         run.say(run.text(resume.value));
         return done();
       }});
  main->handle(2);

  run.run({[&](Outcome) { return await(Value(main)); }});

  CHECK(run.log == Lines{"3", "oh"});
  CHECK(run.language.reports.empty());
}

TEST_CASE("cancel throws CancelledError where the task waits", "[task]") {
  Run run;
  const Ref<Script> sleeper =
      run.coroutine({[&](Outcome) { return await(run.sleep(10)); },
                     [&](Outcome resume) {
                       run.note(run.language.is_error(resume.value, ErrorKind::Cancelled) ? "cancelled" : "?");
                       return resume;
                     }});
  sleeper->handle(1);
  Ref<Task> task;

  run.run({[&](Outcome) {
             task = run.task(sleeper);
             return await(run.sleep(1));
           },
           [&](Outcome) {
             CHECK(task->cancel(run.language.make_text("enough")));
             CHECK_FALSE(task->cancelled());
             return await(run.sleep(0));
           },
           [&](Outcome) {
             CHECK(task->cancelled());
             CHECK_FALSE(task->cancel());
             return done();
           }});

  CHECK(run.log == Lines{"1.00002 cancelled"});
}

TEST_CASE("a task cancelled before its first step never begins", "[task]") {
  Run run;

  run.run({[&](Outcome) {
    run.task(run.coroutine({[&](Outcome) {
         run.say("began");
         return done();
       }}))
        ->cancel();
    return await(run.sleep(0));
  }});

  CHECK(run.log.empty());
}

TEST_CASE("uncancel to zero withdraws a cancellation that was not delivered, since 3.13", "[task]") {
  const int minor = GENERATE(12, 13);
  Run run(minor);

  const Outcome outcome = run.run({[&](Outcome) {
                                     run.world.current_task()->cancel();
                                     CHECK(run.world.current_task()->cancelling() == 1);
                                     CHECK(run.world.current_task()->uncancel() == 0);
                                     return await(run.sleep(0));
                                   },
                                   [](Outcome) { return done(); }});

  CHECK(outcome.is_return() == (minor >= 13));
}

TEST_CASE("the message of cancel reaches who awaits the task since 3.11", "[task]") {
  const int minor = GENERATE(10, 11);
  Run run(minor);
  Ref<Task> task;
  const Ref<Script> main = run.coroutine({[&](Outcome) {
                                            task =
                                                run.task(run.coroutine({[&](Outcome) { return await(run.sleep(1)); }}));
                                            return await(run.sleep(0));
                                          },
                                          [&](Outcome) {
                                            task->cancel(run.language.make_text("why"));
                                            return await(Value(task));
                                          },
                                          [&](Outcome resume) {
                                            run.say(run.text(resume.value));
                                            return done();
                                          }});
  main->handle(2);

  run.run({[&](Outcome) { return await(Value(main)); }});

  CHECK(run.log == Lines{minor >= 11 ? "why" : ""});
}

TEST_CASE("an exception that nobody asks for is reported when its task dies", "[task]") {
  Run run;

  run.run({[&](Outcome) {
    run.task(run.coroutine({[&](Outcome) { return Outcome::raise(run.error("lost")); }}));
    return await(run.sleep(1));
  }});

  CHECK(run.language.reports == Lines{"Task exception was never retrieved"});
}

TEST_CASE("all_tasks gives those that are not done, oldest first", "[task]") {
  Run run;

  run.run({[&](Outcome) {
             run.named_task("short", run.coroutine({}));
             run.named_task("long", run.coroutine({[&](Outcome) { return await(run.sleep(1)); }}));
             return await(run.sleep(0.5));
           },
           [&](Outcome) {
             for (const Ref<Task>& task : run.loop().all_tasks()) run.say(task->name());
             return done();
           }});

  CHECK(run.log == Lines{"Task-1", "long"});
}

TEST_CASE("run cancels what is left in order of creation", "[task]") {
  Run run;
  const auto sleeper = [&](const std::string& name) {
    const Ref<Script> made = run.coroutine({[&](Outcome) { return await(run.sleep(10)); },
                                            [&run, name](Outcome resume) {
                                              run.say(name);
                                              return resume;
                                            }});
    made->handle(1);
    return made;
  };

  run.run({[&](Outcome) {
    run.task(sleeper("a"));
    run.task(sleeper("b"));
    return await(run.sleep(1));
  }});

  CHECK(run.log == Lines{"a", "b"});
}

TEST_CASE("an eager task runs its first step inside its creation", "[task]") {
  Run run;

  run.run({[&](Outcome) {
    run.loop().set_eager_tasks(true);
    const Ref<Task> quick = run.task(run.coroutine({[&](Outcome) {
      run.say("in " + run.world.current_task()->name());
      return done(Value::small_int(1));
    }}));
    CHECK(quick->done());
    const Ref<Task> slow = run.task(run.coroutine({[&](Outcome) { return await(run.sleep(1)); }}));
    CHECK_FALSE(slow->done());
    run.say("back in " + run.world.current_task()->name());
    return await(Value(slow));
  }});

  CHECK(run.log == Lines{"in Task-2", "back in Task-1"});
}

TEST_CASE("a task has a context of its own", "[task]") {
  Run run;
  const Ref<ContextVar> variable = make<ContextVar>(run.world, "who", Value::small_int(0));
  const auto look = [&] { run.say(run.text(variable->get(Value()).value)); };

  run.run({[&](Outcome) {
             variable->set(Value::small_int(1));
             run.task(run.coroutine({[&](Outcome) {
               look();
               variable->set(Value::small_int(2));
               look();
               return done();
             }}));
             return await(run.sleep(0));
           },
           [&](Outcome) {
             look();
             return done();
           }});
  look();

  CHECK(run.log == Lines{"1", "2", "1", "0"});
}

TEST_CASE("a context variable goes back to what it was by its token, once", "[task]") {
  Run run;
  const Ref<ContextVar> variable = make<ContextVar>(run.world, "who", Value());

  CHECK(variable->get(Value()).is_raise());
  const Ref<ContextToken> token = variable->set(Value::small_int(1));
  CHECK(variable->get(Value()).value.as_small_int() == 1);
  CHECK_FALSE(variable->reset(*token));
  CHECK(variable->get(Value()).is_raise());
  CHECK(run.language.is_error(variable->reset(*token), ErrorKind::Runtime));
}

TEST_CASE("a task cannot wait for itself", "[task]") {
  Run run;

  const Outcome outcome = run.run({[&](Outcome) { return await(Value(Ref<Task>(run.world.current_task()))); }});

  REQUIRE(outcome.is_raise());
  CHECK_THAT(run.text(outcome.value), contains("Task cannot await on itself: <Task pending name=Task-1"));
}
