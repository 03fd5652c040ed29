// engine.h — Engine, what a page talks to: it runs programs, and answers later questions about the runs.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sluice/columns.h"
#include "sluice/run.h"
#include "vm/library_pack.h"

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

  /// Takes the library pack, which is a file beside the engine, for all runs from now on. False: it is not the whole
  /// pack that was built with this engine, and is not taken.
  bool supply_library(std::string text);

  /// A program's options with the library pack, where it has been supplied.
  [[nodiscard]] RunOptions with_library(RunOptions options) const;

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

  std::optional<LibraryPack> library_pack_;  // once it is supplied, it stays
  std::deque<Question> questions_;           // oldest first
  std::uint32_t last_id_ = 0;
  std::uint32_t latest_id_ = 0;  // whose result latest_ is; 0: nobody's
  RunResult latest_;
};

}  // namespace sluice
