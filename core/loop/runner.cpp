#include "loop/runner.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/loop_changes.h"
#include "loop/gather.h"

namespace sluice {

namespace {

/// Where an exception leads to the frames of all who called, it leads here to that of _cancel_all_tasks, whose
/// variables are these tasks, which keep the exception. Nothing but the collector ends such a cycle.
void keep_in_cycle(World& world, const std::vector<Ref<Task>>& tasks) {
  if (!coroutine_frames_lead_to_callers(world.python())) return;
  const auto keeps_exception = [](const Ref<Task>& task) { return task->cancelled() || task->failed(); };
  if (std::none_of(tasks.begin(), tasks.end(), keeps_exception)) return;
  for (const Ref<Task>& task : tasks) task->retain();
}

/// asyncio's _cancel_all_tasks: what came out of the loop, or None.
Outcome cancel_all_tasks(EventLoop& loop) {
  World& world = loop.world();
  const std::vector<Ref<Task>> tasks = loop.all_tasks();
  if (tasks.empty()) return Outcome::result(Value::none());
  std::vector<Value> values;
  for (const Ref<Task>& task : tasks) {
    task->cancel();
    values.emplace_back(task);
  }
  Outcome gathered = gather(world, values, true);
  if (gathered.is_raise()) return gathered;
  Outcome ran = loop.run_until_complete(gathered.value);
  if (ran.is_raise()) return ran;
  keep_in_cycle(world, tasks);
  for (const Ref<Task>& task : tasks) {
    if (!task->failed()) continue;
    ErrorContext context;
    context.message = "unhandled exception during asyncio.run() shutdown";
    context.exception = task->take_exception();
    context.other = Value(task);
    context.other_key = "task";
    if (Value exit = loop.call_exception_handler(context)) return Outcome::raise(exit);
  }
  return Outcome::result(Value::none());
}

/// Everything before a loop is closed; each part is skipped once one has failed.
Outcome shut_down(EventLoop& loop) {
  Outcome ran = cancel_all_tasks(loop);
  if (ran.is_return()) ran = loop.run_until_complete(Value(loop.shutdown_asyncgens()));
  if (ran.is_return()) ran = loop.run_until_complete(Value(loop.shutdown_default_executor()));
  return ran;
}

/// The outcome of `try: outcome finally: cleanup`. The clean-up runs while the exception is being handled, so that what
/// tasks raise in it has that as its context.
template <typename Cleanup>
Outcome with_cleanup(World& world, Outcome outcome, const HandleException& handle, const Cleanup& cleanup) {
  const bool is_handling = outcome.is_raise() && handle;
  Value before;
  if (is_handling) before = handle(outcome.value);
  Outcome cleaned = cleanup();
  if (is_handling) handle(static_cast<Value&&>(before));
  if (!cleaned.is_raise()) return outcome;
  if (outcome.is_raise() && !cleaned.comes_through && !outcome.value.is_same(cleaned.value)) {
    world.language.set_context(cleaned.value, outcome.value);
  }
  return cleaned;
}

bool ends_run(World& world, const Outcome& outcome) {
  return outcome.is_raise() && world.language.ends_run(outcome.value);
}

/// asyncio.run of 3.10, which has no Runner.
Outcome run_by_hand(World& world, const Value& main, int debug, const HandleException& handle) {
  if (!world.language.is_coroutine(main)) {
    return world.raise(ErrorKind::Value, "a coroutine was expected, got " + world.language.repr(main));
  }
  const Ref<EventLoop> loop = world.new_event_loop();
  world.set_event_loop(loop.get());
  if (debug >= 0) loop->set_debug(debug == 1);
  Ref<Future> interrupted;
  Outcome outcome = loop->run_until_complete(main, &interrupted);
  if (ends_run(world, outcome)) return outcome;
  return with_cleanup(world, static_cast<Outcome&&>(outcome), handle, [&] {
    Outcome ended = shut_down(*loop);
    world.set_event_loop(nullptr);
    loop->close();
    return ended;
  });
}

}  // namespace

Runner::Runner(World& world, int debug, Value loop_factory)
    : Object(ObjectKind::Runner),
      world_(world),
      debug_(debug),
      loop_factory_(loop_factory ? static_cast<Value&&>(loop_factory) : Value::none()) {}

Value Runner::enter() {
  if (state_ == State::Closed) return world_.language.make_error(ErrorKind::Runtime, "Runner is closed");
  if (state_ == State::Initialized) return Value();
  if (loop_factory_.is_none()) {
    loop_ = world_.new_event_loop();
    if (!set_event_loop_) world_.set_event_loop(loop_.get());
    set_event_loop_ = true;
  } else {
    Outcome made = world_.language.call(loop_factory_, {});
    if (made.is_raise()) return made.value;
    if (!made.value.is(ObjectKind::EventLoop)) {
      return world_.language.make_error(ErrorKind::Type, "loop_factory has to return an event loop of asyncio");
    }
    loop_ = Ref<EventLoop>(made.value.as<EventLoop>());
  }
  if (debug_ >= 0) loop_->set_debug(debug_ == 1);
  context_ = world_.copy_context();
  state_ = State::Initialized;
  return Value();
}

Outcome Runner::get_loop() {
  if (Value error = enter()) return Outcome::raise(error);
  return Outcome::result(Value(loop_));
}

Outcome Runner::run(const Value& coroutine, Ref<Context> context) {
  Language& language = world_.language;
  const bool takes_awaitables = runner_takes_awaitables(world_.python());
  if (!takes_awaitables && !language.is_coroutine(coroutine)) {
    return world_.raise(ErrorKind::Value, "a coroutine was expected, got " + language.repr(coroutine));
  }
  if (world_.running_loop() != nullptr) {
    return world_.raise(ErrorKind::Runtime, "Runner.run() cannot be called from a running event loop");
  }
  if (Value error = enter()) return Outcome::raise(error);
  Value main = coroutine;
  if (!language.is_coroutine(coroutine)) {
    if (!is_future(coroutine) && !language.is_awaitable(coroutine)) {
      return world_.raise(ErrorKind::Type, "An asyncio.Future, a coroutine or an awaitable is required");
    }
    main = Value(wrap_awaitable(world_, coroutine));
  }
  TaskOptions options;
  options.context = context ? context : context_;
  Outcome made = loop_->create_task(main, options);
  if (made.is_raise()) return made;
  return loop_->run_until_complete(made.value, &interrupted_);
}

Outcome Runner::close() {
  if (state_ != State::Initialized) return Outcome::result(Value::none());
  Outcome ended = shut_down(*loop_);
  if (set_event_loop_) world_.set_event_loop(nullptr);
  loop_->close();
  loop_.reset();
  interrupted_.reset();
  state_ = State::Closed;
  return ended.is_raise() ? static_cast<Outcome&&>(ended) : Outcome::result(Value::none());
}

Outcome run(World& world, const Value& main, int debug, const Value& loop_factory, const HandleException& handle) {
  if (world.running_loop() != nullptr) {
    return world.raise(ErrorKind::Runtime, "asyncio.run() cannot be called from a running event loop");
  }
  if (!run_uses_runner(world.python())) return run_by_hand(world, main, debug, handle);
  const Ref<Runner> runner = make<Runner>(world, debug, loop_factory);
  if (Value error = runner->enter()) return Outcome::raise(error);
  Outcome outcome = runner->run(main, Ref<Context>());
  if (ends_run(world, outcome)) return outcome;
  return with_cleanup(world, static_cast<Outcome&&>(outcome), handle, [&] { return runner->close(); });
}

}  // namespace sluice
