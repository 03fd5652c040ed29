// set_order.h — the order in which a set of numbers is visited: CPython's, which a program can rely on.
#pragma once

#include "vm/containers.h"

namespace sluice {

class VM;

/// Puts the members into the order of CPython's hash table, where that is the same in every run: for ints, floats,
/// bools and tuples of them. Other sets (texts, objects) keep the order of insertion (decision D2).
///
/// Exact for sets that grew by insertion and from other sets; what a table looks like after removals is rebuilt from
/// the order at hand. Call before a set is visited. Cost: O(n) after an insertion, else O(1).
void arrange_set(VM& vm, Set& set);

/// The same for both operands of a set operation. False: at least one keeps the order of insertion.
bool arrange_sets(VM& vm, Set& a, Set& b);

/// `count` members are about to come at once: CPython makes room for all of them first.
void make_room(VM& vm, Set& set, std::size_t count);
/// The same for the members of another set, which come in its order. True if its table is copied as it is: then the
/// order is known once they are there.
bool make_room_for(VM& vm, Set& set, Set& other);
/// A frozenset among the constants of a code: until 3.13 it is made anew of its members as they lie.
void arrange_constant(VM& vm, Set& set);

}  // namespace sluice
