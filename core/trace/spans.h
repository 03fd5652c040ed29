// spans.h — Spans, the trace as rows and intervals: which task, thread or permit was in which state from when to when,
// and why.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sluice {

/// What rows of kind Queue count, in the words of resource_counts.h.
inline constexpr const char* kQueueRowNames[] = {"waiting", "size", "waiting to get", "waiting to put", "queued"};

/// One line of the timeline.
struct Row {
  RowKind kind;
  ObjectId object;    ///< the task, worker, semaphore, queue, pool or loop
  std::uint32_t sub;  ///< permits: which one, from 0, lowest free number first; queues: index in kQueueRowNames
};

/// One state of one row.
///
/// There are two orders, time and events, and both tile a row without gaps or overlaps while it exists (permits and
/// queues have gaps where nothing is held). In time, a task runs until its handle ends, which costs time; by events, it
/// waits from its Wait event on. So at a playhead "just after event n", the state is that with first <= n < last.
struct Span {
  std::uint32_t row;  ///< index in Spans::rows
  double start;       ///< seconds
  double end;         ///< seconds; not less than start
  SpanState state;
  EventIndex first;     ///< the event that opens it
  EventIndex last;      ///< the event that closes it; the last of the run for what is open then
  std::uint32_t line;   ///< of the program: where a task stands; 0: unknown or nowhere
  ObjectId on;          ///< what is waited for, held or done: resource, task, job
  ObjectId by;          ///< permits: the task that holds it; threads: the task that gave the job; the GIL: the
                        ///< worker or loop whose thread holds it, 0: the main thread outside of a loop
  std::uint32_t value;  ///< Length: how many; the GIL: number of the thread that holds it; else 0
};

struct Spans {
  std::vector<Row> rows;    ///< in drawing order: the loop, tasks by creation, threads, the GIL, permits and queues
  std::vector<Span> spans;  ///< sorted by row, then by start and first
  std::vector<std::uint32_t> first_span;  ///< by row: its first span; one more entry at the end
  double end = 0;                         ///< moment of the last event
};

/// Computes all rows and spans. Cost: O(events).
[[nodiscard]] Spans compute_spans(const Trace& trace);

/// "Task-2", "sem permit 1", "sem waiting", "event loop".
[[nodiscard]] std::string row_name(const Trace& trace, const Row& row);

/// The state of a task that waits like this.
[[nodiscard]] SpanState state_of_wait(WaitKind kind);

/// True for the states of a task that has ended.
[[nodiscard]] bool is_final(SpanState state);

/// True for events of the loop's thread that show that the handle before them has ended.
[[nodiscard]] bool ends_handle(const TraceEvent& event);

/// The moment at which the handle before such an event ended: the event's own, but a jump's beginning.
[[nodiscard]] double handle_end_at(const Trace& trace, const TraceEvent& event);

}  // namespace sluice
