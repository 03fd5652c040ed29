// explain.h — what happens at a moment of a run, and why, in a few sentences.
#pragma once

#include "trace/narration.h"
#include "trace/spans.h"
#include "trace/trace.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sluice {

/// The last thing that happened, what everybody does now, who holds what, what comes next, and the chain of causes that
/// led here. Several lines; ends with a line break. Moments outside the run are said to be so. Cost: O(events).
[[nodiscard]] std::string explain(const Trace& trace, double when);

/// The sentences of the steps and timers on an event's chain of causes, oldest first, the last `most` of them.
[[nodiscard]] std::vector<std::string> why(const Trace& trace, const Narrator& narrator, EventIndex event,
                                           std::size_t most);

}  // namespace sluice
