#include "loop/future.h"

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/event_loop.h"
#include "loop/task.h"
#include "loop/world.h"

namespace sluice {

namespace {

/// A listener with the context that its call runs in.
class ListenerInContext : public FutureListener {
 public:
  ListenerInContext(World& world, FutureListener& listener, Ref<Context> context)
      : world_(world), context_(static_cast<Ref<Context>&&>(context)), listener_(&listener) {}
  Value future_done(Future& future) override {
    if (Value failure = world_.enter(*context_)) return failure;
    Value failure = listener_->future_done(future);
    world_.leave(*context_);
    return failure;
  }
  [[nodiscard]] ObjectId trace_object() const override { return listener_->trace_object(); }
  [[nodiscard]] std::string callback_name() const override { return listener_->callback_name(); }
  [[nodiscard]] bool calls(const FutureListener& listener) const override { return listener_ == &listener; }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(context_, listener_); }

 private:
  World& world_;
  Ref<Context> context_;  ///< goes after the listener
  Ref<FutureListener> listener_;
};

}  // namespace

Future::Future(ObjectKind kind, EventLoop& loop) : Object(kind), loop_(&loop) {}

Future::Future(EventLoop& loop, WaitKind kind, ObjectId object) : Future(ObjectKind::Future, loop) {
  describe_wait(kind, object);
}

void Future::begin(EventLoop& loop) {
  loop_ = &loop;
  id_ = loop.world().trace.create_object(TraceObject::Future, "");
  is_empty_ = false;
}

Future::~Future() {
  // Source: FutureObj_clear. The first callback goes before its context; the others lie in tuples, whose last item goes
  // first, in a list that ends from behind.
  if (first_kind_ == DoneCallback::Kind::Callable && first_target_.object()->reference_count() == 1) {
    first_target_.as<CallableInContext>()->callable = Value();
  }
  first_target_ = Value();
  while (more_ && !more_->empty()) more_->pop_back();
}

void Future::finalize() {
  if (logs_traceback_) {
    ErrorContext context;
    context.message = world().language.type_name(Value(this)) + " exception was never retrieved";
    context.exception = value_;
    context.future = Value(this);
    logs_traceback_ = false;
    loop_->call_exception_handler(context);
  }
  // What reported it may have kept it.
  if (drops_attributes_first_ && reference_count() == 1) extra()->reset();
}

// ---- outcome --------------------------------------------------------------------------------------------------------

Value Future::make_cancelled_error(bool keeps_traceback) {
  Language& language = world().language;
  // gather asks its last child, cancelled or not; what a finished future holds is its result.
  Value original;
  if (cancelled() && !value_.is(ObjectKind::Traceback)) original.swap(value_);
  if (original && awaiter_gets_original_cancellation(world().python())) return original;
  Value error = language.make_cancelled(cancel_message());
  if (!original) return error;
  // Source: CPython's FutureObj keeps the traceback of the cancellation apart from it, as long as it lives; only
  // result() puts both together.
  if (!keeps_traceback) value_ = language.forget_unhandled_traceback(original);
  language.set_context(error, original);
  return error;
}

/// The cancellation, raised here. Before 3.11 its context is the one that ended the task, whatever is being handled,
/// and however often it was asked for.
Outcome Future::raise_cancelled() {
  const Value original = value_;
  const Value error = make_cancelled_error(true);
  if (!awaiter_gets_original_cancellation(world().python())) value_ = original;
  Language& language = world().language;
  if (language.context_of(error).is_none() || awaiter_gets_original_cancellation(world().python())) {
    language.set_handled_context(error);
  }
  return Outcome::raise(error);
}

/// The exception that was set, with the traceback that it had; from the second time on without one. Source: CPython's
/// future_get_result, in C.
Value Future::exception_as_set() {
  logs_traceback_ = false;
  world().language.set_traceback(value_, extra_);
  extra_ = Value::none();
  return value_;
}

Outcome Future::result() {
  if (state_ == State::Cancelled) return raise_cancelled();
  if (state_ == State::Pending) return world().raise(ErrorKind::InvalidState, "Result is not set.");
  logs_traceback_ = false;
  if (!is_exception_) return Outcome::result(value_);
  world().language.set_handled_context(exception_as_set());
  return Outcome::raise(value_);
}

Value Future::exception_for_waiter() {
  if (failed() && hands_exception_over()) return exception_as_set();
  return result().value;
}

Outcome Future::exception() {
  if (state_ == State::Cancelled) return raise_cancelled();
  if (state_ == State::Pending) return world().raise(ErrorKind::InvalidState, "Exception is not set.");
  logs_traceback_ = false;
  return Outcome::result(is_exception_ ? value_ : Value::none());
}

Value Future::take_exception() {
  logs_traceback_ = false;
  return value_;
}

