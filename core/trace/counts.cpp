#include "trace/counts.h"

#include "trace/resource_counts.h"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

namespace sluice {

namespace {

enum class Count : std::uint8_t { Created, Done, Failed, Cancelled, InFlight, Waiting, Ready, Active, Printed, None };
constexpr const char* kCountNames[] = {"created", "done",  "failed", "cancelled", "in flight",
                                       "waiting", "ready", "active", "printed"};

/// Which count a task in this state adds one to.
Count count_of(SpanState state) {
  switch (state) {
    case SpanState::Ready:
      return Count::Ready;
    case SpanState::Sleeping:
    case SpanState::InThread:
    case SpanState::WaitingFuture:
      return Count::InFlight;
    case SpanState::WaitingPermit:
    case SpanState::WaitingLock:
    case SpanState::WaitingEvent:
    case SpanState::WaitingCondition:
    case SpanState::WaitingBarrier:
    case SpanState::WaitingQueue:
      return Count::Waiting;
    case SpanState::Done:
      return Count::Done;
    case SpanState::Failed:
      return Count::Failed;
    case SpanState::Cancelled:
      return Count::Cancelled;
    case SpanState::Running:
    case SpanState::WaitingTask:
    case SpanState::WaitingGroup:
    case SpanState::Blocked:
    case SpanState::WaitingGil:
    case SpanState::Idle:
    case SpanState::Busy:
    case SpanState::Held:
    case SpanState::Length:
      return Count::None;
  }
  return Count::None;
}

struct Change {
  EventIndex event;
  Count count;
  std::int8_t by;
};

/// The changes that the spans of tasks make, sorted by event: a counting sort, so that it is O(events).
class Changes {
 public:
  void add(EventIndex event, Count count, std::int8_t by) {
    if (count != Count::None) changes_.push_back(Change{event, count, by});
  }

  [[nodiscard]] std::vector<Change> sorted(std::size_t events) const {
    std::vector<std::uint32_t> next(events + 1, 0);
    for (const Change& change : changes_) ++next[change.event + 1];
    for (std::size_t i = 1; i < next.size(); ++i) next[i] += next[i - 1];
    std::vector<Change> result(changes_.size());
    for (const Change& change : changes_) result[next[change.event]++] = change;
    return result;
  }

 private:
  std::vector<Change> changes_;
};

void add_task_changes(const Trace& trace, const Spans& spans, Changes& changes) {
  const EventIndex last = trace.latest();
  for (std::size_t i = 0; i < spans.spans.size(); ++i) {
    const Span& span = spans.spans[i];
    if (spans.rows[span.row].kind != RowKind::Task) continue;
    const bool is_first = spans.first_span[span.row] == i;
    const Count count = count_of(span.state);
    changes.add(span.first, count, 1);
    if (is_first) changes.add(span.first, Count::Created, 1);
    if (!is_first && spans.first_span[span.row] + 1 == i) changes.add(span.first, Count::Active, 1);
    if (is_final(span.state)) changes.add(span.first, Count::Active, -1);
    if (span.last != last && !is_final(span.state)) changes.add(span.last, count, -1);
  }
}

/// A counter's value as a whole number, as near as it gets.
std::int32_t whole(double value) {
  constexpr double kMost = std::numeric_limits<std::int32_t>::max();
  if (!(value > -kMost)) return -std::numeric_limits<std::int32_t>::max();
  return static_cast<std::int32_t>(std::lround(value < kMost ? value : kMost));
}

void add_marks(const Trace& trace, std::vector<StepFunction>& counts) {
  std::unordered_map<TextId, std::size_t> place_of;
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    if (event.kind != TraceKind::Mark) continue;
    const auto [entry, is_new] = place_of.emplace(event.subject, counts.size());
    if (is_new) {
      counts.emplace_back();
      counts.back().name = trace.text_of(event.subject);
    }
    counts[entry->second].set(event.when, static_cast<EventIndex>(i), whole(trace.number_of(event.value)));
  }
}

}  // namespace

std::vector<StepFunction> compute_counts(const Trace& trace, const Spans& spans) {
  std::vector<StepFunction> counts(std::size(kCountNames));
  for (std::size_t i = 0; i < counts.size(); ++i) counts[i].name = kCountNames[i];
  Changes changes;
  add_task_changes(trace, spans, changes);
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceKind kind = trace[i].kind;
    if (kind == TraceKind::Out || kind == TraceKind::Err) changes.add(static_cast<EventIndex>(i), Count::Printed, 1);
  }
  for (const Change& change : changes.sorted(trace.size())) {
    counts[static_cast<std::size_t>(change.count)].add(trace[change.event].when, change.event, change.by);
  }
  std::vector<StepFunction> resources = resource_counts(trace);
  counts.insert(counts.end(), std::make_move_iterator(resources.begin()), std::make_move_iterator(resources.end()));
  add_marks(trace, counts);
  return counts;
}

}  // namespace sluice
