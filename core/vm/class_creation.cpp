#include "vm/class_creation.h"

#include <algorithm>
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "language/scope.h"
#include "vm/builtin_operations.h"
#include "vm/exception.h"
#include "vm/exception_group.h"
#include "vm/function.h"
#include "vm/native_inside.h"
#include "vm/object_types.h"
#include "vm/stack_array.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// The metaclass of the most derived base; null with a TypeError pending where two do not agree.
bool find_winner(VM& vm, Type*& winner, std::span<const Value> bases) {
  for (const Value& base : bases) {
    Type* other = vm.type_of(base);
    if (winner->is_subtype_of(other)) continue;
    if (!other->is_subtype_of(winner)) {
      vm.raise_type_error(
          "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of the metaclasses of "
          "all its bases");
      return false;
    }
    winner = other;
  }
  return true;
}

/// Bases with `__mro_entries__` replaced by what that says (`class C(Generic[T])`). False: an exception is pending.
bool resolve_bases(VM& vm, std::span<const Value> given, std::vector<Value>& bases, bool& changed) {
  const Value original = vm.tuple(given);
  for (const Value& base : given) {
    if (base.is(ObjectKind::Type)) {
      bases.push_back(base);
      continue;
    }
    const Value method = vm.find_attribute(base, vm.special_name(SpecialMethod::MroEntries));
    if (!method) return false;
    if (method.is_missing()) {
      bases.push_back(base);
      continue;
    }
    const Value arguments[1] = {original};
    const Value entries = vm.call(method, arguments);
    if (!entries) return false;
    if (!entries.is(ObjectKind::Tuple)) {
      vm.raise_type_error("__mro_entries__ must return a tuple");
      return false;
    }
    changed = true;
    for (const Value& entry : entries.as<Tuple>()->span()) bases.push_back(entry);
  }
  return true;
}

/// True for the classes of what only the interpreter makes (functions, coroutines, most iterators), and some others.
bool is_closed(const Type& type) {
  switch (type.layout) {
    case ObjectKind::BoundMethod:
      return true;
    case ObjectKind::Cell:
    case ObjectKind::CodeObject:
    case ObjectKind::ContextToken:
    case ObjectKind::Function:
    case ObjectKind::NativeFunction:
    case ObjectKind::Traceback:
    case ObjectKind::Frame:
    case ObjectKind::Generator:
    case ObjectKind::Coroutine:
    case ObjectKind::NativeCoroutine:
    case ObjectKind::AsyncGenerator:
    case ObjectKind::AsyncGeneratorStep:
    case ObjectKind::NativeIterator:
      return type.is_builtin && type.native_new == nullptr;
    default:
      return type.is_final;
  }
}

/// Calls `mro()` where the metaclass has its own. It may watch, but an order other than the usual one is refused.
bool ask_metaclass_for_mro(VM& vm, Type& type) {
  Str* name = vm.intern("mro");
  const Value* method = type.metaclass->find(name);
  if (method == nullptr || method->is(ObjectKind::NativeFunction)) return true;
  const Value given = vm.call_method(Value(&type), name);
  std::vector<Value> order;
  if (!given || !vm.extend(order, given)) return false;
  const bool is_usual = std::equal(order.begin(), order.end(), type.mro.begin(), type.mro.end(),
                                   [](const Value& one, Type* usual) { return one.is_same(Value(usual)); });
  if (!is_usual) vm.refuse("a metaclass whose mro() gives another order", "let the order of the bases decide");
  return is_usual;
}

/// Layout, payload and checks that come from the bases.
bool inherit(VM& vm, Type& type) {
  Type* payload = nullptr;
  for (const Ref<Type>& base : type.bases) {
    if (is_closed(*base)) {
      vm.raise_type_error(std::string("type '") + message_name(*base) + "' is not an acceptable base type");
      return false;
    }
    if (base->layout == ObjectKind::Exception) type.layout = ObjectKind::Exception;
    if (base->layout == ObjectKind::Type) type.layout = ObjectKind::Type;
  }
  for (Type* ancestor : type.mro) {
    if (ancestor == &type || !ancestor->is_builtin || ancestor == vm.types.object) continue;
    if (ancestor->layout == ObjectKind::Exception || ancestor->layout == ObjectKind::Type) continue;
    if (ancestor->native_new == nullptr) continue;
    if (payload == nullptr) payload = ancestor;
    if (payload != ancestor && !payload->is_subtype_of(ancestor)) {
      vm.raise_type_error("multiple bases have instance lay-out conflict");
      return false;
    }
  }
  type.payload_type = payload;
  return true;
}

