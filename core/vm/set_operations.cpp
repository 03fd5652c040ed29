#include "vm/set_operations.h"

#include <utility>

#include "vm/native_helpers.h"
#include "vm/set_order.h"

namespace sluice {

Ref<Set> set_copy(const Set& set, ObjectKind kind) {
  Ref<Set> copy = make<Set>(kind);
  copy->members.copy_from(set.members);
  return copy;
}

bool set_update(VM& vm, Set& set, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  if (is_set(inner)) {
    const Ref<Set> other(inner.as<Set>());
    std::size_t position = 0;
    while (Dict::Entry* entry = other->members.next(position)) {
      const Value key = entry->key;
      if (!set.members.set(vm, key, Value::none())) return false;
    }
    return true;
  }
  const Value iterator = vm.iterate(iterable);
  if (!iterator) return false;
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return true;
    if (!set.members.set(vm, item, Value::none())) return false;
  }
}

Ref<Set> make_set(VM& vm, const Value& iterable, ObjectKind kind) {
  Ref<Set> set = make<Set>(kind);
  if (given(iterable) && !set_update(vm, *set, iterable)) return Ref<Set>();
  return set;
}

bool set_subtract(VM& vm, Set& set, const Value& iterable) {
  const Value iterator = vm.iterate(iterable);
  if (!iterator) return false;
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return true;
    if (set.members.erase(vm, item) < 0) return false;
  }
}

Ref<Set> set_filter(VM& vm, Set& a, Dict& b, bool keep) {
  Ref<Set> result = make<Set>(a.kind());
  std::size_t position = 0;
  while (Dict::Entry* entry = a.members.next(position)) {
    const Value key = entry->key;
    const bool found = b.find(vm, key) != nullptr;
    if (vm.has_error()) return Ref<Set>();
    if (found == keep && !result->members.set(vm, key, Value::none())) return Ref<Set>();
  }
  return result;
}

Ref<Set> set_intersection(VM& vm, Set& a, Set& b) {
  // CPython goes through the smaller one, and through the second if they are alike. Where order is that of insertion,
  // it is the first one's.
  const bool swaps = arrange_sets(vm, a, b) && b.members.size() <= a.members.size();
  Ref<Set> result = swaps ? set_filter(vm, b, a.members, true) : set_filter(vm, a, b.members, true);
  if (result && result->kind() != a.kind()) result = set_copy(*result, a.kind());
  return result;
}

Ref<Set> set_symmetric_difference(VM& vm, Set& a, Set& b) {
  if (arrange_sets(vm, a, b)) {
    // CPython begins with a copy of the second one.
    Ref<Set> result = set_copy(b, a.kind());
    std::size_t position = 0;
    while (Dict::Entry* entry = a.members.next(position)) {
      const Value key = entry->key;
      const int erased = result->members.erase(vm, key);
      if (erased < 0 || (erased == 0 && !result->members.set(vm, key, Value::none()))) return Ref<Set>();
    }
    return result;
  }
  Ref<Set> result = set_filter(vm, a, b.members, false);
  if (!result) return result;
  std::size_t position = 0;
  while (Dict::Entry* entry = b.members.next(position)) {
    const Value key = entry->key;
    const bool found = a.members.find(vm, key) != nullptr;
    if (vm.has_error()) return Ref<Set>();
    if (!found && !result->members.set(vm, key, Value::none())) return Ref<Set>();
  }
  return result;
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

int set_contains(VM& vm, Set& set, const Value& item) {
  const Value key =
      unwrapped(item).is(ObjectKind::Set) ? Value(set_copy(*unwrapped(item).as<Set>(), ObjectKind::FrozenSet)) : item;
  const bool found = set.members.find(vm, key) != nullptr;
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
      arrange_sets(vm, *left, *right);
      result = set_copy(*left, left->kind());
      if (!set_update(vm, *result, b)) return Value();
      break;
    case BinaryOperator::And:
      result = set_intersection(vm, *left, *right);
      break;
    case BinaryOperator::Subtract:
      arrange_sets(vm, *left, *right);
      result = set_filter(vm, *left, right->members, false);
      break;
    case BinaryOperator::Xor:
      result = set_symmetric_difference(vm, *left, *right);
      break;
    default:
      return Value::not_implemented();
  }
  if (!result) return Value();
  if (!in_place || !a.is(ObjectKind::Set)) return Value(result);
  left->members.clear();
  left->members.copy_from(result->members);
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
