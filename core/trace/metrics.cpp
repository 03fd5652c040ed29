#include "trace/metrics.h"

#include "trace/resource_counts.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>

namespace sluice {

namespace {

bool is_wait_in_queue(SpanState state) { return state >= SpanState::WaitingPermit && state <= SpanState::WaitingQueue; }

/// What is known of one object's waits and holds.
struct Usage {
  std::vector<double> waits;
  std::vector<double> holds;
  double held = 0;     // seconds, summed over permits
  double permits = 0;  // 0: not known
};

class Metrics {
 public:
  Metrics(const Trace& trace, const Spans& spans, const std::vector<StepFunction>& counts,
          const std::vector<EventIndex>& causes)
      : trace_(trace), spans_(spans), counts_(counts), causes_(causes) {}

  std::vector<Metric> run() {
    add("end", 0, "s", spans_.end);
    add_tasks();
    add_lag();
    add_loop();
    add_resources();
    add_threads();
    return std::move(metrics_);
  }

 private:
  void add(const char* name, ObjectId object, const char* unit, double value) {
    metrics_.push_back(Metric{name, object, unit, value});
  }

  void add_percentiles(const std::string& name, ObjectId object, std::vector<double>& values) {
    add((name + " p50").c_str(), object, "s", percentile(values, 0.5));
    add((name + " p95").c_str(), object, "s", percentile(values, 0.95));
    add((name + " max").c_str(), object, "s", percentile(values, 1));
  }

  [[nodiscard]] double share_of_run(double seconds) const { return spans_.end > 0 ? seconds / spans_.end : 0; }

  void add_tasks() {
    for (const char* name : {"in flight", "waiting"}) {
      const StepFunction* count = find_function(counts_, name, 0);
      add((std::string("peak ") + name).c_str(), 0, "tasks", count == nullptr ? 0 : peak(*count));
    }
    double ended = 0;
    double done = 0;
    for (const char* name : {"created", "done", "failed", "cancelled"}) {
      const StepFunction* count = find_function(counts_, name, 0);
      const double tasks = count == nullptr ? 0 : count->last();
      add(name, 0, "tasks", tasks);
      if (name != std::string("created")) ended += tasks;
      if (name == std::string("done")) done = tasks;
    }
    add("throughput", 0, "1/s", share_of_run(ended));
    add("goodput", 0, "1/s", share_of_run(done));
  }

  void add_lag() {
    std::vector<double> lags;
    for (std::size_t i = 0; i < trace_.size(); ++i) {
      const TraceEvent& event = trace_[i];
      const bool is_handle = event.kind == TraceKind::Step || event.kind == TraceKind::Callback;
      if (is_handle && causes_[i] != kNoEvent) lags.push_back(event.when - ready_since(trace_[causes_[i]]));
    }
    add_percentiles("lag", 0, lags);
  }

  /// A timer's handle should have run at its deadline; it moves to the ready queue a moment before or some time after
  /// it.
  [[nodiscard]] double ready_since(const TraceEvent& cause) const {
    if (cause.kind != TraceKind::TimerDue) return cause.when;
    return std::min(cause.when, trace_.number_of(trace_[cause.value].value));
  }

  void add_loop() {
    double busy = 0;
    double blocked = 0;
    for (const Span& span : spans_.spans) {
      if (spans_.rows[span.row].kind != RowKind::Loop) continue;
      if (span.state == SpanState::Busy) busy += span.end - span.start;
      if (span.state == SpanState::Blocked) blocked += span.end - span.start;
    }
    add("loop busy", 0, "1", share_of_run(busy));
    add("loop blocked", 0, "1", share_of_run(blocked));
  }

  void add_resources() {
    std::map<ObjectId, Usage> usages;
    for (std::size_t i = 0; i < trace_.size(); ++i) {
      if (trace_[i].kind == TraceKind::Capacity) usages[trace_[i].subject].permits = trace_[i].value;
    }
    for (const Span& span : spans_.spans) {
      if (span.on == 0) continue;
      const RowKind kind = spans_.rows[span.row].kind;
      const double length = length_by_events(trace_, span);
      if (kind == RowKind::Task && is_wait_in_queue(span.state)) usages[span.on].waits.push_back(length);
      if (kind == RowKind::Permit) usages[span.on].holds.push_back(length);
      if (kind == RowKind::Permit) usages[span.on].held += length;
    }
    for (auto& [object, usage] : usages) {
      if (!usage.waits.empty()) {
        add("waits", object, "waits", static_cast<double>(usage.waits.size()));
        add_percentiles("wait", object, usage.waits);
      }
      if (usage.holds.empty()) continue;
      add_percentiles("hold", object, usage.holds);
      if (trace_.object(object).kind == TraceObject::Lock) usage.permits = 1;
      if (usage.permits > 0) add("used", object, "1", share_of_run(usage.held) / usage.permits);
    }
  }

  void add_threads() {
    std::map<ObjectId, double> busy;
    for (const Span& span : spans_.spans) {
      const Row& row = spans_.rows[span.row];
      if (row.kind != RowKind::Thread) continue;
      busy[row.object] += span.state == SpanState::Idle ? 0 : span.end - span.start;
    }
    for (const auto& [object, seconds] : busy) add("busy", object, "1", share_of_run(seconds));
  }

  const Trace& trace_;
  const Spans& spans_;
  const std::vector<StepFunction>& counts_;
  const std::vector<EventIndex>& causes_;
  std::vector<Metric> metrics_;
};

}  // namespace

std::vector<Metric> compute_metrics(const Trace& trace, const Spans& spans, const std::vector<StepFunction>& counts,
                                    const std::vector<EventIndex>& causes) {
  return Metrics(trace, spans, counts, causes).run();
}

double length_by_events(const Trace& trace, const Span& span) { return trace[span.last].when - trace[span.first].when; }

double percentile(std::vector<double>& values, double share) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[rank == 0 ? 0 : rank - 1];
}

}  // namespace sluice
