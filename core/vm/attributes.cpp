// Attributes: look-up, descriptors, setting and deleting.
#include <algorithm>
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "loop/future.h"
#include "loop/worker_thread.h"
#include "vm/annotations.h"
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/exception.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/known_names.h"
#include "vm/module.h"
#include "vm/native_inside.h"
#include "vm/object_types.h"
#include "vm/suggestions.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// True if `found` on a type wins over what the instance has: it can be set through the type.
bool is_data_descriptor(VM& vm, const Value& found) {
  if (!found.is_object()) return false;
  switch (found.object()->kind()) {
    case ObjectKind::Property:
    case ObjectKind::NativeDescriptor:
      return true;
    case ObjectKind::Instance: {
      Type* type = found.as<Instance>()->type.get();
      return static_cast<bool>(type->special(vm, SpecialMethod::Set)) ||
             static_cast<bool>(type->special(vm, SpecialMethod::Delete));
    }
    default:
      return false;
  }
}

std::string quoted(const Str* name) { return "'" + name->text() + "'"; }

}  // namespace

Ref<Dict>* instance_dict(const Value& object) {
  if (!object.is_object()) return nullptr;
  switch (object.object()->kind()) {
    case ObjectKind::Instance:
      return &object.as<Instance>()->attributes;
    case ObjectKind::Exception:
      return &object.as<Exception>()->attributes;
    case ObjectKind::Function:
      return &object.as<Function>()->attributes;
    case ObjectKind::Module:
      return &object.as<Module>()->attributes;
    default: {
      Ref<Object>* extra = object.object()->extra();
      return extra != nullptr ? &static_cast<OwnAttributes*>(extra->get())->dict : nullptr;
    }
  }
}

namespace {

/// The same, for setting: objects of asyncio get a dict when they need one.
Ref<Dict>* instance_dict_for_setting(const Value& object) {
  Ref<Dict>* attributes = instance_dict(object);
  if (attributes != nullptr || !object.is_object() || !takes_attributes(object.object()->kind())) return attributes;
  const Ref<OwnAttributes> own = make<OwnAttributes>();
  object.object()->make_extra() = own;
  return &own->dict;
}

}  // namespace

Value get_through_descriptor(VM& vm, const Value& found, const Value& self, Type* owner) {
  if (!found.is_object()) return found;
  switch (found.object()->kind()) {
    case ObjectKind::Function:
      return self && !found.as<Function>()->is_builtin ? Value(new BoundMethod(found, self)) : found;
    case ObjectKind::NativeFunction:
      if (!self || found.as<NativeFunction>()->is_static) return found;
      return Value(new BoundMethod(found, self));
    case ObjectKind::ClassMethod: {
      const Value& function = found.as<ClassMethod>()->function;
      const Value cls(owner);
      // A class method around a property or another descriptor: CPython 3.9 to 3.12 chain them; here always bind.
      return Value(new BoundMethod(function, cls));
    }
    case ObjectKind::StaticMethod:
      return found.as<StaticMethod>()->function;
    case ObjectKind::Property: {
      if (!self) return found;
      const Property* property = found.as<Property>();
      if (!property->getter || property->getter.is_none()) {
        return raise_property_error(vm, *property, self, "getter");
      }
      const Value keep(found);
      const Value arguments[1] = {self};
      return vm.call(Value(property->getter), arguments);
    }
    case ObjectKind::NativeDescriptor: {
      if (!self) return found;
      const Value receiver = found.as<NativeDescriptor>()->for_whole_object ? self : Value(unwrapped(self));
      return found.as<NativeDescriptor>()->entry.get(vm, receiver);
    }
    case ObjectKind::Instance: {
      const Value method = found.as<Instance>()->type->special(vm, SpecialMethod::Get);
      if (!method) return found;
      const Value arguments[2] = {self ? self : Value::none(), Value(owner)};
      return vm.call_found(method, found, arguments);
    }
    case ObjectKind::Super: {  // `C._C__super = super(C)`: without an object, it takes that through which it is reached
      if (!self || found.as<Super>()->self) return found;
      const Value arguments[2] = {Value(found.as<Super>()->start), self};
      return vm.call(Value(vm.types.super), arguments);
    }
    default:
      return found;
  }
}

