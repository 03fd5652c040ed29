#include "loop/native_coroutine.h"

#include "base/loop_changes.h"
#include "loop/future.h"
#include "loop/world.h"

namespace sluice {

Coroutine* coroutine_of(const Value& value) {
  if (!value.is_object()) return nullptr;
  switch (value.object()->kind()) {
    case ObjectKind::NativeCoroutine:
    case ObjectKind::Coroutine:
    case ObjectKind::Generator:
    case ObjectKind::AsyncGeneratorStep:
      return value.as<Coroutine>();
    default:
      return nullptr;
  }
}

/// What is driven while it is awaited; null for a future. An iterator that is no coroutine has been wrapped by the
/// language (awaiter_of), and nothing else that is private to the loop is ever awaited.
static Coroutine* driven(const Value& awaited) {
  return awaited.is(ObjectKind::LoopPrivate) ? awaited.as<Coroutine>() : coroutine_of(awaited);
}

NativeCoroutine::NativeCoroutine(World& world, const char* name)
    : Coroutine(ObjectKind::NativeCoroutine), world_(world), name_(name) {
  ask_to_finalize(true);
}

Value NativeCoroutine::qualified_name() const { return world_.language.make_text(name_); }

void NativeCoroutine::finalize() {
  if (state() == State::Created) world_.language.never_awaited(*this);
  if (state() != State::Suspended) return;
  // As a frame that dies while it waits: its `finally` runs (a sleep takes its timer back).
  Value exit = world_.language.make_error(ErrorKind::GeneratorExit, "");
  if (!world_.language.ends_run(exit)) throw_(static_cast<Value&&>(exit));
}

std::uint32_t NativeCoroutine::waiting_line() const {
  if (is_future(awaited_)) return 0;
  const Coroutine* inner = driven(awaited_);
  return inner == nullptr ? 0 : inner->waiting_line();
}

Outcome NativeCoroutine::find_awaiter(const Value& awaitable) { return world_.language.awaiter_of(awaitable); }

/// Starts to await: true if it has to wait, with what is yielded in `outcome`; else `outcome` is how the awaitable
/// ended. Takes the awaitable out of `outcome`.
bool NativeCoroutine::begin_await(Outcome& outcome) {
  if (outcome.value.is_none()) return true;
  if (is_future(outcome.value)) return begin_await_future(outcome);
  Value awaitable = static_cast<Value&&>(outcome.value);
  if (awaitable.is(ObjectKind::NativeCoroutine)) {
    if (awaitable.as<NativeCoroutine>()->state() == State::Suspended) {
      outcome = world_.raise(ErrorKind::Runtime, "coroutine is being awaited already");
      return false;
    }
  } else {
    outcome = find_awaiter(awaitable);
    if (outcome.is_raise()) return false;
    if (is_future(outcome.value)) return begin_await_future(outcome);
    awaitable = static_cast<Value&&>(outcome.value);
  }
  awaited_ = awaitable;
  outcome = driven(awaitable)->send(Value::none());
  return outcome.is_yield();
}

/// The same for a future. The one that is yielded is the one that is awaited.
bool NativeCoroutine::begin_await_future(Outcome& outcome) {
  awaited_ = outcome.value;
  outcome = future_of(awaited_).await();
  return outcome.is_yield();
}

Outcome NativeCoroutine::run(Outcome resume) {
  // Whoever awaits may drop its reference to this coroutine while it runs (a task that is destroyed).
  const Ref<NativeCoroutine> alive(this);
  set_state(State::Running);
  awaited_ = Value();
  if (resume.is_raise()) [[unlikely]]
    world_.language.keep_with_traceback(resume.value, *this);
  Outcome outcome = advance(static_cast<Outcome&&>(resume));
  while (outcome.is_yield()) {
    if (begin_await(outcome)) {
      set_state(State::Suspended);
      return outcome;
    }
    awaited_ = Value();
    if (outcome.is_raise()) [[unlikely]]
      world_.language.keep_with_traceback(outcome.value, *this);
    outcome = advance(static_cast<Outcome&&>(outcome));
  }
  set_state(State::Closed);
  ask_to_finalize(false);
  if (outcome.is_raise()) [[unlikely]] {
    world_.language.keep_with_traceback(outcome.value, *this);
  } else {
    let_go();
  }
  return outcome;
}

Outcome NativeCoroutine::send(Value value) {
  switch (state()) {
    case State::Running:
      return world_.raise(ErrorKind::Value, "coroutine already executing");
    case State::Closed:
      return world_.raise(ErrorKind::Runtime, "cannot reuse already awaited coroutine");
    case State::Created:
      return run(Outcome::result(Value::none()));
    case State::Suspended:
      break;
  }
  if (is_future(awaited_)) {
    Outcome outcome = future_of(awaited_).await();
    return outcome.is_yield() ? outcome : run(static_cast<Outcome&&>(outcome));
  }
  if (!awaited_) return run(Outcome::result(static_cast<Value&&>(value)));
  const Value held = awaited_;
  set_state(State::Running);
  Outcome outcome = held.as<Coroutine>()->send(static_cast<Value&&>(value));
  if (outcome.is_yield()) {
    set_state(State::Suspended);
    return outcome;
  }
  return run(static_cast<Outcome&&>(outcome));
}

Outcome NativeCoroutine::throw_(Value exception) {
  switch (state()) {
    case State::Running:
      return world_.raise(ErrorKind::Value, "coroutine already executing");
    case State::Closed:
      return world_.raise(ErrorKind::Runtime, "cannot reuse already awaited coroutine");
    case State::Created:
      set_state(State::Closed);
      return Outcome::raise(static_cast<Value&&>(exception));
    case State::Suspended:
      break;
  }
  Coroutine* inner = driven(awaited_);
  if (inner == nullptr) return run(Outcome::raise(static_cast<Value&&>(exception)));
  const Ref<Coroutine> held(inner);
  set_state(State::Running);
  if (world_.language.is_error(exception, ErrorKind::GeneratorExit)) {
    Outcome closed = held->close();
    return run(closed.is_raise() ? closed : Outcome::raise(static_cast<Value&&>(exception)));
  }
  Outcome outcome = held->throw_(static_cast<Value&&>(exception));
  if (outcome.is_yield()) {
    set_state(State::Suspended);
    return outcome;
  }
  return run(static_cast<Outcome&&>(outcome));
}

Outcome NativeCoroutine::close() {
  if (state() == State::Created) set_state(State::Closed);
  if (state() == State::Closed) return Outcome::result(Value::none());
  Outcome outcome = throw_(world_.language.make_error(ErrorKind::GeneratorExit, ""));
  if (outcome.is_yield()) return world_.raise(ErrorKind::Runtime, "coroutine ignored GeneratorExit");
  if (outcome.is_return() || world_.language.is_error(outcome.value, ErrorKind::GeneratorExit)) {
    return Outcome::result(Value::none());
  }
  return outcome;
}

namespace {

constexpr const char* wrapper_name(PythonVersion version) {
  return wrapper_is_inside_ensure_future(version) ? "ensure_future.<locals>._wrap_awaitable" : "_wrap_awaitable";
}

class WrappedAwaitable : public NativeCoroutine {
 public:
  WrappedAwaitable(World& world, Value awaitable)
      : NativeCoroutine(world, wrapper_name(world.python())), awaitable_(static_cast<Value&&>(awaitable)) {}

