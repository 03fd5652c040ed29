#include "vm/object_types.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/language_changes.h"
#include "base/runtime_changes.h"
#include "loop/future.h"
#include "vm/annotations.h"
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/exception.h"
#include "vm/function_homes.h"
#include "vm/generator.h"
#include "vm/identity.h"
#include "vm/interpreter.h"
#include "vm/module.h"
#include "vm/native_helpers.h"
#include "vm/program_place.h"
#include "vm/queue_hooks.h"
#include "vm/traceback.h"
#include "vm/standard_library.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// A module that comes from a file says which, and where that is nobody knows here.
Value module_repr(VM& vm, const std::string& name) {
  static constexpr std::string_view kBuiltin[] = {"sys", "builtins", "time", "itertools", "gc", "errno", "atexit"};
  static constexpr std::string_view kFrozen[] = {"os", "abc", "io"};
  const auto is_one_of = [&](const auto& names) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
  };
  if (is_one_of(kFrozen) && modules_are_frozen(vm.python())) return vm.str("<module '" + name + "' (frozen)>");
  if (is_one_of(kBuiltin)) return vm.str("<module '" + name + "' (built-in)>");
  if (name == "__main__" || name == "sluice" || is_standard_module(name.substr(0, name.find('.')))) {
    return vm.refuse("the text of module " + name, "it names the file that the module is from: print its __name__");
  }
  return vm.str("<module '" + name + "'>");
}

Value or_none(const Value& value) { return value ? value : Value::none(); }
Value text_or_none(const Ref<Object>& text) { return text ? Value(text) : Value::none(); }

// ---- object ----

Value object_init(VM& vm, Value* arguments) {
  const Value self = arguments[0];
  const bool has_arguments = arguments[1].as<Tuple>()->size() > 0 || arguments[2].as<Dict>()->size() > 0;
  Type* type = vm.type_of(self);
  const bool may_be_whole = self.is(ObjectKind::Instance) || is_future(self);
  if (may_be_whole && type->payload_type != nullptr && type->payload_type->native_new != nullptr) {
    // `super().__init__(…)` of a class that derives from a builtin one: now the builtin part is made.
    const Tuple& positional = *arguments[1].as<Tuple>();
    std::vector<Value> values;
    values.push_back(is_future(self) ? self : Value(type->payload_type));
    for (const Value& value : positional.span()) values.push_back(value);
    const Ref<NativeFunction> constructor(type->payload_type->native_new);
    const Value made = vm.call(Value(constructor), values, arguments[2].as<Dict>());
    if (!made) return Value();
    if (is_future(self)) return Value::none();
    self.as<Instance>()->payload = made;
    return attach_queue_hooks(vm, *self.as<Instance>()) ? Value::none() : Value();
  }
  if (!has_arguments) return Value::none();
  const Value init = type->special(vm, SpecialMethod::Init);
  if (init) return vm.raise_type_error("object.__init__() takes exactly one argument (the instance to initialize)");
  if (!type->special(vm, SpecialMethod::New)) {
    return vm.raise_type_error(std::string(type->name_text()) +
                               ".__init__() takes exactly one argument (the instance to initialize)");
  }
  return Value::none();
}

/// The class whose `__new__` has to make instances of `type`, since those are more than objects; null: object's will
/// do. CPython names the first class that has no `__new__` in Python. Those of asyncio's that it has in Python are
/// objects.
const Type* own_maker(VM& vm, const Type& type) {
  if (&type == vm.types.object) return nullptr;
  if (type.is_builtin) return &type;
  const Type* maker = type.layout == ObjectKind::Exception ? vm.types.base_exception : type.payload_type;
  if (maker == nullptr || static_cast<Str*>(maker->module_name.get())->view() != "builtins") return nullptr;
  const Str* const new_name = vm.special_name(SpecialMethod::New);
  const Type* safe = &type;
  for (Type* ancestor : type.mro) {
    if (ancestor->is_builtin) break;
    if (ancestor->attributes.find(new_name) != nullptr) safe = nullptr;
  }
  for (const Type* ancestor : type.mro) {
    if (safe == nullptr && ancestor->is_builtin) safe = ancestor;
  }
  return safe;
}

Value object_new(VM& vm, Value* arguments) {
  if (!arguments[0].is(ObjectKind::Type)) {
    return vm.raise_type_error(std::string("object.__new__(X): X is not a type object (") + vm.type_name(arguments[0]) +
                               ")");
  }
  Type* type = arguments[0].as<Type>();
  const bool has_arguments = arguments[1].as<Tuple>()->size() > 0 || arguments[2].as<Dict>()->size() > 0;
  if (has_arguments) {
    if (type->special(vm, SpecialMethod::New)) {
      return vm.raise_type_error("object.__new__() takes exactly one argument (the type to instantiate)");
    }
    if (!type->special(vm, SpecialMethod::Init)) {
      return vm.raise_type_error(std::string(type->name_text()) + "() takes no arguments");
    }
  }
  if (const Type* safe = own_maker(vm, *type)) {
    return vm.raise_type_error(std::string("object.__new__(") + type->name_text() + ") is not safe, use " +
                               safe->name_text() + ".__new__()");
  }
  if (!check_not_abstract(vm, type)) return Value();
  return Value(new Instance(type));
}

Value object_repr(VM& vm, Value* arguments) { return vm.default_repr(arguments[0]); }
Value object_str(VM& vm, Value* arguments) { return vm.repr(arguments[0]); }
Value object_eq(VM&, Value* arguments) {
  return arguments[0].is_same(arguments[1]) ? Value::boolean(true) : Value::not_implemented();
}
Value object_ne(VM& vm, Value* arguments) {
  const Value method = vm.type_of(arguments[0])->special(vm, SpecialMethod::Eq);
  if (!method) return arguments[0].is_same(arguments[1]) ? Value::boolean(false) : Value::not_implemented();
  const Value other[1] = {arguments[1]};
  const Value result = vm.call_found(method, arguments[0], other);
  if (!result || result.is_not_implemented()) return result;
  const int truth = vm.truth(result);
  return truth < 0 ? Value() : Value::boolean(truth == 0);
}
Value object_order(VM&, Value*) { return Value::not_implemented(); }
Value object_hash(VM& vm, Value* arguments) {
  return vm.integer(static_cast<std::int64_t>(identity_of(arguments[0]) >> 4));
}

Str* name_argument(VM& vm, const Value& name) {
  if (name.is(ObjectKind::Str)) return vm.intern(name);
  vm.raise_type_error(std::string("attribute name must be string, not '") + vm.type_name(name) + "'");
  return nullptr;
}

Value object_getattribute(VM& vm, Value* arguments) {
  Str* name = name_argument(vm, arguments[1]);
  if (name == nullptr) return Value();
  const Value result = plain_get_attribute(vm, arguments[0], name);
  return result.is_missing() ? vm.raise_no_attribute(arguments[0], name) : result;
}
Value object_setattr(VM& vm, Value* arguments) {
  Str* name = name_argument(vm, arguments[1]);
  return name != nullptr && generic_set_attribute(vm, arguments[0], name, &arguments[2]) ? Value::none() : Value();
}
Value object_delattr(VM& vm, Value* arguments) {
  Str* name = name_argument(vm, arguments[1]);
  return name != nullptr && generic_set_attribute(vm, arguments[0], name, nullptr) ? Value::none() : Value();
}
Value object_format(VM& vm, Value* arguments) {
  if (!arguments[1].is(ObjectKind::Str)) {
    return vm.raise_type_error("__format__() argument must be str, not " + argument_type(vm, arguments[1]));
  }
  if (!arguments[1].as<Str>()->view().empty()) {
    return vm.raise_type_error(std::string("unsupported format string passed to ") + vm.type_name(arguments[0]) +
                               ".__format__");
  }
  return vm.to_str(arguments[0]);
}
Value object_init_subclass(VM& vm, Value* arguments) {
  if (arguments[1].as<Dict>()->size() == 0) return Value::none();
  return vm.raise_type_error(std::string(arguments[0].as<Type>()->name_text()) +
                             ".__init_subclass__() takes no keyword arguments");
}

