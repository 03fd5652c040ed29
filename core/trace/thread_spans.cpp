// thread_spans.cpp — the rows of threads: the loop's own and the workers'. See span_rows.h.

#include "trace/span_rows.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice {

namespace {

Span span_at(SpanState state, double when, EventIndex first) {
  return Span{0, when, when, state, first, first, 0, 0, 0, 0};
}

/// Rows of the workers. The worker with number n has row n - 1, since both count ThreadStarted events.
class ThreadSpans {
 public:
  ThreadSpans(const Trace& trace, SpanRows& rows) : trace_(trace), rows_(rows), queued_by_(trace.object_count()) {}

  void run() {
    for (index_ = 0; index_ < trace_.size(); ++index_) see(trace_[index_]);
  }

 private:
  void see(const TraceEvent& event) {
    if (event.kind == TraceKind::ThreadStarted) {
      const std::uint32_t row = rows_.add_row(RowKind::Thread, event.subject, 0);
      rows_.open(row, span_at(SpanState::Idle, event.when, index_));
    } else if (event.kind == TraceKind::ThreadEnded) {
      end(event);
    } else if (event.kind == TraceKind::JobQueued) {
      queued_by_[event.value] = event.task;
    } else if (event.thread != 0 && event.thread <= rows_.size()) {
      see_on_worker(event.thread - 1u, event);
    }
  }

  void see_on_worker(std::uint32_t row, const TraceEvent& event) {
    switch (event.kind) {
      case TraceKind::JobBegin:
        return open(row, SpanState::Busy, event.when, event.value, queued_by_[event.value], 0);
      case TraceKind::JobEnd:
        return open(row, SpanState::Idle, event.when, 0, 0, 0);
      case TraceKind::BlockBegin:
        return change(row, SpanState::Blocked, event.when, event.value);
      case TraceKind::GilRequested:
        return change(row, SpanState::WaitingGil, event.when, 0);
      case TraceKind::BlockEnd:
      case TraceKind::GilAcquired:
        return change(row, SpanState::Busy, event.when, 0);
      default:  // leaves the state as it is
        return;
    }
  }

  /// Another state, still about the same job; about none in a plain thread, or while a pool's initializer runs.
  void change(std::uint32_t row, SpanState state, double when, std::uint32_t line) {
    const Span current = rows_.current(row);
    open(row, state, when, current.on, current.by, line);
  }

  void open(std::uint32_t row, SpanState state, double when, ObjectId job, ObjectId giver, std::uint32_t line) {
    rows_.open(row, Span{0, when, when, state, index_, index_, line, job, giver, 0});
  }

  void end(const TraceEvent& event) {
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
      if (rows_.object_of(row) == event.subject) rows_.close(row, event.when, index_);
    }
  }

  const Trace& trace_;
  SpanRows& rows_;
  std::vector<ObjectId> queued_by_;  // by job: the task that gave it to a pool
  EventIndex index_ = 0;
};

/// The loop is busy while a handle or module code runs. Neighbouring handles are one span.
class LoopSpans {
 public:
  LoopSpans(const Trace& trace, SpanRows& rows) : trace_(trace), rows_(rows) {}

  void run() {
    if (trace_.size() == 0) return;
    rows_.add_row(RowKind::Loop, first_loop(), 0);
    open(SpanState::Busy, trace_[0].when, 0);
    for (index_ = 0; index_ < trace_.size(); ++index_) {
      if (trace_[index_].thread == 0) see(trace_[index_]);
    }
  }

 private:
  [[nodiscard]] ObjectId first_loop() const {
    for (std::size_t i = 0; i < trace_.size(); ++i) {
      if (trace_[i].kind == TraceKind::RunBegin) return trace_[i].subject;
    }
    return 0;
  }

  void see(const TraceEvent& event) {
    using enum TraceKind;
    if (event.kind == ClockJump) {
      jump(trace_.number_of(event.value));
    } else if (event.kind == BlockBegin) {
      open(SpanState::Blocked, event.when, event.value);
    } else if (event.kind == GilRequested) {
      open(SpanState::WaitingGil, event.when, 0);
    } else if (event.kind == GilReleased) {
      let_go(event);
    } else if (event.kind == BlockEnd || event.kind == GilAcquired) {
      open(SpanState::Busy, event.when, 0);
    } else if (ends_handle(event) && rows_.current(0).state == SpanState::Idle) {
      open(SpanState::Busy, event.when, 0);
    }
  }

  /// Idle: a worker may run now, so no jump tells. A block that has not begun is the start of a thread.
  void let_go(const TraceEvent& event) {
    const SpanState state = rows_.current(0).state;
    const auto reason = static_cast<GilRelease>(event.detail);
    if (reason == GilRelease::Idle && state != SpanState::Idle) open(SpanState::Idle, event.when, 0);
    if (reason == GilRelease::Blocking && state != SpanState::Blocked) open(SpanState::Blocked, event.when, 0);
  }

  /// Two jumps in a row, as around a worker's moment, are one idle time: it lasts until a handle runs.
  void jump(double from) {
    if (rows_.current(0).state != SpanState::Idle) open(SpanState::Idle, from, 0);
  }

  void open(SpanState state, double when, std::uint32_t line) {
    Span span = span_at(state, when, index_);
    span.line = line;
    rows_.open(0, span);
  }

  const Trace& trace_;
  SpanRows& rows_;
  EventIndex index_ = 0;
};

}  // namespace

void add_loop_row(const Trace& trace, SpanRows& rows) { LoopSpans(trace, rows).run(); }

void add_thread_rows(const Trace& trace, SpanRows& rows) { ThreadSpans(trace, rows).run(); }

}  // namespace sluice
