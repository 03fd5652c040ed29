// The turns of the loop: where it waits, and the one place where handles run.
#include <string>

#include "base/loop_changes.h"
#include "loop/event_loop.h"
#include "loop/thread_scheduler.h"

namespace sluice {

namespace {

/// A timer is due if its deadline is less than this far away: asyncio's clock resolution under the reference runner.
constexpr double kClockResolution = 1e-9;

/// An idle loop waits for a handle, where code takes time.
class HandleWait : public MainWait {
 public:
  HandleWait(const ReadyQueue& ready, const TimerHeap& timers) : ready_(ready) {
    is_idle = true;
    has_deadline = !timers.empty();
    if (has_deadline) deadline = timers.top().when;
  }
  bool is_over() override { return !ready_.empty(); }

 private:
  const ReadyQueue& ready_;
};

/// The done-callback of run_until_complete: stops the loop.
class StopLoop : public FutureListener {
 public:
  explicit StopLoop(World& world) : world_(world) {}
  Value future_done(Future& future) override {
    // An exit comes out of the loop by itself.
    if (future.failed() && world_.language.is_exit(future.take_exception())) return Value();
    future.loop().stop();
    return Value();
  }
  [[nodiscard]] ObjectId trace_object() const override { return 0; }
  [[nodiscard]] std::string callback_name() const override { return "_run_until_complete_cb()"; }

