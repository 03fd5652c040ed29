// counts.h — the counts of a run as functions of time: what the small charts under the timeline show.
#pragma once

#include "trace/spans.h"
#include "trace/step_function.h"
#include "trace/trace.h"

#include <vector>

namespace sluice {

/// First those of the whole run (object 0), always all of them and in this order:
///
///   "created", "done", "failed", "cancelled"   tasks, so far
///   "in flight"   tasks whose work is under way outside: they sleep, are in a thread, or wait for a plain future
///   "waiting"     tasks that wait for a permit, lock, event, condition, barrier or queue
///   "ready"       tasks in the ready queue
///   "active"      tasks that have begun and not ended
///   "printed"     lines, so far
///
/// then those of resource_counts(), then one for each counter that the program marks, under its name.
/// Counts of states change where the spans do by events (see Span). Cost: O(events).
[[nodiscard]] std::vector<StepFunction> compute_counts(const Trace& trace, const Spans& spans);

}  // namespace sluice