Value raise_property_error(VM& vm, const Property& property, const Value& self, const char* what) {
  const std::string type = vm.type_name(self);
  const std::string qualified = static_cast<Str*>(vm.type_of(self)->qualified_name.get())->text();
  const std::string name = property.name ? " '" + property.name.as<Str>()->text() + "'" : "";
  if (property_errors_name_getter(vm.python())) {
    return vm.raise(vm.types.attribute_error, "property" + name + " of '" + qualified + "' object has no " + what);
  }
  const char* verb = std::string_view(what) == "getter"   ? "unreadable attribute"
                     : std::string_view(what) == "setter" ? "can't set attribute"
                                                          : "can't delete attribute";
  return vm.raise(vm.types.attribute_error, verb + name);
}

Value VM::bind(const Value& found, const Value& self) {
  return get_through_descriptor(*this, found, self, type_of(self));
}

Value generic_get_attribute(VM& vm, const Value& object, Str* name) {
  Type* type = vm.type_of(object);
  Value* on_type = type->find(name);
  // One that can be set but not got leaves that to the object's own attributes.
  const bool cannot_get = on_type != nullptr && on_type->is(ObjectKind::Instance) &&
                          !on_type->as<Instance>()->type->special(vm, SpecialMethod::Get);
  if (on_type != nullptr && !cannot_get && is_data_descriptor(vm, *on_type)) {
    const Value found = *on_type;
    return get_through_descriptor(vm, found, object, type);
  }
  if (Ref<Dict>* attributes = instance_dict(object); attributes != nullptr && *attributes) {
    if (const Value* own = (*attributes)->find(name)) return *own;
  }
  if (on_type == nullptr) return Value::missing();
  const Value found = *on_type;
  return get_through_descriptor(vm, found, object, type);
}

namespace {

/// The class whose `__slots__` have the name; null: none of the class and its bases.
Type* class_with_slot(const Type* type, const Str* name) {
  for (Type* cls : type->mro) {
    for (const Ref<Object>& slot : cls->slot_names) {
      if (equal(*static_cast<Str*>(slot.get()), *name)) return cls;
    }
  }
  return nullptr;
}

/// What a class has for one of its slots. What instances keep in it is in their dict here.
Value slot_member(VM& vm, Type* cls, Str* name) {
  Type* owner = class_with_slot(cls, name);
  if (owner == nullptr) return Value::missing();
  const Value types = vm.import_module("types");
  if (!types) return Value();
  const Value make_member = vm.find_attribute(types, vm.intern("_member_descriptor"));
  const Value arguments[2] = {Value(name), Value(owner)};
  return make_member ? vm.call(make_member, arguments) : Value();
}

Value get_class_attribute(VM& vm, Type* cls, Str* name) {
  Type* meta = cls->metaclass;
  Value* on_meta = meta->find(name);
  if (on_meta != nullptr && is_data_descriptor(vm, *on_meta)) {
    const Value found = *on_meta;
    // `__doc__`, `__module__` … are computed by `type`; but a class may define them itself.
    return get_through_descriptor(vm, found, Value(cls), meta);
  }
  if (const Value* own = cls->find(name)) {
    const Value found = *own;
    return get_through_descriptor(vm, found, Value(), cls);
  }
  if (on_meta == nullptr) return slot_member(vm, cls, name);
  const Value found = *on_meta;
  return get_through_descriptor(vm, found, Value(cls), meta);
}

}  // namespace

/// `asyncio.exceptions` without an import of it: asyncio imports all its modules. Other packages leave that to whoever
/// needs one.
static Value part_of_asyncio(VM& vm, const Module& module, const Str& name) {
  const std::string_view package = static_cast<Str*>(module.name.get())->view();
  if (package != "asyncio" || !is_known_name(vm.python(), package, name.view())) return Value::missing();
  return vm.find_submodule("asyncio." + name.text());
}

