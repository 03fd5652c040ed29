// What `await`, `async for`, `with` and `async with` find on their objects, and how a wait is passed on.
#include <string>

#include "base/runtime_changes.h"
#include "loop/future.h"
#include "loop/native_coroutine.h"
#include "vm/builtin_operations.h"
#include "vm/exception.h"
#include "vm/interpreter_operations.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Coroutines, and generators of functions that types.coroutine() made awaitable.
bool is_coroutine(const Value& value) {
  if (value.is(ObjectKind::Generator)) return value.as<Generator>()->function->is_iterable_coroutine;
  return value.is(ObjectKind::Coroutine) || value.is(ObjectKind::NativeCoroutine);
}

/// The coroutine in C++ that `value` is, or stands for; null if it is none.
Coroutine* driven_coroutine(const Value& value) {
  if (value.is(ObjectKind::NativeCoroutine) || value.is(ObjectKind::AsyncGeneratorStep)) return value.as<Coroutine>();
  return value.is(ObjectKind::NativeIterator) ? value.as<NativeIterator>()->coroutine() : nullptr;
}

/// The awaitable behind `value`; missing if it has none.
Value find_awaitable(VM& vm, const Value& value) {
  if (value.is(ObjectKind::Coroutine)) {
    const Generator& coroutine = *value.as<Generator>();
    if (coroutine.state() == Generator::State::Suspended && coroutine.frame.waits_at_send()) {
      return vm.raise(vm.types.runtime_error, "coroutine is being awaited already");
    }
    return value;
  }
  if (is_coroutine(value) || driven_coroutine(value) != nullptr || is_future(value)) return value;
  const Value method = vm.type_of(value)->special(vm, SpecialMethod::Await);
  if (method && !method.is(ObjectKind::NativeFunction)) {
    const Value iterator = vm.call_found(method, value);
    if (!iterator) return iterator;
    if (is_coroutine(iterator)) return vm.raise_type_error("__await__() returned a coroutine");
    if (iterator.is(ObjectKind::AsyncGeneratorStep) || vm.is_iterator(iterator)) return iterator;
    return vm.raise_type_error(std::string("__await__() returned non-iterator of type '") + vm.type_name(iterator) +
                               "'");
  }
  if (is_future(unwrapped(value))) return unwrapped(value);
  if (method) return vm.call_found(method, value);
  return Value::missing();
}

}  // namespace

Value get_awaitable(VM& vm, const Value& value, std::uint32_t how) {
  const Value found = find_awaitable(vm, value);
  if (!found || !found.is_missing()) return found;
  const std::string type = vm.type_name(value);
  if (how == 0 && await_error_names_object(vm.python()))
    return vm.raise_type_error("'" + type + "' object can't be awaited");
  if (how == 0) return vm.raise_type_error("object " + type + " can't be used in 'await' expression");
  const char* method = how == 1 ? "__aenter__" : "__aexit__";
  return vm.raise_type_error(std::string("'async with' received an object from ") + method +
                             " that does not implement __await__: " + type);
}

Value get_yield_from_iterator(VM& vm, const Frame& frame, const Value& value) {
  if (value.is(ObjectKind::Coroutine) || value.is(ObjectKind::NativeCoroutine)) {
    const bool in_coroutine = frame.owner->is(ObjectKind::Coroutine) || frame.function->is_iterable_coroutine;
    if (in_coroutine) return value;
    return vm.raise_type_error("cannot 'yield from' a coroutine object in a non-coroutine generator");
  }
  if (value.is(ObjectKind::Generator) || is_future(unwrapped(value))) return unwrapped(value);
  return vm.iterate(value);
}

Value get_async_iterator(VM& vm, const Value& value) {
  if (value.is(ObjectKind::AsyncGenerator)) return value;
  const Value method = vm.type_of(value)->special(vm, SpecialMethod::AIter);
  if (!method) {
    return vm.raise_type_error(std::string("'async for' requires an object with __aiter__ method, got ") +
                               vm.type_name(value));
  }
  const Value iterator = vm.call_found(method, value);
  if (!iterator || iterator.is(ObjectKind::AsyncGenerator)) return iterator;
  if (vm.type_of(iterator)->special(vm, SpecialMethod::ANext)) return iterator;
  return vm.raise_type_error(
      std::string("'async for' received an object from __aiter__ that does not implement __anext__: ") +
      vm.type_name(iterator));
}

Value get_async_next(VM& vm, const Value& iterator) {
  if (iterator.is(ObjectKind::AsyncGenerator)) {
    return make_async_step(vm, *iterator.as<Generator>(), AsyncGeneratorStep::Action::Send, Value::none());
  }
  const Value method = vm.type_of(iterator)->special(vm, SpecialMethod::ANext);
  if (!method) {
    return vm.raise_type_error(std::string("'async for' requires an iterator with __anext__ method, got ") +
                               vm.type_name(iterator));
  }
  const Value awaited = vm.call_found(method, iterator);
  if (!awaited) return awaited;
  const Value found = find_awaitable(vm, awaited);
  if (found && !found.is_missing()) return found;
  // Awaiting it says why.
  if (found) static_cast<void>(get_awaitable(vm, awaited, 0));
  const Value cause = vm.take_error();
  vm.raise_type_error(std::string("'async for' received an invalid object from __anext__: ") + vm.type_name(awaited));
  Exception* error = vm.error().as<Exception>();
  error->cause = cause;
  error->context = cause;
  error->suppress_context = true;
  return Value();
}

