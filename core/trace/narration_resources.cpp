// narration_resources.cpp — sentences about semaphores, locks, events, queues, timeouts and context managers. See
// narration.h.

#include "trace/narration.h"
#include "trace/words.h"

#include <cmath>
#include <string>

namespace sluice {

std::string Narrator::about_resources(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = actor(index);
  switch (event.kind) {
    case TraceKind::Capacity:
      return capacity(index);
    case TraceKind::Acquired:
    case TraceKind::Released:
      return permit(index);
    case TraceKind::WaiterWoken:
      return name(event.subject, index) + " wakes " + (event.value == 0 ? "a waiter" : name(event.value, index));
    case TraceKind::EventSet:
      return who + " sets " + name(event.subject, index) + ": " + counted(event.value, "task") +
             (event.value == 1 ? " wakes" : " wake");
    case TraceKind::EventCleared:
      return who + " clears " + name(event.subject, index);
    case TraceKind::Notified:
      return who + " notifies " + counted(event.value, "waiter") + " of " + name(event.subject, index);
    case TraceKind::QueuePut:
    case TraceKind::QueueGet:
    case TraceKind::QueueItem:
    case TraceKind::QueueTaskDone:
    case TraceKind::QueueShutDown:
      return queue(index);
    case TraceKind::BarrierTrip:
      return name(event.subject, index) + " lets its " + counted(event.value, "task") + " through";
    case TraceKind::TimeoutSet: {
      const double deadline = trace_.number_of(event.value);
      return name(event.subject, index) +
             (std::isinf(deadline) ? " has no deadline" : " is to expire at " + seconds_text(deadline));
    }
    case TraceKind::Entering:
    case TraceKind::Entered:
    case TraceKind::Exiting:
    case TraceKind::Exited:
      return manager(index);
    default:  // unreachable as long as all kinds are narrated; a name is better than nothing
      return trace_kind_name(event.kind);
  }
}

std::string Narrator::capacity(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string what = name(event.subject, index);
  switch (trace_.object(event.subject).kind) {
    case TraceObject::Queue:
    case TraceObject::PriorityQueue:
    case TraceObject::LifoQueue:
      return event.value == 0 ? what + " has no bound" : what + " has room for " + counted(event.value, "item");
    case TraceObject::Barrier:
      return what + " waits for " + std::to_string(event.value) + " tasks";
    case TraceObject::Pool:
      return what + " has at most " + counted(event.value, "worker");
    default:
      return what + " has " + counted(event.value, "permit");
  }
}

std::string Narrator::permit(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = actor(index);
  const std::string what = name(event.subject, index);
  const bool is_lock = trace_.object(event.subject).kind == TraceObject::Lock;
  const std::uint32_t capacity = capacities_[event.subject];
  const std::string of = capacity == kNoEvent ? "" : " of " + std::to_string(capacity);
  if (event.kind == TraceKind::Released) {
    if (is_lock) return who + " releases " + what;
    return who + " returns a permit to " + what + ": " + std::to_string(event.value) + of + " free";
  }
  const EventIndex wait = notes_[index];
  const std::string after = wait == kNoEvent ? "" : ", after waiting " + seconds_text(event.when - trace_[wait].when);
  if (is_lock) return who + " takes " + what + after;
  const std::string which = event.value == 0 ? " takes the last permit of " : " takes a permit of ";
  return who + which + what + after + ": " + std::to_string(event.value) + of + " left";
}

std::string Narrator::queue(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = actor(index);
  const std::string what = name(event.subject, index);
  const std::string size = event.kind == TraceKind::QueueItem ? "" : counted(event.value, "item");
  const bool is_followed = index + 1 < trace_.size() && trace_[index + 1].kind == TraceKind::QueueItem;
  const std::string item = is_followed ? shortened(text(trace_[index + 1].value), 30) : "an item";
  switch (event.kind) {
    case TraceKind::QueuePut:
      return who + " puts " + item + " into " + what + ": " + size + " in it now";
    case TraceKind::QueueGet:
      return who + " takes " + item + " out of " + what + ": " + size + " left";
    case TraceKind::QueueItem:
      return "The item of " + what + " is " + shortened(text(event.value), 30);
    case TraceKind::QueueTaskDone:
      return who + " is done with an item of " + what + ": " + counted(event.value, "item") + " unfinished";
    default:
      return who + " shuts " + what + " down with " + size + " in it";
  }
}

std::string Narrator::manager(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string who = actor(index);
  const bool is_noted = event.subject == 0 && event.kind != TraceKind::Entering && notes_[index] != kNoEvent;
  const ObjectId object = is_noted ? notes_[index] : event.subject;
  const std::string what = object == 0 ? "the context manager" : name(object, index);
  const std::string where = at_line(event.value);
  switch (event.kind) {
    case TraceKind::Entering:
      return who + " enters " + what + where;
    case TraceKind::Entered:
      return who + " is inside " + what + where;
    case TraceKind::Exiting:
      switch (static_cast<ExitReason>(event.detail)) {
        case ExitReason::Normal:
          return who + " leaves " + what + where;
        case ExitReason::Exception:
          return who + " leaves " + what + where + " because of an exception";
        case ExitReason::Cancelled:
          return who + " leaves " + what + where + " because it is cancelled";
      }
      return who + " leaves " + what;
    default:
      break;
  }
  switch (static_cast<ExitEnd>(event.detail)) {
    case ExitEnd::Normal:
      return who + " is outside " + what;
    case ExitEnd::Suppressed:
      return who + " is outside " + what + ", which swallowed the exception";
    case ExitEnd::Raised:
      return who + " is outside " + what + "; the exception goes on";
  }
  return who + " is outside " + what;
}

}  // namespace sluice
