// engine.h — Engine, what a page talks to: it runs programs, and answers later questions about the runs.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "sluice/columns.h"
#include "sluice/run.h"

namespace sluice {

/// Runs are named by numbers. What is kept of a run is its question; its trace is computed again when it is asked for
/// later, which gives the same one, so that a page with many figures holds no traces that it does not draw. The latest
/// run is kept whole.
class Engine {
 public:
  struct Answer {
    std::uint32_t id;
    RunColumns columns;
  };

  /// Runs a program and computes everything that a page draws of it.
  Answer run(std::string source, RunOptions options);

  /// Sentences of events `from` up to, and without, `to`; empty for a run that is too long ago.
  std::vector<std::string> sentences(std::uint32_t id, EventIndex from, EventIndex to);

  /// A run as a file: "json" (the reference runner's form), "chrome" (what Perfetto opens), "gantt" (text). Empty for
  /// another form, or a run that is too long ago.
  std::string export_as(std::uint32_t id, std::string_view form);

  /// So many questions are kept: more than a page has figures, and little memory.
  static constexpr std::size_t kMostKept = 64;

 private:
  struct Question {
    std::uint32_t id;
    std::string source;
    RunOptions options;
  };

  /// The question with that number, its result in latest_; null where it is forgotten.
  const Question* recall(std::uint32_t id);

  std::deque<Question> questions_;  // oldest first
  std::uint32_t last_id_ = 0;
  std::uint32_t latest_id_ = 0;  // whose result latest_ is; 0: nobody's
  RunResult latest_;
};

}  // namespace sluice