bool take_slots(VM& vm, Type& type) {
  const Value* slots = type.attributes.find(vm.names.dunder_slots);
  if (slots == nullptr) return true;
  std::vector<Value> names;
  if (slots->is(ObjectKind::Str)) {
    names.push_back(*slots);
  } else if (!vm.extend(names, *slots)) {
    return false;
  }
  type.has_slots = true;
  for (const Value& name : names) {
    if (!name.is(ObjectKind::Str)) {
      vm.raise_type_error(std::string("__slots__ items must be strings, not '") + vm.type_name(name) + "'");
      return false;
    }
    if (name.as<Str>()->view() == "__dict__") type.has_slots = false;
    Str* mangled = vm.intern(mangle(type.name_text(), name.as<Str>()->view()));
    if (type.attributes.find(mangled) != nullptr) {
      vm.raise_value_error("'" + mangled->text() + "' in __slots__ conflicts with class variable");
      return false;
    }
    type.slot_names.push_back(Ref<Object>(mangled));
  }
  return true;
}

bool call_set_names(VM& vm, const Value& cls, Dict& name_space) {
  std::size_t position = 0;
  while (Dict::Entry* entry = name_space.next(position)) {
    const Value key = entry->key;
    const Value value = entry->value;
    if (value.is(ObjectKind::Property)) {
      if (!value.as<Property>()->name) value.as<Property>()->name = key;
      continue;
    }
    if (!value.is(ObjectKind::Instance) && !value.is(ObjectKind::NativeData)) continue;
    const Value method = vm.type_of(value)->special(vm, SpecialMethod::SetName);
    if (!method) continue;
    const Value arguments[2] = {cls, key};
    if (vm.call_found(method, value, arguments)) continue;
    if (!vm.error_is(vm.types.exception)) return false;
    const std::string text = std::string("Error calling __set_name__ on '") + vm.type_name(value) + "' instance " +
                             vm.repr_text(key) + " in '" + cls.as<Type>()->name_text() + "'";
    if (set_name_errors_are_noted(vm.python())) {
      const Value error = vm.take_error();
      const Value note[1] = {vm.str(text)};
      if (!vm.call_method(error, vm.intern("add_note"), note)) return false;
      vm.restore_error(error);
      return false;
    }
    const Value cause = vm.take_error();
    vm.raise(vm.types.runtime_error, text);
    vm.error().as<Exception>()->cause = cause;
    vm.error().as<Exception>()->context = cause;
    vm.error().as<Exception>()->suppress_context = true;
    return false;
  }
  return true;
}

bool call_init_subclass(VM& vm, Type& type, Dict* keywords) {
  Ref<Super> parent = make<Super>();
  parent->start = Ref<Type>(&type);
  parent->self = Value(&type);
  parent->type = Ref<Type>(&type);
  const Value method = vm.get_attribute(Value(parent), vm.special_name(SpecialMethod::InitSubclass));
  if (!method) return false;
  return static_cast<bool>(vm.call(method, {}, keywords));
}

}  // namespace

