#include "loop/event_loop.h"

#include <algorithm>

#include "base/check.h"
#include "base/loop_changes.h"
#include "loop/thread_pool.h"

namespace sluice {

namespace {

/// No moment at all (nan) is not after any other: in CPython such a timer is due at once, if it is the only one.
double due_moment(const World& world, double when) { return when == when ? when : world.now(); }

}  // namespace

EventLoop::EventLoop(World& world) : Object(ObjectKind::EventLoop), world_(world), task_factory_(Value::none()) {
  exception_handler_ = Value::none();
  id_ = world.trace.create_object(TraceObject::Loop, "");
}

EventLoop::~EventLoop() = default;

Value EventLoop::check_closed() {
  if (!is_closed_) return Value();
  return world_.language.make_error(ErrorKind::Runtime, "Event loop is closed");
}

bool EventLoop::is_elsewhere() const { return is_running_ && world_.current_thread() != nullptr; }

Value EventLoop::check_call() {
  if (Value closed = check_closed()) return closed;
  if (!refuses_calls()) return Value();
  return world_.language.make_error(ErrorKind::Runtime,
                                    "Non-thread-safe operation invoked on an event loop other than the current one");
}

std::string EventLoop::repr() const {
  const auto truth = [](bool value) { return value ? "True" : "False"; };
  return std::string("<_UnixSelectorEventLoop running=") + truth(is_running_) + " closed=" + truth(is_closed_) +
         " debug=" + truth(is_debug_) + ">";
}

// ---- scheduling -----------------------------------------------------------------------------------------------------

Outcome EventLoop::add_handle(Value callback, std::vector<Value> arguments, Ref<Context> context, bool is_threadsafe) {
  if (Value refused = is_threadsafe ? check_closed() : check_call()) return Outcome::raise(refused);
  Ref<Handle> handle = make<Handle>(*this, static_cast<Value&&>(callback), static_cast<std::vector<Value>&&>(arguments),
                                    static_cast<Ref<Context>&&>(context));
  handle->is_threadsafe = is_threadsafe;
  push_ready(ReadyEntry::Kind::Handle, Value(handle));
  return Outcome::result(Value(handle));
}

Outcome EventLoop::call_soon(Value callback, std::vector<Value> arguments, Ref<Context> context) {
  return add_handle(static_cast<Value&&>(callback), static_cast<std::vector<Value>&&>(arguments),
                    static_cast<Ref<Context>&&>(context), false);
}

Outcome EventLoop::call_soon_threadsafe(Value callback, std::vector<Value> arguments, Ref<Context> context) {
  return add_handle(static_cast<Value&&>(callback), static_cast<std::vector<Value>&&>(arguments),
                    static_cast<Ref<Context>&&>(context), true);
}

Outcome EventLoop::call_at(double when, Value callback, std::vector<Value> arguments, Ref<Context> context) {
  if (Value refused = check_call()) return Outcome::raise(refused);
  Ref<TimerHandle> timer =
      make<TimerHandle>(*this, when, static_cast<Value&&>(callback), static_cast<std::vector<Value>&&>(arguments),
                        static_cast<Ref<Context>&&>(context));
  timer->timer_event_ = world_.trace.record(TraceKind::Timer, 0, world_.trace.number(when));
  timer->is_scheduled_ = true;
  timers_.push(TimerHeap::Entry{due_moment(world_, when), world_.next_number(), Value(timer)});
  return Outcome::result(Value(timer));
}

void EventLoop::timer_handle_cancelled(TimerHandle& timer) {
  if (!timer.is_scheduled_) return;
  timers_.note_cancelled();
  world_.trace.record(TraceKind::TimerCancelled, 0, timer.timer_event_);
}

void EventLoop::set_timer(double when, LoopTimer& timer, ObjectId subject) {
  timer.timer_event = world_.trace.record(TraceKind::Timer, subject, world_.trace.number(when));
  timer.is_scheduled = true;
  timer.context = world_.context().contents();
  timers_.push(TimerHeap::Entry{due_moment(world_, when), world_.next_number(), Value(&timer)});
}

void EventLoop::cancel_timer(LoopTimer& timer) {
  if (timer.is_cancelled) return;
  timer.is_cancelled = true;
  if (timer.is_scheduled) {
    timers_.note_cancelled();
    world_.trace.record(TraceKind::TimerCancelled, timer.trace_object(), timer.timer_event);
  }
  timer.let_go();
}

void EventLoop::set_timer(double when, SleepFuture& sleep) {
  sleep.timer_event = world_.trace.record(TraceKind::Timer, sleep.sleeper, world_.trace.number(when));
  sleep.is_scheduled = true;
  sleep.context = world_.context().contents();
  timers_.push(TimerHeap::Entry{due_moment(world_, when), world_.next_number(), Value(&sleep)});
}

void EventLoop::cancel_timer(SleepFuture& sleep) {
  if (sleep.is_timer_cancelled) return;
  sleep.is_timer_cancelled = true;
  sleep.drop_result();
  if (!sleep.is_scheduled) return;
  timers_.note_cancelled();
  world_.trace.record(TraceKind::TimerCancelled, sleep.sleeper, sleep.timer_event);
}

// ---- tasks and futures ----------------------------------------------------------------------------------------------

Ref<Future> EventLoop::create_future() {
  Ref<Future> future = make<Future>(*this);
  future->begin(*this);
  return future;
}

Outcome EventLoop::create_task(const Value& coroutine, TaskOptions options) {
  if (Value closed = check_closed()) return Outcome::raise(closed);
  Language& language = world_.language;
  if (!task_factory_.is_none()) {
    // The reference runner's loop names the task afterwards in 3.14 too, where CPython's hands the name over.
    TaskOptions given = options;
    given.has_name = false;
    Outcome made = language.call_task_factory(task_factory_, *this, coroutine, given);
    if (made.is_return() && options.has_name && made.value.is(ObjectKind::Task)) {
      made.value.as<Task>()->set_name(options.name);
    }
    return made;
  }
  if (!language.is_coroutine(coroutine)) {
    return world_.raise(ErrorKind::Type, "a coroutine was expected, got " + language.repr(coroutine));
  }
  // A factory never gets the name: the task is made without one and named afterwards.
  const bool is_named_later = has_eager_tasks_ && options.has_name;
  const std::string name(options.name);
  if (has_eager_tasks_ && !options.has_eager_start) options.eager_start = true;
  if (is_named_later) options.has_name = false;
  const Ref<Task> task =
      Task::create(*this, Ref<Coroutine>(coroutine_of(coroutine)), static_cast<TaskOptions&&>(options));
  if (Value failed = world_.take_failed_call()) return Outcome::raise(failed);
  if (is_named_later) task->set_name(name);
  return Outcome::result(Value(task));
}

void EventLoop::set_origin(const Future& future, std::string place) {
  if (future.id() != 0) origins_.emplace(future.id(), static_cast<std::string&&>(place));
}

const std::string* EventLoop::origin_of(const Future& future) const {
  if (origins_.empty()) return nullptr;
  const auto found = origins_.find(future.id());
  return found == origins_.end() ? nullptr : &found->second;
}

void EventLoop::register_task(Task& task) {
  task.is_registered_ = true;
  task.previous_ = last_task_;
  task.next_ = nullptr;
  (last_task_ == nullptr ? first_task_ : last_task_->next_) = &task;
  last_task_ = &task;
}

void EventLoop::unregister_task(Task& task) {
  task.is_registered_ = false;
  (task.previous_ == nullptr ? first_task_ : task.previous_->next_) = task.next_;
  (task.next_ == nullptr ? last_task_ : task.next_->previous_) = task.previous_;
  task.previous_ = task.next_ = nullptr;
}

std::vector<Ref<Task>> EventLoop::all_tasks() const {
  std::vector<Ref<Task>> tasks;
  for (Task* task = first_task_; task != nullptr; task = task->next_) {
    if (!task->done()) tasks.emplace_back(task);
  }
  // An eager task joins the list after its first step, by which time its own tasks are there already.
  std::stable_sort(tasks.begin(), tasks.end(),
                   [](const Ref<Task>& a, const Ref<Task>& b) { return a->id() < b->id(); });
  return tasks;
}

namespace {

/// BaseEventLoop._set_coroutine_origin_tracking.
class TrackOrigins : public LoopCall {
 public:
  Value run() override { return Value(); }
};

/// The context of the task or handle that an error is about; null: it has none.
Context* context_of_culprit(const ErrorContext& error) {
  if (error.other.is(ObjectKind::Task)) return error.other.as<Task>()->context().get();
  if (error.future.is(ObjectKind::Task)) return error.future.as<Task>()->context().get();
  if (error.future) return nullptr;
  const bool is_handle = error.handle.is(ObjectKind::Handle) || error.handle.is(ObjectKind::TimerHandle);
  return is_handle ? error.handle.as<Handle>()->context().get() : nullptr;
}

/// Calls it in that context, if there is one and the version does so.
Outcome call_inside(World& world, Context* context, const Value& callable, std::span<const Value> arguments) {
  if (context == nullptr || !handlers_run_in_context(world.python())) return world.language.call(callable, arguments);
  if (Value failure = world.enter(*context)) return Outcome::raise(failure);
  Outcome outcome = world.language.call(callable, arguments);
  world.leave(*context);
  return outcome;
}

}  // namespace

void EventLoop::set_debug(bool debug) {
  is_debug_ = debug;
  if (is_running_) push_ready(ReadyEntry::Kind::ThreadCall, Value(make<TrackOrigins>()));
}

// ---- errors ---------------------------------------------------------------------------------------------------------

Value EventLoop::call_exception_handler(const ErrorContext& context) {
  Language& language = world_.language;
  const ObjectId about = is_future(context.future) ? future_of(context.future).id() : 0;
  const TextId message = world_.trace.text(context.message);
  world_.trace.record(TraceKind::Reported, message, about);
  if (exception_handler_.is_none()) {
    language.report(context);
    return Value();
  }
  ErrorContext whole = context;
  if (!whole.given) whole.given = language.context_dict(context);
  const Value arguments[] = {Value(this), whole.given};
  Outcome outcome = call_inside(world_, context_of_culprit(whole), exception_handler_, arguments);
  if (!outcome.is_raise()) return Value();
  if (language.is_exit(outcome.value)) return outcome.value;
  ErrorContext second;
  second.other = whole.given;
  second.other_key = "context";
  second.message = "Unhandled error in exception handler";
  second.exception = outcome.value;
  language.report(second);
  return Value();
}

// ---- closing --------------------------------------------------------------------------------------------------------

Value EventLoop::close() {
  if (is_running_) return world_.language.make_error(ErrorKind::Runtime, "Cannot close a running event loop");
  if (is_closed_) return Value();
  if (debug()) world_.language.report_detail("Close " + world_.language.repr(Value(this)));
  is_closed_ = true;
  ready_.clear();
  timers_.clear();
  executor_was_shut_ = true;
  if (default_executor_) {
    const Ref<ThreadPool> pool = static_cast<Ref<ThreadPool>&&>(default_executor_);
    pool->shutdown(false, false);
  }
  return Value();
}

}  // namespace sluice
