#include "loop/task.h"

#include "base/heap.h"
#include "base/loop_changes.h"
#include "loop/event_loop.h"
#include "loop/native_coroutine.h"
#include "loop/world.h"

namespace sluice {

// ---- creation -------------------------------------------------------------------------------------------------------

Task::Task(EventLoop& loop) : Future(ObjectKind::Task, loop) {
  wait_kind_ = WaitKind::Task;
  ask_to_finalize(true);
}

Ref<Task> Task::create(EventLoop& loop, Ref<Coroutine> coroutine, TaskOptions options) {
  const Ref<Task> task(new Task(loop));
  task->begin(loop, static_cast<Ref<Coroutine>&&>(coroutine), static_cast<TaskOptions&&>(options));
  return task;
}

Ref<Task> Task::create_empty(EventLoop& loop) {
  const Ref<Task> task(new Task(loop));
  task->logs_destroyed_ = false;
  return task;
}

void Task::begin(EventLoop& loop, Ref<Coroutine> coroutine, TaskOptions options) {
  World& world = loop.world();
  loop_ = &loop;
  logs_destroyed_ = true;
  is_empty_ = false;
  coroutine_ = static_cast<Ref<Coroutine>&&>(coroutine);
  context_ = options.context ? options.context : world.copy_context();
  if (options.has_name) {
    is_named_ = true;
    name_ = world.trace.text(options.name);
  } else {
    number_ = world.next_task_number();
  }
  const Coroutine& made = *coroutine_;
  const TextId about = made.is(ObjectKind::NativeCoroutine)
                           ? world.trace.text(static_cast<const NativeCoroutine&>(made).name())
                           : world.name_text(made.qualified_name());
  id_ = world.trace.create_object(TraceObject::Task, name_, number_, about);
  if (options.eager_start && loop.is_running()) {
    start_eagerly();
  } else if (loop.refuses_calls()) [[unlikely]] {
    world.set_failed_call(loop.check_call());
  } else {
    loop.push_ready(ReadyEntry::Kind::Step, Value(this));
    loop.register_task(*this);
  }
}

Task::~Task() {
  // At the end of the run the loop and the neighbours in its list may have gone already.
  if (is_registered_ && !Heap::current().is_ending()) loop_->unregister_task(*this);
  drop_outcome();
}

void Task::finalize() {
  if (state_ == State::Pending && logs_destroyed_) {
    ErrorContext context;
    context.message = "Task was destroyed but it is pending!";
    context.other = Value(this);
    context.other_key = "task";
    loop_->call_exception_handler(context);
  }
  Future::finalize();
}

// ---- names and state ------------------------------------------------------------------------------------------------

std::string Task::name() const {
  if (is_named_) return world().trace.text_of(name_);
  return "Task-" + std::to_string(number_);
}

void Task::set_name(std::string_view name) {
  is_named_ = true;
  name_ = world().trace.text(name);
  world().trace.rename(id_, name);
}

std::uint32_t Task::waiting_line() const {
  if (done() || !coroutine_) return 0;
  return coroutine_->waiting_line();
}

std::string Task::repr_info() const {
  Language& language = world().language;
  const bool is_cancelling =
      task_repr_counts_requests(world().python()) ? cancel_requests_ > 0 && !done() : must_cancel_;
  std::string info = is_cancelling ? "cancelling" : state_info();
  info += " name=" + language.repr(language.make_text(name()));
  if (coroutine_) info += " coro=<" + language.describe_coroutine(*coroutine_) + ">";
  if (waiter_) info += " wait_for=" + language.repr(Value(waiter_));
  return info + outcome_info() + callbacks_info() + origin_info();
}

std::string Task::self_repr() { return world().language.repr(Value(this)); }

// ---- cancelling -----------------------------------------------------------------------------------------------------

bool Task::cancel(const Value& message) {
  // Down the chain of tasks that wait for one another; not by recursion, it can be as long as a run.
  Ref<Task> task(this);
  task->logs_traceback_ = false;
  if (done()) return false;
  World& here = world();
  const TextId text = message && !message.is_none() ? here.short_text(message) : 0;
  while (true) {
    here.trace.record(TraceKind::CancelRequested, task->id_, text);
    ++task->cancel_requests_;
    const Ref<Future> waiter = task->waiter_;
    if (waiter && waiter->is(ObjectKind::Task) && !waiter->done()) {
      task = Ref<Task>(static_cast<Task*>(waiter.get()));
      task->logs_traceback_ = false;
      continue;
    }
    if (waiter && waiter->cancel(message)) return true;
    task->must_cancel_ = true;
    task->extra_ = message;
    return true;
  }
}

std::uint32_t Task::uncancel() {
  if (cancel_requests_ == 0) return 0;
  --cancel_requests_;
  if (cancel_requests_ == 0 && uncancel_withdraws(world().python())) must_cancel_ = false;
  world().trace.record(TraceKind::Uncancelled, id_, cancel_requests_);
  return cancel_requests_;
}

// ---- steps ----------------------------------------------------------------------------------------------------------

Value Task::step(Value exception, EventIndex cause) {
  return run_step(static_cast<Value&&>(exception), nullptr, cause, TraceKind::Step);
}

Value Task::wake_up(Future& future, EventIndex cause) {
  if (future.has_result()) {
    future.logs_traceback_ = false;
    return run_step(Value(), nullptr, cause, TraceKind::Step);
  }
  return run_step(Value(), &future, cause, TraceKind::Step);
}

Value Task::run_step(Value exception, Future* failed, EventIndex cause, TraceKind kind) {
  World& here = world();
  Trace& trace = here.trace;
  const ObjectId outer_id = trace.task;
  trace.task = id_;
  const EventIndex event = trace.record(kind, cause, 0);
  if (failed != nullptr) exception = failed->exception_for_waiter();
  // Whoever woke the task keeps what is thrown into it until the step is over, and with it the frames that its
  // traceback names: what dies with them dies after the callbacks of a task that ends here. An error made below is let
  // go as soon as the coroutine is back.
  Value held = exception;
  if (must_cancel_) [[unlikely]] {
    if (!exception || !here.language.is_error(exception, ErrorKind::Cancelled)) {
      exception = make_cancelled_error();
    }
    must_cancel_ = false;
  }
  waiter_.reset();

  const Ref<Task> alive(this);
  Task* const outer = here.current_task_;
  here.current_task_ = this;
  if (exception && here.language.is_error(exception, ErrorKind::Cancelled)) {
    trace.record(TraceKind::CancelDelivered, id_, waiting_line());
  }

  step_end_ = StepEnd::Running;
  std::uint32_t line = 0;
  Value exit = here.enter(*context_);
  if (!exit) [[likely]] {
    Outcome outcome = exception ? coroutine_->throw_(exception) : coroutine_->send(Value::none());
    exception = Value();
    if (outcome.is_yield()) {
      line = suspend(outcome.value);
    } else {
      exit = finish(static_cast<Outcome&&>(outcome));
      line = waiting_line();
    }
    if (held) [[unlikely]] {
      here.current_task_ = outer;
      held = Value();
    }
    here.leave(*context_);
  } else {
    exit = finish(Outcome::raise(exit));
    line = waiting_line();
  }

  TraceEvent& recorded = trace.at(event);
  recorded.detail = static_cast<std::uint8_t>(step_end_);
  recorded.value = line;
  here.current_task_ = outer;
  trace.task = outer_id;
  return exit;
}

Value Task::start_eagerly() {
  // all_tasks() has it from its first step on; its end takes it out again.
  loop_->register_task(*this);
  const Value exit = run_step(Value(), nullptr, world().trace.latest(), TraceKind::EagerStep);
  if (done()) coroutine_.reset();
  return exit;
}

Value Task::finish(Outcome outcome) {
  Language& language = world().language;
  if (is_registered_) loop_->unregister_task(*this);
  if (outcome.is_return()) {
    if (must_cancel_) {
      // It was cancelled right before it ended.
      must_cancel_ = false;
      step_end_ = StepEnd::Cancelled;
      finish_cancel(extra_);
    } else {
      step_end_ = StepEnd::Finished;
      finish_result(static_cast<Value&&>(outcome.value));
    }
    return Value();
  }
  if (language.is_error(outcome.value, ErrorKind::Cancelled)) {
    step_end_ = StepEnd::Cancelled;
    logs_traceback_ = false;
    value_ = outcome.value;
    finish_cancel(Value());
    return Value();
  }
  step_end_ = StepEnd::Failed;
  finish_exception(outcome.value);
  return language.is_exit(outcome.value) ? outcome.value : Value();
}

/// Gives the line at which it waits.
std::uint32_t Task::suspend(const Value& yielded) {
  World& here = world();
  step_end_ = StepEnd::Waiting;
  if (is_future(yielded)) {
    Future& future = future_of(yielded);
    if (future.loop_ != loop_) {
      raise_next_step("Task " + self_repr() + " got Future " + here.language.repr(yielded) +
                      " attached to a different loop");
    } else if (!future.is_blocking_) {
      raise_next_step("yield was used instead of yield from in task " + self_repr() + " with " +
                      here.language.repr(yielded));
    } else if (&future == this) {
      raise_next_step("Task cannot await on itself: " + self_repr());
    } else {
      return begin_wait(future);
    }
  } else if (yielded.is_none()) {
    step_end_ = StepEnd::Yielded;
    loop_->push_ready(ReadyEntry::Kind::Step, Value(this));
  } else if (yielded.is(ObjectKind::Generator)) {
    raise_next_step("yield was used instead of yield from for generator in task " + self_repr() + " with " +
                    here.language.repr(yielded));
  } else {
    raise_next_step("Task got bad yield: " + here.language.repr(yielded));
  }
  return waiting_line();
}

std::uint32_t Task::begin_wait(Future& future) {
  const std::uint32_t line = waiting_line();
  future.is_blocking_ = false;
  world().trace.record(TraceKind::Wait, static_cast<std::uint8_t>(future.wait_kind()), future.wait_object(), line);
  future.add_wakeup(*this);
  waiter_ = Ref<Future>(&future);
  if (must_cancel_ && future.cancel(extra_)) must_cancel_ = false;
  return line;
}

void Task::raise_next_step(const std::string& message) {
  step_end_ = StepEnd::Yielded;
  Language& language = world().language;
  const Value error = language.make_error(ErrorKind::Runtime, message);
  // It is called into being, not raised: what whoever runs the loop is handling is not its context.
  language.set_context(error, Value::none());
  loop_->push_ready(ReadyEntry::Kind::Step, Value(this), error);
}

// ---- functions ------------------------------------------------------------------------------------------------------

Outcome create_named_task(EventLoop& loop, const Value& coroutine, const TaskOptions& options) {
  if (!options.has_name || create_task_hands_name_over(loop.world().python())) {
    return loop.create_task(coroutine, options);
  }
  TaskOptions unnamed = options;
  unnamed.has_name = false;
  Outcome made = loop.create_task(coroutine, unnamed);
  if (made.is_return() && made.value.is(ObjectKind::Task)) made.value.as<Task>()->set_name(options.name);
  return made;
}

Outcome create_task(World& world, const Value& coroutine, const TaskOptions& options) {
  Outcome loop = world.get_running_loop();
  if (loop.is_raise()) return loop;
  return create_named_task(*loop.value.as<EventLoop>(), coroutine, options);
}

Outcome ensure_future(World& world, const Value& awaitable, EventLoop* loop) {
  Language& language = world.language;
  if (is_future(awaitable)) {
    if (loop != nullptr && &future_of(awaitable).loop() != loop) {
      return world.raise(ErrorKind::Value,
                         "The future belongs to a different loop than the one specified as the loop argument");
    }
    return Outcome::result(awaitable);
  }
  Value coroutine = awaitable;
  if (!language.is_coroutine(awaitable)) {
    if (!language.is_awaitable(awaitable)) {
      return world.raise(ErrorKind::Type, "An asyncio.Future, a coroutine or an awaitable is required");
    }
    coroutine = Value(wrap_awaitable(world, awaitable));
  }
  if (loop == nullptr) {
    Outcome found = world.get_event_loop();
    if (found.is_raise()) return found;
    loop = found.value.as<EventLoop>();
  }
  Outcome made = loop->create_task(coroutine, TaskOptions());
  if (made.is_raise() && language.is_error(made.value, ErrorKind::Runtime)) coroutine_of(coroutine)->close();
  return made;
}

}  // namespace sluice
