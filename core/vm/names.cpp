// Instructions on names: globals, names of class bodies, unbound variables, annotations.
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/annotations.h"
#include "vm/interpreter_operations.h"
#include "vm/vm.h"

namespace sluice {

namespace {

Value raise_name_error(VM& vm, Str* name) {
  Ref<Exception> error = vm.make_exception(vm.types.name_error, "name '" + name->text() + "' is not defined");
  const Value about[2] = {Value(name), Value::none()};
  error->detail = vm.tuple(about);
  return vm.raise(Value(error));
}

/// namespace[name] of a class body: missing when absent. A namespace is a dict, or what a metaclass has prepared.
Value find_in_namespace(VM& vm, Object* name_space, Str* name) {
  if (name_space == nullptr) return Value::missing();
  if (name_space->is(ObjectKind::Dict)) {
    const Value* found = static_cast<Dict*>(name_space)->find(name);
    return found != nullptr ? *found : Value::missing();
  }
  const Value found = vm.get_item(Value(name_space), Value(name));
  if (found) return found;
  if (!vm.error_is(vm.types.key_error)) return Value();
  vm.take_error();
  return Value::missing();
}

}  // namespace

Value load_global_slow(VM& vm, Frame& frame, std::uint32_t index) {
  Str* name = frame.code->names[index].as<Str>();
  Dict& globals = *frame.function->globals;
  Value* found = globals.find(name);
  if (found == nullptr) found = vm.builtins().find(name);
  if (found == nullptr) return raise_name_error(vm, name);
  if (is_builtin_open(*found)) return load_open(vm);
  frame.code->global_caches[index] = CodeObject::GlobalCache{globals.version(), vm.builtins().version(), found};
  return *found;
}

Value load_name(VM& vm, Frame& frame, Str* name) {
  const Value own = find_in_namespace(vm, frame.owner, name);
  return !own || !own.is_missing() ? own : load_global(vm, frame, name);
}

Value load_global(VM& vm, Frame& frame, Str* name) {
  if (const Value* found = frame.function->globals->find(name)) return *found;
  const Value* found = vm.builtins().find(name);
  if (found == nullptr) return raise_name_error(vm, name);
  return is_builtin_open(*found) ? load_open(vm) : *found;
}

bool store_name(VM& vm, Frame& frame, Str* name, const Value& value) {
  if (frame.owner == nullptr) {
    frame.function->globals->set(name, value);
    return true;
  }
  if (frame.owner->is(ObjectKind::Dict)) {
    static_cast<Dict*>(frame.owner)->set(name, value);
    return true;
  }
  return vm.set_item(Value(frame.owner), Value(name), value);
}

bool delete_name(VM& vm, Frame& frame, Str* name) {
  if (frame.owner != nullptr && !frame.owner->is(ObjectKind::Dict))
    return vm.delete_item(Value(frame.owner), Value(name));
  Dict& dict = frame.owner != nullptr ? *static_cast<Dict*>(frame.owner) : *frame.function->globals;
  if (dict.erase(name)) return true;
  raise_name_error(vm, name);
  return false;
}

Value load_class_deref(VM& vm, Frame& frame, std::uint32_t slot) {
  const Value own = find_in_namespace(vm, frame.owner, frame.code->slot_names[slot]);
  if (!own || !own.is_missing()) return own;
  const Value& content = frame.fast[slot].as<Cell>()->content;
  return content.is_missing() ? raise_unbound(vm, frame, slot) : content;
}

Value raise_unbound(VM& vm, const Frame& frame, std::uint32_t slot) {
  const std::string& name = frame.code->slot_names[slot]->text();
  if (frame.code->code->slots[slot].kind == SlotKind::free) {
    const std::string message =
        "cannot access free variable '" + name + "' where it is not associated with a value in enclosing scope";
    const std::string old = "free variable '" + name + "' referenced before assignment in enclosing scope";
    Ref<Exception> error =
        vm.make_exception(vm.types.name_error, unbound_errors_say_access(vm.python()) ? message : old);
    const Value about[2] = {Value(frame.code->slot_names[slot]), Value::none()};
    error->detail = vm.tuple(about);
    return vm.raise(Value(error));
  }
  const std::string message = "cannot access local variable '" + name + "' where it is not associated with a value";
  const std::string old = "local variable '" + name + "' referenced before assignment";
  return vm.raise(vm.types.unbound_local_error, unbound_errors_say_access(vm.python()) ? message : old);
}

bool store_annotation(VM& vm, Frame& frame, const Tuple& entry) {
  if (!check_annotation(vm, frame, entry[1].as<Str>()->text())) return false;
  Str* key = vm.names.dunder_annotations;
  Value annotations = frame.owner != nullptr ? find_in_namespace(vm, frame.owner, key) : Value::missing();
  if (frame.owner == nullptr) {
    if (const Value* found = frame.function->globals->find(key)) annotations = *found;
  }
  if (!annotations) return false;
  if (annotations.is_missing()) {
    annotations = Value(make<Dict>());
    if (!store_name(vm, frame, key, annotations)) return false;
  }
  return vm.set_item(annotations, entry[0], entry[1]);
}

}  // namespace sluice
