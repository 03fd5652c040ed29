#include "trace/spans.h"

#include "trace/span_rows.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <tuple>

namespace sluice {

std::uint32_t SpanRows::add_row(RowKind kind, ObjectId object, std::uint32_t sub) {
  rows_.push_back(Row{kind, object, sub});
  open_.push_back(Span{});
  is_open_.push_back(false);
  return static_cast<std::uint32_t>(rows_.size() - 1);
}

void SpanRows::open(std::uint32_t row, const Span& span) {
  close(row, span.start, span.first);
  open_[row] = span;
  open_[row].row = row;
  is_open_[row] = true;
}

void SpanRows::close(std::uint32_t row, double when, EventIndex last) {
  if (!is_open_[row]) return;
  is_open_[row] = false;
  Span& span = open_[row];
  span.end = when > span.start ? when : span.start;
  span.last = last > span.first ? last : span.first;
  if (span.end > span.start || span.last > span.first || is_final(span.state)) closed_.push_back(span);
}

void SpanRows::close_all(double when, EventIndex last) {
  for (std::uint32_t row = 0; row < rows_.size(); ++row) close(row, when, last);
}

void SpanRows::append_to(Spans& spans) const {
  const std::vector<std::uint32_t> order = drawing_order();
  const auto first_row = static_cast<std::uint32_t>(spans.rows.size());
  std::vector<std::uint32_t> place_of(rows_.size());
  for (const std::uint32_t row : order) {
    place_of[row] = static_cast<std::uint32_t>(spans.rows.size());
    spans.rows.push_back(rows_[row]);
  }
  // Spans of one row were closed in order, so a counting sort by row is enough.
  std::vector<std::uint32_t> next(rows_.size() + 1, static_cast<std::uint32_t>(spans.spans.size()));
  std::vector<std::uint32_t> counts(rows_.size(), 0);
  for (const Span& span : closed_) ++counts[place_of[span.row] - first_row];
  for (std::size_t i = 0; i < counts.size(); ++i) next[i + 1] = next[i] + counts[i];
  spans.first_span.insert(spans.first_span.end(), next.begin(), next.end() - 1);
  spans.spans.resize(spans.spans.size() + closed_.size());
  for (const Span& span : closed_) {
    Span& place = spans.spans[next[place_of[span.row] - first_row]++];
    place = span;
    place.row = place_of[span.row];
  }
}

std::vector<std::uint32_t> SpanRows::drawing_order() const {
  std::vector<std::uint32_t> order(rows_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(), [this](std::uint32_t left, std::uint32_t right) {
    const Row& a = rows_[left];
    const Row& b = rows_[right];
    return std::tie(a.object, a.kind, a.sub) < std::tie(b.object, b.kind, b.sub);
  });
  return order;
}

std::string row_name(const Trace& trace, const Row& row) {
  std::string name = trace.object_name(row.object);
  switch (row.kind) {
    case RowKind::Task:
    case RowKind::Thread:
      return name;
    case RowKind::Loop:
      return "event loop";
    case RowKind::Gil:
      return "GIL";
    case RowKind::Permit:
      return trace.object(row.object).kind == TraceObject::Lock ? name
                                                                : name + " permit " + std::to_string(row.sub + 1);
    case RowKind::Queue:
      return name + ' ' + kQueueRowNames[row.sub];
  }
  return name;
}

bool is_final(SpanState state) {
  return state == SpanState::Done || state == SpanState::Failed || state == SpanState::Cancelled;
}

bool ends_handle(const TraceEvent& event) {
  using enum TraceKind;
  const TraceKind kind = event.kind;
  if (kind == Deadlock) return event.task == 0;  // else a blocking call found it, in the midst of a step
  return kind == Step || kind == Callback || kind == TimerDue || kind == ClockJump || kind == RunBegin ||
         kind == RunEnd || kind == End;
}

double handle_end_at(const Trace& trace, const TraceEvent& event) {
  return event.kind == TraceKind::ClockJump ? trace.number_of(event.value) : event.when;
}

SpanState state_of_wait(WaitKind kind) {
  switch (kind) {
    case WaitKind::Sleep:
      return SpanState::Sleeping;
    case WaitKind::Task:
    case WaitKind::Gather:
    case WaitKind::Wait:
    case WaitKind::AsCompleted:
    case WaitKind::Shield:
      return SpanState::WaitingTask;
    case WaitKind::Semaphore:
      return SpanState::WaitingPermit;
    case WaitKind::Lock:
      return SpanState::WaitingLock;
    case WaitKind::Event:
      return SpanState::WaitingEvent;
    case WaitKind::Condition:
      return SpanState::WaitingCondition;
    case WaitKind::Barrier:
      return SpanState::WaitingBarrier;
    case WaitKind::QueueGet:
    case WaitKind::QueuePut:
    case WaitKind::QueueJoin:
      return SpanState::WaitingQueue;
    case WaitKind::Group:
      return SpanState::WaitingGroup;
    case WaitKind::Thread:
      return SpanState::InThread;
    case WaitKind::Yield:
      return SpanState::Ready;
    case WaitKind::Future:
    case WaitKind::Other:
      return SpanState::WaitingFuture;
  }
  return SpanState::WaitingFuture;
}

Spans compute_spans(const Trace& trace) {
  Spans spans;
  if (trace.size() != 0) spans.end = trace[trace.size() - 1].when;
  for (const auto part : {add_loop_row, add_task_rows, add_thread_rows, add_gil_row, add_resource_rows}) {
    SpanRows rows;
    part(trace, rows);
    rows.close_all(spans.end, trace.latest());
    rows.append_to(spans);
  }
  spans.first_span.push_back(static_cast<std::uint32_t>(spans.spans.size()));
  return spans;
}

}  // namespace sluice