Value plain_get_attribute(VM& vm, const Value& object, Str* name) {
  if (object.is(ObjectKind::Type)) return get_class_attribute(vm, object.as<Type>(), name);
  if (object.is(ObjectKind::Super)) return get_super_attribute(vm, object, name);
  const Value own = generic_get_attribute(vm, object, name);
  if (own.is_missing() && object.is(ObjectKind::Module)) {
    if (name == vm.names.dunder_annotations) return module_annotations(vm, *object.as<Module>());
    return part_of_asyncio(vm, *object.as<Module>(), *name);
  }
  // A method shows the attributes of its function.
  return own.is_missing() && object.is(ObjectKind::BoundMethod)
             ? plain_get_attribute(vm, object.as<BoundMethod>()->function, name)
             : own;
}

/// True for kinds whose classes may define `__getattr__`: the program's, those of futures among them, and list[int].
static bool may_have_hook(const Value& object) {
  return object.is(ObjectKind::Instance) || object.is(ObjectKind::Exception) || object.is(ObjectKind::NativeData) ||
         is_future(object);
}

Value VM::find_attribute(const Value& object, Str* name) {
  Type* type = type_of(object);
  Value result;
  const bool may_hook = may_have_hook(object) || object.is(ObjectKind::Type) || object.is(ObjectKind::Module);
  if (!may_hook) {
    result = plain_get_attribute(*this, object, name);
    if (result || !error_is(types.attribute_error)) return result;
    take_error();
    return Value::missing();
  }
  if (const Value hook = type->special(*this, SpecialMethod::GetAttribute)) {
    const Value arguments[1] = {Value(name)};
    result = call_found(hook, object, arguments);
  } else {
    result = plain_get_attribute(*this, object, name);
  }
  const bool absent = result ? result.is_missing() : error_is(types.attribute_error);
  if (!absent) return result;
  const Value fallback = type->special(*this, SpecialMethod::GetAttr);
  if (!fallback) {
    if (!result) take_error();
    return Value::missing();
  }
  if (!result) take_error();
  const Value arguments[1] = {Value(name)};
  result = call_found(fallback, object, arguments);
  if (result || !error_is(types.attribute_error)) return result;
  take_error();
  return Value::missing();
}

Value VM::get_attribute(const Value& object, Str* name) {
  if (!may_have_hook(object) && !object.is(ObjectKind::Type)) {
    const Value result = plain_get_attribute(*this, object, name);
    return result.is_missing() ? raise_no_attribute(object, name) : result;
  }
  // As find_attribute, but the error of a hook stays as it is.
  Type* type = type_of(object);
  const Value hook = type->special(*this, SpecialMethod::GetAttribute);
  const Value arguments[1] = {Value(name)};
  Value result = hook ? call_found(hook, object, arguments) : plain_get_attribute(*this, object, name);
  const bool absent = result ? result.is_missing() : error_is(types.attribute_error);
  if (!absent) return result;
  const Value fallback = type->special(*this, SpecialMethod::GetAttr);
  if (!fallback) return result ? raise_no_attribute(object, name) : Value();
  if (!result) take_error();
  return call_found(fallback, object, arguments);
}

// ---- Setting and deleting ----

