// set_order.h — how members come into a set and go, and the order in which they are visited.
#pragma once

#include "vm/containers.h"

namespace sluice {

class VM;

/// Adds a key. False with an exception pending when it is unhashable or comparing raised.
///
/// A set of keys whose hash is the same in every run of CPython (ints, floats, bools, complex numbers, tuples and
/// frozensets of them, objects whose `__hash__` is made of such) keeps its table as CPython does (set_table.h), and is
/// visited in its order, which a program can rely on. Other sets (texts, objects) keep the order of insertion:
/// CPython's is left to chance (decision D2). Cost: O(1) on average.
bool set_insert(VM& vm, Set& set, const Value& key);
/// 1, 0, -1: takes a member out.
int set_erase(VM& vm, Set& set, const Value& key);
/// Takes a member out, the one that CPython's would give. Missing: there is none.
Value set_pop(Set& set);
void set_clear(Set& set);
/// Adds the members of another set.
bool set_merge(VM& vm, Set& set, Set& other);
/// `count` members are about to come at once: CPython makes room for all of them first.
void make_room(Set& set, std::size_t count);
/// Many members have gone at once: a table in which over a quarter of the slots is lost is made anew.
void tidy_up(Set& set);
/// Puts the members into the order of the table. Call before a set is visited. Cost: O(slots) after a change, else
/// O(1).
void arrange_set(Set& set);
/// `set` becomes what `with` is.
void set_replace(Set& set, Set& with);
/// A frozenset among the constants of a code: until 3.13 it is made anew of its members as they lie.
Ref<Set> arranged_constant(VM& vm, const Ref<Set>& set);

}  // namespace sluice
