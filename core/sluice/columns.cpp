#include "sluice/columns.h"

#include "language/source.h"
#include "sluice/show.h"
#include "trace/causes.h"
#include "trace/counts.h"
#include "trace/critical_path.h"
#include "trace/narration.h"
#include "trace/spans.h"

#include <algorithm>
#include <cstddef>
#include <unordered_map>

namespace sluice {

namespace {

/// The texts of the trace, and after them those that only the page needs.
class TextTable {
 public:
  TextTable(const Trace& trace, std::vector<std::string>& texts) : texts_(texts) {
    for (TextId id = 0; id < trace.text_count(); ++id) {
      texts_.push_back(trace.text_of(id));
      ids_.emplace(trace.text_of(id), id);
    }
  }

  std::uint32_t id_of(const std::string& text) {
    const auto [entry, is_new] = ids_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return entry->second;
  }

 private:
  std::vector<std::string>& texts_;
  std::unordered_map<std::string, std::uint32_t> ids_;
};

class ColumnFiller {
 public:
  ColumnFiller(const Trace& trace, RunColumns& columns)
      : trace_(trace), columns_(columns), texts_(trace, columns.texts) {}

  void run() {
    fill_events();
    fill_objects();
    fill_output();
    const Spans spans = compute_spans(trace_);
    fill_rows(spans);
    fill_spans(spans);
    columns_.counts = compute_counts(trace_, spans);
    columns_.metrics = compute_metrics(trace_, spans, columns_.counts, columns_.events.cause);
    columns_.critical = critical_path(trace_, columns_.events.cause).events;
    if (trace_.size() > kMostSentences) return;
    columns_.sentences = compute_sentences(trace_, 0, static_cast<EventIndex>(trace_.size()));
  }

 private:
  void fill_events() {
    EventColumns& to = columns_.events;
    const std::size_t count = trace_.size();
    to.when.reserve(count);
    to.kind.reserve(count);
    to.detail.reserve(count);
    to.thread.reserve(count);
    to.task.reserve(count);
    to.subject.reserve(count);
    to.value.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
      const TraceEvent& event = trace_[i];
      to.when.push_back(event.when);
      to.kind.push_back(static_cast<std::uint8_t>(event.kind));
      to.detail.push_back(event.detail);
      to.thread.push_back(event.thread);
      to.task.push_back(event.task);
      to.subject.push_back(event.subject);
      to.value.push_back(event.value);
    }
    to.cause = compute_causes(trace_);
    for (std::uint32_t i = 0; i < trace_.number_count(); ++i) columns_.numbers.push_back(trace_.number_of(i));
  }

  void fill_objects() {
    ObjectColumns& to = columns_.objects;
    for (ObjectId id = 0; id < trace_.object_count(); ++id) {
      const Trace::ObjectRecord& object = trace_.object(id);
      to.kind.push_back(static_cast<std::uint8_t>(object.kind));
      to.name.push_back(texts_.id_of(trace_.object_name(id)));
      to.created.push_back(id == 0 ? kNoEvent : object.created);
      to.ended.push_back(kNoEvent);
      to.parent.push_back(id == 0 ? 0 : trace_[object.created].task);
      to.line.push_back(object.line);
    }
    for (std::size_t i = 0; i < trace_.size(); ++i) {
      const ObjectId ended = object_ended_by(trace_[i]);
      if (ended != 0) to.ended[ended] = static_cast<EventIndex>(i);
    }
  }

  static ObjectId object_ended_by(const TraceEvent& event) {
    switch (event.kind) {
      case TraceKind::TaskDone:
      case TraceKind::FutureDone:
      case TraceKind::ThreadEnded:
        return event.subject;
      case TraceKind::JobEnd:
      case TraceKind::JobDropped:
        return event.value;
      default:  // ends no object
        return 0;
    }
  }

  void fill_output() {
    OutputColumns& to = columns_.output;
    for (std::size_t i = 0; i < trace_.size(); ++i) {
      const TraceEvent& event = trace_[i];
      if (event.kind == TraceKind::Line) {
        columns_.lines.from.push_back(static_cast<EventIndex>(i));
        columns_.lines.line.push_back(event.value);
      }
      if (event.kind != TraceKind::Out && event.kind != TraceKind::Err) continue;
      to.event.push_back(static_cast<EventIndex>(i));
      to.when.push_back(event.when);
      to.stream.push_back(event.kind == TraceKind::Err ? 1 : 0);
      to.text.push_back(event.subject);
      to.task.push_back(event.task);
      to.line.push_back(event.value);
    }
  }

  void fill_rows(const Spans& spans) {
    RowColumns& to = columns_.rows;
    for (const Row& row : spans.rows) {
      to.kind.push_back(static_cast<std::uint8_t>(row.kind));
      to.object.push_back(row.object);
      to.sub.push_back(row.sub);
      to.name.push_back(texts_.id_of(row_name(trace_, row)));
    }
    to.first.assign(spans.first_span.begin(), spans.first_span.end() - 1);
  }

  void fill_spans(const Spans& spans) {
    SpanColumns& to = columns_.spans;
    for (const Span& span : spans.spans) {
      to.row.push_back(span.row);
      to.start.push_back(span.start);
      to.end.push_back(span.end);
      to.state.push_back(static_cast<std::uint8_t>(span.state));
      to.first.push_back(span.first);
      to.last.push_back(span.last);
      to.line.push_back(span.line);
      to.on.push_back(span.on);
      to.by.push_back(span.by);
      to.value.push_back(span.value);
    }
  }

  const Trace& trace_;
  RunColumns& columns_;
  TextTable texts_;
};

const char* kind_name(Failure::Kind kind) {
  switch (kind) {
    case Failure::Kind::None:
      return "";
    case Failure::Kind::Exception:
      return "exception";
    case Failure::Kind::Deadlock:
      return "deadlock";
    case Failure::Kind::Exit:
      return "exit";
    case Failure::Kind::Budget:
      return "budget";
    case Failure::Kind::Unsupported:
      return "unsupported";
    case Failure::Kind::Library:
      return "library";
  }
  return "";
}

FailureColumns failure_columns(const Failure& failure) {
  FailureColumns columns;
  columns.kind = kind_name(failure.kind);
  const std::size_t colon = failure.text.find(": ");
  columns.type = failure.text.substr(0, colon);
  if (colon != std::string::npos) columns.message = failure.text.substr(colon + 2);
  columns.traceback = failure.traceback;
  columns.hint = failure.hint;
  columns.line = failure.line;
  return columns;
}

}  // namespace

RunColumns compute_columns(std::string_view source, const RunOptions& options, const RunResult& result) {
  RunColumns columns;
  columns.python = python_version_text(options.python);
  columns.step = options.step;
  columns.instruction_cost = options.instruction_cost;
  columns.end = result.end;
  columns.digest = show_digest(result);
  columns.failure = failure_columns(result.failure);
  const SourceText text(options.file_name, std::string(source), SourceOrigin::program);
  for (const Diagnostic& diagnostic : result.diagnostics) {
    columns.diagnostics.push_back(diagnostic_columns(text, diagnostic));
  }
  columns.parameters = parameter_columns(source, options.python);
  ColumnFiller(*result.trace, columns).run();
  return columns;
}

std::vector<std::string> compute_sentences(const Trace& trace, EventIndex from, EventIndex to) {
  const Narrator narrator(trace);
  const auto end = std::min<EventIndex>(to, static_cast<EventIndex>(trace.size()));
  std::vector<std::string> sentences;
  for (EventIndex index = from; index < end; ++index) sentences.push_back(narrator.sentence(index));
  return sentences;
}

}  // namespace sluice
