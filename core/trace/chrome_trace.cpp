#include "trace/chrome_trace.h"

#include "base/float_text.h"
#include "trace/causes.h"
#include "trace/counts.h"
#include "trace/json_writer.h"
#include "trace/narration.h"
#include "trace/spans.h"
#include "trace/words.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

namespace {

constexpr int kNanosecond = 3;  // decimals of a microsecond
constexpr std::int64_t kTasks = 1;
constexpr std::int64_t kThreads = 2;
constexpr std::int64_t kResources = 3;

double microseconds(double seconds) { return float_round(seconds * 1e6, kNanosecond).value_or(seconds * 1e6); }

std::int64_t process_of(RowKind kind) {
  switch (kind) {
    case RowKind::Loop:
    case RowKind::Task:
      return kTasks;
    case RowKind::Thread:
    case RowKind::Gil:
      return kThreads;
    case RowKind::Permit:
    case RowKind::Queue:
      return kResources;
  }
  return kTasks;
}

/// Perfetto's reserved colour names, by state.
const char* colour_of(SpanState state) {
  switch (state) {
    case SpanState::Running:
    case SpanState::Busy:
      return "thread_state_running";
    case SpanState::Ready:
      return "thread_state_runnable";
    case SpanState::Blocked:
    case SpanState::Failed:
      return "terrible";
    case SpanState::WaitingGil:
      return "bad";
    case SpanState::Done:
      return "good";
    case SpanState::Cancelled:
      return "grey";
    case SpanState::Sleeping:
    case SpanState::Idle:
      return "thread_state_sleeping";
    case SpanState::WaitingPermit:
    case SpanState::WaitingLock:
    case SpanState::WaitingEvent:
    case SpanState::WaitingCondition:
    case SpanState::WaitingBarrier:
    case SpanState::WaitingQueue:
    case SpanState::WaitingTask:
    case SpanState::WaitingFuture:
    case SpanState::WaitingGroup:
    case SpanState::InThread:
    case SpanState::Held:
    case SpanState::Length:
      return "thread_state_uninterruptible";
  }
  return "generic_work";
}

class ChromeTraceWriter {
 public:
  explicit ChromeTraceWriter(const Trace& trace) : trace_(trace), spans_(compute_spans(trace)), narrator_(trace) {}

  std::string run() {
    json_.begin_object().key("displayTimeUnit").string("ms").key("traceEvents").begin_array();
    write_names();
    for (const Span& span : spans_.spans) write_span(span);
    for (std::size_t i = 0; i < trace_.size(); ++i) write_output(trace_[i]);
    for (const StepFunction& count : compute_counts(trace_, spans_)) write_count(count);
    write_arrows();
    json_.line_break().end_array().end_object();
    return json_.take() + '\n';
  }

 private:
  /// The beginning of every entry; the caller ends the object.
  JsonWriter& begin(std::string_view phase, std::string_view name, std::int64_t process, std::int64_t thread) {
    json_.line_break().begin_object().key("ph").string(phase).key("name").string(name);
    return json_.key("pid").integer(process).key("tid").integer(thread);
  }

  /// Rows count from 1, since 0 stands for the process itself.
  static std::int64_t thread_of(std::uint32_t row) { return static_cast<std::int64_t>(row) + 1; }

  void write_names() {
    write_name("process_name", kTasks, 0, "Event loop and tasks");
    write_name("process_name", kThreads, 0, "Worker threads");
    write_name("process_name", kResources, 0, "Semaphores, locks and queues");
    for (std::uint32_t row = 0; row < spans_.rows.size(); ++row) {
      const std::int64_t process = process_of(spans_.rows[row].kind);
      write_name("thread_name", process, thread_of(row), row_name(trace_, spans_.rows[row]));
      begin("M", "thread_sort_index", process, thread_of(row)).key("args").begin_object();
      json_.key("sort_index").integer(thread_of(row)).end_object().end_object();
    }
  }

  void write_name(std::string_view what, std::int64_t process, std::int64_t thread, std::string_view name) {
    begin("M", what, process, thread).key("args").begin_object().key("name").string(name).end_object().end_object();
  }

  void write_span(const Span& span) {
    const Row& row = spans_.rows[span.row];
    std::string name = enum_name(span.state);
    if (span.on != 0) name += ' ' + trace_.object_name(span.on);
    if (row.kind == RowKind::Permit || row.kind == RowKind::Gil) name = trace_.object_name(span.by);
    if (span.state == SpanState::Length) name = std::to_string(span.value);
    begin("X", name, process_of(row.kind), thread_of(span.row));
    json_.key("ts").number(microseconds(span.start)).key("dur").number(microseconds(span.end - span.start));
    json_.key("cname").string(colour_of(span.state)).key("args").begin_object();
    if (span.line != 0) json_.key("line").integer(span.line);
    json_.key("begins").string(narrator_.sentence(span.first)).key("ends").string(narrator_.sentence(span.last));
    json_.end_object().end_object();
  }

  void write_output(const TraceEvent& event) {
    if (event.kind != TraceKind::Out && event.kind != TraceKind::Err) return;
    const std::int64_t thread = spans_.rows.empty() ? 0 : thread_of(0);
    begin("i", shortened(trace_.text_of(event.subject)), kTasks, thread);
    json_.key("ts").number(microseconds(event.when)).key("s").string("t").end_object();
  }

  void write_count(const StepFunction& count) {
    const std::string name = count.object == 0 ? count.name : trace_.object_name(count.object) + ' ' + count.name;
    for (std::size_t i = 0; i < count.when.size(); ++i) {
      begin("C", name, kTasks, 0).key("ts").number(microseconds(count.when[i]));
      json_.key("args").begin_object().key("value").integer(count.value[i]).end_object().end_object();
    }
  }

  /// From the task whose step caused another task to become ready, to that task's step.
  void write_arrows() {
    std::vector<std::uint32_t> row_of(trace_.object_count(), 0);
    for (std::uint32_t row = 0; row < spans_.rows.size(); ++row) {
      if (spans_.rows[row].kind == RowKind::Task) row_of[spans_.rows[row].object] = row;
    }
    for (EventIndex i = 0; i < trace_.size(); ++i) {
      const EventIndex cause = narrator_.causes()[i];
      if (trace_[i].kind != TraceKind::Step || cause == kNoEvent) continue;
      const ObjectId from = trace_[cause].task;
      if (from == 0 || from == trace_[i].task) continue;
      write_arrow_end("s", i, row_of[from], trace_[cause].when);
      write_arrow_end("f", i, row_of[trace_[i].task], trace_[i].when);
    }
  }

  void write_arrow_end(std::string_view phase, EventIndex id, std::uint32_t row, double when) {
    begin(phase, "wakes", kTasks, thread_of(row)).key("cat").string("cause").key("id").integer(id);
    json_.key("bp").string("e").key("ts").number(microseconds(when)).end_object();
  }

  const Trace& trace_;
  const Spans spans_;
  const Narrator narrator_;
  JsonWriter json_;
};

}  // namespace

std::string chrome_trace(const Trace& trace) { return ChromeTraceWriter(trace).run(); }

}  // namespace sluice
