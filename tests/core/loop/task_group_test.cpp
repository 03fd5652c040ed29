#include <string>
#include <vector>

#include "catch.h"
#include "loop/task_group.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

namespace {

/// `async with group: body`, where the body is the steps; an exception of the body goes to `__aexit__`.
Ref<Script> with_group(Run& run, const Ref<TaskGroup>& group, const Step& body) {
  const Ref<Script> made = run.coroutine(
      {[=](Outcome) {
         group->enter();
         return next();
       },
       body,
       [=](Outcome resume) { return await(Value(group->aexit(resume.is_raise() ? resume.value : Value::none()))); },
       [&run](Outcome resume) {
         run.note(resume.is_raise() ? "raised " + run.text(resume.value) : "ended");
         return resume;
       }});
  made->handle(2);
  made->handle(3);
  return made;
}

Value sleeper(Run& run, double seconds, const std::string& name) {
  const Ref<Script> made = run.coroutine({[&run, seconds](Outcome) { return await(run.sleep(seconds)); },
                                          [&run, name](Outcome resume) {
                                            run.note(name + (resume.is_raise() ? " cancelled" : " done"));
                                            return resume;
                                          }});
  made->handle(1);
  return Value(made);
}

Value failing(Run& run, double seconds) {
  return Value(run.coroutine({[&run, seconds](Outcome) { return await(run.sleep(seconds)); },
                              [&run](Outcome) { return Outcome::raise(run.error("bad")); }}));
}

}  // namespace

TEST_CASE("a group waits for all of its tasks", "[group]") {
  Run run;
  const Ref<TaskGroup> group = make<TaskGroup>(run.world);

  const Outcome outcome = run.run({[&](Outcome) {
    return await(Value(with_group(run, group, [&](Outcome) {
      group->create_task(sleeper(run, 1, "a"), TaskOptions());
      group->create_task(sleeper(run, 2, "b"), TaskOptions());
      return next();
    })));
  }});

  CHECK(outcome.is_return());
  CHECK(run.log == Lines{"1.00002 a done", "2.00003 b done", "2.00005 ended"});
}

TEST_CASE("one failure cancels the others and is raised as a group", "[group]") {
  const int minor = GENERATE(11, 12, 13, 14);
  Run run(minor);
  const Ref<TaskGroup> group = make<TaskGroup>(run.world);

  const Outcome outcome = run.run({[&](Outcome) {
    return await(Value(with_group(run, group, [&](Outcome) {
      group->create_task(failing(run, 1), TaskOptions());
      group->create_task(sleeper(run, 2, "other"), TaskOptions());
      return next();
    })));
  }});

  REQUIRE(outcome.is_raise());
  CHECK(run.language.exceptions_of(outcome.value).size() == 1);
  REQUIRE(run.log.size() == 2);
  CHECK_THAT(run.log[0], contains("other cancelled"));
  CHECK_THAT(run.log[1], contains("unhandled errors in a TaskGroup"));
}

TEST_CASE("after a failure the parent's own cancellation is taken back since 3.13", "[group]") {
  const int minor = GENERATE(12, 13);
  Run run(minor);
  const Ref<TaskGroup> group = make<TaskGroup>(run.world);

  const Ref<Script> main = run.coroutine({[&](Outcome) {
                                            return await(Value(with_group(run, group, [&](Outcome) {
                                              group->create_task(failing(run, 1), TaskOptions());
                                              return next();
                                            })));
                                          },
                                          [&](Outcome) {
                                            run.say(std::to_string(run.world.current_task()->cancelling()));
                                            return done();
                                          }});
  main->handle(1);
  run.run({[&](Outcome) { return await(Value(main)); }});

  CHECK(run.log.back() == (minor >= 13 ? "0" : "1"));
}

TEST_CASE("a group whose parent is cancelled cancels its tasks and lets the cancellation go on", "[group]") {
  Run run;
  const Ref<TaskGroup> group = make<TaskGroup>(run.world);
  Ref<Task> parent;

  run.run({[&](Outcome) {
             parent = run.task(with_group(run, group, [&](Outcome) {
               group->create_task(sleeper(run, 5, "child"), TaskOptions());
               return next();
             }));
             return await(run.sleep(1));
           },
           [&](Outcome) {
             parent->cancel();
             return await(run.sleep(1));
           }});

  CHECK(parent->cancelled());
  REQUIRE(run.log.size() == 2);
  CHECK_THAT(run.log[0], contains("child cancelled"));
}

TEST_CASE("a group that has not begun or has ended takes no tasks", "[group]") {
  Run run;
  const Ref<TaskGroup> group = make<TaskGroup>(run.world);

  const Outcome early = group->create_task(sleeper(run, 1, "x"), TaskOptions());
  run.run({[&](Outcome) { return await(Value(with_group(run, group, [](Outcome) { return next(); }))); }});
  const Outcome late = group->create_task(sleeper(run, 1, "x"), TaskOptions());

  CHECK(run.text(early.value) == "TaskGroup <TaskGroup> has not been entered");
  CHECK(run.text(late.value) == "TaskGroup <TaskGroup entered> is finished");
}
