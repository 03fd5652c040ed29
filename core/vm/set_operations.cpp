#include "vm/set_operations.h"

#include <utility>

#include "vm/native_helpers.h"
#include "vm/set_order.h"

namespace sluice {

Ref<Set> set_copy(VM& vm, Set& set, ObjectKind kind) {
  Ref<Set> copy = make<Set>(kind);
  const bool is_arranged = make_room_for(vm, *copy, set);
  copy->members.copy_from(set.members);
  if (is_arranged) {
    copy->arranged_version = copy->members.version();
    copy->places = set.places;
  }
  return copy;
}

int set_erase(VM& vm, Set& set, const Value& item) {
  // Places are not looked for in large sets.
  constexpr std::size_t kKnown = 64;
  if (set.members.size() > kKnown) {
    set.places.clear();
  } else {
    arrange_set(vm, set);
  }
  const bool is_arranged = set.arranged_version == set.members.version();
  std::size_t place = set.places.size();
  if (place > 0) {
    const Value* found = set.members.find(vm, item);
    if (vm.has_error()) return -1;
    std::size_t position = 0;
    Dict::Entry* entry = found != nullptr ? set.members.next(position) : nullptr;
    for (place = 0; entry != nullptr && &entry->value != found; ++place) entry = set.members.next(position);
  }
  const int erased = set.members.erase(vm, item);
  if (erased > 0 && place < set.places.size()) {
    set.places.erase(set.places.begin() + static_cast<std::ptrdiff_t>(place));
  }
  if (is_arranged) set.arranged_version = set.members.version();
  return erased;
}

void set_replace(Set& set, const Set& with) {
  set.members.clear();
  set.members.copy_from(with.members);
  set.table_slots = with.table_slots;
  set.places = with.places;
  if (with.arranged_version == with.members.version()) set.arranged_version = set.members.version();
}

bool set_update(VM& vm, Set& set, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  if (is_set(inner)) {
    const Ref<Set> other(inner.as<Set>());
    const bool is_arranged = make_room_for(vm, set, *other);
    std::size_t position = 0;
    while (Dict::Entry* entry = other->members.next(position)) {
      const Value key = entry->key;
      if (!set.members.set(vm, key, Value::none())) return false;
    }
    if (is_arranged) {
      set.arranged_version = set.members.version();
      set.places = other->places;
    }
    return true;
  }
  if (iterable.is(ObjectKind::Dict)) make_room(vm, set, iterable.as<Dict>()->size());
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
    if (set_erase(vm, set, item) < 0) return false;
  }
}

Ref<Set> set_filter(VM& vm, Set& a, Dict& b, bool keep, ObjectKind kind) {
  Ref<Set> result = make<Set>(kind);
  std::size_t position = 0;
  while (Dict::Entry* entry = a.members.next(position)) {
    const Value key = entry->key;
    const bool found = b.find(vm, key) != nullptr;
    if (vm.has_error()) return Ref<Set>();
    if (found == keep && !result->members.set(vm, key, Value::none())) return Ref<Set>();
  }
  return result;
}

Ref<Set> set_difference(VM& vm, Set& a, const Value& iterable) {
  const Value& inner = unwrapped(iterable);
  const bool is_sized = is_set(inner) || iterable.is(ObjectKind::Dict);
  // CPython takes a few members out of a copy, but puts those together that are left where the other is not small.
  if (is_sized && (a.members.size() >> 2) <= static_cast<std::size_t>(builtin_length(vm, inner))) {
    if (is_set(inner)) {
      arrange_sets(vm, a, *inner.as<Set>());
    } else {
      arrange_set(vm, a);
    }
    return set_filter(vm, a, is_set(inner) ? inner.as<Set>()->members : *iterable.as<Dict>(), false, a.kind());
  }
  const Ref<Set> result = set_copy(vm, a, a.kind());
  return set_subtract(vm, *result, iterable) ? result : Ref<Set>();
}

Ref<Set> set_intersection(VM& vm, Set& a, Set& b) {
  // CPython goes through the smaller one, and through the second if they are alike. Where order is that of insertion,
  // it is the first one's.
  const bool swaps = arrange_sets(vm, a, b) && b.members.size() <= a.members.size();
  return swaps ? set_filter(vm, b, a.members, true, a.kind()) : set_filter(vm, a, b.members, true, a.kind());
}

bool set_toggle(VM& vm, Set& set, Set& other) {
  if (&set == &other) {
    set_replace(set, *make<Set>());
    return true;
  }
  arrange_sets(vm, set, other);
  std::size_t position = 0;
  while (Dict::Entry* entry = other.members.next(position)) {
    const Value key = entry->key;
    const int erased = set_erase(vm, set, key);
    if (erased < 0 || (erased == 0 && !set.members.set(vm, key, Value::none()))) return false;
  }
  return true;
}

Ref<Set> set_symmetric_difference(VM& vm, Set& a, Set& b) {
  if (arrange_sets(vm, a, b)) {
    // CPython begins with a copy of the second one.
    const Ref<Set> result = set_copy(vm, b, a.kind());
    return set_toggle(vm, *result, a) ? result : Ref<Set>();
  }
  Ref<Set> result = set_filter(vm, a, b.members, false, a.kind());
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
  const Value key = unwrapped(item).is(ObjectKind::Set)
                        ? Value(set_copy(vm, *unwrapped(item).as<Set>(), ObjectKind::FrozenSet))
                        : item;
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
      result = set_copy(vm, *left, left->kind());
      if (!set_update(vm, *result, b)) return Value();
      break;
    case BinaryOperator::And:
      result = set_intersection(vm, *left, *right);
      break;
    case BinaryOperator::Subtract:
      if (in_place && a.is(ObjectKind::Set)) {
        if (left == right) {
          set_replace(*left, *make<Set>());
          return a;
        }
        arrange_sets(vm, *left, *right);
        return set_subtract(vm, *left, b) ? a : Value();
      }
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
