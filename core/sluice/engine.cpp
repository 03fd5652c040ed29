// The engine keeps questions, not answers: see engine.h.
#include "sluice/engine.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sluice/show.h"

namespace sluice {
namespace {

/// Columns of an exported timeline: what fits into a mail or an issue.
constexpr std::size_t kGanttWidth = 100;

}  // namespace

bool Engine::supply_library(std::string text) {
  if (library_pack_) return true;
  library_pack_ = LibraryPack::read(std::move(text));
  return library_pack_.has_value();
}

RunOptions Engine::with_library(RunOptions options) const {
  if (library_pack_) options.library_pack = &*library_pack_;
  return options;
}

Engine::Answer Engine::run(std::string source, RunOptions options) {
  if (questions_.size() == kMostKept) questions_.pop_front();
  questions_.push_back(Question{++last_id_, std::move(source), with_library(std::move(options))});
  const Question& question = questions_.back();
  latest_ = sluice::run(question.source, question.options);
  latest_id_ = question.id;
  return Answer{question.id, compute_columns(question.source, question.options, latest_)};
}

std::vector<std::string> Engine::sentences(std::uint32_t id, EventIndex from, EventIndex to) {
  if (recall(id) == nullptr) return {};
  return compute_sentences(*latest_.trace, from, to);
}

std::string Engine::export_as(std::uint32_t id, std::string_view form) {
  const Question* question = recall(id);
  if (question == nullptr) return "";
  if (form == "json") return show_recording(latest_, question->options);
  if (form == "chrome") return show_chrome_trace(latest_);
  if (form == "gantt") return show_gantt(latest_, kGanttWidth, true);
  return "";
}

const Engine::Question* Engine::recall(std::uint32_t id) {
  for (const Question& question : questions_) {
    if (question.id != id) continue;
    if (latest_id_ != id) {
      latest_ = sluice::run(question.source, question.options);
      latest_id_ = id;
    }
    return &question;
  }
  return nullptr;
}

}  // namespace sluice