namespace {

bool refuse_set(VM& vm, const Value& object, Str* name) {
  Type* type = vm.type_of(object);
  const std::string text = std::string("'") + vm.type_name(object) + "' object ";
  if (type->find(name) != nullptr) {
    vm.raise(vm.types.attribute_error, text + "attribute " + quoted(name) + " is read-only");
    return false;
  }
  std::string end;
  if (set_error_mentions_dict(vm.python())) end = " and no __dict__ for setting new attributes";
  vm.raise(vm.types.attribute_error, text + "has no attribute " + quoted(name) + end);
  return false;
}

/// Whether CPython reads an attribute straight from the object in C, without a function: its error is a shorter one.
bool is_plain_member(std::string_view owner, std::string_view name) {
  static constexpr std::string_view kOwners[] = {
      "ContextVar",   "range",       "slice", "complex", "property",     "method",    "partial",
      "staticmethod", "classmethod", "code",  "super",   "GenericAlias", "UnionType", "BaseExceptionGroup"};
  static constexpr std::string_view kNames[] = {"__closure__", "__globals__", "__objclass__",
                                                "__base__",    "cr_origin",   "tb_frame"};
  return std::find(std::begin(kOwners), std::end(kOwners), owner) != std::end(kOwners) ||
         std::find(std::begin(kNames), std::end(kNames), name) != std::end(kNames);
}

/// The class that defines what was found on an object's class: that class, or the base that it comes from.
const Type& owner_of(VM& vm, const Value& object, const Value& found, const char* name) {
  const Value text = vm.str(name);
  const Type* owner = vm.type_of(object);
  for (const Type* cls : owner->mro) {
    const Value* here = cls->find(text.as<Str>());
    if (here != nullptr && here->is_same(found)) owner = cls;
  }
  return *owner;
}

}  // namespace

bool set_through_descriptor(VM& vm, const Value& descriptor, const Value& object, const Value* value) {
  if (descriptor.is(ObjectKind::Property)) {
    const Property* property = descriptor.as<Property>();
    const Value& function = value != nullptr ? property->setter : property->deleter;
    if (!function || function.is_none()) {
      raise_property_error(vm, *property, object, value != nullptr ? "setter" : "deleter");
      return false;
    }
    const Value arguments[2] = {object, value != nullptr ? *value : Value::none()};
    return static_cast<bool>(vm.call(Value(function), std::span<const Value>(arguments, value != nullptr ? 2 : 1)));
  }
  if (descriptor.is(ObjectKind::NativeDescriptor)) {
    const NativeAttribute& entry = descriptor.as<NativeDescriptor>()->entry;
    const Value receiver = descriptor.as<NativeDescriptor>()->for_whole_object ? object : Value(unwrapped(object));
    if (entry.set == nullptr) {
      const Type& owner = owner_of(vm, object, descriptor, entry.name);
      vm.raise(vm.types.attribute_error, is_plain_member(owner.name_text(), entry.name)
                                             ? "readonly attribute"
                                             : std::string("attribute '") + entry.name + "' of '" +
                                                   message_name(owner) + "' objects is not writable");
      return false;
    }
    return entry.set(vm, receiver, value != nullptr ? *value : Value());
  }
  const SpecialMethod method = value != nullptr ? SpecialMethod::Set : SpecialMethod::Delete;
  const Value function = vm.type_of(descriptor)->special(vm, method);
  if (!function) {
    vm.raise(vm.types.attribute_error, value != nullptr ? "__set__" : "__delete__");
    return false;
  }
  const Value arguments[2] = {object, value != nullptr ? *value : Value::none()};
  return static_cast<bool>(
      vm.call_found(function, descriptor, std::span<const Value>(arguments, value != nullptr ? 2 : 1)));
}

namespace {

bool set_class_attribute(VM& vm, Type* cls, Str* name, const Value* value) {
  if (cls->is_builtin) {
    vm.raise_type_error(std::string("cannot set ") + quoted(name) + " attribute of immutable type '" +
                        cls->name_text() + "'");
    return false;
  }
  const WorkerThread* worker = vm.world->current_thread();
  if (worker != nullptr && worker->memory && forks_processes(vm.python())) {
    vm.refuse("an attribute of a class is set in a process",
              "the program would not see it: return what it needs, or keep it in an object");
    return false;
  }
  Value* on_meta = cls->metaclass->find(name);
  if (on_meta != nullptr && is_data_descriptor(vm, *on_meta)) {
    const Value descriptor = *on_meta;
    return set_through_descriptor(vm, descriptor, Value(cls), value);
  }
  if (value != nullptr) {
    cls->attributes.set(name, *value);
    // A class of a program's metaclass finds the metaclass's own __module__ before the descriptor of `type`.
    if (name == vm.names.dunder_module && value->is(ObjectKind::Str)) cls->module_name = Ref<Object>(value->as<Str>());
    vm.class_changed();
    return true;
  }
  vm.class_changed();
  if (cls->attributes.erase(name)) return true;
  const std::string message = std::string("type object '") + message_name(*cls) + "' has no attribute " + quoted(name);
  vm.raise(vm.types.attribute_error, delete_error_names_object(vm.python()) ? std::string_view(message) : name->view());
  return false;
}

bool has_dict(const Type* type) {
  for (const Type* cls : type->mro) {
    if (!cls->has_slots && !cls->is_builtin) return true;
  }
  return false;
}

}  // namespace

