// raise statements, except clauses, and what happens to an exception on its way through frames.
#include <string>

#include "base/runtime_changes.h"
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/interpreter_operations.h"
#include "vm/traceback.h"
#include "vm/unmodelled.h"
#include "vm/vm.h"

namespace sluice {

/// The TypeError of an exception's class that makes no exception when it is called. Source: CPython's do_raise.
Value raise_no_exception(VM& vm, const Value& type, const std::string& made) {
  return vm.raise_type_error("calling " + vm.repr_text(type) +
                             " should have returned an instance of BaseException, not " + made);
}

namespace {

/// The exception that `raise what` means: an instance, or a class that is called. No value: an error is pending.
Value instance_of(VM& vm, const Value& what, const char* otherwise, bool is_cause = false) {
  if (what.is(ObjectKind::Exception)) return what;
  if (refuse_if_unmodelled(vm, what)) return Value();
  const bool is_class = what.is(ObjectKind::Type) && what.as<Type>()->is_subtype_of(vm.types.base_exception);
  if (!is_class) return vm.raise_type_error(otherwise);
  const Value made = vm.call(what);
  if (!made || made.is(ObjectKind::Exception)) return made;
  if (is_cause && !causes_are_checked(vm.python())) {
    return made.is_none() ? made : vm.refuse("a cause that is no exception", "raise from an exception");
  }
  return raise_no_exception(vm, what, vm.repr_text(Value(vm.type_of(made))));
}

}  // namespace

void raise_statement(VM& vm, const Value& exception, const Value* cause) {
  Value raised = instance_of(vm, exception, "exceptions must derive from BaseException");
  if (!raised) return;
  if (cause != nullptr) {
    Exception* error = raised.as<Exception>();
    if (cause->is_none()) {
      error->cause = Value();
    } else {
      Value reason = instance_of(vm, *cause, "exception causes must derive from BaseException", true);
      if (!reason) return;
      error->cause = reason.is_none() ? Value() : static_cast<Value&&>(reason);
    }
    error->suppress_context = true;
  }
  vm.raise(static_cast<Value&&>(raised));
}

int exception_matches(VM& vm, const Value& exception, const Value& types) {
  const auto is_exception_class = [&](const Value& type) {
    return type.is(ObjectKind::Type) && type.as<Type>()->is_subtype_of(vm.types.base_exception);
  };
  if (is_exception_class(types)) return vm.is_instance(exception, types.as<Type>());
  bool valid = types.is(ObjectKind::Tuple);
  if (valid) {
    for (const Value& type : types.as<Tuple>()->span()) {
      if (is_exception_class(type)) continue;
      if (refuse_if_unmodelled(vm, type)) return -1;
      valid = false;
    }
  }
  if (!valid) {
    if (refuse_if_unmodelled(vm, types)) return -1;
    vm.raise_type_error("catching classes that do not inherit from BaseException is not allowed");
    return -1;
  }
  for (const Value& type : types.as<Tuple>()->span()) {
    if (vm.is_instance(exception, type.as<Type>())) return 1;
  }
  return 0;
}

CodePosition position_of(const Traceback& entry) {
  const Code& code = *static_cast<const CodeObject*>(entry.code.get())->code;
  if (entry.instruction != FrameEntry::kAtDefinition) return code.positions[entry.instruction];
  return CodePosition{code.first_line, code.first_line, 0, 0};
}

void add_traceback(VM& vm, Frame& frame) {
  if (vm.ending() != nullptr) return;
  Exception* error = vm.error().as<Exception>();
  const bool is_new = !error->traceback;
  const Ref<FrameEntry> entry = make<FrameEntry>();
  entry->next = error->traceback;
  entry->kept.swap(error->kept);
  error->kept_by = nullptr;
  entry->code = frame.code;
  entry->instruction = frame.ip == frame.code->instructions ? FrameEntry::kAtDefinition : frame.instruction();
  entry->frame = vm.interpreter().kept_frames.of(frame);
  error->traceback = entry;
  if (!is_new || !frame.is_program()) return;
  // The text is made without calling the program's __str__: nothing of it may run here.
  vm.trace.record(TraceKind::Raised, vm.trace.text(plain_exception_text(vm, *error)), frame.line());
}

void enter_handler(VM& vm, ExceptionState& state, const Exception& exception) {
  const Value parts[2] = {exception.traceback ? Value(exception.traceback) : Value::none(),
                          state.got_with ? state.got_with : Value::none()};
  state.got_with = vm.tuple(parts);
}

void leave_handler(ExceptionState& state) {
  if (!state.got_with.is(ObjectKind::Tuple)) return;
  Value outer = (*state.got_with.as<Tuple>())[1];
  state.got_with = outer.is_none() ? Value() : static_cast<Value&&>(outer);
}

namespace {

/// Where the innermost handler of `state` has its exception with this traceback, `exception` gets it back.
void give_back_traceback(const ExceptionState& state, Exception& exception) {
  if (!state.got_with.is(ObjectKind::Tuple)) return;
  const Value& traceback = (*state.got_with.as<Tuple>())[0];
  exception.traceback = traceback.is_none() ? Ref<Traceback>() : Ref<Traceback>(traceback.as<Traceback>());
}

}  // namespace

void restore_traceback(VM& vm, const ExceptionState& state) {
  if (vm.ending() != nullptr || !vm.has_error()) return;
  give_back_traceback(state, *vm.error().as<Exception>());
}

void lose_traceback(VM& vm, ThreadState& thread, const ExceptionState& state) {
  Exception& error = *vm.error().as<Exception>();
  Exception& handled = *state.handled.as<Exception>();
  if (reraising_restores_traceback(vm.python())) give_back_traceback(state, handled);
  if (&error == &handled && reraising_restores_traceback(vm.python())) return;
  auto* entry = static_cast<Traceback*>(error.traceback.get());
  while (entry != nullptr && entry != thread.seen_traceback) entry = static_cast<Traceback*>(entry->next.get());
  if (entry == nullptr && thread.seen_traceback != nullptr) return;
  error.traceback = Ref<Traceback>(entry);
}

void convert_stop_iteration(VM& vm, const Generator& generator) {
  if (vm.ending() != nullptr) return;
  const bool stops = vm.error_is(vm.types.stop_iteration);
  const bool stops_async = generator.is(ObjectKind::AsyncGenerator) && vm.error_is(vm.types.stop_async_iteration);
  if (!stops && !stops_async) return;
  const char* what = generator.is(ObjectKind::AsyncGenerator) ? "async generator" : generator.noun();
  const Value stop = vm.take_error();
  const std::string message = std::string(what) + " raised " + (stops ? "StopIteration" : "StopAsyncIteration");
  Ref<Exception> error = vm.make_exception(vm.types.runtime_error, message);
  error->cause = stop;
  error->context = stop;
  error->suppress_context = true;
  // Its traceback begins at whoever resumed the generator, whose own line is in that of its cause.
  vm.restore_error(Value(error));
}

namespace {

/// group.split(types), which a class of the program may have written anew. False: an exception is pending.
bool split_group(VM& vm, const Value& group, const Value& types, Value& match, Value& rest) {
  Str* const name = vm.intern("split");
  Value* const own = vm.type_of(group)->find(name);
  Value* const builtin = vm.types.base_exception_group->find(name);
  if (own == nullptr || builtin == nullptr || own->is_same(*builtin))
    return split_by_type(vm, group, types, match, rest);
  const Value arguments[1] = {types};
  const Value parts = vm.call_method(group, name, arguments);
  if (!parts) return false;
  // CPython relies on a pair (gh-128049).
  if (!parts.is(ObjectKind::Tuple) || parts.as<Tuple>()->span().size() != 2) {
    vm.refuse("except* with a split() that returns no pair", "Return a tuple of two.");
    return false;
  }
  match = parts.as<Tuple>()->span()[0];
  rest = parts.as<Tuple>()->span()[1];
  return true;
}

}  // namespace

bool match_group(VM& vm, const Value& rest, const Value& types, Value& new_rest, Value& match) {
  const auto forbids = [&](const Value& type) {
    return type.is(ObjectKind::Type) && type.as<Type>()->is_subtype_of(vm.types.base_exception_group);
  };
  bool forbidden = forbids(types);
  if (types.is(ObjectKind::Tuple)) {
    for (const Value& type : types.as<Tuple>()->span()) forbidden = forbidden || forbids(type);
  }
  if (forbidden) {
    vm.raise_type_error("catching ExceptionGroup with except* is not allowed. Use except instead.");
    return false;
  }
  new_rest = match = Value::none();
  if (rest.is_none()) return true;
  if (!is_group(vm, rest)) {
    const int matches = exception_matches(vm, rest, types);
    if (matches < 0) return false;
    if (matches == 0) {
      new_rest = rest;
      return true;
    }
    const Value members[1] = {rest};
    const Value arguments[2] = {vm.str(""), vm.tuple(members)};
    match = new_group(vm, vm.types.base_exception_group, arguments);
    if (match && lone_group_has_traceback(vm.python())) {
      vm.restore_error(static_cast<Value&&>(match));
      add_traceback(vm, *vm.thread().frame);
      match = vm.take_error();
    }
    return static_cast<bool>(match);
  }
  // Checked first, so that a wrong class is an error even in an empty group.
  if (exception_matches(vm, rest, types) < 0) return false;
  if (!split_group(vm, rest, types, match, new_rest)) return false;
  if (match.is_none() && !except_star_leaves_copies(vm.python())) new_rest = rest;
  return true;
}

}  // namespace sluice
