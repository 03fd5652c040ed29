// table.h — the trace and its spans as text in fixed columns: stable, readable in a diff, one line an event or span.
#pragma once

#include "trace/spans.h"
#include "trace/trace.h"

#include <string>

namespace sluice {

/// step  when  thread  task  kind  detail  subject  value, with names for ids:
///
///     step  when          thread  task    kind             detail      subject   value
///        7  0.000010000        -  Task-2  Wait             Sleep       -         line 5
///
/// Ends with a line break. Cost: O(events).
[[nodiscard]] std::string trace_table(const Trace& trace);

/// row  state  start  end  from  to  line  on  by
[[nodiscard]] std::string spans_table(const Trace& trace, const Spans& spans);

/// What an event's `subject` or `value` holds, in words: "Task-2", "line 5", "event 12", "1.5", "'text'"; "-" for none.
[[nodiscard]] std::string field_text(const Trace& trace, const char* meaning, std::uint32_t field);

/// Name of the enumerator in an event's `detail`; "" for kinds without one.
[[nodiscard]] std::string detail_text(const TraceEvent& event);

}  // namespace sluice
