// critical_path.h — the chain of causes from the start of a run to its end, and what its time went to. Whoever wants
// the run to end sooner has to shorten something on it.
#pragma once

#include "trace/trace.h"

#include <array>
#include <vector>

namespace sluice {

/// A stretch of the path between two of its events that follow each other.
struct PathSegment {
  EventIndex from;
  EventIndex to;
  double start;  ///< seconds
  double end;
  PathUse use;
};

struct CriticalPath {
  std::vector<EventIndex> events;     ///< from the first cause to the event asked for
  std::vector<PathSegment> segments;  ///< in order of time; together from the first event's moment to the last one's
  std::array<double, 6> totals{};     ///< seconds, by PathUse
};

/// The path to the last event of the run, or to `event`. Cost: O(events).
[[nodiscard]] CriticalPath critical_path(const Trace& trace, const std::vector<EventIndex>& causes);
[[nodiscard]] CriticalPath critical_path(const Trace& trace, const std::vector<EventIndex>& causes, EventIndex event);

}  // namespace sluice
