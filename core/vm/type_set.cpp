// set and frozenset.
#include <utility>

#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/native_helpers.h"
#include "vm/set_operations.h"
#include "vm/set_order.h"
#include "vm/special_wrappers.h"

namespace sluice {

namespace {

Set& self_of(const Value* arguments) { return *arguments[0].as<Set>(); }

/// Any iterable as a set; sets stay what they are.
Ref<Set> as_set(VM& vm, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  return is_set(inner) ? Ref<Set>(inner.as<Set>()) : make_set(vm, iterable);
}

Value set_new(VM& vm, Value* arguments) {
  const Ref<Set> set = make_set(vm, arguments[1], ObjectKind::Set);
  return set ? Value(set) : Value();
}

Value frozenset_new(VM& vm, Value* arguments) {
  if (arguments[1].is(ObjectKind::FrozenSet)) return arguments[1];
  const Ref<Set> set = make_set(vm, arguments[1], ObjectKind::FrozenSet);
  return set ? Value(set) : Value();
}

Value set_init(VM& vm, Value* arguments) {
  set_clear(self_of(arguments));
  const Ref<Set> items = make_set(vm, arguments[1]);
  if (!items) return Value();
  set_replace(self_of(arguments), *items);
  return Value::none();
}

Value set_copy_method(VM& vm, Value* arguments) {
  if (arguments[0].is(ObjectKind::FrozenSet)) return arguments[0];
  const Ref<Set> copy = set_copy(vm, self_of(arguments), ObjectKind::Set);
  return copy ? Value(copy) : Value();
}

Value set_union(VM& vm, Value* arguments) {
  const Ref<Set> result = set_copy(vm, self_of(arguments), self_of(arguments).kind());
  if (!result) return Value();
  for (const Value& other : rest(arguments[1]).span()) {
    if (!set_update(vm, *result, other)) return Value();
  }
  return Value(result);
}

Value set_intersection_method(VM& vm, Value* arguments) {
  Ref<Set> result(&self_of(arguments));
  const Tuple& others = rest(arguments[1]);
  for (const Value& other : others.span()) {
    result = set_intersection(vm, *result, other);
    if (!result) return Value();
  }
  if (others.size() > 0) return Value(result);
  result = set_copy(vm, *result, result->kind());
  return result ? Value(result) : Value();
}

Value set_difference_method(VM& vm, Value* arguments) {
  Ref<Set> result;
  for (const Value& other : rest(arguments[1]).span()) {
    if (!result) {
      result = set_difference(vm, self_of(arguments), other);
      if (!result) return Value();
    } else if (!set_subtract(vm, *result, other)) {
      return Value();
    }
  }
  if (!result) result = set_copy(vm, self_of(arguments), self_of(arguments).kind());
  return result ? Value(result) : Value();
}

Value set_symmetric(VM& vm, Value* arguments) {
  const Ref<Set> other = as_set(vm, arguments[1]);
  const Ref<Set> result = other ? set_symmetric_difference(vm, self_of(arguments), *other) : Ref<Set>();
  return result ? Value(result) : Value();
}

Value set_isdisjoint(VM& vm, Value* arguments) {
  const Ref<Set> other = as_set(vm, arguments[1]);
  if (!other) return Value();
  const int truth = set_is_disjoint(vm, self_of(arguments), *other);
  return truth < 0 ? Value() : Value::boolean(truth > 0);
}

Value set_issubset(VM& vm, Value* arguments) {
  const Ref<Set> other = as_set(vm, arguments[1]);
  const int truth = other ? set_is_subset(vm, self_of(arguments), *other) : -1;
  return truth < 0 ? Value() : Value::boolean(truth > 0);
}

Value set_issuperset(VM& vm, Value* arguments) {
  const Ref<Set> other = as_set(vm, arguments[1]);
  const int truth = other ? set_is_subset(vm, *other, self_of(arguments)) : -1;
  return truth < 0 ? Value() : Value::boolean(truth > 0);
}

constexpr NativeEntry kCommon[] = {
    {"copy", set_copy_method, "self, /"},
    {"union", set_union, "self, /, *others"},
    {"intersection", set_intersection_method, "self, /, *others"},
    {"difference", set_difference_method, "self, /, *others"},
    {"symmetric_difference", set_symmetric, "self, other, /"},
    {"isdisjoint", set_isdisjoint, "self, other, /"},
    {"issubset", set_issubset, "self, other, /"},
    {"issuperset", set_issuperset, "self, other, /"},
};

// ---- set alone ----

Value set_add(VM& vm, Value* arguments) {
  return set_insert(vm, self_of(arguments), arguments[1]) ? Value::none() : Value();
}

/// 1, 0, -1
int discard(VM& vm, Set& set, const Value& item) { return set_erase(vm, set, set_key(vm, item)); }

Value set_discard(VM& vm, Value* arguments) {
  return discard(vm, self_of(arguments), arguments[1]) < 0 ? Value() : Value::none();
}

Value set_remove(VM& vm, Value* arguments) {
  const int erased = discard(vm, self_of(arguments), arguments[1]);
  if (erased < 0) return Value();
  return erased > 0 ? Value::none() : vm.raise(vm.types.key_error, arguments[1]);
}

Value set_pop_method(VM& vm, Value* arguments) {
  const Value item = set_pop(self_of(arguments));
  return item.is_missing() ? vm.raise(vm.types.key_error, "pop from an empty set") : item;
}

Value set_clear_method(VM&, Value* arguments) {
  set_clear(self_of(arguments));
  return Value::none();
}

Value set_update_method(VM& vm, Value* arguments) {
  const Ref<Set> self(&self_of(arguments));
  for (const Value& other : rest(arguments[1]).span()) {
    if (!set_update(vm, *self, other)) return Value();
  }
  return Value::none();
}

Value set_intersection_update(VM& vm, Value* arguments) {
  const Value result = set_intersection_method(vm, arguments);
  if (!result) return Value();
  set_replace(self_of(arguments), *result.as<Set>());
  return Value::none();
}

Value set_difference_update(VM& vm, Value* arguments) {
  const Ref<Set> self(&self_of(arguments));
  for (const Value& other : rest(arguments[1]).span()) {
    if (!set_subtract(vm, *self, other)) return Value();
  }
  return Value::none();
}

Value set_symmetric_update(VM& vm, Value* arguments) {
  return set_toggle_items(vm, self_of(arguments), arguments[1]) ? Value::none() : Value();
}

constexpr NativeEntry kMutable[] = {
    {"__init__", set_init, "self, iterable=(), /"},
    {"add", set_add, "self, object, /"},
    {"discard", set_discard, "self, object, /"},
    {"remove", set_remove, "self, object, /"},
    {"pop", set_pop_method, "self, /"},
    {"clear", set_clear_method, "self, /"},
    {"update", set_update_method, "self, /, *others"},
    {"intersection_update", set_intersection_update, "self, /, *others"},
    {"difference_update", set_difference_update, "self, /, *others"},
    {"symmetric_difference_update", set_symmetric_update, "self, other, /"},
};

constexpr std::uint32_t kSpecials = Special::Repr | Special::Equality | Special::Order | Special::Length |
                                    Special::Contains | Special::Iterate | Special::Algebra;

}  // namespace

void install_set_types(VM& vm) {
  Type* set = vm.define_type("set", "builtins", {}, ObjectKind::Set);
  vm.types.set = set;
  add_special_methods(vm, set, kSpecials | Special::Unhashable | Special::InPlaceAlgebra);
  vm.add_methods(set, kCommon);
  vm.add_methods(set, kMutable);
  vm.set_constructor(set, {"__new__", set_new, "cls, iterable=(), /"});

  Type* frozenset = vm.define_type("frozenset", "builtins", {}, ObjectKind::FrozenSet);
  vm.types.frozenset = frozenset;
  add_special_methods(vm, frozenset, kSpecials | Special::Hash);
  vm.add_methods(frozenset, kCommon);
  vm.set_constructor(frozenset, {"__new__", frozenset_new, "cls, iterable=(), /"});
}

}  // namespace sluice