bool generic_set_attribute(VM& vm, const Value& object, Str* name, const Value* value) {
  if (object.is(ObjectKind::Type)) return set_class_attribute(vm, object.as<Type>(), name, value);
  Type* type = vm.type_of(object);
  Value* on_type = type->find(name);
  if (on_type != nullptr && is_data_descriptor(vm, *on_type)) {
    const Value descriptor = *on_type;
    return set_through_descriptor(vm, descriptor, object, value);
  }
  if (!check_attribute(vm, object, *name)) return false;
  Ref<Dict>* attributes = instance_dict_for_setting(object);
  const bool plain_object = object.is(ObjectKind::Instance) && type->is_builtin;
  if (attributes == nullptr || plain_object) return refuse_set(vm, object, name);
  if (object.is(ObjectKind::Instance) && type->has_slots && !has_dict(type) && class_with_slot(type, name) == nullptr) {
    return refuse_set(vm, object, name);
  }
  if (value != nullptr) {
    if (!*attributes) *attributes = make<Dict>();
    (*attributes)->set(name, *value);
    return true;
  }
  if (*attributes && (*attributes)->erase(name)) return true;
  const bool is_slot = object.is(ObjectKind::Instance) && class_with_slot(type, name) != nullptr;
  if (is_slot || !delete_error_names_object(vm.python())) {
    vm.raise(vm.types.attribute_error, name->view());
  } else {
    vm.raise_no_attribute(object, name);
  }
  return false;
}

bool VM::set_attribute(const Value& object, Str* name, const Value& value) {
  if (may_have_hook(object) || object.is(ObjectKind::Type)) {
    if (const Value hook = type_of(object)->special(*this, SpecialMethod::SetAttr)) {
      const Value arguments[2] = {Value(name), value};
      return static_cast<bool>(call_found(hook, object, arguments));
    }
  }
  return generic_set_attribute(*this, object, name, &value);
}

bool VM::delete_attribute(const Value& object, Str* name) {
  if (may_have_hook(object) || object.is(ObjectKind::Type)) {
    if (const Value hook = type_of(object)->special(*this, SpecialMethod::DelAttr)) {
      const Value arguments[1] = {Value(name)};
      return static_cast<bool>(call_found(hook, object, arguments));
    }
  }
  return generic_set_attribute(*this, object, name, nullptr);
}

Value VM::raise_no_attribute(const Value& object, const Str* name) {
  if (object.is(ObjectKind::BoundMethod)) return raise_no_attribute(object.as<BoundMethod>()->function, name);
  if (is_known_to_cpython(*this, object, *name)) return refuse_known(*this, object, *name);
  std::string message;
  if (object.is(ObjectKind::Type)) {
    message = std::string("type object '") + message_name(*object.as<Type>()) + "' has no attribute " + quoted(name);
  } else if (object.is(ObjectKind::Module)) {
    message =
        "module '" + static_cast<Str*>(object.as<Module>()->name.get())->text() + "' has no attribute " + quoted(name);
  } else if (object.is(ObjectKind::Super)) {
    message = "'super' object has no attribute " + quoted(name);
  } else {
    message = std::string("'") + type_name(object) + "' object has no attribute " + quoted(name);
  }
  Ref<Exception> error = make_exception(types.attribute_error, message);
  const Value about[2] = {Value(const_cast<Str*>(name)), object};
  error->detail = tuple(about);
  return raise(Value(error));
}

}  // namespace sluice
