// Methods and attributes of generators, coroutines, asynchronous generators and their steps.
#include <string>

#include "base/runtime_changes.h"
#include "loop/native_coroutine.h"
#include "vm/builtins.h"
#include "vm/coroutine_wrapper.h"
#include "vm/exception.h"
#include "vm/generator.h"
#include "vm/interpreter.h"
#include "vm/interpreter_operations.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

namespace {

Coroutine* self_of(const Value& value) {
  return value.is(ObjectKind::NativeIterator) ? value.as<NativeIterator>()->coroutine() : value.as<Coroutine>();
}
Generator* generator_of(const Value& value) { return value.as<Generator>(); }

/// The result of send() and its like: what was yielded, or StopIteration with what was returned.
Value finish(VM& vm, Outcome outcome) {
  if (outcome.is_yield()) return outcome.value;
  if (outcome.is_raise()) {
    vm.restore_error(static_cast<Value&&>(outcome.value));
    return Value();
  }
  return raise_returned(vm, static_cast<Value&&>(outcome.value));
}

Value generator_send(VM& vm, Value* arguments) { return finish(vm, self_of(arguments[0])->send(arguments[1])); }
Value generator_next(VM& vm, Value* arguments) { return finish(vm, self_of(arguments[0])->send(Value::none())); }
Value return_self(VM&, Value* arguments) { return arguments[0]; }

}  // namespace

Value raise_returned(VM& vm, Value value) {
  Ref<Exception> stop = make<Exception>(vm.types.stop_iteration, Tuple::create(value.is_none() ? 0 : 1));
  const bool has_context = value.is_none() || returned_values_have_context(vm.python());
  if (!value.is_none()) (*stop->args)[0] = value;
  stop->detail = static_cast<Value&&>(value);
  if (has_context) return vm.raise(Value(stop));
  vm.restore_error(Value(stop));
  return Value();
}

Value exception_to_throw(VM& vm, const Value& type, const Value& value, const Value& traceback) {
  Value exception;
  const bool has_value = !value.is_missing() && !value.is_none();
  if (!traceback.is_missing() && !traceback.is_none() && !traceback.is(ObjectKind::Traceback)) {
    return vm.raise_type_error("throw() third argument must be a traceback object");
  }
  if (type.is(ObjectKind::Exception)) {
    if (has_value) return vm.raise_type_error("instance exception may not have a separate value");
    exception = type;
  } else if (type.is(ObjectKind::Type) && type.as<Type>()->is_subtype_of(vm.types.base_exception)) {
    if (value.is(ObjectKind::Exception) && vm.is_instance(value, type.as<Type>())) {
      exception = value;
    } else if (value.is(ObjectKind::Tuple)) {
      exception = vm.call(type, value.as<Tuple>()->span());
    } else {
      const Value arguments[1] = {value};
      exception = has_value ? vm.call(type, arguments) : vm.call(type);
    }
  } else {
    return vm.raise_type_error(
        std::string("exceptions must be classes or instances deriving from BaseException, not ") + vm.type_name(type));
  }
  if (exception && !exception.is(ObjectKind::Exception)) return raise_no_exception(vm, type, vm.type_name(exception));
  if (exception && traceback.is(ObjectKind::Traceback)) {
    exception.as<Exception>()->traceback = Ref<Traceback>(traceback.as<Traceback>());
  }
  return exception;
}

