// Builtin functions of objects: isinstance, getattr, dir, vars, callable and their like.
#include <algorithm>
#include <string>

#include "base/language_changes.h"
#include "base/runtime_changes.h"
#include "vm/program_place.h"
#include "vm/standard_library.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/function.h"
#include "vm/known_names.h"
#include "vm/module.h"
#include "vm/native_helpers.h"
#include "vm/object_types.h"
#include "vm/thread_state.h"

namespace sluice {

namespace {

Value builtin_isinstance(VM& vm, Value* arguments) {
  const int result = vm.is_instance_of(arguments[0], arguments[1]);
  return result < 0 ? Value() : Value::boolean(result > 0);
}

/// 1, 0, -1
int is_subclass(VM& vm, const Value& cls, const Value& of) {
  if (of.is(ObjectKind::Tuple)) {
    for (const Value& one : of.as<Tuple>()->span()) {
      const int result = is_subclass(vm, cls, one);
      if (result != 0) return result;
    }
    return 0;
  }
  Type* meta = vm.type_of(of);
  if (meta != vm.types.type) {
    if (const Value hook = meta->special(vm, SpecialMethod::SubclassCheck)) {
      const Value argument[1] = {cls};
      const Value result = vm.call_found(hook, of, argument);
      return result ? vm.truth(result) : -1;
    }
  }
  if (!cls.is(ObjectKind::Type)) {
    vm.raise_type_error("issubclass() arg 1 must be a class");
    return -1;
  }
  if (!of.is(ObjectKind::Type)) {
    vm.raise_type_error("issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return -1;
  }
  return cls.as<Type>()->is_subtype_of(of.as<Type>());
}

Value builtin_issubclass(VM& vm, Value* arguments) {
  const int result = is_subclass(vm, arguments[0], arguments[1]);
  return result < 0 ? Value() : Value::boolean(result > 0);
}

Value builtin_callable(VM& vm, Value* arguments) { return Value::boolean(vm.is_callable(arguments[0])); }

/// The attribute's name, interned; null with a TypeError pending.
Str* attribute_name(VM& vm, const Value& name, const char* function) {
  if (const Str* text = text_or_null(name)) return vm.intern(text->view());
  if (attribute_error_names_type(vm.python())) {
    vm.raise_type_error("attribute name must be string, not '" + type_text(vm, name) + "'");
  } else if (std::string_view(function) == "setattr" || std::string_view(function) == "delattr") {
    vm.raise_type_error("attribute name must be string, not '" + type_text(vm, name) + "'");
  } else {
    vm.raise_type_error(std::string(function) + "(): attribute name must be string");
  }
  return nullptr;
}

Value builtin_getattr(VM& vm, Value* arguments) {
  Str* name = attribute_name(vm, arguments[1], "getattr");
  if (name == nullptr) return Value();
  if (!given(arguments[2])) return vm.get_attribute(arguments[0], name);
  const Value found = vm.find_attribute(arguments[0], name);
  if (!found || !found.is_missing()) return found;
  return is_known_to_cpython(vm, arguments[0], *name) ? refuse_known(vm, arguments[0], *name) : arguments[2];
}

Value builtin_hasattr(VM& vm, Value* arguments) {
  Str* name = attribute_name(vm, arguments[1], "hasattr");
  if (name == nullptr) return Value();
  const Value found = vm.find_attribute(arguments[0], name);
  if (!found) return found;
  if (found.is_missing() && is_known_to_cpython(vm, arguments[0], *name)) return refuse_known(vm, arguments[0], *name);
  return Value::boolean(!found.is_missing());
}

Value builtin_setattr(VM& vm, Value* arguments) {
  Str* name = attribute_name(vm, arguments[1], "setattr");
  return name != nullptr && vm.set_attribute(arguments[0], name, arguments[2]) ? Value::none() : Value();
}

Value builtin_delattr(VM& vm, Value* arguments) {
  Str* name = attribute_name(vm, arguments[1], "delattr");
  return name != nullptr && vm.delete_attribute(arguments[0], name) ? Value::none() : Value();
}

// ---- Variables ----

Value current_globals(VM& vm) {
  const Frame* frame = vm.thread().frame;
  return frame != nullptr ? Value(frame->function->globals) : Value(make<Dict>());
}

/// The variables of the running frame: the module's own dict at module level, a copy in a function.
Value current_locals(VM& vm) {
  const Frame* frame = vm.thread().frame;
  if (frame == nullptr) return Value(make<Dict>());
  if (frame->owner != nullptr && frame->is_class_body) return Value(frame->owner);
  const CodeObject& code = *frame->code;
  if (code.code->kind == CodeKind::module) return Value(frame->function->globals);
  Ref<Dict> variables = make<Dict>();
  for (std::uint32_t i = 0; i < code.slot_count && i < code.slot_names.size(); ++i) {
    const Value& slot = frame->fast[i];
    const Value value = slot.is(ObjectKind::Cell) ? slot.as<Cell>()->content : slot;
    const bool is_hidden = code.slot_names[i]->view().substr(0, 1) == ".";
    if (value && !value.is_missing() && !is_hidden) variables->set(code.slot_names[i], value);
  }
  return Value(variables);
}

// ---- dir and vars ----

bool add_names(VM& vm, Dict& names, Dict& from) {
  std::size_t position = 0;
  while (Dict::Entry* entry = from.next(position)) {
    if (!names.set(vm, entry->key, Value::none())) return false;
  }
  return true;
}

Value sorted_keys(VM& vm, Dict& names) {
  std::vector<Value> keys;
  std::size_t position = 0;
  while (Dict::Entry* entry = names.next(position)) keys.push_back(entry->key);
  if (!sort_values(vm, keys, Value::missing(), false)) return Value();
  return vm.list(static_cast<std::vector<Value>&&>(keys));
}

bool is_of_the_program(const Type& cls) {
  if (cls.is_builtin) return false;
  const std::string module = cls.module_name ? static_cast<Str*>(cls.module_name.get())->text() : "builtins";
  return module != "builtins" && !is_standard_module(module.substr(0, module.find('.')));
}

/// Classes of which dir() tells all that CPython's have; and what it tells of them besides what is modelled.
struct ToldClass {
  std::string_view name;
  std::vector<const char*> besides;
};

const ToldClass* told_class(const VM& vm, const Type& cls) {
  static const ToldClass kTold[] = {
      {"object", {"__dir__", "__reduce__", "__reduce_ex__", "__sizeof__"}},
      {"BaseException", {"__dict__", "__setstate__"}},
      {"int", {"__getnewargs__"}},
      {"float", {"__getformat__", "__getnewargs__"}},
      {"str", {"__getnewargs__", "__rmod__"}},
      {"OSError", {"characters_written", "filename2"}},
      {"tuple", {}},
      {"bool", {}},
      {"list", {}},
      {"dict", {}},
      {"set", {}},
      {"frozenset", {}},
  };
  for (const ToldClass& told : kTold) {
    if (told.name == cls.name_text()) return &told;
  }
  static const ToldClass kException = {"Exception", {}};
  return cls.is_subtype_of(vm.types.base_exception) ? &kException : nullptr;
}

/// What CPython keeps in classes, and is not modelled but for dir(). False: an exception is pending.
bool complete_names(VM& vm, const Type& type, Dict& names) {
  bool has_dict = false;
  bool has_weakref = false;
  names.erase(vm.intern("__dict__"));
  const auto tell = [&](const char* name) { names.set(vm.intern(name), Value::none()); };
  for (Type* cls : type.mro) {
    if (is_of_the_program(*cls)) {
      const Value* slots = cls->attributes.find(vm.names.dunder_slots);
      for (const Ref<Object>& slot : cls->slot_names) names.set(static_cast<Str*>(slot.get()), Value::none());
      has_dict = has_dict || slots == nullptr;
      has_weakref = has_weakref || slots == nullptr;
      if (classes_tell_where_they_are(vm.python())) {
        tell("__firstlineno__");
        tell("__static_attributes__");
      }
      continue;
    }
    const ToldClass* told = told_class(vm, *cls);
    if (told == nullptr) {
      vm.refuse("dir() of " + std::string(type.name_text()), "not all the names that CPython has are modelled");
      return false;
    }
    for (const char* name : told->besides) tell(name);
    const bool has_size = told->name == "int" || told->name == "tuple";
    if (has_size) has_weakref = false;
  }
  if (objects_have_getstate(vm.python())) tell("__getstate__");
  if (floats_set_format(vm.python()) && type.is_subtype_of(vm.types.floating)) tell("__setformat__");
  if (has_dict) tell("__dict__");
  if (has_weakref) tell("__weakref__");
  return true;
}

Value builtin_dir(VM& vm, Value* arguments) {
  const Ref<Dict> names = make<Dict>();
  if (!given(arguments[0])) {
    const Value locals = current_locals(vm);
    if (!locals.is(ObjectKind::Dict) || !add_names(vm, *names, *locals.as<Dict>())) return Value();
    return sorted_keys(vm, *names);
  }
  const Value& object = arguments[0];
  if (object.is(ObjectKind::Instance)) {
    const Value own = vm.call_special(object, SpecialMethod::Dir);
    if (!own) return Value();
    if (!own.is_not_implemented()) {
      std::vector<Value> items;
      if (!vm.extend(items, own) || !sort_values(vm, items, Value::missing(), false)) return Value();
      return vm.list(static_cast<std::vector<Value>&&>(items));
    }
  }
  const Ref<Dict>* own = instance_dict(object);
  if (own != nullptr && *own && !add_names(vm, *names, **own)) return Value();
  if (!object.is(ObjectKind::Module)) {
    const Type* type = object.is(ObjectKind::Type) ? object.as<Type>() : vm.type_of(object);
    for (Type* cls : type->mro) {
      if (!add_names(vm, *names, cls->attributes)) return Value();
    }
    // Library code asks for what is modelled.
    if (is_asked_by_program(vm) && !complete_names(vm, *type, *names)) return Value();
  }
  return sorted_keys(vm, *names);
}

Value builtin_vars(VM& vm, Value* arguments) {
  if (!given(arguments[0])) return current_locals(vm);
  const Value found = vm.find_attribute(arguments[0], vm.names.dunder_dict);
  if (found && !found.is_missing()) return found;
  if (!found && !vm.error_is(vm.types.attribute_error)) return Value();
  if (!found) vm.take_error();
  return vm.raise_type_error("vars() argument must have __dict__ attribute");
}

Value builtin_globals(VM& vm, Value*) { return current_globals(vm); }
Value builtin_locals(VM& vm, Value*) { return current_locals(vm); }

/// What `site` adds for those who type at a prompt, and scripts use too. Unlike sys.exit() it takes None for a code.
Value builtin_exit(VM& vm, Value* arguments) {
  const Value exception = vm.call(Value(vm.types.system_exit), {arguments, 1});
  return exception ? vm.raise(exception) : Value();
}

constexpr NativeEntry kFunctions[] = {
    {"exit", builtin_exit, "code=None"},
    {"quit", builtin_exit, "code=None"},
    {"isinstance", builtin_isinstance, "obj, class_or_tuple, /"},
    {"issubclass", builtin_issubclass, "cls, class_or_tuple, /"},
    {"callable", builtin_callable, "obj, /"},
    {"getattr", builtin_getattr, "object, name, default=(), /"},
    {"hasattr", builtin_hasattr, "obj, name, /"},
    {"setattr", builtin_setattr, "obj, name, value, /"},
    {"delattr", builtin_delattr, "obj, name, /"},
    {"dir", builtin_dir, "object=(), /"},
    {"vars", builtin_vars, "object=(), /"},
    {"globals", builtin_globals, "/"},
    {"locals", builtin_locals, "/"},
};

}  // namespace

void install_builtin_objects(VM& vm) {
  for (const NativeEntry& entry : kFunctions) {
    vm.builtins().set(vm.intern(entry.name), vm.make_native(entry, "builtins"));
  }
  vm.builtins().set(vm.intern("NotImplemented"), Value::not_implemented());
  vm.builtins().set(vm.intern("Ellipsis"), Value::ellipsis());
  vm.builtins().set(vm.intern("__debug__"), Value::boolean(true));
}

}  // namespace sluice