namespace {

/// The type as an error of `with` names it: since 3.14 with its module, unless that is the program or builtins (%T).
std::string name_in_with_error(VM& vm, const Value& manager) {
  if (!with_looks_for_exit_first(vm.python())) return vm.type_name(manager);
  const std::string text = vm.repr_text(Value(vm.type_of(manager)));
  const std::size_t begin = text.find('\'') + 1;
  const std::string name = text.substr(begin, text.rfind('\'') - begin);
  return name.substr(0, 9) == "__main__." ? name.substr(9) : name;
}

}  // namespace

Value find_manager_methods(VM& vm, const Value& manager, bool is_async, Value& enter, bool& takes_manager) {
  Type* type = vm.type_of(manager);
  const Value enter_method = type->special(vm, is_async ? SpecialMethod::AEnter : SpecialMethod::Enter);
  const Value exit_method = type->special(vm, is_async ? SpecialMethod::AExit : SpecialMethod::Exit);
  if (!enter_method || !exit_method) {
    const char* names[2] = {is_async ? "__aenter__" : "__enter__", is_async ? "__aexit__" : "__exit__"};
    if (!with_errors_are_type_errors(vm.python())) {
      return vm.raise(vm.types.attribute_error, enter_method ? names[1] : names[0]);
    }
    std::string text = std::string("'") + name_in_with_error(vm, manager) + "' object does not support the " +
                       (is_async ? "asynchronous " : "") + "context manager protocol";
    const bool exit_first = with_looks_for_exit_first(vm.python());
    if (exit_first) {
      text += std::string(" (missed ") + names[exit_method ? 0 : 1] + " method)";
    } else if (enter_method) {
      text += std::string(" (missed ") + names[1] + " method)";
    }
    const bool other = type->special(vm, is_async ? SpecialMethod::Enter : SpecialMethod::AEnter) &&
                       type->special(vm, is_async ? SpecialMethod::Exit : SpecialMethod::AExit);
    if (other && with_errors_suggest_the_other(vm.python())) {
      text += std::string(" but it supports the ") + (is_async ? "" : "asynchronous ") +
              "context manager protocol. Did you mean to use '" + (is_async ? "with" : "async with") + "'?";
    }
    return vm.raise_type_error(text);
  }
  const bool plain = enter_method.is(ObjectKind::Function) || enter_method.is(ObjectKind::NativeFunction);
  takes_manager = plain;
  enter = plain ? enter_method : vm.bind(enter_method, manager);
  return enter ? vm.bind(exit_method, manager) : Value();
}

// ---- Passing a wait on ----

namespace {

Outcome taken_error(VM& vm) { return Outcome::raise(vm.take_error()); }

/// What a call of next(), send() or throw() on any iterator came to: StopIteration is its return.
Outcome outcome_of(VM& vm, Value result) {
  if (result) return Outcome::yield(static_cast<Value&&>(result));
  if (!vm.error_is(vm.types.stop_iteration)) return taken_error(vm);
  const Value stop = vm.take_error();
  const Value& detail = stop.as<Exception>()->detail;
  return Outcome::result(detail ? detail : Value::none());
}

}  // namespace

Outcome send_to(VM& vm, const Value& receiver, const Value& value) {
  if (is_future(receiver)) return future_of(receiver).await();
  if (Coroutine* coroutine = driven_coroutine(receiver)) return coroutine->send(value);
  if (!value.is_none()) {
    const Value arguments[1] = {value};
    return outcome_of(vm, vm.call_method(receiver, vm.names.send, arguments));
  }
  if (receiver.is(ObjectKind::NativeIterator)) {
    Value item = receiver.as<NativeIterator>()->next(vm);
    if (item) return Outcome::yield(static_cast<Value&&>(item));
    return vm.has_error() ? outcome_of(vm, Value()) : Outcome::result(Value::none());
  }
  const Value method = vm.type_of(receiver)->special(vm, SpecialMethod::Next);
  if (!method) {
    vm.raise_type_error(std::string("'") + vm.type_name(receiver) + "' object is not an iterator");
    return taken_error(vm);
  }
  return outcome_of(vm, vm.call_found(method, receiver));
}

Outcome throw_to(VM& vm, const Value& receiver) {
  Value exception = vm.take_error();
  if (is_future(receiver)) return Outcome::raise(static_cast<Value&&>(exception));
  if (Coroutine* coroutine = driven_coroutine(receiver)) return coroutine->throw_(static_cast<Value&&>(exception));
  const Value method = vm.find_attribute(receiver, vm.names.throw_);
  if (!method) return taken_error(vm);
  if (method.is_missing()) return Outcome::raise(static_cast<Value&&>(exception));
  const Value arguments[1] = {exception};
  return outcome_of(vm, vm.call(method, arguments));
}

bool close_receiver(VM& vm, const Value& receiver) {
  Value exit = vm.take_error();
  Value failure;
  const bool has_frame = receiver.is(ObjectKind::Generator) || receiver.is(ObjectKind::Coroutine);
  Coroutine* coroutine = has_frame ? receiver.as<Coroutine>() : driven_coroutine(receiver);
  if (coroutine != nullptr) {
    Outcome outcome = coroutine->close();
    if (outcome.is_raise()) failure = static_cast<Value&&>(outcome.value);
  } else if (!is_future(receiver)) {
    const Value method = vm.find_attribute(receiver, vm.names.close);
    const bool called = method && (method.is_missing() || vm.call(method));
    if (!called) failure = vm.take_error();
  }
  const bool closed = !failure;
  vm.restore_error(closed ? static_cast<Value&&>(exit) : static_cast<Value&&>(failure));
  return closed;
}

}  // namespace sluice