 protected:
  Outcome advance(Outcome resume) override {
    if (!awaitable_) return resume;
    return Outcome::yield(static_cast<Value&&>(awaitable_));
  }
  Outcome find_awaiter(const Value& awaitable) override {
    if (!wrapped_awaitables_are_iterated(world().python())) return NativeCoroutine::find_awaiter(awaitable);
    return world().language.iterated_awaiter_of(awaitable);
  }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(awaitable_); }

 private:
  Value awaitable_;  ///< no value once it has been awaited
};

class ReadyCoroutine : public NativeCoroutine {
 public:
  ReadyCoroutine(World& world, const char* name, Outcome outcome)
      : NativeCoroutine(world, name), outcome_(static_cast<Outcome&&>(outcome)) {}

 protected:
  Outcome advance(Outcome) override { return static_cast<Outcome&&>(outcome_); }
  bool visit_variables(ReferenceVisitor& visit) const override { return visit(outcome_.value); }

 private:
  Outcome outcome_;
};

}  // namespace

Ref<NativeCoroutine> wrap_awaitable(World& world, Value awaitable) {
  return make<WrappedAwaitable>(world, static_cast<Value&&>(awaitable));
}

Ref<NativeCoroutine> ready_coroutine(World& world, const char* name, Outcome outcome) {
  return make<ReadyCoroutine>(world, name, static_cast<Outcome&&>(outcome));
}

}  // namespace sluice
