// narration_tasks.cpp — sentences about tasks, futures, what they wait for, and cancellation. See narration.h.

#include "trace/narration.h"
#include "trace/words.h"

#include <string>

namespace sluice {

std::string Narrator::about_tasks(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  switch (event.kind) {
    case TraceKind::Step:
      return step(index);
    case TraceKind::EagerStep:
      return name(event.task, index) + " begins at once, in the midst of its creation";
    case TraceKind::ObjectCreated:
      return creation(index);
    case TraceKind::ObjectNamed:
      return trace_.object(event.subject).kind == TraceObject::Task
                 ? name(event.subject, index - 1) + " is called " + text(event.value) + " from here on"
                 : trace_.first_name(event.subject) + " is what the program calls " + text(event.value);
    case TraceKind::TaskCreated: {
      const std::string coroutine = event.value == 0 ? "" : " to run " + text(event.value) + "()";
      const std::string where = at_line(trace_.object(event.subject).line);
      if (event.task == 0) return name(event.subject, index) + " is created" + coroutine + where;
      return name(event.task, index) + " creates " + name(event.subject, index) + coroutine + where;
    }
    case TraceKind::TaskReady:
      return name(event.subject, index) + " is ready to run";
    case TraceKind::Wait:
      return wait(index);
    case TraceKind::TaskDone:
    case TraceKind::FutureDone:
      return task_end(index);
    case TraceKind::CancelRequested:
    case TraceKind::CancelDelivered:
    case TraceKind::Uncancelled:
    case TraceKind::TimeoutExpired:
    case TraceKind::GroupAborting:
      return cancellation(index);
    case TraceKind::Child:
      return name(event.subject, index) + " is to wait for " + name(event.value, index);
    case TraceKind::Delivered:
      return name(event.subject, index) + " hands out " + name(event.value, index) + ", the next one that is done";
    default:  // not about tasks
      return "";
  }
}

std::string Narrator::creation(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string what = name(event.subject, index);
  const std::string where = at_line(trace_.object(event.subject).line);
  const auto kind = static_cast<TraceObject>(event.detail);
  switch (kind) {
    case TraceObject::Gather:
    case TraceObject::Wait:
    case TraceObject::AsCompleted:
    case TraceObject::Shield:
      return actor(index) + " calls " + noun_of(kind) + where + ": " + what;
    case TraceObject::Loop:
      return "An event loop is made";
    default:
      return actor(index) + " makes " + a_noun(kind) + where + ": " + what;
  }
}

std::string Narrator::step(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = name(event.task, index);
  const EventIndex wait = notes_[index];
  const EventIndex next = index + 1;
  if (next < trace_.size() && trace_[next].kind == TraceKind::CancelDelivered && trace_[next].subject == event.task) {
    return who + " runs, to learn that it is cancelled";
  }
  if (wait == kNoWait) return who + " runs again";
  if (wait != kNoEvent) return who + " goes on" + at_line(trace_[wait].value) + ": " + reason_to_go_on(wait);
  const TextId coroutine = trace_[trace_.object(event.task).created].value;
  return who + " begins" + (coroutine == 0 ? "" : " to run " + text(coroutine) + "()");
}

std::string Narrator::reason_to_go_on(EventIndex wait) const {
  const TraceEvent& event = trace_[wait];
  const std::string what = name(event.subject, wait);
  switch (static_cast<WaitKind>(event.detail)) {
    case WaitKind::Sleep:
      return "its sleep is over";
    case WaitKind::Task:
    case WaitKind::Shield:
      return (what.empty() ? "the task" : what) + " is done";
    case WaitKind::Gather:
      return "all that " + what + " waited for is done";
    case WaitKind::Wait:
      return what + " has what it waited for";
    case WaitKind::AsCompleted:
      return "the next result is there";
    case WaitKind::Semaphore:
      return what + " has a permit for it";
    case WaitKind::Lock:
      return what + " is free";
    case WaitKind::Event:
      return what + " is set";
    case WaitKind::Condition:
      return "it was notified by " + what;
    case WaitKind::Barrier:
      return "all have arrived at " + what;
    case WaitKind::QueueGet:
      return what + " has an item for it";
    case WaitKind::QueuePut:
      return what + " has room for it";
    case WaitKind::QueueJoin:
      return "all items of " + what + " are done";
    case WaitKind::Group:
      return "the tasks of " + what + " are done";
    case WaitKind::Thread:
      return (what.empty() ? "its job" : what) + " is done in its thread";
    case WaitKind::Yield:
      return "it had let the others go first";
    case WaitKind::Future:
    case WaitKind::Other:
      return (what.empty() ? "what it waited for" : what) + " is there";
  }
  return "";
}

std::string Narrator::waiting_for(EventIndex wait) const {
  const TraceEvent& event = trace_[wait];
  const std::string what = name(event.subject, wait);
  switch (static_cast<WaitKind>(event.detail)) {
    case WaitKind::Sleep:
      return notes_[wait] == kNoEvent ? "asleep"
                                      : "until " + seconds_text(trace_.number_of(trace_[notes_[wait]].value));
    case WaitKind::Semaphore:
      return "for a permit of " + what;
    case WaitKind::Event:
      return "for " + what + " to be set";
    case WaitKind::Condition:
      return "to be notified by " + what;
    case WaitKind::Barrier:
      return "for the others at " + what;
    case WaitKind::QueueGet:
      return "for an item of " + what;
    case WaitKind::QueuePut:
      return "for room in " + what;
    case WaitKind::QueueJoin:
      return "for the items of " + what + " to be done";
    case WaitKind::Group:
      return "for the tasks of " + what;
    case WaitKind::Thread:
      return "for " + (what.empty() ? "a job" : what) + " in a thread";
    case WaitKind::Yield:
      return "for the others to go first";
    case WaitKind::AsCompleted:
      return "for the next result of " + what;
    case WaitKind::Future:
    case WaitKind::Task:
    case WaitKind::Gather:
    case WaitKind::Wait:
    case WaitKind::Shield:
    case WaitKind::Lock:
    case WaitKind::Other:
      return "for " + (what.empty() ? "a future" : what);
  }
  return "";
}

std::string Narrator::wait(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = name(event.task, index);
  const WaitKind kind = static_cast<WaitKind>(event.detail);
  if (kind == WaitKind::Yield) return who + " lets the others go first" + at_line(event.value);
  if (kind == WaitKind::Sleep) {
    const std::string sleeps = who + " sleeps" + at_line(event.value);
    if (notes_[index] == kNoEvent) return sleeps;
    const double deadline = trace_.number_of(trace_[notes_[index]].value);
    return sleeps + " for " + seconds_text(deadline - event.when) + ", until " + seconds_text(deadline);
  }
  const std::string waits = who + " waits" + at_line(event.value) + ' ' + waiting_for(index);
  const bool is_queue =
      kind == WaitKind::Semaphore || kind == WaitKind::Lock || kind == WaitKind::QueueGet || kind == WaitKind::QueuePut;
  if (!is_queue || notes_[index] == kNoEvent) return waits;
  if (notes_[index] == 0) return waits + "; it is the first in the queue";
  return waits + "; " + std::to_string(notes_[index]) + (notes_[index] == 1 ? " is" : " are") + " ahead of it";
}

std::string Narrator::task_end(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = name(event.subject, index);
  const std::string what = shortened(text(event.value));
  switch (static_cast<TaskEnd>(event.detail)) {
    case TaskEnd::Result:
      return what.empty() || what == "None" ? who + " is done" : who + " is done; its result is " + what;
    case TaskEnd::Exception:
      return what.empty() ? who + " fails" : who + " fails with " + what;
    case TaskEnd::Cancelled:
      return who + " is cancelled";
  }
  return "";
}

std::string Narrator::cancellation(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  switch (event.kind) {
    case TraceKind::CancelRequested: {
      const std::string message = text(event.value).empty() ? "" : ", saying " + shortened(text(event.value));
      if (event.task == 0) return "asyncio cancels " + name(event.subject, index) + message;
      const bool is_itself = event.task == event.subject;
      return name(event.task, index) + " cancels " + (is_itself ? "itself" : name(event.subject, index)) + message;
    }
    case TraceKind::CancelDelivered:
      return "CancelledError is raised in " + name(event.subject, index) + at_line(event.value);
    case TraceKind::Uncancelled:
      return name(event.subject, index) + " takes back a cancellation; " + counted(event.value, "request") +
             (event.value == 1 ? " is left" : " are left");
    case TraceKind::TimeoutExpired:
      return name(event.subject, index) + " expires and cancels " + name(event.value, index);
    case TraceKind::GroupAborting:
      return name(event.subject, index) + " cancels its tasks, because " +
             (event.value == 0 ? "its parent was cancelled or failed" : name(event.value, index) + " failed");
    default:  // no cancellation
      return "";
  }
}

}  // namespace sluice
