#include "vm/set_operations.h"

#include <utility>

#include "vm/native_helpers.h"
#include "vm/set_order.h"

namespace sluice {

Ref<Set> set_copy(VM& vm, Set& set, ObjectKind kind) {
  Ref<Set> copy = make<Set>(kind);
  return set_merge(vm, *copy, set) ? copy : Ref<Set>();
}

namespace {

/// Calls `visit` with each item of an iterable until one is false; then false.
template <typename Visit>
bool for_each(VM& vm, const Value& iterable, Visit visit) {
  const Value iterator = vm.iterate(iterable);
  if (!iterator) return false;
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return true;
    if (!visit(item)) return false;
  }
}

/// True if the order of both is their tables'.
bool have_tables(const Set& a, const Set& b) {
  return (a.table || a.members.size() == 0) && (b.table || b.members.size() == 0);
}

/// A new set of the items of `a` that `b` has (`keep`) or has not.
Ref<Set> set_filter(VM& vm, Set& a, Dict& b, bool keep, ObjectKind kind) {
  Ref<Set> result = make<Set>(kind);
  arrange_set(a);
  std::size_t position = 0;
  while (Dict::Entry* entry = a.members.next(position)) {
    const Value key = entry->key;
    const bool found = b.find(vm, key) != nullptr;
    if (vm.has_error()) return Ref<Set>();
    if (found == keep && !set_insert(vm, *result, key)) return Ref<Set>();
  }
  return result;
}

}  // namespace

bool set_update(VM& vm, Set& set, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  if (is_set(inner)) return set_merge(vm, set, *inner.as<Set>());
  if (iterable.is(ObjectKind::Dict)) make_room(set, iterable.as<Dict>()->size());
  return for_each(vm, iterable, [&](const Value& item) { return set_insert(vm, set, item); });
}

Ref<Set> make_set(VM& vm, const Value& iterable, ObjectKind kind) {
  Ref<Set> set = make<Set>(kind);
  if (given(iterable) && !set_update(vm, *set, iterable)) return Ref<Set>();
  return set;
}

bool set_subtract(VM& vm, Set& set, const Value& iterable) {
  if (unwrapped(iterable).is_same(Value(&set))) {
    set_clear(set);
    return true;
  }
  const auto erase = [&](const Value& item) { return set_erase(vm, set, item) >= 0; };
  if (!for_each(vm, iterable, erase)) return false;
  tidy_up(set);
  return true;
}

Ref<Set> set_difference(VM& vm, Set& a, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  const bool is_sized = is_set(inner) || iterable.is(ObjectKind::Dict);
  // CPython takes a few members out of a copy, but puts those together that are left where the other is not small.
  if (is_sized && (a.members.size() >> 2) <= static_cast<std::size_t>(builtin_length(vm, inner))) {
    return set_filter(vm, a, is_set(inner) ? inner.as<Set>()->members : *iterable.as<Dict>(), false, a.kind());
  }
  const Ref<Set> result = set_copy(vm, a, a.kind());
  return result && set_subtract(vm, *result, iterable) ? result : Ref<Set>();
}

Ref<Set> set_intersection(VM& vm, Set& a, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  if (is_set(inner)) {
    Set& b = *inner.as<Set>();
    if (&a == &b) return set_copy(vm, a, a.kind());
    // CPython goes through the smaller one, and through the second if they are alike. Where order is that of
    // insertion, it is the first one's.
    const bool swaps = have_tables(a, b) && b.members.size() <= a.members.size();
    return swaps ? set_filter(vm, b, a.members, true, a.kind()) : set_filter(vm, a, b.members, true, a.kind());
  }
  if (!a.table) {
    const Ref<Set> other = make_set(vm, iterable);
    return other ? set_filter(vm, a, other->members, true, a.kind()) : other;
  }
  Ref<Set> result = make<Set>(a.kind());
  const bool done = for_each(vm, iterable, [&](const Value& item) {
    const bool found = a.members.find(vm, item) != nullptr;
    return !vm.has_error() && (!found || set_insert(vm, *result, item));
  });
  return done ? result : Ref<Set>();
}

namespace {

bool toggle_keys(VM& vm, Set& set, Dict& other) {
  std::size_t position = 0;
  while (Dict::Entry* entry = other.next(position)) {
    const Value key = entry->key;
    const int erased = set_erase(vm, set, key);
    if (erased < 0 || (erased == 0 && !set_insert(vm, set, key))) return false;
  }
  return true;
}

}  // namespace

bool set_toggle(VM& vm, Set& set, Set& other) {
  if (&set == &other) {
    set_clear(set);
    return true;
  }
  arrange_set(other);
  return toggle_keys(vm, set, other.members);
}

