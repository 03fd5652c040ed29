#include "trace/critical_path.h"

#include "trace/causes.h"
#include "trace/spans.h"

#include <algorithm>
#include <cstddef>

namespace sluice {

namespace {

class PathBuilder {
 public:
  explicit PathBuilder(const Trace& trace) : trace_(trace) {}

  CriticalPath run(std::vector<EventIndex> events) {
    path_.events = std::move(events);
    for (std::size_t i = 1; i < path_.events.size(); ++i) link(path_.events[i - 1], path_.events[i]);
    return std::move(path_);
  }

 private:
  void link(EventIndex from, EventIndex to) {
    const TraceEvent& cause = trace_[from];
    const TraceEvent& effect = trace_[to];
    switch (effect.kind) {
      case TraceKind::TimerDue: {
        const double deadline = std::clamp(trace_.number_of(cause.value), cause.when, effect.when);
        add(from, to, cause.when, deadline, PathUse::Sleeping);
        return add(from, to, deadline, effect.when, PathUse::Ready);
      }
      case TraceKind::Step:
      case TraceKind::Callback: {
        const double begins = std::clamp(end_of_handle(from), cause.when, effect.when);
        add(from, to, cause.when, begins, PathUse::Running);
        return add(from, to, begins, effect.when, PathUse::Ready);
      }
      case TraceKind::BlockEnd:
        return add(from, to, cause.when, effect.when, PathUse::Blocked);
      case TraceKind::JobBegin:
        return add(from, to, cause.when, effect.when, PathUse::Queued);
      case TraceKind::GilAcquired:
        return add(from, to, cause.when, effect.when, PathUse::Gil);
      default:
        return add(from, to, cause.when, effect.when, PathUse::Running);
    }
  }

  void add(EventIndex from, EventIndex to, double start, double end, PathUse use) {
    if (!(end > start)) return;
    path_.segments.push_back(PathSegment{from, to, start, end, use});
    path_.totals[static_cast<std::size_t>(use)] += end - start;
  }

  /// When the handle that contains an event of the loop's thread ended; the event's own moment for events of workers
  /// and timers. Handles on a path are different ones, so all these searches together are O(events).
  [[nodiscard]] double end_of_handle(EventIndex event) const {
    const TraceKind kind = trace_[event].kind;
    if (trace_[event].thread != 0 || kind == TraceKind::TimerDue) return trace_[event].when;
    for (std::size_t i = event + 1; i < trace_.size(); ++i) {
      const TraceEvent& next = trace_[i];
      if (next.thread == 0 && ends_handle(next)) return handle_end_at(trace_, next);
    }
    return trace_[event].when;
  }

  const Trace& trace_;
  CriticalPath path_;
};

}  // namespace

CriticalPath critical_path(const Trace& trace, const std::vector<EventIndex>& causes) {
  if (trace.size() == 0) return {};
  return critical_path(trace, causes, trace.latest());
}

CriticalPath critical_path(const Trace& trace, const std::vector<EventIndex>& causes, EventIndex event) {
  return PathBuilder(trace).run(chain_of(causes, event));
}

}  // namespace sluice
