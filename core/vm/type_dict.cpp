// dict.
#include <string>
#include <utility>

#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/dict_views.h"
#include "vm/native_helpers.h"
#include "vm/special_wrappers.h"

namespace sluice {

namespace {

bool update_from_mapping(VM& vm, Dict& dict, const Value& source) {
  const Value keys = vm.call_method(source, vm.names.keys);
  const Value iterator = keys ? vm.iterate(keys) : Value();
  if (!iterator) return false;
  while (true) {
    const Value key = vm.next(iterator);
    if (!key) return false;
    if (key.is_missing()) return true;
    const Value value = vm.get_item(source, key);
    if (!value || !dict.set(vm, key, value)) return false;
  }
}

bool update_from_pairs(VM& vm, Dict& dict, const Value& source) {
  const Value iterator = vm.iterate(source);
  if (!iterator) return false;
  for (std::size_t number = 0;; ++number) {
    const Value element = vm.next(iterator);
    if (!element) return false;
    if (element.is_missing()) return true;
    std::vector<Value> pair;
    if (!vm.extend(pair, element)) {
      if (!vm.error_is(vm.types.type_error)) return false;
      vm.take_error();
      vm.raise_type_error(pair_error_is_short(vm.python()) ? "object is not iterable"
                                                           : "cannot convert dictionary update sequence element #" +
                                                                 std::to_string(number) + " to a sequence");
      return false;
    }
    if (pair.size() != 2) {
      vm.raise_value_error("dictionary update sequence element #" + std::to_string(number) + " has length " +
                           std::to_string(pair.size()) + "; 2 is required");
      return false;
    }
    if (!dict.set(vm, pair[0], pair[1])) return false;
  }
}

}  // namespace

bool dict_update(VM& vm, Dict& dict, const Value& source) {
  const Ref<Dict> keep(&dict);
  const Value& inner = unwrapped(source);
  if (inner.is(ObjectKind::Dict)) {
    const bool plain = source.is(ObjectKind::Dict) || !vm.type_of(source)->special(vm, SpecialMethod::Iter) ||
                       vm.type_of(source)->special(vm, SpecialMethod::Iter).is(ObjectKind::NativeFunction);
    if (plain) {
      const Ref<Dict> other(inner.as<Dict>());
      std::size_t position = 0;
      while (Dict::Entry* entry = other->next(position)) {
        const Value key = entry->key;
        const Value value = entry->value;
        if (!dict.set(vm, key, value)) return false;
      }
      return true;
    }
  }
  const Value keys = vm.find_attribute(source, vm.names.keys);
  if (!keys) return false;
  return keys.is_missing() ? update_from_pairs(vm, dict, source) : update_from_mapping(vm, dict, source);
}

namespace {

Dict& self_of(const Value* arguments) { return *arguments[0].as<Dict>(); }

Value dict_init(VM& vm, Value* arguments) {
  const Ref<Dict> self(arguments[0].as<Dict>());
  if (given(arguments[1]) && !dict_update(vm, *self, arguments[1])) return Value();
  return dict_update(vm, *self, arguments[2]) ? Value::none() : Value();
}

Value dict_new(VM& vm, Value* arguments) {
  const Value dict(make<Dict>());
  Value all[3] = {dict, arguments[1], arguments[2]};
  return dict_init(vm, all) ? dict : Value();
}

Value dict_get(VM& vm, Value* arguments) {
  const Value* found = self_of(arguments).find(vm, arguments[1]);
  if (found != nullptr) return *found;
  return vm.has_error() ? Value() : arguments[2];
}

Value dict_setdefault(VM& vm, Value* arguments) {
  Dict& self = self_of(arguments);
  const Value* found = self.find(vm, arguments[1]);
  if (found != nullptr) return *found;
  if (vm.has_error() || !self.set(vm, arguments[1], arguments[2])) return Value();
  return arguments[2];
}

Value dict_pop(VM& vm, Value* arguments) {
  Value removed;
  const int erased = self_of(arguments).erase(vm, arguments[1], &removed);
  if (erased < 0) return Value();
  if (erased > 0) return removed;
  return given(arguments[2]) ? arguments[2] : vm.raise(vm.types.key_error, arguments[1]);
}

Value dict_popitem(VM& vm, Value* arguments) {
  Dict& self = self_of(arguments);
  std::size_t position = self.entry_count();
  Dict::Entry* entry = self.previous(position);
  if (entry == nullptr) return vm.raise(vm.types.key_error, "popitem(): dictionary is empty");
  const Value pair[2] = {entry->key, entry->value};
  self.erase_entry(position);
  return vm.tuple(pair);
}

Value dict_clear(VM&, Value* arguments) {
  self_of(arguments).clear();
  return Value::none();
}

Value dict_copy(VM&, Value* arguments) { return Value(self_of(arguments).copy()); }
Value dict_keys(VM& vm, Value* arguments) { return make_dict_view(vm, &self_of(arguments), DictPart::Keys); }
Value dict_values(VM& vm, Value* arguments) { return make_dict_view(vm, &self_of(arguments), DictPart::Values); }
Value dict_items(VM& vm, Value* arguments) { return make_dict_view(vm, &self_of(arguments), DictPart::Items); }

Value dict_fromkeys(VM& vm, Value* arguments) {
  const Value dict = vm.call(arguments[0]);
  const Value iterator = dict ? vm.iterate(arguments[1]) : Value();
  if (!iterator) return Value();
  while (true) {
    const Value key = vm.next(iterator);
    if (!key) return Value();
    if (key.is_missing()) return dict;
    if (!vm.set_item(dict, key, arguments[2])) return Value();
  }
}

/// `|=` takes pairs as well.
Value dict_in_place_or(VM& vm, Value* arguments) {
  return dict_update(vm, self_of(arguments), arguments[1]) ? arguments[0] : Value();
}

constexpr NativeEntry kMethods[] = {
    {"__init__", dict_init, "self, iterable=(), /, **kwargs"},
    {"get", dict_get, "self, key, default=None, /"},
    {"setdefault", dict_setdefault, "self, key, default=None, /"},
    {"pop", dict_pop, "self, key, default=(), /"},
    {"popitem", dict_popitem, "self, /"},
    {"update", dict_init, "self, iterable=(), /, **kwargs"},
    {"clear", dict_clear, "self, /"},
    {"copy", dict_copy, "self, /"},
    {"keys", dict_keys, "self, /"},
    {"values", dict_values, "self, /"},
    {"items", dict_items, "self, /"},
    {"__ior__", dict_in_place_or, "self, value, /"},
};
constexpr NativeEntry kClassMethods[] = {{"fromkeys", dict_fromkeys, "cls, iterable, value=None, /"}};

}  // namespace

void install_dict_type(VM& vm) {
  Type* type = vm.define_type("dict", "builtins", {}, ObjectKind::Dict);
  vm.types.dict = type;
  add_special_methods(vm, type,
                      Special::Repr | Special::Equality | Special::Unhashable | Special::Length | Special::GetItem |
                          Special::ChangeItems | Special::Contains | Special::Iterate | Special::Union |
                          Special::Reversed);
  vm.add_methods(type, kMethods);
  vm.add_class_methods(type, kClassMethods);
  vm.set_constructor(type, {"__new__", dict_new, "cls, iterable=(), /, **kwargs"});
  install_dict_views(vm);
}

}  // namespace sluice