bool set_toggle_items(VM& vm, Set& set, const Value& iterable) {
  if (iterable.is(ObjectKind::Dict)) return toggle_keys(vm, set, *iterable.as<Dict>());
  const Value& inner = unwrapped(iterable);
  const Ref<Set> other = is_set(inner) ? Ref<Set>(inner.as<Set>()) : make_set(vm, iterable);
  return other && set_toggle(vm, set, *other);
}

Ref<Set> set_symmetric_difference(VM& vm, Set& a, Set& b) {
  // CPython begins with a copy of the second one. Where order is that of insertion, it is the first one's.
  const bool swaps = have_tables(a, b);
  const Ref<Set> result = set_copy(vm, swaps ? b : a, a.kind());
  return result && set_toggle(vm, *result, swaps ? a : b) ? result : Ref<Set>();
}

int set_is_disjoint(VM& vm, Set& a, Set& b) {
  std::size_t position = 0;
  while (Dict::Entry* entry = a.members.next(position)) {
    const Value key = entry->key;
    const bool found = b.members.find(vm, key) != nullptr;
    if (vm.has_error()) return -1;
    if (found) return 0;
  }
  return 1;
}

int set_is_subset(VM& vm, Set& a, Set& b) {
  if (a.members.size() > b.members.size()) return 0;
  std::size_t position = 0;
  while (Dict::Entry* entry = a.members.next(position)) {
    const Value key = entry->key;
    const bool found = b.members.find(vm, key) != nullptr;
    if (vm.has_error()) return -1;
    if (!found) return 0;
  }
  return 1;
}

Value set_key(VM& vm, const Value& item) {
  const Value inner = unwrapped(item);
  if (!inner.is(ObjectKind::Set)) return item;
  const bool has_own_hash = vm.type_of(item)->special(vm, SpecialMethod::Hash).is(ObjectKind::Function);
  return has_own_hash ? item : Value(set_copy(vm, *inner.as<Set>(), ObjectKind::FrozenSet));
}

int set_contains(VM& vm, Set& set, const Value& item) {
  const bool found = set.members.find(vm, set_key(vm, item)) != nullptr;
  return vm.has_error() ? -1 : found;
}

Value set_binary(VM& vm, BinaryOperator op, bool in_place, const Value& a, const Value& b) {
  if (!is_set(a) || !is_set(b)) return Value::not_implemented();
  const Ref<Set> left(a.as<Set>());
  const Ref<Set> right(b.as<Set>());
  Ref<Set> result;
  switch (op) {
    case BinaryOperator::Or:
      if (in_place && a.is(ObjectKind::Set)) return set_update(vm, *left, b) ? a : Value();
      result = set_copy(vm, *left, left->kind());
      if (!result || !set_update(vm, *result, b)) return Value();
      break;
    case BinaryOperator::And:
      result = set_intersection(vm, *left, b);
      break;
    case BinaryOperator::Subtract:
      if (in_place && a.is(ObjectKind::Set)) return set_subtract(vm, *left, b) ? a : Value();
      result = set_difference(vm, *left, b);
      break;
    case BinaryOperator::Xor:
      if (in_place && a.is(ObjectKind::Set)) return set_toggle(vm, *left, *right) ? a : Value();
      result = set_symmetric_difference(vm, *left, *right);
      break;
    default:
      return Value::not_implemented();
  }
  if (!result) return Value();
  if (!in_place || !a.is(ObjectKind::Set)) return Value(result);
  set_replace(*left, *result);
  return a;
}

Value set_compare(VM& vm, CompareOperator op, const Value& a, const Value& b) {
  if (!is_set(a) || !is_set(b)) return Value::not_implemented();
  const NestingGuard guard(vm, " in comparison");
  if (!guard.ok()) return Value();
  const Ref<Set> left(a.as<Set>());
  const Ref<Set> right(b.as<Set>());
  const std::size_t mine = left->members.size();
  const std::size_t others = right->members.size();
  int truth = 0;
  switch (op) {
    case CompareOperator::Equal:
    case CompareOperator::NotEqual:
      truth = mine == others ? set_is_subset(vm, *left, *right) : 0;
      if (truth >= 0 && op == CompareOperator::NotEqual) truth = truth == 0;
      break;
    case CompareOperator::Less:
      truth = mine < others ? set_is_subset(vm, *left, *right) : 0;
      break;
    case CompareOperator::LessEqual:
      truth = set_is_subset(vm, *left, *right);
      break;
    case CompareOperator::Greater:
      truth = mine > others ? set_is_subset(vm, *right, *left) : 0;
      break;
    case CompareOperator::GreaterEqual:
      truth = set_is_subset(vm, *right, *left);
      break;
  }
  return truth < 0 ? Value() : Value::boolean(truth > 0);
}

}  // namespace sluice
