#include "trace/explain.h"

#include "trace/causes.h"
#include "trace/resource_counts.h"
#include "trace/words.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <vector>

namespace sluice {

namespace {

constexpr std::size_t kMostCauses = 6;
constexpr std::size_t kMostNames = 8;

class Explanation {
 public:
  Explanation(const Trace& trace, double when)
      : trace_(trace), narrator_(trace), spans_(compute_spans(trace)), when_(when) {}

  std::string run() {
    find_event();
    line("At " + seconds_text(when_) + ": " + narrator_.sentence(last_) + since(last_));
    loop();
    tasks();
    resources();
    next();
    causes();
    return std::move(text_);
  }

 private:
  void line(const std::string& sentence) { text_ += sentence + '\n'; }

  /// The last event that is not after the moment.
  void find_event() {
    last_ = 0;
    for (EventIndex i = 0; i < trace_.size() && trace_[i].when <= when_; ++i) last_ = i;
  }

  [[nodiscard]] std::string since(EventIndex index) const {
    const double ago = when_ - trace_[index].when;
    return ago < 1e-3 ? "" : " (" + seconds_text(ago) + " ago)";
  }

  /// The span of a row at the moment: by events where something happens then, else by time.
  [[nodiscard]] const Span* span_at(std::uint32_t row) const {
    const Span* found = nullptr;
    for (std::uint32_t i = spans_.first_span[row]; i < spans_.first_span[row + 1]; ++i) {
      const Span& span = spans_.spans[i];
      if (span.first <= last_ && last_ < span.last) found = &span;
    }
    return found;
  }

  void loop() {
    const Span* span = spans_.rows.empty() ? nullptr : span_at(0);
    if (span == nullptr) return;
    const EventIndex next = last_ + 1;
    const bool is_jump = next < trace_.size() && trace_[next].kind == TraceKind::ClockJump;
    if (is_jump && trace_.number_of(trace_[next].value) <= when_) {
      return line("Nothing is ready: the loop waits until " + seconds_text(trace_[next].when) + '.');
    }
    if (span->state == SpanState::Blocked) {
      line("The loop is blocked from " + seconds_text(span->start) + " to " + seconds_text(span->end) + ".");
    }
  }

  void tasks() {
    std::map<SpanState, std::vector<std::string>> names;
    for (std::uint32_t row = 0; row < spans_.rows.size(); ++row) {
      const RowKind kind = spans_.rows[row].kind;
      if (kind != RowKind::Task && kind != RowKind::Thread) continue;
      const Span* span = span_at(row);
      if (span == nullptr || is_final(span->state) || span->state == SpanState::Idle) continue;
      names[span->state].push_back(row_name(trace_, spans_.rows[row]) + particulars(*span));
    }
    for (const auto& [state, who] : names) line(std::string(heading_of(state)) + ": " + listed(who, kMostNames) + '.');
  }

  /// " (line 4, for a permit of sem)"
  [[nodiscard]] std::string particulars(const Span& span) const {
    std::string text = span.line == 0 ? "" : "line " + std::to_string(span.line);
    const bool is_wait = trace_[span.first].kind == TraceKind::Wait;
    const std::string what = is_wait        ? narrator_.waiting_for(span.first)
                             : span.on == 0 ? ""
                                            : trace_.object_name(span.on);
    if (!text.empty() && !what.empty()) text += ", ";
    text += what;
    return text.empty() ? "" : " (" + text + ')';
  }

  static const char* heading_of(SpanState state) {
    switch (state) {
      case SpanState::Ready:
        return "Ready to run";
      case SpanState::Running:
        return "Running";
      case SpanState::Sleeping:
        return "Asleep";
      case SpanState::InThread:
        return "Waiting for a thread";
      case SpanState::Blocked:
        return "Blocked";
      case SpanState::WaitingGil:
        return "Waiting for the GIL";
      case SpanState::Busy:
        return "At work";
      case SpanState::WaitingTask:
      case SpanState::WaitingFuture:
      case SpanState::WaitingGroup:
        return "Waiting for others";
      default:
        return "Held up";
    }
  }

  void resources() {
    const std::vector<StepFunction> counts = resource_counts(trace_);
    std::map<ObjectId, std::vector<std::string>> facts;
    for (const StepFunction& count : counts) {
      const std::int32_t value = value_after(count, last_);
      if (value <= 0) continue;
      const bool is_size = count.name == "size";
      facts[count.object].push_back(is_size ? counted(value, "item") : std::to_string(value) + ' ' + count.name);
    }
    for (const auto& [object, what] : facts) line(trace_.object_name(object) + ": " + listed(what) + '.');
  }

  void next() {
    for (EventIndex i = last_ + 1; i < trace_.size(); ++i) {
      if (trace_[i].kind == TraceKind::ClockJump) continue;
      return line("Next, at " + seconds_text(trace_[i].when) + ": " + narrator_.sentence(i));
    }
  }

  void causes() {
    const std::vector<std::string> chain = why(trace_, narrator_, last_, kMostCauses);
    if (chain.empty()) return;
    line("How it came to this:");
    for (const std::string& sentence : chain) line("  " + sentence);
  }

  const Trace& trace_;
  const Narrator narrator_;
  const Spans spans_;
  const double when_;
  EventIndex last_ = 0;
  std::string text_;
};

bool belongs_into_story(TraceKind kind) {
  using enum TraceKind;
  return kind != TimerDue && kind != Callback && kind != Timer;
}

}  // namespace

std::string explain(const Trace& trace, double when) {
  if (trace.size() == 0) return "Nothing happened.\n";
  const double end = trace[trace.latest()].when;
  if (when < trace[0].when) return "The run begins at " + seconds_text(trace[0].when) + ".\n";
  if (when > end) return "The run ends at " + seconds_text(end) + ".\n";
  return Explanation(trace, when).run();
}

std::vector<std::string> why(const Trace& trace, const Narrator& narrator, EventIndex event, std::size_t most) {
  std::vector<std::string> sentences;
  EventIndex at = narrator.causes()[event];
  for (; at != kNoEvent && sentences.size() < most; at = narrator.causes()[at]) {
    if (!belongs_into_story(trace[at].kind)) continue;
    sentences.push_back(seconds_text(trace[at].when) + "  " + narrator.sentence(at));
  }
  std::reverse(sentences.begin(), sentences.end());
  return sentences;
}

}  // namespace sluice