Value new_class(VM& vm, Type* metaclass, const Value& name, const Value& bases, const Value& name_space,
                Dict* keywords) {
  const Value& inside = unwrapped(name_space);
  if (!name.is(ObjectKind::Str)) {
    return vm.raise_type_error(std::string("type.__new__() argument 1 must be str, not ") + vm.type_name(name));
  }
  if (!bases.is(ObjectKind::Tuple)) {
    return vm.raise_type_error(std::string("type.__new__() argument 2 must be tuple, not ") + vm.type_name(bases));
  }
  if (!inside.is(ObjectKind::Dict)) {
    return vm.raise_type_error(std::string("type.__new__() argument 3 must be dict, not ") + vm.type_name(name_space));
  }
  Ref<Type> type = make<Type>(vm.intern(name));
  type->metaclass = metaclass;
  if (!find_winner(vm, type->metaclass, bases.as<Tuple>()->span())) return Value();
  for (const Value& base : bases.as<Tuple>()->span()) {
    if (!base.is(ObjectKind::Type)) return vm.raise_type_error("bases must be types");
    for (const Ref<Type>& earlier : type->bases) {
      if (earlier.get() != base.as<Type>()) continue;
      return vm.raise_type_error(std::string("duplicate base class ") + earlier->name_text());
    }
    type->bases.push_back(Ref<Type>(base.as<Type>()));
  }
  if (type->bases.empty()) type->bases.push_back(Ref<Type>(vm.types.object));
  if (type->metaclass != metaclass) {
    // `type(name, bases, namespace)` where a base has a metaclass of its own, whose `__new__` makes the class.
    Str* key = vm.special_name(SpecialMethod::New);
    const Value made_by = vm.get_attribute(Value(type->metaclass), key);
    const Value plain = vm.get_attribute(Value(vm.types.type), key);
    if (!made_by || !plain) return Value();
    const Value arguments[] = {Value(type->metaclass), name, bases, name_space};
    if (!made_by.is_same(plain)) return vm.call(made_by, arguments, keywords);
  }
  if (!type->compute_mro(vm) || !ask_metaclass_for_mro(vm, *type) || !inherit(vm, *type)) return Value();

  std::size_t position = 0;
  Value class_cell;
  Value dict_cell;
  while (Dict::Entry* entry = inside.as<Dict>()->next(position)) {
    if (!entry->key.is(ObjectKind::Str)) continue;
    Str* key = vm.intern(entry->key);
    if (key == vm.names.dunder_class_cell) {
      class_cell = entry->value;
      continue;
    }
    if (key == vm.names.dunder_class_dict_cell) {
      dict_cell = entry->value;
      continue;
    }
    if (key == vm.names.dunder_qualname) {
      if (!entry->value.is(ObjectKind::Str)) {
        return vm.raise_type_error(std::string("type __qualname__ must be a str, not ") + vm.type_name(entry->value));
      }
      type->qualified_name = Ref<Object>(entry->value.as<Str>());
      continue;
    }
    if (key == vm.names.dunder_module && entry->value.is(ObjectKind::Str))
      type->module_name = Ref<Object>(entry->value.as<Str>());
    Value value = entry->value;
    // These two are class methods and a static method without being told.
    const bool is_class_method =
        key == vm.special_name(SpecialMethod::InitSubclass) || key == vm.special_name(SpecialMethod::ClassGetItem);
    if (is_class_method && value.is(ObjectKind::Function)) value = Value(make<ClassMethod>(value));
    if (key == vm.special_name(SpecialMethod::New) && value.is(ObjectKind::Function))
      value = Value(make<StaticMethod>(value));
    type->attributes.set(key, value);
  }
  if (!type->module_name) {
    type->module_name = vm.names.dunder_main;
    type->attributes.set(vm.names.dunder_module, Value(type->module_name));
  }
  // A class with __eq__ of its own and no __hash__ is unhashable.
  const bool defines_eq = type->attributes.find(vm.special_name(SpecialMethod::Eq)) != nullptr;
  if (defines_eq && type->attributes.find(vm.special_name(SpecialMethod::Hash)) == nullptr) {
    type->attributes.set(vm.special_name(SpecialMethod::Hash), Value::none());
  }
  if (type->attributes.find(vm.names.dunder_doc) == nullptr) type->attributes.set(vm.names.dunder_doc, Value::none());
  if (!take_slots(vm, *type) || !check_overrides(vm, *type)) return Value();
  for (const Ref<Type>& base : type->bases) {
    base->subclasses.push_back(type.get());
    if (base->native_new != nullptr && type->native_new == nullptr) type->native_new = base->native_new;
  }
  vm.class_changed();
  if (class_cell.is(ObjectKind::Cell)) class_cell.as<Cell>()->content = Value(type);
  if (dict_cell.is(ObjectKind::Cell)) dict_cell.as<Cell>()->content = Value(type);
  if (!call_set_names(vm, Value(type), type->attributes)) return Value();
  if (!call_init_subclass(vm, *type, keywords)) return Value();
  return Value(type);
}

