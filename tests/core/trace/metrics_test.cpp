#include "trace/metrics.h"

#include "catch.h"
#include "gate_example.h"
#include "random_gate.h"
#include "trace/causes.h"
#include "trace/counts.h"
#include "trace/resource_counts.h"

#include <string>
#include <vector>

namespace sluice {
namespace {

std::vector<Metric> metrics_of(const Trace& trace) {
  const Spans spans = compute_spans(trace);
  return compute_metrics(trace, spans, compute_counts(trace, spans), compute_causes(trace));
}

double value_of(const std::vector<Metric>& metrics, const std::string& name, ObjectId object = 0) {
  for (const Metric& metric : metrics) {
    if (metric.name == name && metric.object == object) return metric.value;
  }
  FAIL("no metric " << name);
  return 0;
}

}  // namespace

TEST_CASE("Little's law: tasks in the queue are arrivals times the wait", "[metrics]") {
  const auto seed = GENERATE(range(1u, 20u));
  const RandomGate gate(seed);
  const Spans spans = compute_spans(gate.trace);
  const auto counts = compute_counts(gate.trace, spans);

  double waited = 0;
  double held = 0;
  for (const Span& span : spans.spans) {
    if (span.on != gate.sem) continue;
    if (span.state == SpanState::WaitingPermit) waited += length_by_events(gate.trace, span);
    if (span.state == SpanState::Held) held += length_by_events(gate.trace, span);
  }

  const StepFunction* waiting = find_function(counts, "waiting", gate.sem);
  const StepFunction* in_use = find_function(counts, "in use", gate.sem);
  REQUIRE(in_use != nullptr);
  CHECK(integral(*in_use, spans.end) == Approx(held));
  CHECK((waiting == nullptr ? 0 : integral(*waiting, spans.end)) == Approx(waited));
}

TEST_CASE("Little's law holds for all tasks between their creation and their end", "[metrics]") {
  const auto seed = GENERATE(range(1u, 20u));
  const RandomGate gate(seed);
  const Spans spans = compute_spans(gate.trace);
  const auto counts = compute_counts(gate.trace, spans);

  double stayed = 0;
  for (const Span& span : spans.spans) {
    const bool is_over = is_final(span.state);
    if (spans.rows[span.row].kind == RowKind::Task && !is_over) stayed += length_by_events(gate.trace, span);
  }
  const double in_system = integral(*find_function(counts, "created", 0), spans.end) -
                           integral(*find_function(counts, "done", 0), spans.end);

  CHECK(in_system == Approx(stayed));
}

TEST_CASE("the gate example waits once, for a second, and holds its permit twice", "[metrics]") {
  const GateExample example;

  const auto metrics = metrics_of(example.trace);

  CHECK(value_of(metrics, "end") == Approx(2.00008));
  CHECK(value_of(metrics, "done") == 3);
  CHECK(value_of(metrics, "waits", example.sem) == 1);
  CHECK(value_of(metrics, "wait p50", example.sem) == Approx(1.0).epsilon(1e-4));
  CHECK(value_of(metrics, "hold max", example.sem) == Approx(1.00001).epsilon(1e-4));
  CHECK(value_of(metrics, "used", example.sem) == Approx(1).epsilon(1e-3));
  CHECK(value_of(metrics, "peak in flight") == 1);
  CHECK(value_of(metrics, "goodput") == Approx(1.5).epsilon(1e-3));
  CHECK(value_of(metrics, "loop busy") < 1e-3);
}

TEST_CASE("a loop that is blocked runs its timers late", "[metrics]") {
  TraceBuilder builder;
  builder.at(0);
  const ObjectId a = builder.task(1, "a"), b = builder.task(2, "b");
  builder.at(0, a).step(0, StepEnd::Waiting, 2);
  const EventIndex timer = builder.timer(a, 0.1);
  builder.wait(WaitKind::Sleep, 0, 2);
  builder.at(0, b).step(1, StepEnd::Finished, 0);
  builder.event(TraceKind::BlockBegin, BlockKind::Sleep, 0, 5);
  builder.at(1, b).event(TraceKind::BlockEnd, BlockKind::Sleep, 0, 5);
  const EventIndex due = builder.at(1).event(TraceKind::TimerDue, a, timer);
  builder.callback(due, CallbackKind::SleepTimer, a);
  builder.at(1).event(TraceKind::End);

  const auto metrics = metrics_of(builder.trace);

  CHECK(value_of(metrics, "lag max") == Approx(0.9));
  CHECK(value_of(metrics, "loop blocked") == Approx(1));
}

TEST_CASE("percentiles are values of the list, of the nearest rank", "[metrics]") {
  std::vector<double> values = {5, 1, 4, 2, 3};

  CHECK(percentile(values, 0.5) == 3);
  CHECK(percentile(values, 0.95) == 5);
  CHECK(percentile(values, 0) == 1);
  values.clear();
  CHECK(percentile(values, 0.5) == 0);
}

}  // namespace sluice