Value Future::set_result(Value result) {
  if (is(ObjectKind::Task)) {
    return world().language.make_error(ErrorKind::Runtime, "Task does not support set_result operation");
  }
  if (done()) return world().language.make_error(ErrorKind::InvalidState, "invalid state");
  finish_result(static_cast<Value&&>(result));
  return Value();
}

Value Future::set_exception(Value exception) {
  Language& language = world().language;
  if (is(ObjectKind::Task)) {
    return language.make_error(ErrorKind::Runtime, "Task does not support set_exception operation");
  }
  if (done()) return language.make_error(ErrorKind::InvalidState, "invalid state");
  Outcome instance = language.to_exception(exception);
  if (instance.is_raise()) return instance.value;
  if (language.is_error(instance.value, ErrorKind::StopIteration)) {
    const char* message = "StopIteration interacts badly with generators and cannot be raised into a Future";
    if (!future_wraps_stop_iteration(world().python())) return language.make_error(ErrorKind::Type, message);
    Value wrapped = language.make_error(ErrorKind::Runtime, message);
    language.set_cause(wrapped, instance.value);
    language.set_context(wrapped, instance.value);
    instance.value = wrapped;
  }
  finish_exception(instance.value);
  return Value();
}

bool Future::cancel(const Value& message) {
  logs_traceback_ = false;
  return finish_cancel(message);
}

void Future::finish_result(Value result) {
  value_ = static_cast<Value&&>(result);
  state_ = State::Finished;
  record_done();
  schedule_callbacks();
}

void Future::finish_exception(Value exception) {
  extra_ = world().language.traceback_of(exception);
  value_ = static_cast<Value&&>(exception);
  is_exception_ = true;
  state_ = State::Finished;
  record_done();
  schedule_callbacks();
  logs_traceback_ = true;
  ask_to_finalize(true);
}

bool Future::finish_cancel(const Value& message) {
  if (done()) return false;
  state_ = State::Cancelled;
  extra_ = message;
  record_done();
  schedule_callbacks();
  return true;
}

void Future::record_done() {
  if (id_ == 0) return;
  World& here = world();
  TaskEnd end = TaskEnd::Cancelled;
  if (state_ == State::Finished) end = is_exception_ ? TaskEnd::Exception : TaskEnd::Result;
  const TextId text = end == TaskEnd::Cancelled ? 0 : here.short_text(value_);
  const TraceKind kind = is(ObjectKind::Task) ? TraceKind::TaskDone : TraceKind::FutureDone;
  here.trace.record(kind, static_cast<std::uint8_t>(end), id_, text);
}

// ---- callbacks ------------------------------------------------------------------------------------------------------

/// Puts a callback into the ready queue; takes it out of `target`.
void Future::schedule(DoneCallback::Kind kind, Value& target) {
  if (loop_->refuses_calls()) [[unlikely]] {
    world().set_failed_call(loop_->check_call());
    target = Value();
    return;
  }
  switch (kind) {
    case DoneCallback::Kind::None:
      return;
    case DoneCallback::Kind::Wakeup: {
      const ObjectId task = target.as<Task>()->id();
      loop_->push_ready(ReadyEntry::Kind::Wakeup, static_cast<Value&&>(target), Value(this));
      if (!world().is_in_handle()) world().note(TraceKind::TaskReady, task, world().current_line());
      return;
    }
    case DoneCallback::Kind::Listener:
      loop_->push_ready(ReadyEntry::Kind::Listener, static_cast<Value&&>(target), Value(this));
      return;
    case DoneCallback::Kind::Callable:
      loop_->push_ready(ReadyEntry::Kind::Callable, static_cast<Value&&>(target), Value(this));
      return;
  }
}

void Future::schedule_callbacks() {
  if (first_kind_ == DoneCallback::Kind::None) return;
  const DoneCallback::Kind kind = first_kind_;
  first_kind_ = DoneCallback::Kind::None;
  if (!more_) {
    schedule(kind, first_target_);
    return;
  }
  const std::unique_ptr<std::vector<DoneCallback>> more =
      static_cast<std::unique_ptr<std::vector<DoneCallback>>&&>(more_);
  schedule(kind, first_target_);
  // Where call_soon() refuses the first, asyncio forgets them all.
  for (DoneCallback& callback : *more) schedule(callback.kind, callback.target);
}

void Future::add_wakeup(Task& task) {
  if (first_kind_ == DoneCallback::Kind::None && !done()) {
    first_kind_ = DoneCallback::Kind::Wakeup;
    first_target_ = Value(&task);
    return;
  }
  add(DoneCallback{DoneCallback::Kind::Wakeup, Value(&task)});
}

void Future::add(DoneCallback callback) {
  if (done()) {
    schedule(callback.kind, callback.target);
    return;
  }
  if (first_kind_ == DoneCallback::Kind::None) {
    first_kind_ = callback.kind;
    first_target_ = static_cast<Value&&>(callback.target);
    return;
  }
  if (!more_) more_ = std::make_unique<std::vector<DoneCallback>>();
  more_->push_back(static_cast<DoneCallback&&>(callback));
}