Value object_subclass_hook(VM&, Value*) { return Value::not_implemented(); }

Value get_class(VM& vm, const Value& self) { return Value(visible_class(vm, self)); }
bool set_class(VM& vm, const Value& self, const Value& value) {
  if (!value) {
    vm.raise_type_error("can't delete __class__ attribute");
    return false;
  }
  if (!value.is(ObjectKind::Type)) {
    vm.raise_type_error("__class__ must be set to a class, not '" + type_text(vm, value) + "' object");
    return false;
  }
  const bool possible = self.is(ObjectKind::Instance) && !value.as<Type>()->is_builtin &&
                        value.as<Type>()->payload_type == self.as<Instance>()->type->payload_type;
  if (!possible) {
    vm.raise_type_error("__class__ assignment only supported for mutable types or ModuleType subclasses");
    return false;
  }
  self.as<Instance>()->type = Ref<Type>(value.as<Type>());
  return true;
}

Value get_dict(VM& vm, const Value& self) {
  Ref<Dict>* attributes = instance_dict(self);
  const Type* type = vm.type_of(self);
  const bool only_slots = std::none_of(type->mro.begin(), type->mro.end(),
                                       [](const Type* cls) { return !cls->has_slots && !cls->is_builtin; });
  // The C module's futures have a dict, but no attribute that gives it; nor do classes that only derive from them.
  const bool is_hidden =
      type->is_subtype_of(vm.types.future) && std::none_of(type->mro.begin(), type->mro.end(), [&vm](const Type* cls) {
        return !cls->has_slots && !cls->is_builtin && !cls->is_subtype_of(vm.types.future);
      });
  // What objects of Python keep in their dict is in members here.
  const bool is_inside = !self.is(ObjectKind::Instance) && !self.is(ObjectKind::Exception) &&
                         std::any_of(type->mro.begin(), type->mro.end(), [](const Type* cls) {
                           return cls->is_builtin && cls->module_name &&
                                  is_python_module(static_cast<const Str*>(cls->module_name.get())->view());
                         });
  if (is_inside && is_asked_by_program(vm))
    return vm.refuse("the __dict__ of an object of the library", "ask for its attributes by name");
  const bool has_none = self.is(ObjectKind::Instance) && (type->is_builtin || (type->has_slots && only_slots));
  if (attributes == nullptr || is_hidden || has_none) {
    return vm.raise_no_attribute(self, vm.names.dunder_dict);
  }
  // Slots are kept in the same dict: it cannot be shown where a class has both.
  const bool has_slots = std::any_of(type->mro.begin(), type->mro.end(), [](const Type* cls) {
    return std::any_of(cls->slot_names.begin(), cls->slot_names.end(), [](const Ref<Object>& slot) {
      return static_cast<const Str*>(slot.get())->view().substr(0, 2) != "__";
    });
  });
  if (has_slots) {
    return vm.refuse("__dict__ of an object that has both __slots__ and a __dict__",
                     "leave one of the two out, or ask for the attributes by name");
  }
  if (!*attributes) *attributes = make<Dict>();
  return Value(*attributes);
}
bool set_dict(VM& vm, const Value& self, const Value& value) {
  Ref<Dict>* attributes = instance_dict(self);
  if (!value) {
    // What a class statement makes begins anew with an empty one.
    if (self.is(ObjectKind::Instance) && attributes != nullptr) {
      *attributes = make<Dict>();
      return true;
    }
    vm.raise_type_error("cannot delete __dict__");
    return false;
  }
  if (attributes == nullptr || !value.is(ObjectKind::Dict)) {
    vm.raise_type_error(std::string("__dict__ must be set to a dictionary, not a '") + vm.type_name(value) + "'");
    return false;
  }
  *attributes = Ref<Dict>(value.as<Dict>());
  return true;
}

constexpr NativeEntry kObjectMethods[] = {
    {"__init__", object_init, "self, /, *args, **kwargs"},
    {"__repr__", object_repr, "self, /"},
    {"__str__", object_str, "self, /"},
    {"__eq__", object_eq, "self, value, /"},
    {"__ne__", object_ne, "self, value, /"},
    {"__lt__", object_order, "self, value, /"},
    {"__le__", object_order, "self, value, /"},
    {"__gt__", object_order, "self, value, /"},
    {"__ge__", object_order, "self, value, /"},
    {"__hash__", object_hash, "self, /"},
    {"__getattribute__", object_getattribute, "self, name, /"},
    {"__setattr__", object_setattr, "self, name, value, /"},
    {"__delattr__", object_delattr, "self, name, /"},
    {"__format__", object_format, "self, format_spec, /"},
};
constexpr NativeEntry kObjectNew[] = {{"__new__", object_new, "cls, /, *args, **kwargs"}};
constexpr NativeEntry kObjectClassMethods[] = {{"__init_subclass__", object_init_subclass, "cls, /, **kwargs"},
                                               {"__subclasshook__", object_subclass_hook, "cls, subclass, /"}};
/// Of what the program has not written. CPython has a text, which is not modelled; the library reads it as absent.
Value get_builtin_doc(VM& vm, const Value&) {
  if (!is_asked_by_program(vm)) return Value::none();
  return vm.refuse("the __doc__ of what is built in", "write the text into the program");
}
constexpr NativeAttribute kObjectAttributes[] = {
    {"__class__", get_class, set_class}, {"__dict__", get_dict, set_dict}, {"__doc__", get_builtin_doc, nullptr}};

// ---- type ----

Type* type_self(const Value& value) { return value.as<Type>(); }

