// chrome_trace.h — a run in the Chrome trace-event form, which Perfetto and chrome://tracing open.
#pragma once

#include "trace/trace.h"

#include <string>

namespace sluice {

/// One JSON object. Rows of the timeline are threads of three processes (event loop and tasks; worker threads;
/// resources), spans are complete events, counts are counters, output lines are instants, and arrows lead from what
/// made a task ready to its step. Microseconds of virtual time. Source: "Trace Event Format", the JSON Object Format.
[[nodiscard]] std::string chrome_trace(const Trace& trace);

}  // namespace sluice
