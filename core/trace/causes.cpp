#include "trace/causes.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace sluice {

namespace {

class CauseFinder {
 public:
  explicit CauseFinder(const Trace& trace) : trace_(trace), queued_(trace.object_count(), kNoEvent) {}

  std::vector<EventIndex> run() {
    causes_.reserve(trace_.size());
    for (index_ = 0; index_ < trace_.size(); ++index_) {
      const TraceEvent& event = trace_[index_];
      if (event.thread >= threads_.size()) threads_.resize(event.thread + 1u);
      const EventIndex cause = cause_of(event);
      causes_.push_back(cause < index_ ? cause : kNoEvent);
      remember(event);
    }
    return std::move(causes_);
  }

 private:
  /// What is known of a thread while the trace goes by.
  struct ThreadTrack {
    EventIndex anchor = kNoEvent;   // what its next event is a consequence of
    EventIndex blocked = kNoEvent;  // where it began to block
    EventIndex asked = kNoEvent;    // where it asked for the GIL
  };

  EventIndex cause_of(const TraceEvent& event) {
    const ThreadTrack& thread = threads_[event.thread];
    switch (event.kind) {
      case TraceKind::Step:
      case TraceKind::Callback:
      case TraceKind::EagerStep:
        return event.subject;
      case TraceKind::TimerDue:
        return event.value;
      case TraceKind::ClockJump:
        return target_of_jump();
      case TraceKind::JobBegin:
        return later(queued_[event.value], thread.anchor);
      case TraceKind::BlockEnd:
        return released_by_other(static_cast<BlockKind>(event.detail), event.thread);
      case TraceKind::GilAcquired:
        return gil_free_ != kNoEvent && later(gil_free_, thread.asked) == gil_free_ ? gil_free_ : thread.asked;
      default:  // what the thread was doing
        return thread.anchor;
    }
  }

  void remember(const TraceEvent& event) {
    ThreadTrack& thread = threads_[event.thread];
    using enum TraceKind;
    const TraceKind kind = event.kind;
    if (kind == JobQueued) queued_[event.value] = index_;
    if (kind == GilReleased) gil_free_ = index_;
    if (kind == JobEnd) last_job_end_ = index_;
    if (kind == BlockBegin) thread.blocked = index_;
    if (kind == GilRequested) thread.asked = index_;
    if (event.thread == 0) is_in_handle_ = is_in_handle_after(kind);
    const bool changes_state = kind == Step || kind == Callback || kind == BlockBegin || kind == BlockEnd ||
                               kind == JobBegin || kind == JobEnd || kind == GilRequested || kind == GilAcquired;
    if (changes_state || (event.thread == 0 && !is_in_handle_ && kind != TimerDue && kind != ClockJump)) {
      thread.anchor = index_;
    }
  }

  [[nodiscard]] bool is_in_handle_after(TraceKind kind) const {
    using enum TraceKind;
    if (kind == Step || kind == Callback) return true;
    return is_in_handle_ && kind != RunEnd && kind != RunBegin;
  }

  /// The clock jumps to the next timer or to a worker's moment; the next event tells to which.
  [[nodiscard]] EventIndex target_of_jump() const {
    if (index_ + 1 >= trace_.size()) return threads_[0].anchor;
    const TraceEvent& next = trace_[index_ + 1];
    if (next.kind == TraceKind::TimerDue) return next.value;
    if (next.thread != 0 && next.thread < threads_.size()) return threads_[next.thread].anchor;
    return threads_[0].anchor;
  }

  /// A thread that waits for others goes on when one of them does something: most often, ends its job.
  [[nodiscard]] EventIndex released_by_other(BlockKind kind, std::uint16_t thread) const {
    const EventIndex begin = threads_[thread].blocked;
    if (kind == BlockKind::Sleep || kind == BlockKind::File) return begin;
    if (kind != BlockKind::Lock) return later(begin, last_job_end_);
    for (EventIndex i = index_; i > begin + 1; --i) {
      if (trace_[i - 1].thread != thread) return i - 1;
    }
    return begin;
  }

  static EventIndex later(EventIndex left, EventIndex right) {
    if (left == kNoEvent) return right;
    return right == kNoEvent ? left : std::max(left, right);
  }

  const Trace& trace_;
  std::vector<EventIndex> causes_;
  std::vector<ThreadTrack> threads_ = std::vector<ThreadTrack>(1);
  std::vector<EventIndex> queued_;  // by job: its JobQueued
  EventIndex gil_free_ = kNoEvent;  // the last GilReleased
  EventIndex last_job_end_ = kNoEvent;
  bool is_in_handle_ = false;
  EventIndex index_ = 0;
};

}  // namespace

std::vector<EventIndex> compute_causes(const Trace& trace) { return CauseFinder(trace).run(); }

std::vector<EventIndex> chain_of(const std::vector<EventIndex>& causes, EventIndex event) {
  std::vector<EventIndex> chain;
  for (EventIndex at = event; at != kNoEvent; at = causes[at]) chain.push_back(at);
  std::reverse(chain.begin(), chain.end());
  return chain;
}

}  // namespace sluice