void Future::add_done_callback(Value callable, Ref<Context> context) {
  if (!context) context = world().copy_context();
  add(DoneCallback{DoneCallback::Kind::Callable, Value(make<CallableInContext>(static_cast<Value&&>(callable),
                                                                               static_cast<Ref<Context>&&>(context)))});
}

void Future::add_listener(FutureListener& listener) {
  const Context& current = world().context();
  // A copy of what is empty keeps nothing alive.
  const Value target =
      current.size() == 0 ? Value(&listener) : Value(make<ListenerInContext>(world(), listener, current.copy()));
  add(DoneCallback{DoneCallback::Kind::Listener, target});
}

std::vector<DoneCallback> Future::take_callbacks() {
  std::vector<DoneCallback> all;
  if (first_kind_ == DoneCallback::Kind::None) return all;
  all.push_back(DoneCallback{first_kind_, static_cast<Value&&>(first_target_)});
  first_kind_ = DoneCallback::Kind::None;
  if (more_) {
    for (DoneCallback& callback : *more_) all.push_back(static_cast<DoneCallback&&>(callback));
    more_.reset();
  }
  return all;
}

std::size_t Future::remove_done_callback(const Value& callable) {
  std::size_t removed = 0;
  Language& language = world().language;
  for (DoneCallback& callback : take_callbacks()) {
    const bool is_callable = callback.kind == DoneCallback::Kind::Callable;
    const Value held = is_callable ? callback.target.as<CallableInContext>()->callable : Value();
    if (is_callable && (held.is_same(callable) || language.equal(held, callable))) {
      ++removed;
    } else {
      add(static_cast<DoneCallback&&>(callback));
    }
  }
  return removed;
}

std::size_t Future::remove_listener(const FutureListener& listener) {
  const auto is_it = [&listener](DoneCallback::Kind kind, const Value& target) {
    return kind == DoneCallback::Kind::Listener && target.as<FutureListener>()->calls(listener);
  };
  // The usual case needs no list.
  if (!more_) {
    if (!is_it(first_kind_, first_target_)) return 0;
    first_kind_ = DoneCallback::Kind::None;
    first_target_ = Value();
    return 1;
  }
  std::size_t removed = 0;
  for (DoneCallback& callback : take_callbacks()) {
    if (is_it(callback.kind, callback.target)) {
      ++removed;
    } else {
      add(static_cast<DoneCallback&&>(callback));
    }
  }
  return removed;
}

Task* Future::waiting_task() const {
  if (first_kind_ == DoneCallback::Kind::Wakeup) return first_target_.as<Task>();
  if (!more_) return nullptr;
  for (const DoneCallback& callback : *more_) {
    if (callback.kind == DoneCallback::Kind::Wakeup) return callback.target.as<Task>();
  }
  return nullptr;
}

// ---- await ----------------------------------------------------------------------------------------------------------

Outcome Future::await() {
  if (done()) return result();
  // Nobody took it up when it was given out before: a coroutine that is sent to by hand.
  if (is_blocking_) return world().raise(ErrorKind::Runtime, "await wasn't used with future");
  is_blocking_ = true;
  return Outcome::yield(Value(this));
}

// ---- repr -----------------------------------------------------------------------------------------------------------

std::string Future::state_info() const {
  switch (state_) {
    case State::Pending:
      return "pending";
    case State::Cancelled:
      return "cancelled";
    case State::Finished:
      break;
  }
  return "finished";
}

std::string Future::outcome_info() const {
  if (state_ != State::Finished) return "";
  if (is_exception_) return " exception=" + world().language.repr(value_);
  return " result=" + world().language.limited_repr(value_);
}

std::string Future::callbacks_info() const {
  if (first_kind_ == DoneCallback::Kind::None) return "";
  const auto name = [this](DoneCallback::Kind kind, const Value& target) -> std::string {
    switch (kind) {
      case DoneCallback::Kind::None:
        return "";
      case DoneCallback::Kind::Wakeup:
        return "Task.task_wakeup()";
      case DoneCallback::Kind::Listener:
        return target.as<FutureListener>()->callback_name();
      case DoneCallback::Kind::Callable:
        break;
    }
    return world().language.describe_callback(target.as<CallableInContext>()->callable, {}, false);
  };
  std::string info = " cb=[" + name(first_kind_, first_target_);
  if (more_ && !more_->empty()) {
    const DoneCallback& last = more_->back();
    info += ", ";
    if (more_->size() > 1) info += "<" + std::to_string(more_->size() - 1) + " more>, ";
    info += name(last.kind, last.target);
  }
  return info + "]";
}

std::string Future::origin_info() const {
  const std::string* place = loop_->origin_of(*this);
  return place != nullptr ? " created at " + *place : std::string();
}

std::string Future::repr_info() const { return state_info() + outcome_info() + callbacks_info() + origin_info(); }

}  // namespace sluice
