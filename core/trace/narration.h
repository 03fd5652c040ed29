// narration.h — Narrator, a run in plain words: one sentence for each event. What happened, to whom, where, and why.
#pragma once

#include "trace/names.h"
#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace sluice {

/// In Narrator's notes: a task ran before and did not wait.
inline constexpr std::uint32_t kNoWait = kNoEvent - 1;

/// Knows the history of a trace well enough to say of any event what it means. Cost: O(events) to make, O(1) a sentence
/// (the Deadlock event: O(events)). The trace must outlive this.
class Narrator {
 public:
  explicit Narrator(const Trace& trace);

  /// "Task-3 takes the last permit of sem: 0 of 2 left." Ends with a full stop. Never empty.
  [[nodiscard]] std::string sentence(EventIndex index) const;

  /// The causes of all events; see causes.h.
  [[nodiscard]] const std::vector<EventIndex>& causes() const { return causes_; }

  /// "for a permit of sem", "for Task-2", "until 1.00 s": what the task of a Wait event waits for, as an adverbial.
  [[nodiscard]] std::string waiting_for(EventIndex wait) const;

 private:
  // By subject: narration_loop.cpp, narration_tasks.cpp, narration_resources.cpp. Each returns "" for kinds of the
  // others.
  [[nodiscard]] std::string about_loop(EventIndex index) const;
  [[nodiscard]] std::string about_tasks(EventIndex index) const;
  [[nodiscard]] std::string about_resources(EventIndex index) const;

  [[nodiscard]] std::string creation(EventIndex index) const;
  [[nodiscard]] std::string step(EventIndex index) const;
  [[nodiscard]] std::string reason_to_go_on(EventIndex wait) const;
  [[nodiscard]] std::string callback(EventIndex index) const;
  [[nodiscard]] std::string block(EventIndex index) const;
  [[nodiscard]] std::string deadlock(EventIndex index) const;
  [[nodiscard]] std::string wait(EventIndex index) const;
  [[nodiscard]] std::string task_end(EventIndex index) const;
  [[nodiscard]] std::string cancellation(EventIndex index) const;
  [[nodiscard]] std::string capacity(EventIndex index) const;
  [[nodiscard]] std::string permit(EventIndex index) const;
  [[nodiscard]] std::string queue(EventIndex index) const;
  [[nodiscard]] std::string manager(EventIndex index) const;
  [[nodiscard]] std::string thread(EventIndex index) const;
  [[nodiscard]] std::string gil(EventIndex index) const;

  [[nodiscard]] std::string name(ObjectId object, EventIndex index) const { return names_.at(object, index); }
  /// Who does what is recorded: the running task, the worker, or the program.
  [[nodiscard]] std::string actor(EventIndex index) const;
  [[nodiscard]] static std::string at_line(std::uint32_t line);  ///< " at line 4"; "" for 0
  [[nodiscard]] const std::string& text(TextId id) const { return trace_.text_of(id); }

  const Trace& trace_;
  Names names_;
  std::vector<EventIndex> causes_;
  /// By event, what a sentence about it needs to know. Step: the Wait before it, kNoWait if there was none, kNoEvent
  /// for the first. Wait: how many wait already. Sleep: its Timer. Acquired: the Wait before it, if any. BlockBegin:
  /// its BlockEnd. JobBegin: its JobQueued. GilAcquired: its GilRequested, if any. Entered, Exiting,
  /// Exited: the manager.
  std::vector<std::uint32_t> notes_;
  std::vector<std::uint32_t> capacities_;  // by object; kNoEvent: not known
  std::vector<ObjectId> workers_;          // by thread number
};

}  // namespace sluice
