#include "trace/table.h"

#include "base/float_text.h"
#include "base/utf8.h"
#include "trace/words.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace sluice {

namespace {

/// Pads cells to columns. The last cell of a line is not padded.
class Table {
 public:
  struct Column {
    const char* title;
    std::size_t width;
    bool is_number;
  };

  explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {
    for (const Column& column : columns_) cell(column.title);
  }

  void cell(std::string_view text) {
    const Column& column = columns_[next_];
    const bool is_last = next_ + 1 == columns_.size();
    const std::size_t length = utf8_length(text);
    const std::string padding(length < column.width ? column.width - length : 0, ' ');
    if (column.is_number) text_ += padding;
    text_ += text;
    if (!column.is_number && !is_last) text_ += padding;
    text_ += is_last ? "\n" : "  ";
    next_ = is_last ? 0 : next_ + 1;
  }

  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  std::vector<Column> columns_;
  std::size_t next_ = 0;
  std::string text_;
};

std::string moment_text(double seconds) {
  FloatLayout layout;
  layout.type = 'f';
  layout.precision = 9;
  return float_text(seconds, layout);
}

std::string name_or_dash(const Trace& trace, ObjectId object) { return object == 0 ? "-" : trace.object_name(object); }

std::string quoted(const std::string& text) { return text.empty() ? "-" : '"' + shortened(text, 40) + '"'; }

std::string or_dash(std::string text) { return text.empty() ? "-" : text; }

/// Width of the widest name, so that columns stay straight; at least that of the title.
std::size_t widest_name(const Trace& trace, TraceObject kind, std::size_t least) {
  std::size_t width = least;
  for (ObjectId id = 1; id < trace.object_count(); ++id) {
    if (trace.object(id).kind == kind) width = std::max(width, utf8_length(trace.object_name(id)));
  }
  return std::min<std::size_t>(width, 24);
}

}  // namespace

std::string field_text(const Trace& trace, const char* meaning, std::uint32_t field) {
  const std::string_view kind = meaning;
  if (kind == "object") return name_or_dash(trace, field);
  if (kind == "text") return quoted(trace.text_of(field));
  if (kind == "number") return float_repr(trace.number_of(field));
  if (kind == "line") return field == 0 ? "-" : "line " + std::to_string(field);
  if (kind == "event") return field == kNoEvent ? "-" : "event " + std::to_string(field);
  if (kind == "count") return std::to_string(field);
  return "-";
}

std::string detail_text(const TraceEvent& event) {
  const auto named = [&event](auto example) { return enum_name(static_cast<decltype(example)>(event.detail)); };
  switch (event.kind) {
    case TraceKind::Step:
    case TraceKind::EagerStep:
      return named(StepEnd{});
    case TraceKind::Callback:
      return named(CallbackKind{});
    case TraceKind::Wait:
      return named(WaitKind{});
    case TraceKind::TaskDone:
    case TraceKind::FutureDone:
    case TraceKind::JobEnd:
      return named(TaskEnd{});
    case TraceKind::BlockBegin:
    case TraceKind::BlockEnd:
      return named(BlockKind{});
    case TraceKind::Exiting:
      return named(ExitReason{});
    case TraceKind::Exited:
      return named(ExitEnd{});
    case TraceKind::GilReleased:
      return named(GilRelease{});
    case TraceKind::ObjectCreated:
      return named(TraceObject{});
    case TraceKind::Out:
    case TraceKind::Err:
      return named(OutputOrigin{});
    default:  // has none
      return "";
  }
}

std::string trace_table(const Trace& trace) {
  const std::size_t task_width = widest_name(trace, TraceObject::Task, 4);
  Table table({{"step", 5, true},
               {"when", 13, true},
               {"thread", 6, true},
               {"task", task_width, false},
               {"kind", 15, false},
               {"detail", 10, false},
               {"subject", 14, false},
               {"value", 0, false}});
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    table.cell(std::to_string(i));
    table.cell(moment_text(event.when));
    table.cell(event.thread == 0 ? "-" : std::to_string(event.thread));
    table.cell(name_or_dash(trace, event.task));
    table.cell(trace_kind_name(event.kind));
    table.cell(or_dash(detail_text(event)));
    table.cell(field_text(trace, trace_kind_subject(event.kind), event.subject));
    table.cell(field_text(trace, trace_kind_value(event.kind), event.value));
  }
  return table.take();
}

std::string spans_table(const Trace& trace, const Spans& spans) {
  std::size_t row_width = 3;
  for (const Row& row : spans.rows) row_width = std::max(row_width, utf8_length(row_name(trace, row)));
  Table table({{"row", std::min<std::size_t>(row_width, 28), false},
               {"state", 16, false},
               {"start", 13, true},
               {"end", 13, true},
               {"from", 6, true},
               {"to", 6, true},
               {"line", 4, true},
               {"on", 12, false},
               {"by", 0, false}});
  for (const Span& span : spans.spans) {
    const std::string state = enum_name(span.state);
    table.cell(row_name(trace, spans.rows[span.row]));
    table.cell(span.state == SpanState::Length ? state + ' ' + std::to_string(span.value) : state);
    table.cell(moment_text(span.start));
    table.cell(moment_text(span.end));
    table.cell(std::to_string(span.first));
    table.cell(std::to_string(span.last));
    table.cell(span.line == 0 ? "-" : std::to_string(span.line));
    table.cell(name_or_dash(trace, span.on));
    table.cell(name_or_dash(trace, span.by));
  }
  return table.take();
}

}  // namespace sluice
