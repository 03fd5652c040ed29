// resource_counts.h — how much of each resource is in use and how many wait for it, as functions of time.
#pragma once

#include "trace/step_function.h"
#include "trace/trace.h"

#include <vector>

namespace sluice {

/// For every object of the run that has something to count, in order of the first change:
///
///   semaphore, lock          "in use" (permits that tasks hold), "waiting" (tasks)
///   event, condition, barrier "waiting"
///   queue                    "size" (items), "waiting to get", "waiting to put", "unfinished"
///   pool                     "busy" (jobs under way), "queued" (jobs)
///
/// A task waits from its Wait event until it is woken, cancelled or steps again. Cost: O(events).
[[nodiscard]] std::vector<StepFunction> resource_counts(const Trace& trace);

/// The function of that name and object in a list; null if there is none.
[[nodiscard]] const StepFunction* find_function(const std::vector<StepFunction>& functions, const char* name,
                                                ObjectId object);

}  // namespace sluice
