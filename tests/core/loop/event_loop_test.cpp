#include <string>
#include <vector>

#include "catch.h"
#include "toy.h"

using namespace sluice;
using namespace sluice::toy;
using Lines = std::vector<std::string>;

TEST_CASE("asyncio.run gives the result of its coroutine", "[loop]") {
  Run run;

  const Outcome outcome = run.run({[](Outcome) { return done(Value::small_int(7)); }});

  REQUIRE(outcome.is_return());
  CHECK(outcome.value.as_small_int() == 7);
  CHECK(run.world.running_loop() == nullptr);
}

TEST_CASE("asyncio.run of one step costs six handles: three runs of a step and a stop each", "[loop]") {
  Run run;

  run.run({[](Outcome) { return done(); }});

  CHECK(run.world.now() == Approx(6e-5));
}

TEST_CASE("a sleep takes its time and two handles", "[loop]") {
  Run run;

  run.run({[&](Outcome) { return await(run.sleep(1)); },
           [&](Outcome) {
             run.note("awake");
             return done();
           }});

  CHECK(run.log == Lines{"1.00001 awake"});
}

TEST_CASE("sleep(0) lets the others run once", "[loop]") {
  Run run;
  const auto worker = [&](const std::string& name) {
    return run.coroutine({[&run, name](Outcome) {
                            run.say(name + "1");
                            return await(run.sleep(0));
                          },
                          [&run, name](Outcome) {
                            run.say(name + "2");
                            return done();
                          }});
  };

  run.run({[&](Outcome) {
    run.task(worker("a"));
    run.task(worker("b"));
    return await(run.sleep(1));
  }});

  CHECK(run.log == Lines{"a1", "b1", "a2", "b2"});
}

TEST_CASE("timers with equal deadlines run in the order of scheduling", "[loop]") {
  Run run;
  const auto say = [&](const std::string& text) {
    return run.function([&run, text](std::span<const Value>) {
      run.say(text);
      return done();
    });
  };

  run.run({[&](Outcome) {
    run.loop().call_at(2, say("late"), {}, Ref<Context>());
    run.loop().call_at(1, say("first"), {}, Ref<Context>());
    run.loop().call_at(1, say("second"), {}, Ref<Context>());
    return await(run.sleep(3));
  }});

  CHECK(run.log == Lines{"first", "second", "late"});
}

TEST_CASE("a cancelled timer neither runs nor attracts the clock", "[loop]") {
  Run run;

  run.run({[&](Outcome) {
    const Value never = run.function([&](std::span<const Value>) {
      run.say("never");
      return done();
    });
    run.loop().call_at(5, never, {}, Ref<Context>()).value.as<TimerHandle>()->cancel();
    return done();
  }});

  CHECK(run.log.empty());
  CHECK(run.world.now() < 1);
}

TEST_CASE("many cancelled timers are pruned and the others still run in order", "[loop]") {
  Run run;

  run.run({[&](Outcome) {
    for (int i = 0; i < 500; ++i) {
      const Value callback = run.function([&run, i](std::span<const Value>) {
        run.say(std::to_string(i));
        return done();
      });
      Outcome timer = run.loop().call_at(500.0 - i, callback, {}, Ref<Context>());
      if (i % 100 != 0) timer.value.as<TimerHandle>()->cancel();
    }
    return await(run.sleep(1000));
  }});

  CHECK(run.log == Lines{"400", "300", "200", "100", "0"});
}

TEST_CASE("an exception of a callback is reported and the loop goes on", "[loop]") {
  Run run;

  const Outcome outcome = run.run({[&](Outcome) {
    const Value bad = run.function([&](std::span<const Value>) { return Outcome::raise(run.error("broken")); });
    run.loop().call_soon(bad, {}, Ref<Context>());
    return await(run.sleep(1));
  }});

  CHECK(outcome.is_return());
  CHECK(run.language.reports == Lines{"Exception in callback callback()"});
}