 private:
  World& world_;
};

CallbackKind callback_kind(const ReadyEntry& entry) {
  switch (entry.kind) {
    case ReadyEntry::Kind::Listener:
      return CallbackKind::FutureDone;
    case ReadyEntry::Kind::Callable:
      return CallbackKind::User;
    case ReadyEntry::Kind::ThreadCall:
      return CallbackKind::Threadsafe;
    case ReadyEntry::Kind::Handle:
      if (entry.target.is(ObjectKind::TimerHandle)) return CallbackKind::Timer;
      return entry.target.as<Handle>()->is_threadsafe ? CallbackKind::Threadsafe : CallbackKind::User;
    case ReadyEntry::Kind::SleepDue:
      return CallbackKind::SleepTimer;
    case ReadyEntry::Kind::TimerDue:
      return entry.target.as<LoopTimer>()->callback_kind();
    case ReadyEntry::Kind::Step:
    case ReadyEntry::Kind::Wakeup:
      break;
  }
  return CallbackKind::Other;
}

ObjectId callback_object(const ReadyEntry& entry) {
  switch (entry.kind) {
    case ReadyEntry::Kind::Listener:
      return entry.target.as<FutureListener>()->trace_object();
    case ReadyEntry::Kind::ThreadCall:
      return entry.target.as<LoopCall>()->trace_object();
    case ReadyEntry::Kind::Handle:
      return entry.target.as<Handle>()->trace_object;
    case ReadyEntry::Kind::SleepDue:
      return entry.target.as<SleepFuture>()->sleeper;
    case ReadyEntry::Kind::TimerDue:
      return entry.target.as<LoopTimer>()->trace_object();
    case ReadyEntry::Kind::Callable:
    case ReadyEntry::Kind::Step:
    case ReadyEntry::Kind::Wakeup:
      break;
  }
  return 0;
}

bool is_cancelled(const ReadyEntry& entry) {
  switch (entry.kind) {
    case ReadyEntry::Kind::Handle:
      return entry.target.as<Handle>()->cancelled();
    case ReadyEntry::Kind::SleepDue:
      return entry.target.as<SleepFuture>()->is_timer_cancelled;
    case ReadyEntry::Kind::TimerDue:
      return entry.target.as<LoopTimer>()->is_cancelled;
    case ReadyEntry::Kind::Listener:
    case ReadyEntry::Kind::Callable:
    case ReadyEntry::Kind::ThreadCall:
    case ReadyEntry::Kind::Step:
    case ReadyEntry::Kind::Wakeup:
      break;
  }
  return false;
}

const char* wait_name(WaitKind kind) {
  switch (kind) {
    case WaitKind::Sleep:
      return "a sleep";
    case WaitKind::Future:
      return "a future";
    case WaitKind::Thread:
      return "a thread";
    default:
      return "";
  }
}

}  // namespace

Value EventLoop::check_running() {
  Language& language = world_.language;
  if (is_running_) return language.make_error(ErrorKind::Runtime, "This event loop is already running");
  if (world_.running_loop() != nullptr) {
    return language.make_error(ErrorKind::Runtime, "Cannot run the event loop while another loop is running");
  }
  return Value();
}

Outcome EventLoop::run_forever() {
  const bool was_running = is_running_;
  Outcome outcome = run_turns(0);
  outcome.comes_through = outcome.is_raise() && world_.language.is_exit(outcome.value);
  if (was_running && run_forever_forgets_its_loop(world_.python())) {
    is_stopping_ = false;
    is_running_ = false;
    world_.running_loop_ = nullptr;
  }
  return outcome;
}

Outcome EventLoop::run_turns(ObjectId until) {
  if (Value error = check_closed()) return Outcome::raise(error);
  if (Value error = check_running()) return Outcome::raise(error);
  Trace& trace = world_.trace;
  trace.record(TraceKind::RunBegin, id_, until);
  is_running_ = true;
  world_.running_loop_ = this;
  Value failure;
  do {
    failure = run_once();
  } while (!failure && !is_stopping_);
  is_stopping_ = false;
  is_running_ = false;
  world_.running_loop_ = nullptr;
  trace.record(TraceKind::RunEnd, id_, 0);
  if (failure) return Outcome::raise(failure);
  return Outcome::result(Value::none());
}

Outcome EventLoop::run_until_complete(const Value& awaitable, Ref<Future>* interrupted) {
  if (Value error = check_closed()) return Outcome::raise(error);
  if (Value error = check_running()) return Outcome::raise(error);
  const bool is_new = !is_future(awaitable);
  Outcome ensured = ensure_future(world_, awaitable, this);
  if (ensured.is_raise()) return ensured;
  const Ref<Future> future(&future_of(ensured.value));
  if (is_new) future->set_logs_destroyed(false);
  const Ref<StopLoop> stop_loop = make<StopLoop>(world_);
  future->add_listener(*stop_loop);
  Outcome ran = run_turns(future->id());
  if (ran.is_raise() && is_new && future->failed()) future->silence();
  if (ran.is_raise() && interrupted != nullptr) *interrupted = future;
  future->remove_listener(*stop_loop);
  if (ran.is_raise()) {
    ran.comes_through = world_.language.is_exit(ran.value);
    world_.language.keep_with_traceback(ran.value, Value(future));
    return ran;
  }
  if (!future->done()) return world_.raise(ErrorKind::Runtime, "Event loop stopped before Future completed.");
  Outcome outcome = future->result();
  if (outcome.is_raise()) world_.language.keep_with_traceback(outcome.value, Value(future));
  return outcome;
}

Value EventLoop::run_once() {
  // A variable of CPython's _run_once refers to the timer that was pruned last, while the loop waits.
  Value pruned;
  timers_.prune(pruned);
  if (ready_.empty() && !is_stopping_) {
    if (Value failure = wait_for_handle()) return failure;
  }
  pruned = Value();
  collect_due_timers();
  // What these handles add waits for the next turn.
  for (std::size_t left = ready_.size(); left > 0; --left) {
    ReadyEntry entry = ready_.pop();
    if (is_cancelled(entry)) continue;
    const double began = world_.now();
    world_.is_in_handle_ = true;
    Value failure = run_entry(entry);
    world_.is_in_handle_ = false;
    if (is_debug_ && world_.now() > began) [[unlikely]] {
      const bool is_handle = entry.target.is(ObjectKind::Task) || entry.kind == ReadyEntry::Kind::Handle;
      if (is_handle && !failure) world_.language.report_slow(Value(this), entry.target, world_.now() - began);
    }
    if (failure) [[unlikely]] {
      if (world_.language.is_exit(failure)) {
        // The frame of _run_once, which the traceback keeps, has the handle as a variable.
        world_.language.keep_with_traceback(failure, entry.target);
        if (entry.argument) world_.language.keep_with_traceback(failure, entry.argument);
      }
      if (!world_.language.ends_run(failure)) world_.spend(world_.options.step);
      return failure;
    }
    world_.spend(world_.options.step);
    if (world_.is_over_budget()) [[unlikely]]
      return world_.budget_error();
  }
  return Value();
}

Value EventLoop::wait_for_handle() {
  if (!timers_.empty() && timers_.top().when - world_.now() <= 0) return Value();
  if (ThreadScheduler* scheduler = world_.scheduler()) {
    HandleWait handle(ready_, timers_);
    return scheduler->wait(handle) ? Value() : deadlock();
  }
  while (ready_.empty()) {
    const bool has_wake = world_.drop_stale_wakes();
    if (!has_wake && timers_.empty()) return deadlock();
    if (!has_wake || (!timers_.empty() && timers_.top().when < world_.next_wake())) {
      jump_to(timers_.top().when);
      // So far out that the clock's resolution is nothing: the timer would never be due, and CPython's loop turn for
      // ever.
      if (timers_.top().when >= world_.now() + kClockResolution) {
        return world_.language.make_budget_error(LoopBudget::VirtualSeconds);
      }
      break;
    }
    const double moment = world_.next_wake();
    jump_to(moment);
    world_.advance_to(moment);
  }
  return Value();
}

void EventLoop::jump_to(double moment) {
  Trace& trace = world_.trace;
  if (moment <= trace.now) return;
  const double from = trace.now;
  trace.now = moment;
  trace.record(TraceKind::ClockJump, 0, trace.number(from));
}

void EventLoop::collect_due_timers() {
  const double end = world_.now() + kClockResolution;
  while (!timers_.empty() && timers_.top().when < end) {
    TimerHeap::Entry entry = timers_.pop();
    ReadyEntry::Kind kind = ReadyEntry::Kind::TimerDue;
    // One that was cancelled behind another goes the same way, lives until its turn, and is skipped then.
    const bool is_skipped = is_timer_cancelled(entry.target);
    EventIndex set = kNoEvent;
    ObjectId subject = 0;
    if (is_future(entry.target)) {
      SleepFuture& sleep = *entry.target.as<SleepFuture>();
      sleep.is_scheduled = false;
      set = sleep.timer_event;
      subject = sleep.sleeper;
      kind = ReadyEntry::Kind::SleepDue;
    } else if (entry.target.is(ObjectKind::TimerHandle)) {
      TimerHandle& timer = *entry.target.as<TimerHandle>();
      timer.is_scheduled_ = false;
      set = timer.timer_event_;
      kind = ReadyEntry::Kind::Handle;
    } else {
      LoopTimer& timer = *entry.target.as<LoopTimer>();
      timer.is_scheduled = false;
      set = timer.timer_event;
      if (!is_skipped) subject = timer.trace_object();
    }
    if (!is_skipped) world_.trace.record(TraceKind::TimerDue, subject, set);
    push_ready(kind, static_cast<Value&&>(entry.target));
  }
}

Value EventLoop::run_entry(ReadyEntry& entry) {
  switch (entry.kind) {
    case ReadyEntry::Kind::Step:
      return entry.target.as<Task>()->step(static_cast<Value&&>(entry.argument), entry.cause);
    case ReadyEntry::Kind::Wakeup:
      return entry.target.as<Task>()->wake_up(future_of(entry.argument), entry.cause);
    case ReadyEntry::Kind::Listener:
    case ReadyEntry::Kind::Callable:
    case ReadyEntry::Kind::Handle:
    case ReadyEntry::Kind::SleepDue:
    case ReadyEntry::Kind::TimerDue:
    case ReadyEntry::Kind::ThreadCall:
      break;
  }
  world_.trace.record(TraceKind::Callback, static_cast<std::uint8_t>(callback_kind(entry)), entry.cause,
                      callback_object(entry));
  return run_callback(entry);
}

Value EventLoop::run_callback(ReadyEntry& entry) {
  Value failure;
  std::string name;
  switch (entry.kind) {
    case ReadyEntry::Kind::Listener:
      failure = entry.target.as<FutureListener>()->future_done(future_of(entry.argument));
      if (failure) name = entry.target.as<FutureListener>()->callback_name();
      break;
    case ReadyEntry::Kind::SleepDue:
      failure = entry.target.as<SleepFuture>()->timer_due();
      break;
    case ReadyEntry::Kind::TimerDue:
      failure = entry.target.as<LoopTimer>()->timer_due();
      break;
    case ReadyEntry::Kind::ThreadCall:
      failure = entry.target.as<LoopCall>()->run();
      break;
    case ReadyEntry::Kind::Callable: {
      std::vector<Value> arguments;
      arguments.push_back(static_cast<Value&&>(entry.argument));
      CallableInContext& called = *entry.target.as<CallableInContext>();
      const Ref<Handle> handle =
          make<Handle>(*this, static_cast<Value&&>(called.callable), static_cast<std::vector<Value>&&>(arguments),
                       static_cast<Ref<Context>&&>(called.context));
      entry.argument = Value(handle);  // what only the handle holds dies with it, when its turn is over
      return handle->run();
    }
    case ReadyEntry::Kind::Handle:
      return entry.target.as<Handle>()->run();
    case ReadyEntry::Kind::Step:
    case ReadyEntry::Kind::Wakeup:
      break;
  }
  if (!failure || world_.language.is_exit(failure)) return failure;
  ErrorContext context;
  context.message = "Exception in callback " + name;
  context.exception = failure;
  return call_exception_handler(context);
}

Value EventLoop::deadlock() {
  const std::vector<Ref<Task>> tasks = all_tasks();
  Trace& trace = world_.trace;
  trace.record(TraceKind::Deadlock, 0, static_cast<std::uint32_t>(tasks.size()));
  // A message of a thousand lines helps nobody.
  constexpr std::size_t kMostNamed = 10;
  std::string message = "every task waits, and nothing is left that could wake one";
  for (std::size_t i = 0; i < tasks.size() && i < kMostNamed; ++i) {
    const Task& task = *tasks[i];
    message += (i == 0 ? ": " : "; ") + task.name();
    if (const std::uint32_t line = task.waiting_line()) message += ", line " + std::to_string(line) + ",";
    const Ref<Future>& waiter = task.waiter();
    if (!waiter) continue;
    const std::string object = trace.object_name(waiter->wait_object());
    message += " waits for " + (object.empty() ? std::string(wait_name(waiter->wait_kind())) : object);
  }
  if (tasks.size() > kMostNamed) message += "; and " + std::to_string(tasks.size() - kMostNamed) + " more";
  return world_.language.make_error(ErrorKind::Deadlock, message);
}

}  // namespace sluice
