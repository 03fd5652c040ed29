// metrics.h — the numbers of a run: how long things waited, how busy they were, how late the loop ran.
#pragma once

#include "trace/spans.h"
#include "trace/step_function.h"
#include "trace/trace.h"

#include <string>
#include <vector>

namespace sluice {

struct Metric {
  std::string name;  ///< "wait p95", "peak in flight"
  ObjectId object;   ///< what it is about; 0: the whole run
  std::string unit;  ///< "s", "1" for a share from 0 to 1, "1/s", or what is counted: "tasks", "waits"
  double value;
};

/// First those of the whole run: "end", "peak in flight", "peak waiting", "created", "done", "failed", "cancelled",
/// "throughput" (tasks that ended, a second), "goodput" (tasks that ended with a result, a second),
/// "lag p50", "lag p95", "lag max" (from when a handle was ready to run until it ran),
/// "loop busy" and "loop blocked" (share of the run).
/// Then, object by object:
///   waited for     "waits", "wait p50", "wait p95", "wait max"
///   with permits   "hold p50", "hold p95", "hold max", "used" (share of the permits' time, where the capacity is
///   known) threads        "busy" (share of the run)
/// Percentiles are of the nearest rank. Waits that have not ended count as long as the run lasted. Cost: O(events log
/// events).
[[nodiscard]] std::vector<Metric> compute_metrics(const Trace& trace, const Spans& spans,
                                                  const std::vector<StepFunction>& counts,
                                                  const std::vector<EventIndex>& causes);

/// Time between the events that opened and closed a span. It differs from end - start by the cost of handles, and
/// agrees with the counts: the sum over all waits for an object is the integral of its count of waiters (Little's law).
[[nodiscard]] double length_by_events(const Trace& trace, const Span& span);

/// The value at a share of the list, from 0 to 1, nearest rank; 0 for an empty list. Sorts the list.
[[nodiscard]] double percentile(std::vector<double>& values, double share);

}  // namespace sluice