Value get_type_name(VM&, const Value& self) { return Value(type_self(self)->name); }
/// False, with TypeError, where an attribute that every class has is to be deleted.
bool check_kept(VM& vm, const Value& self, const char* name, const Value& value) {
  if (value) return true;
  vm.raise_type_error(std::string("cannot delete '") + name + "' attribute of immutable type '" +
                      type_self(self)->name_text() + "'");
  return false;
}
bool set_type_name(VM& vm, const Value& self, const Value& value) {
  if (!check_kept(vm, self, "__name__", value)) return false;
  if (!value.is(ObjectKind::Str) || type_self(self)->is_builtin) {
    vm.raise_type_error(std::string("can only assign string to ") + type_self(self)->name_text() + ".__name__, not '" +
                        type_text(vm, value) + "'");
    return false;
  }
  type_self(self)->name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_type_qualname(VM&, const Value& self) { return Value(type_self(self)->qualified_name); }
bool set_type_qualname(VM& vm, const Value& self, const Value& value) {
  if (!check_kept(vm, self, "__qualname__", value)) return false;
  if (!value.is(ObjectKind::Str)) {
    vm.raise_type_error(std::string("can only assign string to ") + type_self(self)->name_text() +
                        ".__qualname__, not '" + type_text(vm, value) + "'");
    return false;
  }
  type_self(self)->qualified_name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_type_module(VM& vm, const Value& self) {
  // `type`, and the types of functions, have a descriptor under this name.
  const Value* own = type_self(self)->attributes.find(vm.names.dunder_module);
  if (own != nullptr && !own->is(ObjectKind::NativeDescriptor)) return *own;
  return text_or_none(type_self(self)->module_name);
}
bool set_type_module(VM& vm, const Value& self, const Value& value) {
  if (!check_kept(vm, self, "__module__", value)) return false;
  type_self(self)->attributes.set(vm.names.dunder_module, value);
  if (value.is(ObjectKind::Str)) type_self(self)->module_name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_type_bases(VM& vm, const Value& self) {
  std::vector<Value> bases;
  for (const Ref<Type>& base : type_self(self)->bases) bases.push_back(Value(base));
  return vm.tuple(bases);
}
bool set_type_bases(VM& vm, const Value&, const Value&) {
  vm.refuse("__bases__ set", "make another class");
  return false;
}
Value get_type_base(VM&, const Value& self) {
  const std::vector<Ref<Type>>& bases = type_self(self)->bases;
  return bases.empty() ? Value::none() : Value(bases.front());
}
Value get_type_mro(VM& vm, const Value& self) {
  std::vector<Value> mro;
  for (Type* type : type_self(self)->mro) mro.push_back(Value(type));
  return vm.tuple(mro);
}
Value get_type_doc(VM& vm, const Value& self) {
  const Type* type = type_self(self);
  const Value* own = type_self(self)->attributes.find(vm.names.dunder_doc);
  if (own != nullptr && own->is(ObjectKind::Instance)) {
    if (const Value get = vm.type_of(*own)->special(vm, SpecialMethod::Get)) {
      const Value arguments[2] = {Value::none(), self};
      return vm.call_found(get, *own, arguments);
    }
  }
  const bool has_text = own != nullptr && !own->is_none() && !own->is(ObjectKind::NativeDescriptor);
  const bool is_program = !type->is_builtin && type->module_name == vm.names.dunder_main;
  return has_text || is_program ? *own : get_builtin_doc(vm, self);
}
bool set_in_type(VM& vm, const Value& self, Str* name, const Value& value) {
  vm.class_changed();
  if (value) {
    type_self(self)->attributes.set(name, value);
    return true;
  }
  if (type_self(self)->attributes.erase(name)) return true;
  vm.raise(vm.types.attribute_error, Value(name));
  return false;
}
bool set_type_doc(VM& vm, const Value& self, const Value& value) {
  if (!check_kept(vm, self, "__doc__", value)) return false;
  return set_in_type(vm, self, vm.names.dunder_doc, value);
}
/// Since 3.14. Source: type_get_annotate() of CPython's typeobject.c.
Value get_type_annotate(VM& vm, const Value& self) {
  if (type_self(self)->is_builtin || !annotations_are_deferred(vm.python())) {
    return vm.raise_no_attribute(self, vm.intern("__annotate__"));
  }
  Dict& attributes = type_self(self)->attributes;
  for (const char* name : {"__annotate_func__", "__annotate__"}) {
    if (const Value* own = attributes.find(vm.intern(name))) return *own;
  }
  attributes.set(vm.intern("__annotate_func__"), Value::none());
  return Value::none();
}
Value get_type_annotations(VM& vm, const Value& self) {
  Dict& attributes = type_self(self)->attributes;
  if (const Value* own = attributes.find(vm.names.dunder_annotations)) return *own;
  if (type_self(self)->is_builtin) return vm.raise_no_attribute(self, vm.names.dunder_annotations);
  const bool is_deferred = annotations_are_deferred(vm.python());
  Str* cache = is_deferred ? vm.intern("__annotations_cache__") : vm.names.dunder_annotations;
  if (const Value* known = attributes.find(cache)) return *known;
  const Value annotate = is_deferred ? get_type_annotate(vm, self) : Value::none();
  if (!annotate) return annotate;
  const Value made = annotate.is_none() ? Value(make<Dict>()) : call_annotate(vm, annotate);
  if (made) attributes.set(cache, made);
  return made;
}
/// Since 3.12.
Value get_type_type_parameters(VM& vm, const Value& self) {
  Str* name = vm.intern("__type_params__");
  if (!functions_have_type_parameters(vm.python())) return vm.raise_no_attribute(self, name);
  const Value* own = type_self(self)->attributes.find(name);
  return own != nullptr ? *own : vm.tuple({});
}
bool set_type_type_parameters(VM& vm, const Value& self, const Value& value) {
  return check_kept(vm, self, "__type_params__", value) && set_in_type(vm, self, vm.intern("__type_params__"), value);
}
/// Library code gets what is modelled; the program a view that refuses to tell of the rest.
Value get_type_dict(VM& vm, const Value& self) {
  const Value names(type_self(self)->attributes.copy());
  if (!is_asked_by_program(vm)) return names;
  const Value types = vm.import_module("types");
  const Value arguments[1] = {names};
  return types ? vm.call_method(types, vm.intern("_view_of_class"), arguments) : Value();
}
bool set_type_annotations(VM& vm, const Value& self, const Value& value) {
  if (!annotations_are_deferred(vm.python())) return set_in_type(vm, self, vm.names.dunder_annotations, value);
  Dict& attributes = type_self(self)->attributes;
  Str* cache = vm.intern("__annotations_cache__");
  Str* key = attributes.find(vm.names.dunder_annotations) != nullptr ? vm.names.dunder_annotations : cache;
  if (!value && attributes.find(key) == nullptr) key = vm.names.dunder_annotations;
  if (!set_in_type(vm, self, key, value)) return false;
  attributes.erase(vm.intern("__annotate_func__"));
  attributes.erase(vm.intern("__annotate__"));
  return true;
}
bool check_annotate(VM& vm, const Value& value) {
  if (!annotations_are_deferred(vm.python())) return false;
  if (!value) {
    vm.raise_type_error("cannot delete __annotate__ attribute");
    return false;
  }
  if (value.is_none() || vm.is_callable(value)) return true;
  vm.raise_type_error("__annotate__ must be callable or None");
  return false;
}
bool set_type_annotate(VM& vm, const Value& self, const Value& value) {
  if (!check_annotate(vm, value) || !set_in_type(vm, self, vm.intern("__annotate_func__"), value)) return false;
  if (value.is_none()) return true;
  type_self(self)->attributes.erase(vm.intern("__annotations_cache__"));
  type_self(self)->attributes.erase(vm.names.dunder_annotations);
  return true;
}
Value get_abstract(VM& vm, const Value& self) {
  Str* name = vm.intern("__abstractmethods__");
  const Value* own = type_self(self)->attributes.find(name);
  return own != nullptr ? *own : vm.raise(vm.types.attribute_error, Value(name));
}
bool set_abstract(VM& vm, const Value& self, const Value& value) {
  const int any = value ? vm.truth(value) : 0;
  if (any < 0) return false;
  type_self(self)->is_abstract = any == 1;
  return set_in_type(vm, self, vm.intern("__abstractmethods__"), value);
}

Value type_mro(VM& vm, Value* arguments) {
  std::vector<Value> mro;
  for (Type* type : type_self(arguments[0])->mro) mro.push_back(Value(type));
  return vm.list(mro);
}
Value type_subclasses(VM& vm, Value* arguments) {
  std::vector<Value> found;
  for (Type* type : type_self(arguments[0])->subclasses) found.push_back(Value(type));
  return vm.list(found);
}
Value type_call(VM& vm, Value* arguments) {
  const Tuple& positional = *arguments[1].as<Tuple>();
  Dict& keywords = *arguments[2].as<Dict>();
  std::vector<Value> values(positional.span().begin(), positional.span().end());
  Ref<Tuple> names;
  if (keywords.size() > 0) {
    std::vector<Value> given;
    std::size_t position = 0;
    while (Dict::Entry* entry = keywords.next(position)) {
      given.push_back(entry->key);
      values.push_back(entry->value);
    }
    names = Tuple::of(given);
  }
  const Arguments all{values.data(), static_cast<std::uint32_t>(positional.size()), names.get()};
  return vm.interpreter().construct(type_self(arguments[0]), all);
}
Value type_instance_check(VM& vm, Value* arguments) {
  return Value::boolean(vm.is_instance(arguments[1], type_self(arguments[0])));
}
Value type_subclass_check(VM& vm, Value* arguments) {
  if (!arguments[1].is(ObjectKind::Type)) return vm.raise_type_error("issubclass() arg 1 must be a class");
  return Value::boolean(type_self(arguments[1])->is_subtype_of(type_self(arguments[0])));
}
Value type_prepare(VM&, Value*) { return Value(make<Dict>()); }

Value type_new(VM& vm, Value* arguments) {
  const Tuple& positional = *arguments[1].as<Tuple>();
  Type* metaclass = type_self(arguments[0]);
  if (positional.size() == 1 && metaclass == vm.types.type) return Value(visible_class(vm, positional[0]));
  if (positional.size() != 3) {
    return vm.raise_type_error(metaclass == vm.types.type ? "type() takes 1 or 3 arguments"
                                                          : "type.__new__() takes exactly 3 arguments (" +
                                                                std::to_string(positional.size()) + " given)");
  }
  return new_class(vm, metaclass, positional[0], positional[1], positional[2], arguments[2].as<Dict>());
}
Value type_init(VM&, Value*) { return Value::none(); }
Value type_repr(VM& vm, Value* arguments) {
  const Type* type = type_self(arguments[0]);
  std::string text = "<class '";
  if (type->module_name && static_cast<Str*>(type->module_name.get())->view() != "builtins") {
    text += static_cast<Str*>(type->module_name.get())->text() + ".";
  }
  return vm.str(text + static_cast<Str*>(type->qualified_name.get())->text() + "'>");
}

constexpr NativeEntry kTypeMethods[] = {
    {"mro", type_mro, "self, /"},
    {"__subclasses__", type_subclasses, "self, /"},
    {"__call__", type_call, "self, /, *args, **kwargs"},
    {"__instancecheck__", type_instance_check, "self, instance, /"},
    {"__subclasscheck__", type_subclass_check, "self, subclass, /"},
    {"__init__", type_init, "self, /, *args, **kwargs"},
    {"__repr__", type_repr, "self, /"},
};
constexpr NativeEntry kTypeClassMethods[] = {{"__prepare__", type_prepare, "cls, /, *args, **kwargs"}};
constexpr NativeAttribute kTypeAttributes[] = {
    {"__name__", get_type_name, set_type_name},
    {"__qualname__", get_type_qualname, set_type_qualname},
    {"__module__", get_type_module, set_type_module},
    {"__dict__", get_type_dict, nullptr},
    {"__bases__", get_type_bases, set_type_bases},
    {"__base__", get_type_base, nullptr},
    {"__mro__", get_type_mro, nullptr},
    {"__doc__", get_type_doc, set_type_doc},
    {"__annotations__", get_type_annotations, set_type_annotations},
    {"__annotate__", get_type_annotate, set_type_annotate},
    {"__type_params__", get_type_type_parameters, set_type_type_parameters},
    {"__abstractmethods__", get_abstract, set_abstract},
};

// ---- Functions and methods ----

Function* function_self(const Value& value) { return value.as<Function>(); }

Value get_function_name(VM&, const Value& self) { return Value(function_self(self)->name); }
bool set_function_name(VM& vm, const Value& self, const Value& value) {
  if (!value.is(ObjectKind::Str)) {
    vm.raise_type_error("__name__ must be set to a string object");
    return false;
  }
  function_self(self)->name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_function_qualname(VM&, const Value& self) { return Value(function_self(self)->qualified_name); }
bool set_function_qualname(VM& vm, const Value& self, const Value& value) {
  if (!value.is(ObjectKind::Str)) {
    vm.raise_type_error("__qualname__ must be set to a string object");
    return false;
  }
  function_self(self)->qualified_name = Ref<Object>(value.as<Str>());
  return true;
}
Value get_function_doc(VM& vm, const Value& self) {
  const Function* function = function_self(self);
  if (function->documentation) return function->documentation;
  return function->code->is_program ? Value::none() : get_builtin_doc(vm, self);
}
bool set_function_doc(VM&, const Value& self, const Value& value) {
  function_self(self)->documentation = value ? value : Value::none();
  return true;
}
Value get_function_module(VM&, const Value& self) { return or_none(function_self(self)->module_name); }
bool set_function_module(VM&, const Value& self, const Value& value) {
  function_self(self)->module_name = value ? value : Value::none();
  return true;
}
Value get_function_defaults(VM&, const Value& self) {
  return function_self(self)->defaults ? Value(function_self(self)->defaults) : Value::none();
}
bool set_function_defaults(VM& vm, const Value& self, const Value& value) {
  if (value && !value.is(ObjectKind::Tuple) && !value.is_none()) {
    vm.raise_type_error("__defaults__ must be set to a tuple object");
    return false;
  }
  function_self(self)->defaults = value.is(ObjectKind::Tuple) ? Ref<Tuple>(value.as<Tuple>()) : Ref<Tuple>();
  return true;
}
Value get_function_kwdefaults(VM&, const Value& self) {
  return function_self(self)->keyword_defaults ? Value(function_self(self)->keyword_defaults) : Value::none();
}
bool set_function_kwdefaults(VM& vm, const Value& self, const Value& value) {
  if (value && !value.is(ObjectKind::Dict) && !value.is_none()) {
    vm.raise_type_error("__kwdefaults__ must be set to a dict object");
    return false;
  }
  function_self(self)->keyword_defaults = value.is(ObjectKind::Dict) ? Ref<Dict>(value.as<Dict>()) : Ref<Dict>();
  return true;
}
Value get_function_code(VM&, const Value& self) { return Value(function_self(self)->code); }
Value get_function_globals(VM&, const Value& self) { return Value(function_self(self)->globals); }
Value get_function_closure(VM&, const Value& self) {
  return function_self(self)->closure ? Value(function_self(self)->closure) : Value::none();
}
Value get_function_annotations(VM& vm, const Value& self) { return function_annotations(vm, *function_self(self)); }
/// Since 3.14.
Value get_function_annotate(VM& vm, const Value& self) {
  const Value& annotate = function_self(self)->annotate;
  if (!annotations_are_deferred(vm.python())) return vm.raise_no_attribute(self, vm.intern("__annotate__"));
  return !annotate || annotate.is(ObjectKind::Tuple) ? Value::none() : annotate;
}
bool set_function_annotate(VM& vm, const Value& self, const Value& value) {
  if (!check_annotate(vm, value)) return false;
  function_self(self)->annotate = value.is_none() ? Value() : value;
  if (!value.is_none()) function_self(self)->annotations = Ref<Dict>();
  return true;
}
bool set_function_annotations(VM& vm, const Value& self, const Value& value) {
  if (value && !value.is(ObjectKind::Dict) && !value.is_none()) {
    vm.raise_type_error("__annotations__ must be set to a dict object");
    return false;
  }
  function_self(self)->annotations = value.is(ObjectKind::Dict) ? Ref<Dict>(value.as<Dict>()) : make<Dict>();
  function_self(self)->annotate = Value();
  return true;
}
/// Since 3.12.
Value get_function_type_parameters(VM& vm, const Value& self) {
  if (!functions_have_type_parameters(vm.python())) return vm.raise_no_attribute(self, vm.intern("__type_params__"));
  const Ref<Tuple>& known = function_self(self)->type_parameters;
  return known ? Value(known) : vm.tuple({});
}
bool set_function_type_parameters(VM& vm, const Value& self, const Value& value) {
  if (!value.is(ObjectKind::Tuple)) {
    vm.raise_type_error("__type_params__ must be set to a tuple");
    return false;
  }
  function_self(self)->type_parameters = Ref<Tuple>(value.as<Tuple>());
  return true;
}
Value function_get(VM&, Value* arguments) {
  if (arguments[1].is_none()) return arguments[0];
  return Value(new BoundMethod(arguments[0], arguments[1]));
}
Value function_call(VM& vm, Value* arguments) {
  return vm.call(arguments[0], arguments[1].as<Tuple>()->span(), arguments[2].as<Dict>());
}

constexpr NativeAttribute kFunctionAttributes[] = {
    {"__name__", get_function_name, set_function_name},
    {"__qualname__", get_function_qualname, set_function_qualname},
    {"__doc__", get_function_doc, set_function_doc},
    {"__module__", get_function_module, set_function_module},
    {"__defaults__", get_function_defaults, set_function_defaults},
    {"__kwdefaults__", get_function_kwdefaults, set_function_kwdefaults},
    {"__code__", get_function_code, nullptr},
    {"__globals__", get_function_globals, nullptr},
    {"__closure__", get_function_closure, nullptr},
    {"__annotations__", get_function_annotations, set_function_annotations},
    {"__annotate__", get_function_annotate, set_function_annotate},
    {"__type_params__", get_function_type_parameters, set_function_type_parameters},
};
constexpr NativeEntry kFunctionMethods[] = {
    {"__get__", function_get, "self, instance, owner=None, /"},
    {"__call__", function_call, "self, /, *args, **kwargs"},
};

/// Of a builtin function, and of a bound method of builtin data, which has the same type.
const NativeFunction* native_self(const Value& self) {
  return self.is(ObjectKind::BoundMethod) ? self.as<BoundMethod>()->function.as<NativeFunction>()
                                          : self.as<NativeFunction>();
}
Value get_native_name(VM& vm, const Value& self) { return Value(vm.intern(native_self(self)->name)); }
Value get_native_qualname(VM& vm, const Value& self) {
  const NativeFunction& function = *native_self(self);
  // A bound method in C has the name of its object's class, not of the one that defines it.
  const Type* bound_to = self.is(ObjectKind::BoundMethod) ? vm.type_of(self.as<BoundMethod>()->self) : nullptr;
  if (bound_to == nullptr || bound_to == vm.types.type || is_python_function(vm, function)) {
    return vm.str(python_qualified_name(function));
  }
  return vm.str(static_cast<Str*>(bound_to->qualified_name.get())->text() + "." + function.name);
}
Value get_native_module(VM& vm, const Value& self) {
  const NativeFunction* function = native_self(self);
  if (const char* home = home_of_function(vm, *function)) return vm.str(home);
  if (is_python_method(*function)) return Value(function->owner->module_name);
  return function->module != nullptr ? vm.str(function->module) : Value::none();
}
Value get_native_self(VM&, const Value& self) {
  return self.is(ObjectKind::BoundMethod) ? self.as<BoundMethod>()->self : Value::none();
}
constexpr NativeAttribute kNativeAttributes[] = {
    {"__self__", get_native_self, nullptr},         {"__name__", get_native_name, nullptr},
    {"__qualname__", get_native_qualname, nullptr}, {"__module__", get_native_module, nullptr},
    {"__doc__", get_builtin_doc, nullptr},
};

Value get_method_function(VM&, const Value& self) { return self.as<BoundMethod>()->function; }
Value get_method_self(VM&, const Value& self) { return self.as<BoundMethod>()->self; }
Value method_eq(VM& vm, Value* arguments) {
  const bool both = arguments[0].is(ObjectKind::BoundMethod) && arguments[1].is(ObjectKind::BoundMethod);
  if (!both) return arguments[0].is_same(arguments[1]) ? Value::boolean(true) : Value::not_implemented();
  const BoundMethod* a = arguments[0].as<BoundMethod>();
  const BoundMethod* b = arguments[1].as<BoundMethod>();
  const int same = vm.equal(a->function, b->function);
  return same < 0 ? Value() : Value::boolean(same == 1 && a->self.is_same(b->self));
}
Value method_hash(VM& vm, Value* arguments) {
  if (!arguments[0].is(ObjectKind::BoundMethod)) {
    return vm.integer(static_cast<std::int64_t>(identity_of(arguments[0]) >> 4));
  }
  const BoundMethod* method = arguments[0].as<BoundMethod>();
  return vm.integer(static_cast<std::int64_t>((identity_of(method->self) ^ (identity_of(method->function) >> 3)) >> 4));
}
Value get_method_doc(VM& vm, const Value& self) {
  return vm.get_attribute(self.as<BoundMethod>()->function, vm.names.dunder_doc);
}
/// types.MethodType(function, instance)
Value method_new(VM& vm, Value* arguments) {
  const Tuple& given = *arguments[1].as<Tuple>();
  if (given.size() != 2) {
    return vm.raise_type_error("method expected 2 arguments, got " + std::to_string(given.size()));
  }
  if (!vm.is_callable(given[0])) return vm.raise_type_error("first argument must be callable");
  if (given[1].is_none()) {
    return vm.raise_type_error(method_names_instance(vm.python()) ? "instance must not be None"
                                                                  : "self must not be None");
  }
  return Value(make<BoundMethod>(given[0], given[1]));
}
constexpr NativeAttribute kMethodAttributes[] = {{"__func__", get_method_function, nullptr},
                                                 {"__self__", get_method_self, nullptr},
                                                 {"__doc__", get_method_doc, nullptr}};
constexpr NativeEntry kMethodMethods[] = {
    {"__eq__", method_eq, "self, value, /"},
    {"__hash__", method_hash, "self, /"},
    {"__call__", function_call, "self, /, *args, **kwargs"},
};

// ---- property, classmethod, staticmethod ----

Value property_new(VM& vm, Value* arguments) {
  Ref<Property> property = make<Property>();
  property->getter = arguments[1];
  property->setter = arguments[2];
  property->deleter = arguments[3];
  property->documentation = arguments[4];
  if (arguments[4].is_none() && arguments[1].is(ObjectKind::Function)) {
    property->documentation = or_none(arguments[1].as<Function>()->documentation);
  }
  static_cast<void>(vm);
  return Value(property);
}
Ref<Property> copied(const Value& self) {
  const Property* from = self.as<Property>();
  Ref<Property> copy = make<Property>();
  copy->getter = from->getter;
  copy->setter = from->setter;
  copy->deleter = from->deleter;
  copy->documentation = from->documentation;
  copy->name = from->name;
  return copy;
}
Value property_getter(VM&, Value* arguments) {
  Ref<Property> copy = copied(arguments[0]);
  if (!arguments[1].is_none()) copy->getter = arguments[1];
  return Value(copy);
}
Value property_setter(VM&, Value* arguments) {
  Ref<Property> copy = copied(arguments[0]);
  if (!arguments[1].is_none()) copy->setter = arguments[1];
  return Value(copy);
}
Value property_deleter(VM&, Value* arguments) {
  Ref<Property> copy = copied(arguments[0]);
  if (!arguments[1].is_none()) copy->deleter = arguments[1];
  return Value(copy);
}
Value property_get(VM& vm, Value* arguments) {
  if (arguments[1].is_none()) return arguments[0];
  return get_through_descriptor(vm, arguments[0], arguments[1], vm.type_of(arguments[1]));
}
Value property_set(VM& vm, Value* arguments) {
  return set_through_descriptor(vm, arguments[0], arguments[1], &arguments[2]) ? Value::none() : Value();
}
Value property_delete(VM& vm, Value* arguments) {
  return set_through_descriptor(vm, arguments[0], arguments[1], nullptr) ? Value::none() : Value();
}
Value get_fget(VM&, const Value& self) { return or_none(self.as<Property>()->getter); }
Value get_fset(VM&, const Value& self) { return or_none(self.as<Property>()->setter); }
Value get_fdel(VM&, const Value& self) { return or_none(self.as<Property>()->deleter); }
Value get_property_doc(VM&, const Value& self) { return or_none(self.as<Property>()->documentation); }
bool set_property_doc(VM&, const Value& self, const Value& value) {
  self.as<Property>()->documentation = value ? value : Value::none();
  return true;
}
/// Something that abc.abstractmethod has marked.
Value is_abstract(VM& vm, const Value& function) {
  if (!function || function.is_none()) return Value::boolean(false);
  const Value mark = vm.find_attribute(function, vm.intern("__isabstractmethod__"));
  if (!mark) return mark;
  const int truth = mark.is_missing() ? 0 : vm.truth(mark);
  return truth < 0 ? Value() : Value::boolean(truth == 1);
}
Value get_property_abstract(VM& vm, const Value& self) {
  const Property* property = self.as<Property>();
  for (const Value* function : {&property->getter, &property->setter, &property->deleter}) {
    const Value abstract = is_abstract(vm, *function);
    if (!abstract || abstract.is_true()) return abstract;
  }
  return Value::boolean(false);
}
Value get_classmethod_abstract(VM& vm, const Value& self) { return is_abstract(vm, self.as<ClassMethod>()->function); }
Value get_staticmethod_abstract(VM& vm, const Value& self) {
  return is_abstract(vm, self.as<StaticMethod>()->function);
}

constexpr NativeEntry kPropertyNew = {"__new__", property_new, "cls, fget=None, fset=None, fdel=None, doc=None"};
constexpr NativeEntry kPropertyMethods[] = {
    {"getter", property_getter, "self, fget, /"},          {"setter", property_setter, "self, fset, /"},
    {"deleter", property_deleter, "self, fdel, /"},        {"__get__", property_get, "self, instance, owner=None, /"},
    {"__set__", property_set, "self, instance, value, /"}, {"__delete__", property_delete, "self, instance, /"},
};
constexpr NativeAttribute kPropertyAttributes[] = {
    {"__isabstractmethod__", get_property_abstract, nullptr},
    {"fget", get_fget, nullptr},
    {"fset", get_fset, nullptr},
    {"fdel", get_fdel, nullptr},
    {"__doc__", get_property_doc, set_property_doc},
};

Value classmethod_new(VM&, Value* arguments) { return Value(make<ClassMethod>(arguments[1])); }
Value staticmethod_new(VM&, Value* arguments) { return Value(make<StaticMethod>(arguments[1])); }
Value get_classmethod_function(VM&, const Value& self) { return self.as<ClassMethod>()->function; }
Value get_staticmethod_function(VM&, const Value& self) { return self.as<StaticMethod>()->function; }
Value classmethod_get(VM& vm, Value* arguments) {
  const Value cls = arguments[2].is(ObjectKind::Type) ? arguments[2] : Value(vm.type_of(arguments[1]));
  return Value(new BoundMethod(arguments[0].as<ClassMethod>()->function, cls));
}
Value staticmethod_get(VM&, Value* arguments) { return arguments[0].as<StaticMethod>()->function; }
Value staticmethod_call(VM& vm, Value* arguments) {
  return vm.call(arguments[0].as<StaticMethod>()->function, arguments[1].as<Tuple>()->span(), arguments[2].as<Dict>());
}
/// What both copy from the function that they hold (functools.update_wrapper's names). Source: functools_wraps() of
/// CPython's funcobject.c, since 3.10.
constexpr const char* kWrapped[] = {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"};
template <std::size_t kIndex>
Value get_wrapped(VM& vm, const Value& self) {
  const Value function =
      self.is(ObjectKind::ClassMethod) ? self.as<ClassMethod>()->function : self.as<StaticMethod>()->function;
  return vm.get_attribute(function, vm.intern(kWrapped[kIndex]));
}
constexpr NativeAttribute kWrappedAttributes[] = {{kWrapped[0], get_wrapped<0>, nullptr},
                                                  {kWrapped[1], get_wrapped<1>, nullptr},
                                                  {kWrapped[2], get_wrapped<2>, nullptr},
                                                  {kWrapped[3], get_wrapped<3>, nullptr},
                                                  {kWrapped[4], get_wrapped<4>, nullptr}};
constexpr NativeEntry kClassMethodNew = {"__new__", classmethod_new, "cls, function, /"};
constexpr NativeEntry kStaticMethodNew = {"__new__", staticmethod_new, "cls, function, /"};
constexpr NativeAttribute kClassMethodAttributes[] = {{"__isabstractmethod__", get_classmethod_abstract, nullptr},
                                                      {"__func__", get_classmethod_function, nullptr},
                                                      {"__wrapped__", get_classmethod_function, nullptr}};
constexpr NativeAttribute kStaticMethodAttributes[] = {{"__isabstractmethod__", get_staticmethod_abstract, nullptr},
                                                       {"__func__", get_staticmethod_function, nullptr},
                                                       {"__wrapped__", get_staticmethod_function, nullptr}};
constexpr NativeEntry kClassMethodMethods[] = {{"__get__", classmethod_get, "self, instance, owner=None, /"}};
constexpr NativeEntry kStaticMethodMethods[] = {
    {"__get__", staticmethod_get, "self, instance, owner=None, /"},
    {"__call__", staticmethod_call, "self, /, *args, **kwargs"},
};

// ---- super ----

/// super() without arguments: the class of the method that runs, and its first argument.
bool find_super_arguments(VM& vm, Value& start, Value& self) {
  const Frame* frame = vm.thread().frame;
  if (frame == nullptr || frame->code->parameter_count == 0) {
    vm.raise(vm.types.runtime_error, "super(): no arguments");
    return false;
  }
  self = frame->fast[0];
  if (self.is(ObjectKind::Cell)) self = self.as<Cell>()->content;
  if (!self || self.is_missing()) {
    vm.raise(vm.types.runtime_error, "super(): arg[0] deleted");
    return false;
  }
  for (std::uint32_t i = 0; i < frame->code->slot_count; ++i) {
    if (frame->code->slot_names[i] != vm.names.dunder_class || !frame->fast[i].is(ObjectKind::Cell)) continue;
    start = frame->fast[i].as<Cell>()->content;
    if (start.is(ObjectKind::Type)) return true;
    vm.raise(vm.types.runtime_error, "super(): empty __class__ cell");
    return false;
  }
  vm.raise(vm.types.runtime_error, "super(): __class__ cell not found");
  return false;
}

Value super_new(VM& vm, Value* arguments) {
  Value start = arguments[1];
  Value self = arguments[2];
  if (start.is_missing() && !find_super_arguments(vm, start, self)) return Value();
  if (!start.is(ObjectKind::Type)) {
    return vm.raise_type_error(std::string("super() argument 1 must be ") +
                               (super_error_has_article(vm.python()) ? "a type" : "type") + ", not " +
                               vm.type_name(start));
  }
  Ref<Super> made = make<Super>();
  made->start = Ref<Type>(start.as<Type>());
  if (self.is_missing()) return Value(made);
  made->self = self;
  if (self.is(ObjectKind::Type) && self.as<Type>()->is_subtype_of(start.as<Type>())) {
    made->type = Ref<Type>(self.as<Type>());
  } else if (vm.is_instance(self, start.as<Type>())) {
    made->type = Ref<Type>(vm.type_of(self));
  } else {
    if (!super_error_names_object(vm.python())) {
      return vm.raise_type_error("super(type, obj): obj must be an instance or subtype of type");
    }
    const bool is_class = self.is(ObjectKind::Type);
    return vm.raise_type_error(std::string("super(type, obj): obj (") + (is_class ? "type " : "instance of ") +
                               (is_class ? self.as<Type>()->name_text() : type_text(vm, self)) +
                               ") is not an instance or subtype of type (" + start.as<Type>()->name_text() + ").");
  }
  return Value(made);
}
constexpr NativeEntry kSuperNew = {"__new__", super_new, "cls, type=(), object=(), /"};

Value get_super_self(VM&, const Value& self) { return or_none(self.as<Super>()->self); }
Value get_super_start(VM&, const Value& self) { return Value(self.as<Super>()->start); }
constexpr NativeAttribute kSuperAttributes[] = {{"__self__", get_super_self, nullptr},
                                                {"__thisclass__", get_super_start, nullptr}};

// ---- code, cell, traceback ----

Value get_code_name(VM&, const Value& self) { return Value(self.as<CodeObject>()->name); }
Value get_code_qualname(VM&, const Value& self) { return Value(self.as<CodeObject>()->qualified_name); }
Value get_code_filename(VM& vm, const Value& self) { return vm.str(self.as<CodeObject>()->code->source->filename()); }
Value get_code_first_line(VM& vm, const Value& self) { return vm.integer(self.as<CodeObject>()->code->first_line); }
Value get_code_argcount(VM& vm, const Value& self) { return vm.integer(self.as<CodeObject>()->code->positional_count); }
Value get_code_posonly(VM& vm, const Value& self) {
  return vm.integer(self.as<CodeObject>()->code->positional_only_count);
}
Value get_code_kwonly(VM& vm, const Value& self) { return vm.integer(self.as<CodeObject>()->code->keyword_only_count); }
Value get_code_varnames(VM& vm, const Value& self) {
  std::vector<Value> names;
  for (const Slot& slot : self.as<CodeObject>()->code->slots) {
    if (slot.kind != SlotKind::free) names.push_back(Value(vm.intern(slot.name)));
  }
  return vm.tuple(names);
}
Value get_code_flags(VM& vm, const Value& self) {
  const Code& code = *self.as<CodeObject>()->code;
  std::int64_t flags = 3;
  if (code.has_varargs) flags |= 4;
  if (code.has_varkw) flags |= 8;
  if (code.is_generator) flags |= 0x20;
  if (code.is_coroutine) flags |= 0x80;
  if (code.is_async_generator) flags |= 0x200;
  return vm.integer(flags);
}
constexpr NativeAttribute kCodeAttributes[] = {
    {"co_name", get_code_name, nullptr},
    {"co_qualname", get_code_qualname, nullptr},
    {"co_filename", get_code_filename, nullptr},
    {"co_firstlineno", get_code_first_line, nullptr},
    {"co_argcount", get_code_argcount, nullptr},
    {"co_kwonlyargcount", get_code_kwonly, nullptr},
    {"co_posonlyargcount", get_code_posonly, nullptr},
    {"co_varnames", get_code_varnames, nullptr},
    {"co_flags", get_code_flags, nullptr},
};

Value get_cell_contents(VM& vm, const Value& self) {
  const Value& content = self.as<Cell>()->content;
  return content.is_missing() ? vm.raise_value_error("Cell is empty") : content;
}
bool set_cell_contents(VM&, const Value& self, const Value& value) {
  self.as<Cell>()->content = value ? value : Value::missing();
  return true;
}
Value cell_repr(VM& vm, Value* arguments) {
  const Value& content = arguments[0].as<Cell>()->content;
  std::string text = "<cell at " + identity_text(arguments[0]) + ": ";
  if (content.is_missing()) return vm.str(text + "empty>");
  return vm.str(text + vm.type_name(content) + " object at " + identity_text(content) + ">");
}
constexpr NativeEntry kCellMethods[] = {{"__repr__", cell_repr, "self, /"}};
constexpr NativeAttribute kCellAttributes[] = {{"cell_contents", get_cell_contents, set_cell_contents}};

Value get_traceback_next(VM&, const Value& self) {
  const Ref<Object>& next = self.as<Traceback>()->next;
  return next ? Value(next) : Value::none();
}
Value get_traceback_line(VM& vm, const Value& self) { return vm.integer(position_of(*self.as<Traceback>()).line); }
/// A frame that has ended shows its code only.
Value get_traceback_frame(VM&, const Value& self);
constexpr NativeAttribute kTracebackAttributes[] = {
    {"tb_next", get_traceback_next, nullptr},
    {"tb_lineno", get_traceback_line, nullptr},
    {"tb_frame", get_traceback_frame, nullptr},
};

/// What programs look at in a frame: its code and its line.
class FrameView : public Object {
 public:
  FrameView(Ref<Object> frame_code, std::uint32_t frame_line)
      : Object(ObjectKind::Frame), code(static_cast<Ref<Object>&&>(frame_code)), line(frame_line) {}
  Ref<Object> code;
  std::uint32_t line;
  bool may_have_gone_on = false;  ///< of a traceback, and the function has handlers: `line` may be an earlier one
};
Value get_traceback_frame(VM&, const Value& self) {
  const Traceback* entry = self.as<Traceback>();
  auto* frame = new FrameView(entry->code, static_cast<std::uint32_t>(position_of(*entry).line));
  frame->may_have_gone_on = !static_cast<const CodeObject*>(entry->code.get())->code->exceptions.empty();
  return Value(frame);
}
Value get_frame_code(VM&, const Value& self) { return Value(self.as<FrameView>()->code); }
Value get_frame_line(VM& vm, const Value& self) {
  const FrameView* frame = self.as<FrameView>();
  if (!frame->may_have_gone_on) return vm.integer(frame->line);
  return vm.refuse("f_lineno of a frame that has gone on since it raised",
                   "tb_lineno of the traceback says where it did");
}
constexpr NativeAttribute kFrameAttributes[] = {{"f_code", get_frame_code, nullptr},
                                                {"f_lineno", get_frame_line, nullptr}};

}  // namespace

Value make_frame_view(const Frame& frame) { return Value(new FrameView(Ref<Object>(frame.code), frame.line())); }

Value get_super_attribute(VM& vm, const Value& object, Str* name) {
  const Super* self = object.as<Super>();
  if (!self->type || name == vm.names.dunder_class) return generic_get_attribute(vm, object, name);
  const std::vector<Type*>& mro = self->type->mro;
  std::size_t i = 0;
  while (i < mro.size() && mro[i] != self->start.get()) ++i;
  for (++i; i < mro.size(); ++i) {
    const Value* found = mro[i]->attributes.find(name);
    if (found == nullptr) continue;
    const Value attribute = *found;
    const bool through_class = self->self.is_same(Value(self->type));
    return get_through_descriptor(vm, attribute, through_class ? Value() : self->self, self->type.get());
  }
  return generic_get_attribute(vm, object, name);
}

void install_object_types(VM& vm) {
  BuiltinTypes& types = vm.types;
  types.object = vm.define_type("object", "builtins", {}, ObjectKind::Instance);
  Type* const object_only[1] = {types.object};
  types.type = vm.define_type("type", "builtins", object_only, ObjectKind::Type);
  types.object->metaclass = types.type->metaclass = types.type;
  vm.add_methods(types.object, kObjectMethods);
  vm.add_static_methods(types.object, kObjectNew);
  vm.add_class_methods(types.object, kObjectClassMethods);
  vm.add_attributes(types.object, kObjectAttributes);
  for (const char* name : {"__class__", "__dict__"}) {
    types.object->attributes.find(vm.intern(name))->as<NativeDescriptor>()->for_whole_object = true;
  }
  vm.add_methods(types.type, kTypeMethods);
  vm.add_class_methods(types.type, kTypeClassMethods);
  vm.add_attributes(types.type, kTypeAttributes);
  vm.set_constructor(types.type, NativeEntry{"__new__", type_new, "cls, /, *args, **kwargs"});

  const auto define = [&](const char* name, ObjectKind kind) { return vm.define_type(name, "builtins", {}, kind); };
  types.function = define("function", ObjectKind::Function);
  vm.add_attributes(types.function, kFunctionAttributes);
  vm.add_methods(types.function, kFunctionMethods);
  types.native_function = define("builtin_function_or_method", ObjectKind::NativeFunction);
  vm.add_attributes(types.native_function, kNativeAttributes);
  vm.add_methods(types.native_function, std::span<const NativeEntry>(kFunctionMethods + 1, 1));
  vm.add_methods(types.native_function, std::span<const NativeEntry>(kMethodMethods, 2));
  types.bound_method = define("method", ObjectKind::BoundMethod);
  vm.set_constructor(types.bound_method, NativeEntry{"__new__", method_new, "cls, /, *args"});
  vm.add_attributes(types.bound_method, kMethodAttributes);
  vm.add_methods(types.bound_method, kMethodMethods);
  types.property = define("property", ObjectKind::Property);
  vm.set_constructor(types.property, kPropertyNew);
  vm.add_methods(types.property, kPropertyMethods);
  vm.add_attributes(types.property, kPropertyAttributes);
  types.class_method = define("classmethod", ObjectKind::ClassMethod);
  vm.set_constructor(types.class_method, kClassMethodNew);
  vm.add_attributes(types.class_method, kClassMethodAttributes);
  vm.add_attributes(types.class_method, kWrappedAttributes);
  vm.add_methods(types.class_method, kClassMethodMethods);
  types.static_method = define("staticmethod", ObjectKind::StaticMethod);
  vm.set_constructor(types.static_method, kStaticMethodNew);
  vm.add_attributes(types.static_method, kStaticMethodAttributes);
  vm.add_attributes(types.static_method, kWrappedAttributes);
  vm.add_methods(types.static_method, kStaticMethodMethods);
  types.super = define("super", ObjectKind::Super);
  vm.set_constructor(types.super, kSuperNew);
  vm.add_attributes(types.super, kSuperAttributes);
  types.module = define("module", ObjectKind::Module);
  types.code = define("code", ObjectKind::CodeObject);
  vm.add_attributes(types.code, kCodeAttributes);
  types.cell = define("cell", ObjectKind::Cell);
  vm.add_attributes(types.cell, kCellAttributes);
  vm.add_methods(types.cell, kCellMethods);
  types.traceback = define("traceback", ObjectKind::Traceback);
  vm.add_attributes(types.traceback, kTracebackAttributes);
  types.frame = define("frame", ObjectKind::Frame);
  vm.add_attributes(types.frame, kFrameAttributes);
  define("getset_descriptor", ObjectKind::NativeDescriptor);
  types.none_type = define("NoneType", ObjectKind::Instance);
  types.not_implemented_type = define("NotImplementedType", ObjectKind::Instance);
  types.ellipsis_type = define("ellipsis", ObjectKind::Instance);
  for (Type* singleton : {types.none_type, types.not_implemented_type, types.ellipsis_type}) singleton->is_final = true;
  install_generator_types(vm);

  const struct {
    const char* name;
    Type* type;
  } kVisible[] = {
      {"object", types.object},
      {"type", types.type},
      {"property", types.property},
      {"classmethod", types.class_method},
      {"staticmethod", types.static_method},
      {"super", types.super},
  };
  for (const auto& entry : kVisible) vm.builtins().set(vm.intern(entry.name), Value(entry.type));
}

// ---- Identity and default texts ----

Value VM::default_repr(const Value& value) {
  const std::string address = " at " + identity_text(value);
  if (value.is_object()) {
    switch (value.object()->kind()) {
      case ObjectKind::Function: {
        const std::string name = static_cast<Str*>(value.as<Function>()->qualified_name.get())->text();
        if (value.as<Function>()->is_builtin) return str("<built-in function " + name + ">");
        return str("<function " + name + address + ">");
      }
      case ObjectKind::NativeFunction: {
        const NativeFunction* function = value.as<NativeFunction>();
        if (is_python_function(*this, *function)) {
          return str("<function " + python_qualified_name(*function) + address + ">");
        }
        if (function->takes_self) {
          const char* kind = is_slot(function->name, function->owner->name_text()) ? "<slot wrapper '" : "<method '";
          return str(std::string(kind) + function->name + "' of '" + function->owner->name_text() + "' objects>");
        }
        return str(std::string("<built-in function ") + function->name + ">");
      }
      case ObjectKind::BoundMethod: {
        const BoundMethod* method = value.as<BoundMethod>();
        if (method->function.is(ObjectKind::NativeFunction) &&
            !is_python_method(*method->function.as<NativeFunction>())) {
          const NativeFunction* function = method->function.as<NativeFunction>();
          const bool is_wrapper = function->owner != nullptr && is_slot(function->name, function->owner->name_text());
          return str(std::string(is_wrapper ? "<method-wrapper '" : "<built-in method ") + function->name +
                     (is_wrapper ? "' of " : " of ") + type_name(method->self) + " object at " +
                     identity_text(method->self) + ">");
        }
        Value name = find_attribute(method->function, names.dunder_qualname);
        if (name.is_missing()) name = find_attribute(method->function, names.dunder_name);
        if (!name) return Value();
        const Value self = repr(method->self);
        if (!self) return Value();
        return str("<bound method " + (name.is(ObjectKind::Str) ? name.as<Str>()->text() : std::string("?")) + " of " +
                   self.as<Str>()->text() + ">");
      }
      case ObjectKind::Type: {
        Value arguments[1] = {value};
        return type_repr(*this, arguments);
      }
      case ObjectKind::StaticMethod:
        return str("<staticmethod(" + repr_text(value.as<StaticMethod>()->function) + ")>");
      case ObjectKind::ClassMethod:
        return str("<classmethod(" + repr_text(value.as<ClassMethod>()->function) + ")>");
      case ObjectKind::Module: {
        return module_repr(*this, static_cast<Str*>(value.as<Module>()->name.get())->text());
      }
      case ObjectKind::Generator:
      case ObjectKind::Coroutine:
      case ObjectKind::AsyncGenerator:
      case ObjectKind::NativeCoroutine: {
        const Value name = static_cast<const Coroutine*>(value.object())->qualified_name();
        return str(std::string("<") + type_name(value) + " object " + name.as<Str>()->text() + address + ">");
      }
      case ObjectKind::Super: {
        const Super* super = value.as<Super>();
        return str(std::string("<super: <class '") + super->start->name_text() + "'>, " +
                   (super->type ? std::string("<") + super->type->name_text() + " object>" : std::string("NULL")) +
                   ">");
      }
      case ObjectKind::CodeObject: {
        const CodeObject* code = value.as<CodeObject>();
        return str("<code object " + static_cast<Str*>(code->name.get())->text() + address + ", file \"" +
                   code->code->source->filename() + "\", line " + std::to_string(code->code->first_line) + ">");
      }
      default:
        break;
    }
  }
  const Type* type = type_of(value);
  std::string name;
  if (type->module_name && static_cast<Str*>(type->module_name.get())->view() != "builtins") {
    name = static_cast<Str*>(type->module_name.get())->text() + ".";
  }
  return str("<" + name + static_cast<Str*>(type->qualified_name.get())->text() + " object" + address + ">");
}

bool VM::is_callable(const Value& value) {
  if (!value.is_object()) return false;
  switch (value.object()->kind()) {
    case ObjectKind::Function:
    case ObjectKind::NativeFunction:
    case ObjectKind::BoundMethod:
    case ObjectKind::Type:
    case ObjectKind::StaticMethod:
      return true;
    default:
      return static_cast<bool>(type_of(value)->special(*this, SpecialMethod::Call));
  }
}

std::string VM::repr_text(const Value& value) {
  Value pending = has_error() ? take_error() : Value();
  const Value text = repr(value);
  std::string result = text ? text.as<Str>()->text() : "<unprintable " + std::string(type_name(value)) + " object>";
  if (!text && ending_ == nullptr) take_error();
  if (pending) restore_error(static_cast<Value&&>(pending));
  return result;
}

}  // namespace sluice
