// set_order.h — the order in which a set of numbers is visited: CPython's, which a program can rely on.
#pragma once

#include "vm/containers.h"

namespace sluice {

class VM;

/// Puts the members into the order of CPython's hash table, where that is the same in every run: for ints, floats,
/// bools and tuples of them. Other sets (texts, objects) keep the order of insertion (decision D2).
///
/// Exact for sets that grew by insertion; what a table looks like after removals and set operations is rebuilt from the
/// order at hand. Call before a set is visited. Cost: O(n) after an insertion, else O(1).
void arrange_set(VM& vm, Set& set);

/// The same for both operands of a set operation. False: at least one keeps the order of insertion.
bool arrange_sets(VM& vm, Set& a, Set& b);

}  // namespace sluice
