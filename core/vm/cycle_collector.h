// cycle_collector.h — collect_cycles, what gc.collect() does.
#pragma once

namespace sluice {

class VM;

/// Ends the objects that are only referred to by one another: weak references to them die, then they are finalized in
/// the order of their making, then those that no finalizer has brought back go.
///
/// Never wrong for want of knowledge: where an object that does not tell what it holds may be in a cycle with one whose
/// end would be seen, the run is refused. Returns false then.
/// Source: gc_collect_main of CPython. Cost: O(live objects and references).
bool collect_cycles(VM& vm);

}  // namespace sluice
