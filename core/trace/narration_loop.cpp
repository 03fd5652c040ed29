// narration_loop.cpp — sentences about the loop, the clock, threads, output and the end. See narration.h.

#include "trace/narration.h"
#include "trace/words.h"

#include <cstddef>
#include <string>
#include <vector>

namespace sluice {

namespace {

const char* ending_of(TaskEnd end) {
  switch (end) {
    case TaskEnd::Result:
      return "ends";
    case TaskEnd::Exception:
      return "fails in";
    case TaskEnd::Cancelled:
      return "gives up";
  }
  return "ends";
}

}  // namespace

std::string Narrator::about_loop(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  switch (event.kind) {
    case TraceKind::Callback:
      return callback(index);
    case TraceKind::Timer: {
      const std::string moment = seconds_text(trace_.number_of(event.value));
      return event.subject == 0 ? actor(index) + " sets a timer for " + moment
                                : name(event.subject, index) + " is to be woken at " + moment;
    }
    case TraceKind::TimerDue: {
      const double late = event.when - trace_.number_of(trace_[event.value].value);
      const std::string whose =
          event.subject == 0 ? "A timer is due" : "The timer of " + name(event.subject, index) + " is due";
      return late < 1e-3 ? whose : whose + ", " + seconds_text(late) + " late: the loop was busy";
    }
    case TraceKind::TimerCancelled:
      return event.subject == 0 ? "A timer is cancelled"
                                : "The timer of " + name(event.subject, index) + " is cancelled";
    case TraceKind::ClockJump: {
      const MomentTexts moments = distinct_moments(trace_.number_of(event.value), event.when);
      return "The clock jumps from " + moments.first + " to " + moments.second + ": nothing was ready";
    }
    case TraceKind::BlockBegin:
      return block(index);
    case TraceKind::BlockEnd:
      return actor(index) + " goes on after the blocking call" + at_line(event.value);
    case TraceKind::RunBegin:
      return event.value == 0 ? "The event loop starts"
                              : "The event loop starts, to run until " + name(event.value, index) + " is done";
    case TraceKind::RunEnd:
      return "The event loop stops";
    case TraceKind::Deadlock:
      return deadlock(index);
    case TraceKind::Out:
      return actor(index) + " prints \u201c" + shortened(text(event.subject)) + "\u201d" + at_line(event.value);
    case TraceKind::Err:
      if (static_cast<OutputOrigin>(event.detail) == OutputOrigin::Interpreter) {
        return "Python writes to stderr: \u201c" + shortened(text(event.subject)) + "\u201d";
      }
      return actor(index) + " writes to stderr: \u201c" + shortened(text(event.subject)) + "\u201d" +
             at_line(event.value);
    case TraceKind::Line:
      return actor(index) + " runs line " + std::to_string(event.value);
    case TraceKind::Raised:
      return actor(index) + " raises " + shortened(text(event.subject), 100) + at_line(event.value);
    case TraceKind::Mark:
      return text(event.subject) + " is now " + number_text(trace_.number_of(event.value));
    case TraceKind::Reported:
      return "asyncio reports: " + shortened(text(event.subject), 100) +
             (event.value == 0 ? "" : " (" + name(event.value, index) + ")");
    case TraceKind::End:
      return event.subject == 0 ? "The program is at its end"
                                : "The program ends with " + shortened(text(event.subject), 100);
    default:
      return thread(index);
  }
}

std::string Narrator::callback(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const std::string owner = name(event.value, index);
  switch (static_cast<CallbackKind>(event.detail)) {
    case CallbackKind::User:
      return owner.empty() ? "The loop runs a callback of the program" : "The loop calls " + owner;
    case CallbackKind::Timer:
      return owner.empty() ? "The loop runs a callback of the program: its time has come"
                           : "The loop calls " + owner + ": its time has come";
    case CallbackKind::SleepTimer:
      return owner.empty() ? "A sleep is over" : "The sleep of " + owner + " is over";
    case CallbackKind::Timeout:
      return owner.empty() ? "The deadline of a timeout has come" : "The deadline of " + owner + " has come";
    case CallbackKind::Threadsafe:
      return owner.empty() ? "A thread hands the loop something to do"
                           : "The loop takes over what became of " + owner + " in a thread";
    case CallbackKind::FutureDone:
    case CallbackKind::Other:
      break;
  }
  const EventIndex cause = causes_[index];
  const bool is_known =
      cause != kNoEvent && (trace_[cause].kind == TraceKind::TaskDone || trace_[cause].kind == TraceKind::FutureDone);
  const std::string news = is_known ? name(trace_[cause].subject, cause) + " is done" : "something it watches is done";
  if (event.value == 0) return "The loop passes on that " + news;
  const bool is_loop = trace_.object(event.value).kind == TraceObject::Loop;
  return (is_loop ? "The loop" : owner) + " hears that " + news;
}

std::string Narrator::block(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const EventIndex end = notes_[index];
  const std::string length = end == kNoEvent ? "" : " for " + seconds_text(trace_[end].when - event.when);
  const std::string who = actor(index);
  const std::string what = event.subject == 0 ? "" : " (" + text(event.subject) + ")";
  const std::string where = at_line(event.value) + what;
  if (event.thread == 0) return who + " blocks the loop" + where + length + ": nothing else can run on it";
  switch (static_cast<BlockKind>(event.detail)) {
    case BlockKind::Sleep:
      return who + " sleeps" + where + length + "; the loop goes on";
    case BlockKind::File:
      return who + " waits for a file" + where + length + "; the loop goes on";
    case BlockKind::Lock:
      return who + " waits for a lock" + where + length;
    case BlockKind::Join:
      return who + " waits for threads to end" + where + length;
    case BlockKind::Result:
      return who + " waits for a result" + where + length;
    case BlockKind::Processor:
      return who + " waits for a processor" + length;
  }
  return who + " blocks";
}

std::string Narrator::deadlock(EventIndex index) const {
  std::vector<EventIndex> wait_by_task(trace_.object_count(), kNoEvent);
  for (EventIndex i = 0; i < index; ++i) {
    const TraceEvent& event = trace_[i];
    if (event.kind == TraceKind::Step) wait_by_task[event.task] = kNoEvent;
    if (event.kind == TraceKind::Wait) wait_by_task[event.task] = i;
    if (event.kind == TraceKind::TaskDone) wait_by_task[event.subject] = kNoEvent;
  }
  std::vector<std::string> waiters;
  for (ObjectId task = 1; task < wait_by_task.size(); ++task) {
    const EventIndex wait = wait_by_task[task];
    if (wait == kNoEvent) continue;
    waiters.push_back(name(task, index) + " waits" + at_line(trace_[wait].value) + ' ' + waiting_for(wait));
  }
  const std::string opening = "Deadlock: nothing can happen any more";
  return waiters.empty() ? opening : opening + ". " + listed(waiters);
}

std::string Narrator::gil(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  const bool is_loop = event.thread == 0 && event.subject != 0;
  const std::string who = is_loop             ? "The loop's thread"
                          : event.thread == 0 ? "The main thread"
                                              : name(event.subject, index);
  if (event.kind == TraceKind::GilRequested) {
    const std::uint32_t ahead = event.value - 1;
    return who + " wants to run, and waits for the GIL" +
           (ahead == 0 ? "" : " behind " + counted(ahead, "other thread"));
  }
  if (event.kind == TraceKind::GilAcquired) {
    const double waited = notes_[index] == kNoEvent ? 0 : event.when - trace_[notes_[index]].when;
    const std::string gets = who + " gets the GIL";
    const std::string after = waited <= 0 ? "" : " after " + seconds_text(waited);
    if (event.value == 0) return gets + after;
    return gets + after + "; " + counted(event.value, "thread") + (event.value == 1 ? " waits" : " wait") + " for it";
  }
  switch (static_cast<GilRelease>(event.detail)) {
    case GilRelease::Blocking:
      return who + " lets the GIL go, since it blocks";
    case GilRelease::Interval:
      return who + " lets the GIL go in the middle of its work: another thread has waited for the switch interval";
    case GilRelease::Idle:
      return who + " lets the GIL go, since it has nothing to do";
  }
  return who + " lets the GIL go";
}

std::string Narrator::thread(EventIndex index) const {
  const TraceEvent& event = trace_[index];
  if (event.kind < TraceKind::ThreadStarted || event.kind > TraceKind::GilReleased) return "";
  const std::string subject = name(event.subject, index);
  switch (event.kind) {
    case TraceKind::ThreadStarted:
      return (event.detail == static_cast<std::uint8_t>(WorkerKind::Process) ? "Worker process " : "Worker thread ") +
             name(event.subject, index) + " starts";
    case TraceKind::ThreadEnded:
      return "Worker " + name(event.subject, index) + " ends after " + counted(event.value, "job");
    case TraceKind::JobQueued:
      return actor(index) + " gives " + name(event.value, index) + " to " + name(event.subject, index);
    case TraceKind::JobDropped:
      return name(event.value, index) + " leaves the queue of " + name(event.subject, index) + ": it was cancelled";
    case TraceKind::JobBegin: {
      const EventIndex queued = notes_[index];
      const double waited = queued == kNoEvent ? 0 : event.when - trace_[queued].when;
      const std::string begins = subject + " begins " + name(event.value, index);
      return waited < 1e-3 ? begins : begins + ", which waited " + seconds_text(waited) + " for a free thread";
    }
    case TraceKind::JobEnd:
      return subject + ' ' + ending_of(static_cast<TaskEnd>(event.detail)) + ' ' + name(event.value, index);
    case TraceKind::PoolShutDown:
      return subject + " takes no more jobs; " + counted(event.value, "job") + (event.value == 1 ? " waits" : " wait");
    case TraceKind::GilRequested:
    case TraceKind::GilAcquired:
    case TraceKind::GilReleased:
      return gil(index);
    default:  // not about threads
      return "";
  }
}

}  // namespace sluice
