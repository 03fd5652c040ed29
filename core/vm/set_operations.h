// set_operations.h — the algebra of set and frozenset. Results keep the order of the left operand, then of the right.
#pragma once

#include "base/value.h"
#include "vm/builtin_operations.h"
#include "vm/containers.h"

namespace sluice {

[[nodiscard]] inline bool is_set(const Value& value) {
  return value.is(ObjectKind::Set) || value.is(ObjectKind::FrozenSet);
}

/// Null where an exception is pending.
Ref<Set> make_set(VM& vm, const Value& iterable, ObjectKind kind = ObjectKind::Set);
/// Adds all items of an iterable.
bool set_update(VM& vm, Set& set, const Value& iterable);
/// Drops from `set` what `iterable` has.
bool set_subtract(VM& vm, Set& set, const Value& iterable);
/// A new set of the members of `a` that `iterable` has not.
Ref<Set> set_difference(VM& vm, Set& a, const Value& iterable);
/// A new set of the items that `a` and `iterable` have.
Ref<Set> set_intersection(VM& vm, Set& a, const Value& iterable);
/// Takes the members of `other` out of `set` that are in it, and adds those that are not.
bool set_toggle(VM& vm, Set& set, Set& other);
/// The same with what any iterable has, each once.
bool set_toggle_items(VM& vm, Set& set, const Value& iterable);
Ref<Set> set_symmetric_difference(VM& vm, Set& a, Set& b);
/// 1, 0, -1: every member of `a` is in `b`.
int set_is_subset(VM& vm, Set& a, Set& b);
/// 1, 0, -1: no member of `a` is in `b`.
int set_is_disjoint(VM& vm, Set& a, Set& b);
/// What to look for in a set: for a set its frozenset, unless its class says itself what its hash is.
Value set_key(VM& vm, const Value& item);
/// 1, 0, -1
int set_contains(VM& vm, Set& set, const Value& item);
Ref<Set> set_copy(VM& vm, Set& set, ObjectKind kind);

/// `a op b` for two sets; not_implemented for other operators and operands.
Value set_binary(VM& vm, BinaryOperator op, bool in_place, const Value& a, const Value& b);
Value set_compare(VM& vm, CompareOperator op, const Value& a, const Value& b);

}  // namespace sluice
