// resource_spans.cpp — the rows of resources: who holds which permit, and how many wait or are queued. See span_rows.h.

#include "trace/resource_counts.h"
#include "trace/span_rows.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <iterator>
#include <queue>
#include <unordered_map>
#include <utility>
#include <vector>

namespace sluice {

namespace {

/// The permits of one semaphore or lock that tasks hold.
struct Permits {
  std::vector<std::uint32_t> rows;                                                      // by number of the permit
  std::priority_queue<std::uint32_t, std::vector<std::uint32_t>, std::greater<>> free;  // numbers, lowest first
  std::unordered_map<ObjectId, std::vector<std::uint32_t>> held_by;                     // by task: numbers
  std::deque<std::pair<std::uint32_t, EventIndex>> oldest;  // number and event that took it; some are returned already
};

class PermitSpans {
 public:
  PermitSpans(const Trace& trace, SpanRows& rows) : trace_(trace), rows_(rows) {}

  void run() {
    for (index_ = 0; index_ < trace_.size(); ++index_) {
      const TraceEvent& event = trace_[index_];
      if (event.kind == TraceKind::Acquired) take(permits_[event.subject], event);
      if (event.kind == TraceKind::Released) give_back(permits_[event.subject], event);
    }
  }

 private:
  void take(Permits& permits, const TraceEvent& event) {
    std::uint32_t number = static_cast<std::uint32_t>(permits.rows.size());
    if (permits.free.empty()) {
      permits.rows.push_back(rows_.add_row(RowKind::Permit, event.subject, number));
    } else {
      number = permits.free.top();
      permits.free.pop();
    }
    permits.held_by[event.task].push_back(number);
    permits.oldest.emplace_back(number, index_);
    rows_.open(permits.rows[number],
               Span{0, event.when, event.when, SpanState::Held, index_, index_, 0, event.subject, event.task, 0});
  }

  /// The releasing task's own permit, latest first; if it has none, that which is held longest.
  void give_back(Permits& permits, const TraceEvent& event) {
    ObjectId holder = event.task;
    const auto own = permits.held_by.find(holder);
    std::uint32_t number = 0;
    if (own != permits.held_by.end() && !own->second.empty()) {
      number = own->second.back();
      own->second.pop_back();
    } else if (!take_oldest(permits, number)) {
      return;
    }
    rows_.close(permits.rows[number], event.when, index_);
    permits.free.push(number);
  }

  bool take_oldest(Permits& permits, std::uint32_t& number) {
    while (!permits.oldest.empty()) {
      const auto [candidate, taken_at] = permits.oldest.front();
      permits.oldest.pop_front();
      const std::uint32_t row = permits.rows[candidate];
      if (!rows_.is_open(row) || rows_.current(row).first != taken_at) continue;
      number = candidate;
      std::erase(permits.held_by[rows_.current(row).by], candidate);
      return true;
    }
    return false;
  }

  const Trace& trace_;
  SpanRows& rows_;
  std::unordered_map<ObjectId, Permits> permits_;
  EventIndex index_ = 0;
};

/// A row for each function that counts who waits or what is queued.
void add_length_rows(const Trace& trace, SpanRows& rows) {
  for (const StepFunction& function : resource_counts(trace)) {
    const auto* const name = std::find(std::begin(kQueueRowNames), std::end(kQueueRowNames), function.name);
    if (name == std::end(kQueueRowNames)) continue;
    const auto sub = static_cast<std::uint32_t>(name - std::begin(kQueueRowNames));
    const std::uint32_t row = rows.add_row(RowKind::Queue, function.object, sub);
    for (std::size_t i = 0; i < function.when.size(); ++i) {
      const double when = function.when[i];
      const EventIndex event = function.event[i];
      rows.close(row, when, event);
      if (function.value[i] <= 0) continue;
      const auto length = static_cast<std::uint32_t>(function.value[i]);
      rows.open(row, Span{0, when, when, SpanState::Length, event, event, 0, function.object, 0, length});
    }
  }
}

}  // namespace

void add_resource_rows(const Trace& trace, SpanRows& rows) {
  PermitSpans(trace, rows).run();
  add_length_rows(trace, rows);
}

}  // namespace sluice
