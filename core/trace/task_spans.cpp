// task_spans.cpp — the rows of tasks: ready, running, waiting for what, done. See span_rows.h.

#include "trace/span_rows.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace sluice {

namespace {

constexpr std::uint32_t kNoRow = 0xffff'ffff;

/// What is known of a task while the trace goes by.
struct TaskTrack {
  std::uint32_t row = kNoRow;
  std::uint32_t line = 0;         // where it stands
  EventIndex step = kNoEvent;     // the newest one
  EventIndex leaving = kNoEvent;  // the Wait or TaskDone of that step
};

class TaskSpans {
 public:
  TaskSpans(const Trace& trace, SpanRows& rows) : trace_(trace), rows_(rows), tracks_(trace.object_count()) {}

  void run() {
    for (index_ = 0; index_ < trace_.size(); ++index_) {
      const TraceEvent& event = trace_[index_];
      if (event.kind == TraceKind::TaskCreated) create(event);
      if (event.thread == 0) see(event);
      if (event.kind == TraceKind::TaskDone) tracks_[event.subject].leaving = index_;
    }
    while (!running_.empty()) leave_step(rows_end(), trace_.latest());
  }

 private:
  void see(const TraceEvent& event) {
    if (ends_handle(event)) {
      const double end = handle_end_at(trace_, event);
      while (!running_.empty()) leave_step(end, index_);
    }
    if (event.kind == TraceKind::Step || event.kind == TraceKind::EagerStep) return enter_step(event);
    while (running_.size() > 1 && event.task == running_[running_.size() - 2]) leave_step(event.when, index_);
    if (running_.empty()) return;
    see_inside(event);
  }

  void see_inside(const TraceEvent& event) {
    TaskTrack& track = tracks_[running_.back()];
    switch (event.kind) {
      case TraceKind::Wait:
        track.leaving = index_;
        break;
      case TraceKind::BlockBegin:
        open(track, SpanState::Blocked, event.when, event.value);
        break;
      case TraceKind::GilRequested:
        open(track, SpanState::WaitingGil, event.when, track.line);
        break;
      case TraceKind::BlockEnd:
      case TraceKind::GilAcquired:
        open(track, SpanState::Running, event.when, track.line);
        break;
      default:  // leaves the state as it is
        break;
    }
  }

  void create(const TraceEvent& event) {
    TaskTrack& track = tracks_[event.subject];
    track.row = rows_.add_row(RowKind::Task, event.subject, 0);
    open(track, SpanState::Ready, event.when, 0);
  }

  void enter_step(const TraceEvent& event) {
    TaskTrack& track = tracks_[event.task];
    if (track.row == kNoRow) return;
    if (track.step != kNoEvent) become_ready(track, event);
    track.step = index_;
    track.leaving = kNoEvent;
    open(track, SpanState::Running, event.when, track.line);
    running_.push_back(event.task);
  }

  /// The step's cause tells when the wait before it ended.
  void become_ready(TaskTrack& track, const TraceEvent& step) {
    if (!rows_.is_open(track.row) || rows_.current(track.row).state == SpanState::Ready) return;
    const Span& wait = rows_.current(track.row);
    const EventIndex cause = std::clamp<EventIndex>(step.subject, wait.first, index_);
    const double when = std::clamp(trace_[cause].when, wait.start, step.when);
    open_at(track, SpanState::Ready, when, cause, wait.line, 0);
  }

  /// The innermost running task stops running.
  void leave_step(double when, EventIndex boundary) {
    TaskTrack& track = tracks_[running_.back()];
    running_.pop_back();
    const TraceEvent& step = trace_[track.step];
    const EventIndex opened_by = track.leaving == kNoEvent ? boundary : track.leaving;
    track.line = step.value;
    switch (static_cast<StepEnd>(step.detail)) {
      case StepEnd::Yielded:
        return open_at(track, SpanState::Ready, when, opened_by, step.value, 0);
      case StepEnd::Running:
      case StepEnd::Waiting:
        return open_wait(track, when, opened_by);
      case StepEnd::Finished:
        return open_at(track, SpanState::Done, when, opened_by, 0, 0);
      case StepEnd::Failed:
        return open_at(track, SpanState::Failed, when, opened_by, 0, 0);
      case StepEnd::Cancelled:
        return open_at(track, SpanState::Cancelled, when, opened_by, 0, 0);
    }
  }

  void open_wait(const TaskTrack& track, double when, EventIndex opened_by) {
    const TraceEvent& event = trace_[opened_by];
    const bool is_known = event.kind == TraceKind::Wait;
    const SpanState state = is_known ? state_of_wait(static_cast<WaitKind>(event.detail)) : SpanState::WaitingFuture;
    open_at(track, state, when, opened_by, track.line, is_known ? event.subject : 0);
  }

  void open(const TaskTrack& track, SpanState state, double when, std::uint32_t line) {
    open_at(track, state, when, index_, line, 0);
  }

  void open_at(const TaskTrack& track, SpanState state, double when, EventIndex first, std::uint32_t line,
               ObjectId on) {
    rows_.open(track.row, Span{0, when, when, state, first, first, line, on, 0, 0});
  }

  [[nodiscard]] double rows_end() const { return trace_.size() == 0 ? 0 : trace_[trace_.size() - 1].when; }

  const Trace& trace_;
  SpanRows& rows_;
  std::vector<TaskTrack> tracks_;  // by object
  std::vector<ObjectId> running_;  // the task that runs, and above it those that run eagerly inside it
  EventIndex index_ = 0;
};

}  // namespace

void add_task_rows(const Trace& trace, SpanRows& rows) { TaskSpans(trace, rows).run(); }

}  // namespace sluice
