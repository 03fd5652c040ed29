#include "trace/metrics.h"

#include "catch.h"
#include "gate_example.h"
#include "trace/causes.h"
#include "trace/counts.h"
#include "trace/resource_counts.h"

#include <cstdint>
#include <deque>
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

/// A made-up run: tasks come at random moments, hold one of a few permits for a random time, and go.
struct RandomGate : TraceBuilder {
  ObjectId sem = 0;

  explicit RandomGate(std::uint32_t seed) : state_(seed) {
    at(0);
    sem = object(TraceObject::Semaphore, "sem");
    free_ = 1 + next(4);
    event(TraceKind::Capacity, sem, free_);
    double now = 0;
    for (std::uint32_t number = 1; number <= 40; ++number) {
      now += next(100) * 0.01;
      run_until(now);
      arrive(now, number);
    }
    run_until(now + 1e9);
    at(now + 1e3).event(TraceKind::End);
  }

 private:
  std::uint32_t next(std::uint32_t bound) {
    state_ = state_ * 1664525u + 1013904223u;
    return (state_ >> 16) % bound;
  }

  void arrive(double now, std::uint32_t number) {
    at(now);
    const ObjectId job = task(number, "job");
    at(now, job).step(trace.latest(), StepEnd::Waiting, 4);
    if (free_ > 0) return hold(now, job);
    wait(WaitKind::Semaphore, sem, 4);
    queue_.push_back(job);
  }

  void hold(double now, ObjectId job) {
    event(TraceKind::Acquired, sem, --free_);
    wait(WaitKind::Future, 0, 5);
    leaving_.push_back({now + next(200) * 0.01, job});
  }

  void run_until(double moment) {
    while (true) {
      std::size_t best = leaving_.size();
      for (std::size_t i = 0; i < leaving_.size(); ++i) {
        if (leaving_[i].when <= moment && (best == leaving_.size() || leaving_[i].when < leaving_[best].when)) best = i;
      }
      if (best == leaving_.size()) return;
      const Leaving next_one = leaving_[best];
      leaving_.erase(leaving_.begin() + static_cast<std::ptrdiff_t>(best));
      leave(next_one.when, next_one.task);
    }
  }

  void leave(double now, ObjectId job) {
    at(now, job).step(trace.latest(), StepEnd::Finished, 0);
    event(TraceKind::Released, sem, ++free_);
    EventIndex woken = kNoEvent;
    if (!queue_.empty()) woken = event(TraceKind::WaiterWoken, sem, queue_.front());
    done(job, TaskEnd::Result, "None");
    if (woken == kNoEvent) return;
    const ObjectId waiter = queue_.front();
    queue_.pop_front();
    at(now, waiter).step(woken, StepEnd::Waiting, 5);
    hold(now, waiter);
  }

  struct Leaving {
    double when;
    ObjectId task;
  };
  std::uint32_t state_;
  std::uint32_t free_ = 0;
  std::deque<ObjectId> queue_;
  std::vector<Leaving> leaving_;
};

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