Value build_class(VM& vm, const Arguments& arguments) {
  if (arguments.positional < 2) return vm.raise_type_error("__build_class__: not enough arguments");
  const Value body = arguments.values[0];
  const Value name = arguments.values[1];
  const std::span<const Value> given(arguments.values + 2, arguments.positional - 2);
  Ref<Dict> keywords;
  Value metaclass_given;
  if (arguments.names != nullptr) {
    keywords = make<Dict>();
    for (std::size_t i = 0; i < arguments.names->size(); ++i) {
      const Value& value = arguments.values[arguments.positional + i];
      if ((*arguments.names)[i].as<Str>()->view() == "metaclass") {
        metaclass_given = value;
        continue;
      }
      keywords->set((*arguments.names)[i].as<Str>(), value);
    }
  }
  std::vector<Value> bases;
  bool changed = false;
  if (!resolve_bases(vm, given, bases, changed)) return Value();
  const bool is_given = metaclass_given.is(ObjectKind::Type);
  Type* metaclass = is_given ? metaclass_given.as<Type>() : bases.empty() ? vm.types.type : vm.type_of(bases.front());
  // What is no class is called as it is. A base need not be a class: its type is the metaclass all the same, and says
  // what is wrong when it is called.
  const bool is_any_callable = metaclass_given && !is_given;
  if (!is_any_callable && !find_winner(vm, metaclass, bases)) return Value();
  const Value maker = is_any_callable ? metaclass_given : Value(metaclass);
  const bool is_plain = !is_any_callable && metaclass == vm.types.type;
  Value name_space(make<Dict>());
  const Value bases_tuple = vm.tuple(bases);
  if (!is_plain) {
    const Value prepare = vm.find_attribute(maker, vm.intern("__prepare__"));
    if (!prepare) return Value();
    if (!prepare.is_missing()) {
      const Value prepare_arguments[2] = {name, bases_tuple};
      name_space = vm.call(prepare, prepare_arguments, keywords.get());
      if (!name_space) return Value();
      // What the body stores its names in has to be a dict, or an object of the program with the methods of one.
      if (!unwrapped(name_space).is(ObjectKind::Dict) && !name_space.is(ObjectKind::Instance)) {
        const std::string who = is_any_callable ? "<metaclass>" : metaclass->name_text();
        return vm.raise_type_error(who + ".__prepare__() must return a mapping, not " + vm.type_name(name_space));
      }
    }
  }
  const Ref<Function> function(body.as<Function>());
  const Value keep = name_space;
  const Value cell = vm.interpreter().run_code(*function, name_space.object());
  if (!cell) return Value();
  if (changed) {
    if (!vm.set_item(name_space, vm.str("__orig_bases__"), vm.tuple(given))) return Value();
  }
  if (is_plain) return new_class(vm, metaclass, name, bases_tuple, name_space, keywords.get());
  const Value class_arguments[3] = {name, bases_tuple, name_space};
  Value made = vm.call(maker, class_arguments, keywords.get());
  // A metaclass that copied the namespace may have lost the cell; the class is put there anyway.
  if (made.is(ObjectKind::Type) && cell.is(ObjectKind::Cell) && cell.as<Cell>()->content.is_missing()) {
    cell.as<Cell>()->content = made;
  }
  return made;
}

bool check_not_abstract(VM& vm, Type* type) {
  if (!type->is_abstract) return true;
  const Value names = vm.find_attribute(Value(type), vm.intern("__abstractmethods__"));
  std::vector<Value> items;
  if (!names || names.is_missing() || !vm.extend(items, names)) {
    if (vm.has_error()) vm.take_error();
    return true;
  }
  if (items.empty()) return true;
  std::vector<std::string> texts;
  for (const Value& item : items) texts.push_back(item.as<Str>()->text());
  std::sort(texts.begin(), texts.end());
  std::string listed;
  const bool quote = abstract_errors_quote_methods(vm.python());
  for (const std::string& text : texts) listed += (listed.empty() ? "" : ", ") + (quote ? "'" + text + "'" : text);
  const std::string plural = texts.size() == 1 ? "" : "s";
  vm.raise_type_error(std::string("Can't instantiate abstract class ") + type->name_text() +
                      (quote ? " without an implementation for abstract method" : " with abstract method") + plural +
                      " " + listed);
  return false;
}

Value build_class_native(VM& vm, Value* a) {
  const Tuple& given = *a[0].as<Tuple>();
  std::vector<Value> values(given.items(), given.items() + given.size());
  std::vector<Value> keywords;
  std::size_t position = 0;
  while (Dict::Entry* entry = a[1].as<Dict>()->next(position)) {
    keywords.push_back(entry->key);
    values.push_back(entry->value);
  }
  const Ref<Tuple> names = keywords.empty() ? Ref<Tuple>() : Tuple::of(keywords);
  return build_class(vm, Arguments{values.data(), static_cast<std::uint32_t>(given.size()), names.get()});
}

}  // namespace sluice
