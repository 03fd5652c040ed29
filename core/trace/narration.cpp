#include "trace/narration.h"

#include "trace/causes.h"
#include "trace/resource_counts.h"

#include <cstddef>
#include <unordered_map>

namespace sluice {

namespace {

/// Fills in what sentences need to know about the past and the near future. See Narrator::notes_.
class NoteTaker {
 public:
  explicit NoteTaker(const Trace& trace)
      : trace_(trace), last_wait_(trace.object_count(), kNoEvent), queued_(trace.object_count(), kNoEvent) {}

  std::vector<std::uint32_t> run() {
    notes_.assign(trace_.size(), kNoEvent);
    for (index_ = 0; index_ < trace_.size(); ++index_) see(trace_[index_]);
    note_queues();
    return std::move(notes_);
  }

 private:
  void see(const TraceEvent& event) {
    switch (event.kind) {
      case TraceKind::Step:
        notes_[index_] = last_wait_[event.task];
        resumed_from_ = last_wait_[event.task];
        last_wait_[event.task] = kNoWait;
        last_timer_ = kNoEvent;
        break;
      case TraceKind::Timer:
        last_timer_ = index_;
        break;
      case TraceKind::Wait:
        last_wait_[event.task] = index_;
        if (static_cast<WaitKind>(event.detail) == WaitKind::Sleep) notes_[index_] = last_timer_;
        break;
      case TraceKind::Acquired:
        note_wait_for(event);
        break;
      case TraceKind::BlockBegin:
        blocked_[event.thread] = index_;
        break;
      case TraceKind::BlockEnd:
        if (const auto begin = blocked_.find(event.thread); begin != blocked_.end()) notes_[begin->second] = index_;
        break;
      case TraceKind::Entering:
        managers_[event.task].push_back(Manager{event.subject, false});
        break;
      case TraceKind::Entered:
      case TraceKind::Exiting:
      case TraceKind::Exited:
        note_manager(event);
        break;
      case TraceKind::JobQueued:
        queued_[event.value] = index_;
        break;
      case TraceKind::JobBegin:
        notes_[index_] = queued_[event.value];
        break;
      case TraceKind::GilRequested:
        asked_[event.thread] = index_;
        break;
      case TraceKind::GilAcquired:
        if (const auto asked = asked_.find(event.thread); asked != asked_.end()) {
          notes_[index_] = asked->second;
          asked_.erase(asked);
        }
        break;
      default:  // needs no note
        break;
    }
  }

  /// A permit was waited for if the task's last wait was for it.
  void note_wait_for(const TraceEvent& event) {
    const EventIndex wait = resumed_from_;
    if (wait == kNoEvent || wait == kNoWait || trace_[wait].subject != event.subject) return;
    notes_[index_] = wait;
    resumed_from_ = kNoWait;
  }

  /// Which manager an event is about: the innermost. One whose `__aenter__` raised is never left.
  void note_manager(const TraceEvent& event) {
    std::vector<Manager>& stack = managers_[event.task];
    while (event.kind != TraceKind::Entered && !stack.empty() && !stack.back().is_entered) stack.pop_back();
    if (stack.empty()) return;
    stack.back().is_entered = true;
    notes_[index_] = stack.back().object;
    if (event.kind == TraceKind::Exited) stack.pop_back();
  }

  /// How many are in the queue when a task joins it.
  void note_queues() {
    for (const StepFunction& function : resource_counts(trace_)) {
      for (std::size_t i = 0; i < function.event.size(); ++i) {
        const EventIndex event = function.event[i];
        if (trace_[event].kind == TraceKind::Wait) notes_[event] = static_cast<std::uint32_t>(function.value[i] - 1);
      }
    }
  }

  struct Manager {
    ObjectId object;
    bool is_entered;
  };

  const Trace& trace_;
  std::vector<std::uint32_t> notes_;
  std::unordered_map<ObjectId, std::vector<Manager>> managers_;  // by task: those it is in, innermost last
  std::vector<EventIndex> last_wait_;                            // by task
  std::vector<EventIndex> queued_;                               // by job
  std::unordered_map<std::uint16_t, EventIndex> blocked_;        // by thread
  std::unordered_map<std::uint16_t, EventIndex> asked_;          // for the GIL, by thread
  EventIndex resumed_from_ = kNoEvent;                           // the Wait that the present step ended
  EventIndex last_timer_ = kNoEvent;                             // of the present step
  EventIndex index_ = 0;
};

}  // namespace

Narrator::Narrator(const Trace& trace)
    : trace_(trace),
      names_(trace),
      causes_(compute_causes(trace)),
      notes_(NoteTaker(trace).run()),
      capacities_(trace.object_count(), kNoEvent),
      workers_(1, 0) {
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    if (event.kind == TraceKind::Capacity) capacities_[event.subject] = event.value;
    if (event.kind == TraceKind::ThreadStarted) workers_.push_back(event.subject);
  }
}

std::string Narrator::sentence(EventIndex index) const {
  std::string text = about_loop(index);
  if (text.empty()) text = about_tasks(index);
  if (text.empty()) text = about_resources(index);
  return text + '.';
}

std::string Narrator::actor(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  if (event.thread != 0) return event.thread < workers_.size() ? name(workers_[event.thread], index) : "A worker";
  return event.task == 0 ? "The program" : name(event.task, index);
}

std::string Narrator::at_line(std::uint32_t line) { return line == 0 ? "" : " at line " + std::to_string(line); }

}  // namespace sluice
