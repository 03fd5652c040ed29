// Instructions on names: globals, names of class bodies, unbound variables, annotations.
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/annotations.h"
#include "vm/interpreter_operations.h"
#include "vm/known_names.h"
#include "vm/module.h"
#include "vm/unmodelled.h"
#include "vm/vm.h"

namespace sluice {

namespace {

Value raise_name_error(VM& vm, const Frame& frame, Str* name) {
  const Value reference = forward_reference(vm, frame, name);
  if (!reference.is_missing()) return reference;
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
  if (found == nullptr) return raise_name_error(vm, frame, name);
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
  if (found == nullptr) return raise_name_error(vm, frame, name);
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
  raise_name_error(vm, frame, name);
  return false;
}

Value load_class_deref(VM& vm, Frame& frame, std::uint32_t slot) {
  const Value own = find_in_namespace(vm, frame.owner, frame.code->slot_names[slot]);
  if (!own || !own.is_missing()) return own;
  const Value& content = frame.fast[slot].as<Cell>()->content;
  return content.is_missing() ? raise_unbound(vm, frame, slot) : content;
}

Value raise_unbound(VM& vm, const Frame& frame, std::uint32_t slot) {
  const Value reference = forward_reference(vm, frame, frame.code->slot_names[slot]);
  if (!reference.is_missing()) return reference;
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

Value load_from_class(VM& vm, const Value& holder, Str* name) {
  if (!holder.is(ObjectKind::Type)) return find_in_namespace(vm, holder.object(), name);
  const Value* found = holder.as<Type>()->attributes.find(name);
  return found != nullptr ? *found : Value::missing();
}

bool setup_annotations(VM& vm, Frame& frame) {
  Str* key = vm.names.dunder_annotations;
  const Value* global = frame.function->globals->find(key);
  const Value found = frame.owner != nullptr ? find_in_namespace(vm, frame.owner, key)
                      : global != nullptr    ? *global
                                             : Value::missing();
  if (!found) return false;
  return !found.is_missing() || store_name(vm, frame, key, Value(make<Dict>()));
}

Value annotation_attribute(VM& vm, const Value& object, Str* name) {
  if (is_unmodelled(vm, object)) return object;
  if (object.is(ObjectKind::Module)) {
    const Value found = vm.find_attribute(object, name);
    if (!found || !found.is_missing()) return found;
    if (is_known_to_cpython(vm, object, *name)) return unmodelled_name(vm, *object.as<Module>(), *name);
  }
  return vm.get_attribute(object, name);
}

bool check_format(VM& vm, const Value& format) {
  if (!format.is_small_int() || format.as_small_int() <= 2) return true;
  const Value* error = vm.builtins().find(vm.intern("NotImplementedError"));
  vm.raise(error == nullptr ? Value() : vm.call(*error, {}));
  return false;
}

}  // namespace sluice
