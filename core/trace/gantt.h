// gantt.h — the timeline of a run as text for a terminal: a row a task, worker thread and permit, and the critical path
// below.
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <string>

namespace sluice {

struct GanttOptions {
  std::size_t width = 80;       ///< columns in all; at least 40 are used
  bool unicode = true;          ///< false: ASCII only
  std::size_t most_rows = 100;  ///< further tasks are only counted
};

/// Long stretches in which nothing happens are shortened and marked. A cell shows what its row did most of that time; a
/// step is shown however short it was. Rows of permits, and the critical path, name tasks by the last character of
/// their names. Ends with a legend of the signs that occur, and a line break. Cost: O(events log events).
[[nodiscard]] std::string gantt(const Trace& trace, const GanttOptions& options);

}  // namespace sluice