namespace {

/// False: a filter made an exception of the warning.
bool warn_of_parts(VM& vm, Value* arguments, const char* method) {
  const bool in_parts = !arguments[2].is_missing() || !arguments[3].is_missing();
  if (!in_parts || !throw_in_parts_is_deprecated(vm.python())) return true;
  return vm.warn(vm.types.deprecation_warning, std::string("the (type, exc, tb) signature of ") + method +
                                                   "() is deprecated, use the single-arg signature instead.");
}

Value generator_throw(VM& vm, Value* arguments) {
  if (!warn_of_parts(vm, arguments, "throw")) return Value();
  Value exception = exception_to_throw(vm, arguments[1], arguments[2], arguments[3]);
  if (!exception) return Value();
  return finish(vm, self_of(arguments[0])->throw_(static_cast<Value&&>(exception)));
}

Value generator_close(VM& vm, Value* arguments) {
  Outcome outcome = self_of(arguments[0])->close();
  if (!outcome.is_raise()) return outcome.value;
  vm.restore_error(static_cast<Value&&>(outcome.value));
  return Value();
}

Value get_name(VM&, const Value& self) {
  const Generator* generator = generator_of(self);
  const Generator::Rare* rare = generator->rare();
  return Value(rare != nullptr && rare->name ? rare->name : generator->function->name);
}
bool set_name(VM& vm, const Value& self, const Value& value) {
  if (!value.is(ObjectKind::Str)) {
    vm.raise_type_error("__name__ must be set to a string object");
    return false;
  }
  generator_of(self)->make_rare().name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_qualname(VM&, const Value& self) { return self_of(self)->qualified_name(); }
bool set_qualname(VM& vm, const Value& self, const Value& value) {
  if (!value.is(ObjectKind::Str)) {
    vm.raise_type_error("__qualname__ must be set to a string object");
    return false;
  }
  generator_of(self)->make_rare().long_name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_frame(VM&, const Value& self) {
  const Generator* generator = generator_of(self);
  return generator->state() == Generator::State::Ended ? Value::none() : make_frame_view(generator->frame);
}
Value get_running(VM&, const Value& self) {
  return Value::boolean(generator_of(self)->state() == Generator::State::Running);
}
Value get_suspended(VM&, const Value& self) {
  return Value::boolean(generator_of(self)->state() == Generator::State::Suspended);
}
Value get_awaited(VM&, const Value& self) {
  const Value awaited = generator_of(self)->awaited();
  return awaited ? awaited : Value::none();
}
Value get_code(VM&, const Value& self) { return Value(generator_of(self)->function->code); }
Value get_none(VM&, const Value&) { return Value::none(); }
Value get_running_async(VM&, const Value& self) { return Value::boolean(generator_of(self)->is_running_async); }

Value async_next(VM& vm, Value* arguments) {
  return make_async_step(vm, *generator_of(arguments[0]), AsyncGeneratorStep::Action::Send, Value::none());
}
Value async_send(VM& vm, Value* arguments) {
  return make_async_step(vm, *generator_of(arguments[0]), AsyncGeneratorStep::Action::Send, arguments[1]);
}
Value async_throw(VM& vm, Value* arguments) {
  if (!warn_of_parts(vm, arguments, "athrow")) return Value();
  const Value exception = exception_to_throw(vm, arguments[1], arguments[2], arguments[3]);
  if (!exception) return Value();
  return make_async_step(vm, *generator_of(arguments[0]), AsyncGeneratorStep::Action::Throw, exception);
}
Value async_close(VM& vm, Value* arguments) {
  return make_async_step(vm, *generator_of(arguments[0]), AsyncGeneratorStep::Action::Close, Value::none());
}

Value wrap_coroutine(VM&, Value* arguments) {
  return make<CoroutineWrapper>("coroutine_wrapper", Ref<Coroutine>(self_of(arguments[0])));
}

Value get_native_name(VM& vm, const Value& self) {
  const std::string name = self_of(self)->qualified_name().as<Str>()->text();
  return vm.str(std::string_view(name).substr(name.rfind('.') == std::string::npos ? 0 : name.rfind('.') + 1));
}
Value get_native_awaited(VM&, const Value& self) {
  const Value& awaited = self.as<NativeCoroutine>()->awaited();
  return awaited ? awaited : Value::none();
}

Value get_native_running(VM&, const Value& self) {
  return Value::boolean(self.as<NativeCoroutine>()->state() == NativeCoroutine::State::Running);
}
Value get_native_suspended(VM&, const Value& self) {
  return Value::boolean(self.as<NativeCoroutine>()->state() == NativeCoroutine::State::Suspended);
}
/// A coroutine of asyncio has no frame here: a program that looks at it is refused, the library sees none.
Value get_native_frame(VM& vm, const Value& self) {
  const bool has_ended = self.as<NativeCoroutine>()->state() == NativeCoroutine::State::Closed;
  if (has_ended || vm.thread().frame == nullptr || !vm.thread().frame->is_program()) return Value::none();
  return vm.refuse("the frame of a coroutine of asyncio is not modelled", "print it, or ask for its __name__");
}
Value get_native_code(VM& vm, const Value&) {
  return vm.refuse("the code of a coroutine of asyncio is not modelled", "ask for its __name__");
}

constexpr NativeEntry kSend = {"send", generator_send, "self, value, /"};
constexpr NativeEntry kThrow = {"throw", generator_throw, "self, typ, val=(), tb=(), /"};
constexpr NativeEntry kClose = {"close", generator_close, "self, /"};
constexpr NativeEntry kNext = {"__next__", generator_next, "self, /"};
constexpr NativeEntry kIter = {"__iter__", return_self, "self, /"};
constexpr NativeEntry kAwait = {"__await__", return_self, "self, /"};
constexpr NativeEntry kCoroutineAwait = {"__await__", wrap_coroutine, "self, /"};

constexpr NativeEntry kGeneratorMethods[] = {kSend, kThrow, kClose, kNext, kIter};
constexpr NativeEntry kCoroutineMethods[] = {kSend, kThrow, kClose, kCoroutineAwait};
constexpr NativeEntry kWrapperMethods[] = {kSend, kThrow, kClose};
constexpr NativeEntry kStepMethods[] = {kSend, kThrow, kClose, kNext, kIter, kAwait};
constexpr NativeEntry kAsyncGeneratorMethods[] = {
    {"__aiter__", return_self, "self, /"},   {"__anext__", async_next, "self, /"},
    {"asend", async_send, "self, value, /"}, {"athrow", async_throw, "self, typ, val=(), tb=(), /"},
    {"aclose", async_close, "self, /"},
};
constexpr NativeAttribute kNames[] = {{"__name__", get_name, set_name}, {"__qualname__", get_qualname, set_qualname}};
constexpr NativeAttribute kNativeNames[] = {
    {"__name__", get_native_name, nullptr},    {"__qualname__", get_qualname, nullptr},
    {"cr_await", get_native_awaited, nullptr}, {"cr_code", get_native_code, nullptr},
    {"cr_frame", get_native_frame, nullptr},   {"cr_running", get_native_running, nullptr}};
constexpr NativeAttribute kGeneratorAttributes[] = {
    {"gi_frame", get_frame, nullptr},
    {"gi_running", get_running, nullptr},
    {"gi_yieldfrom", get_awaited, nullptr},
    {"gi_code", get_code, nullptr},
};
constexpr NativeAttribute kCoroutineAttributes[] = {
    {"cr_frame", get_frame, nullptr}, {"cr_running", get_running, nullptr}, {"cr_await", get_awaited, nullptr},
    {"cr_code", get_code, nullptr},   {"cr_origin", get_none, nullptr},
};

constexpr NativeAttribute kGeneratorSuspended[] = {{"gi_suspended", get_suspended, nullptr}};
constexpr NativeAttribute kCoroutineSuspended[] = {{"cr_suspended", get_suspended, nullptr}};
constexpr NativeAttribute kNativeSuspended[] = {{"cr_suspended", get_native_suspended, nullptr}};
constexpr NativeAttribute kAsyncGeneratorSuspended[] = {{"ag_suspended", get_suspended, nullptr}};
constexpr NativeAttribute kAsyncGeneratorAttributes[] = {
    {"ag_frame", get_frame, nullptr},
    {"ag_running", get_running_async, nullptr},
    {"ag_await", get_awaited, nullptr},
    {"ag_code", get_code, nullptr},
};

}  // namespace

void install_generator_types(VM& vm) {
  BuiltinTypes& types = vm.types;
  const auto define = [&](const char* name, ObjectKind kind) { return vm.define_type(name, "builtins", {}, kind); };
  types.generator = define("generator", ObjectKind::Generator);
  vm.add_methods(types.generator, kGeneratorMethods);
  vm.add_attributes(types.generator, kNames);
  vm.add_attributes(types.generator, kGeneratorAttributes);
  types.coroutine = define("coroutine", ObjectKind::Coroutine);
  vm.add_methods(types.coroutine, kCoroutineMethods);
  vm.add_attributes(types.coroutine, kNames);
  vm.add_attributes(types.coroutine, kCoroutineAttributes);
  types.async_generator = define("async_generator", ObjectKind::AsyncGenerator);
  vm.add_methods(types.async_generator, kAsyncGeneratorMethods);
  vm.add_attributes(types.async_generator, kNames);
  vm.add_attributes(types.async_generator, kAsyncGeneratorAttributes);
  Type* step = define("async_generator_asend", ObjectKind::AsyncGeneratorStep);
  vm.add_methods(step, kStepMethods);
  // For CPython they are coroutines as any other.
  Type* const coroutine[] = {types.coroutine};
  Type* native = vm.define_type("coroutine", "builtins", coroutine, ObjectKind::NativeCoroutine);
  vm.add_attributes(native, kNativeNames);
  if (async_generators_tell_suspended(vm.python())) vm.add_attributes(types.async_generator, kAsyncGeneratorSuspended);
  if (!generators_tell_suspended(vm.python())) return;
  vm.add_attributes(types.generator, kGeneratorSuspended);
  vm.add_attributes(types.coroutine, kCoroutineSuspended);
  vm.add_attributes(native, kNativeSuspended);
}

void install_coroutine_wrapper(VM& vm) {
  for (const char* name : {"coroutine_wrapper", "anext_awaitable"})
    vm.add_methods(vm.iterator_type(name), kWrapperMethods);
  vm.add_methods(vm.iterator_type("anext_awaitable"), std::span<const NativeEntry>(&kAwait, 1));
}

}  // namespace sluice