TEST_CASE("waiting for what nobody will do is a deadlock, and the task is then cancelled", "[loop]") {
  Run run;
  const Ref<Script> stuck =
      run.coroutine({[&](Outcome) { return await(Value(run.loop().create_future())); },
                     [&](Outcome resume) {
                       run.say(run.language.is_error(resume.value, ErrorKind::Cancelled) ? "cancelled" : "?");
                       return resume;
                     }});
  stuck->handle(1);

  const Outcome outcome = run.run({[&](Outcome) { return await(Value(run.task(stuck))); }});

  REQUIRE(outcome.is_raise());
  CHECK(run.language.is_error(outcome.value, ErrorKind::Deadlock));
  CHECK_THAT(run.text(outcome.value), contains("Task-2 waits for Future-1"));
  CHECK(run.log == Lines{"cancelled"});
}

TEST_CASE("a closed loop takes nothing more", "[loop]") {
  Run run;
  const Ref<EventLoop> loop = run.world.new_event_loop();

  CHECK_FALSE(loop->close());

  CHECK(run.text(loop->call_soon(Value::none(), {}, Ref<Context>()).value) == "Event loop is closed");
  CHECK(run.text(loop->run_forever().value) == "Event loop is closed");
}

TEST_CASE("stop ends run_forever after the turn, and the loop can run again", "[loop]") {
  Run run;
  const Ref<EventLoop> loop = run.world.new_event_loop();
  const auto say = [&](const std::string& text) {
    return run.function([&run, text](std::span<const Value>) {
      run.say(text);
      return done();
    });
  };
  loop->call_soon(say("one"), {}, Ref<Context>());
  loop->stop();

  loop->run_forever();
  loop->call_soon(say("two"), {}, Ref<Context>());
  loop->stop();
  loop->run_forever();

  CHECK(run.log == Lines{"one", "two"});
}

TEST_CASE("a budget of events ends a run that would go on for ever", "[loop]") {
  Heap heap;
  Heap::Scope scope(heap);
  Trace trace;
  Toys language;
  LoopOptions options;
  options.max_events = 1000;
  World world(trace, language, options);
  std::vector<Step> steps;
  for (int i = 0; i < 5000; ++i) {
    steps.push_back([&](Outcome) { return await(Value(sleep(world, 0, Value::none()))); });
  }

  const Outcome outcome = run(world, Value(make<Script>(world, "endless", steps)), -1, Value::none());

  REQUIRE(outcome.is_raise());
  CHECK(language.ends_run(outcome.value));
  CHECK(trace.size() < 1100);
}

TEST_CASE("what a task is scheduled by is the cause of its step", "[loop]") {
  Run run;

  run.run({[&](Outcome) { return await(run.sleep(1)); }, [](Outcome) { return done(); }});

  std::vector<TraceEvent> steps;
  for (std::size_t i = 0; i < run.trace.size(); ++i) {
    if (run.trace[i].kind == TraceKind::Step) steps.push_back(run.trace[i]);
  }
  REQUIRE(steps.size() >= 2);
  CHECK(steps[0].detail == static_cast<std::uint8_t>(StepEnd::Waiting));
  CHECK(steps[1].detail == static_cast<std::uint8_t>(StepEnd::Finished));
  const TraceEvent& timer_ran = run.trace[steps[1].subject];
  CHECK(timer_ran.kind == TraceKind::Callback);
  CHECK(timer_ran.detail == static_cast<std::uint8_t>(CallbackKind::SleepTimer));
  CHECK(run.trace[timer_ran.subject].kind == TraceKind::TimerDue);
}

TEST_CASE("a sleep that is dropped while it lasts takes its timer back", "[loop]") {
  Run run;

  run.run({[&](Outcome) {
    Value sleeping = run.sleep(100);
    sleeping.as<NativeCoroutine>()->send(Value::none());
    sleeping = Value();
    return await(run.sleep(1));
  }});

  CHECK(run.world.now() < 2);
}
