#include "vm/generator.h"

#include <new>
#include <string>

#include "base/heap.h"
#include "base/runtime_changes.h"
#include "loop/event_loop.h"
#include "loop/world.h"
#include "vm/exception.h"
#include "vm/interpreter.h"
#include "vm/interpreter_operations.h"
#include "vm/vm.h"

namespace sluice {

// ---- Life ----

void* Generator::operator new(std::size_t base, std::size_t values) {
  return Object::operator new(base + values * sizeof(Value));
}
void Generator::operator delete(void* memory, std::size_t values) {
  Object::operator delete(memory, sizeof(Generator) + values * sizeof(Value));
}
void Generator::operator delete(Generator* generator, std::destroying_delete_t) {
  const std::size_t size = sizeof(Generator) + generator->value_count_ * sizeof(Value);
  generator->~Generator();
  Object::operator delete(generator, size);
}

Generator::Generator(ObjectKind kind, Function* code_function, std::size_t values)
    : Coroutine(kind), function(code_function), value_count_(static_cast<std::uint32_t>(values)) {
  ask_to_finalize(true);
  auto* slots = reinterpret_cast<Value*>(this + 1);
  CodeObject* code = code_function->code.get();
  for (std::uint32_t i = 0; i < code->slot_count; ++i) new (slots + i) Value();
  frame = Frame{nullptr, code_function, code, code->instructions,   slots + code->slot_count, slots,
                nullptr, this,          0,    FrameKind::Generator, ResumedBy::Native,        false,
                false,   false};
}

Ref<Generator> Generator::create(VM&, ObjectKind kind, Function* function) {
  // The run loop may put a few values more on the stack than the compiler counted (`self` of a bound method …).
  constexpr std::size_t kSpareValues = 6;
  const std::size_t values = function->code->frame_values + kSpareValues;
  return Ref<Generator>(new (values) Generator(kind, function, values));
}

Generator::~Generator() {
  if (Heap::current().is_ending()) return;
  if (rare_ && rare_->loop) static_cast<EventLoop*>(rare_->loop.get())->asyncgen_gone(this);
  end();
}

void Generator::end() {
  if (frame.fast == nullptr) return;
  set_state(State::Ended);
  ask_to_finalize(false);
  VM& vm = *VM::current();
  vm.interpreter().kept_frames.end(frame);
  Value* slots = frame.fast;
  Value* top = frame.sp;
  Value* stack = slots + frame.code->slot_count;
  frame.fast = nullptr;
  frame.sp = nullptr;
  while (top != stack) (--top)->~Value();
  end_variables(vm, *frame.code, slots, FrameKind::Generator);
  exception_state.handled = Value();
  exception_state.got_with = Value();
}

const char* Generator::noun() const {
  switch (kind()) {
    case ObjectKind::Coroutine:
      return "coroutine";
    case ObjectKind::AsyncGenerator:
      return "async generator";
    default:
      return "generator";
  }
}

Value Generator::awaited() const {
  if (state() != State::Suspended || !frame.waits_at_send()) return Value();
  return frame.sp[-1];
}

std::uint32_t Generator::waiting_line() const {
  if (state() == State::Ended || is(ObjectKind::AsyncGenerator)) return 0;
  if (state() == State::Suspended && frame.waits_at_send()) {
    const Value& inner = frame.sp[-1];
    const bool is_coroutine = inner.is(ObjectKind::NativeCoroutine) || inner.is(ObjectKind::Coroutine) ||
                              inner.is(ObjectKind::Generator) || inner.is(ObjectKind::AsyncGeneratorStep);
    const std::uint32_t line = is_coroutine ? inner.as<Coroutine>()->waiting_line() : 0;
    if (line != 0) return line;
  }
  return frame.is_program() ? frame.line() : 0;
}

Value Generator::qualified_name() const {
  return Value(rare_ && rare_->long_name ? rare_->long_name : function->qualified_name);
}

/// Runs when the last reference goes: what waits is closed, and a coroutine that never ran is complained about.
void Generator::finalize() {
  VM* vm = VM::current();
  if (vm == nullptr || vm->ending() != nullptr || state() == State::Ended || state() == State::Running) return;
  Value pending = vm->has_error() ? vm->take_error() : Value();
  // One that was first asked where no loop ran has no hooks: it is closed as other generators are.
  if (is(ObjectKind::AsyncGenerator) && rare_ && rare_->loop && !is_closed) {
    static_cast<EventLoop*>(rare_->loop.get())->asyncgen_finalize(this);
  } else if (is(ObjectKind::Coroutine) && state() == State::Created) {
    vm->warn_unawaited(Value(this), qualified_name());
  } else if (state() == State::Suspended) {
    const Outcome outcome = close();
    if (outcome.is_raise()) {
      vm->restore_error(outcome.value);
      vm->report_unraisable(Value(this));
    }
  }
  if (pending) vm->restore_error(static_cast<Value&&>(pending));
}

// ---- The protocol, for the loop and for native code ----

Outcome Generator::send(Value value) {
  return VM::current()->interpreter().resume(*this, static_cast<Value&&>(value), false);
}

Outcome Generator::throw_(Value exception) {
  VM* vm = VM::current();
  vm->restore_error(static_cast<Value&&>(exception));
  return vm->interpreter().resume(*this, Value(), true);
}

Outcome Generator::close() {
  VM* vm = VM::current();
  switch (state()) {
    case State::Ended:
      return Outcome::result(Value::none());
    case State::Created:
      // Nothing has run, so nothing can be cleaned up.
      end();
      return Outcome::result(Value::none());
    case State::Running:
      vm->raise_value_error(std::string(noun()) + " already executing");
      return Outcome::raise(vm->take_error());
    case State::Suspended:
      break;
  }
  Ref<Exception> exit = make<Exception>(vm->types.generator_exit, Tuple::create(0));
  vm->raise(Value(exit));
  Outcome outcome = vm->interpreter().resume(*this, Value(), true);
  if (outcome.is_yield()) {
    vm->raise(vm->types.runtime_error, std::string(noun()) + " ignored GeneratorExit");
    return Outcome::raise(vm->take_error());
  }
  if (outcome.is_return()) {
    return generator_close_returns_value(vm->python()) ? static_cast<Outcome&&>(outcome)
                                                       : Outcome::result(Value::none());
  }
  if (vm->ending() != nullptr) return outcome;
  const bool quiet = vm->is_instance(outcome.value, vm->types.generator_exit) ||
                     vm->is_instance(outcome.value, vm->types.stop_iteration);
  return quiet ? Outcome::result(Value::none()) : static_cast<Outcome&&>(outcome);
}

// ---- Asynchronous generators ----

Value make_async_step(VM& vm, Generator& generator, AsyncGeneratorStep::Action action, Value value) {
  if (!generator.hooks_called) {
    generator.hooks_called = true;
    if (EventLoop* loop = vm.world != nullptr ? vm.world->running_loop() : nullptr) {
      generator.make_rare().loop = Ref<Object>(loop);
      loop->asyncgen_first_iteration(&generator);
    }
  }
  return Value(new AsyncGeneratorStep(Ref<Generator>(&generator), action, static_cast<Value&&>(value)));
}

namespace {

const char* step_name(AsyncGeneratorStep::Action action) {
  switch (action) {
    case AsyncGeneratorStep::Action::Send:
      return "asend()";
    case AsyncGeneratorStep::Action::Throw:
      return "athrow()";
    case AsyncGeneratorStep::Action::Close:
      return "aclose()";
  }
  return "";
}

Outcome error_of(VM& vm) { return Outcome::raise(vm.take_error()); }

Outcome stop_async_iteration(VM& vm) {
  vm.raise(Value(make<Exception>(vm.types.stop_async_iteration, Tuple::create(0))));
  return Outcome::raise(vm.take_error());
}

}  // namespace

Value AsyncGeneratorStep::qualified_name() const { return generator->qualified_name(); }

/// What the generator's frame came to, as the outcome of this step. Source: CPython's async_gen_unwrap_value.
Outcome AsyncGeneratorStep::interpret(Outcome outcome) {
  VM& vm = *VM::current();
  if (outcome.is_yield()) {
    const bool yielded = outcome.value.is(ObjectKind::NativeData) && outcome.value.as<NativeData>()->type == nullptr;
    if (!yielded) return outcome;  // the frame awaits something: so does whoever awaits this step
    generator->is_running_async = false;
    state = State::Closed;
    if (action == Action::Close) {
      vm.raise(vm.types.runtime_error, "async generator ignored GeneratorExit");
      return error_of(vm);
    }
    return Outcome::result(static_cast<AsyncYield*>(outcome.value.object())->value);
  }
  generator->is_running_async = false;
  state = State::Closed;
  if (outcome.is_return()) {
    generator->is_closed = true;
    return action == Action::Close ? Outcome::result(Value::none()) : stop_async_iteration(vm);
  }
  if (vm.ending() != nullptr) return outcome;
  const bool stops = vm.is_instance(outcome.value, vm.types.stop_async_iteration);
  const bool exits = vm.is_instance(outcome.value, vm.types.generator_exit);
  if (stops || exits) generator->is_closed = true;
  if (action == Action::Close && (stops || exits)) return Outcome::result(Value::none());
  return outcome;
}

Outcome AsyncGeneratorStep::begin(Value sent) {
  VM& vm = *VM::current();
  const bool ended = generator->state() == Generator::State::Ended;
  if (generator->is_running_async && (action == Action::Send || !ended)) {
    state = State::Closed;
    const char* name = action == Action::Send ? "anext()" : step_name(action);
    vm.raise(vm.types.runtime_error, std::string(name) + ": asynchronous generator is already running");
    return error_of(vm);
  }
  if (action == Action::Send) {
    state = State::Iterating;
    if (ended) {
      state = State::Closed;
      return stop_async_iteration(vm);
    }
    generator->is_running_async = true;
    return interpret(generator->send(value.is_none() ? static_cast<Value&&>(sent) : value));
  }
  if (ended || generator->is_closed) {
    state = State::Closed;
    // Nothing to do for a generator that has run to its end; one that would not be closed is left alone from then on.
    // Source: CPython's async_gen_athrow_send.
    return ended ? Outcome::result(Value::none()) : stop_async_iteration(vm);
  }
  if (!sent.is_none()) {
    vm.raise(vm.types.runtime_error, "can't send non-None value to a just-started coroutine");
    return error_of(vm);
  }
  state = State::Iterating;
  generator->is_running_async = true;
  if (action == Action::Throw) return interpret(generator->throw_(value));
  generator->is_closed = true;
  if (generator->state() == Generator::State::Created) {
    generator->end();
    return interpret(Outcome::result(Value::none()));
  }
  return interpret(generator->throw_(Value(make<Exception>(vm.types.generator_exit, Tuple::create(0)))));
}

Outcome AsyncGeneratorStep::send(Value sent) {
  VM& vm = *VM::current();
  if (state == State::Closed) {
    const char* name = action == Action::Send ? "__anext__()/asend()" : "aclose()/athrow()";
    vm.raise(vm.types.runtime_error, std::string("cannot reuse already awaited ") + name);
    return error_of(vm);
  }
  const Ref<AsyncGeneratorStep> keep(this);
  if (state == State::Fresh) return begin(static_cast<Value&&>(sent));
  return interpret(generator->send(static_cast<Value&&>(sent)));
}

Outcome AsyncGeneratorStep::throw_(Value exception) {
  VM& vm = *VM::current();
  if (state == State::Closed) {
    const char* name = action == Action::Send ? "__anext__()/asend()" : "aclose()/athrow()";
    vm.raise(vm.types.runtime_error, std::string("cannot reuse already awaited ") + name);
    return error_of(vm);
  }
  const Ref<AsyncGeneratorStep> keep(this);
  const bool throw_begins = throw_begins_async_steps(vm.python());
  if (throw_begins && state == State::Fresh && generator->is_running_async) {
    state = State::Closed;
    vm.raise(vm.types.runtime_error, std::string(action == Action::Send ? "anext()" : step_name(action)) +
                                         ": asynchronous generator is already running");
    return error_of(vm);
  }
  const State before = state;
  if (state != State::Fresh || throw_begins) {
    state = State::Iterating;
    generator->is_running_async = true;
  }
  const bool was_running = generator->is_running_async;
  Outcome outcome = interpret(generator->throw_(static_cast<Value&&>(exception)));
  if (thrown_close_stays_running(vm.python()) && action == Action::Close &&
      generator->state() == Generator::State::Ended) {
    generator->is_running_async = was_running;
  }
  if (!throw_begins && action != Action::Send) state = before;  // it can be thrown at again (gh-117894)
  return outcome;
}

Outcome AsyncGeneratorStep::close() {
  VM& vm = *VM::current();
  // Before, the generator is left as it is, wherever it stands (gh-117714).
  if (state == State::Closed || !throw_begins_async_steps(vm.python())) {
    state = State::Closed;
    return Outcome::result(Value::none());
  }
  Outcome outcome = throw_(Value(make<Exception>(vm.types.generator_exit, Tuple::create(0))));
  if (outcome.is_yield()) {
    vm.raise(vm.types.runtime_error, "coroutine ignored GeneratorExit");
    return error_of(vm);
  }
  if (outcome.is_return()) return Outcome::result(Value::none());
  const bool quiet = vm.ending() == nullptr && (vm.is_instance(outcome.value, vm.types.generator_exit) ||
                                                vm.is_instance(outcome.value, vm.types.stop_iteration) ||
                                                vm.is_instance(outcome.value, vm.types.stop_async_iteration));
  return quiet ? Outcome::result(Value::none()) : static_cast<Outcome&&>(outcome);
}

}  // namespace sluice
