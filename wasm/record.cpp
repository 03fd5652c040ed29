// Every table of RunColumns, field by field, under the names that the page uses.
#include "record.h"

#include <emscripten/bind.h>

#include <cstddef>
#include <string>
#include <vector>

namespace sluice {
namespace {

using emscripten::val;

/// A copy of a column as a typed array.
template <typename T>
val column(const std::vector<T>& values) {
  return val(emscripten::typed_memory_view(values.size(), values.data())).template call<val>("slice");
}

val null_or(const char* kind, const val& record) { return *kind == '\0' ? val::null() : record; }

val events_of(const EventColumns& from) {
  val to = val::object();
  to.set("when", column(from.when));
  to.set("kind", column(from.kind));
  to.set("detail", column(from.detail));
  to.set("thread", column(from.thread));
  to.set("task", column(from.task));
  to.set("subject", column(from.subject));
  to.set("value", column(from.value));
  to.set("cause", column(from.cause));
  return to;
}

val objects_of(const ObjectColumns& from) {
  val to = val::object();
  to.set("kind", column(from.kind));
  to.set("name", column(from.name));
  to.set("created", column(from.created));
  to.set("ended", column(from.ended));
  to.set("parent", column(from.parent));
  to.set("line", column(from.line));
  return to;
}

val rows_of(const RowColumns& from) {
  val to = val::object();
  to.set("kind", column(from.kind));
  to.set("object", column(from.object));
  to.set("sub", column(from.sub));
  to.set("name", column(from.name));
  to.set("first", column(from.first));
  return to;
}

val spans_of(const SpanColumns& from) {
  val to = val::object();
  to.set("row", column(from.row));
  to.set("start", column(from.start));
  to.set("end", column(from.end));
  to.set("state", column(from.state));
  to.set("first", column(from.first));
  to.set("last", column(from.last));
  to.set("line", column(from.line));
  to.set("on", column(from.on));
  to.set("by", column(from.by));
  to.set("value", column(from.value));
  return to;
}

val output_of_run(const OutputColumns& from) {
  val to = val::object();
  to.set("event", column(from.event));
  to.set("when", column(from.when));
  to.set("stream", column(from.stream));
  to.set("text", column(from.text));
  to.set("task", column(from.task));
  to.set("line", column(from.line));
  return to;
}

val lines_of(const LineColumns& from) {
  val to = val::object();
  to.set("from", column(from.from));
  to.set("line", column(from.line));
  return to;
}

val failure_of(const FailureColumns& from) {
  val to = val::object();
  to.set("kind", std::string(from.kind));
  to.set("type", from.type);
  to.set("message", from.message);
  to.set("line", from.line);
  to.set("traceback", from.traceback);
  to.set("hint", from.hint);
  return to;
}

val diagnostics_of(const std::vector<DiagnosticColumns>& from) {
  val to = val::array();
  for (const DiagnosticColumns& diagnostic : from) {
    val entry = val::object();
    entry.set("kind", std::string(diagnostic.kind));
    entry.set("line", diagnostic.line);
    entry.set("column", diagnostic.column);
    entry.set("endLine", diagnostic.end_line);
    entry.set("endColumn", diagnostic.end_column);
    entry.set("message", diagnostic.message);
    entry.set("hint", diagnostic.hint);
    to.call<void>("push", entry);
  }
  return to;
}

val counts_of(const std::vector<StepFunction>& from) {
  val to = val::array();
  for (const StepFunction& count : from) {
    val entry = val::object();
    entry.set("name", count.name);
    entry.set("object", count.object);
    entry.set("when", column(count.when));
    entry.set("value", column(count.value));
    entry.set("event", column(count.event));
    to.call<void>("push", entry);
  }
  return to;
}

val metrics_of(const std::vector<Metric>& from) {
  val to = val::array();
  for (const Metric& metric : from) {
    val entry = val::object();
    entry.set("name", metric.name);
    entry.set("object", metric.object);
    entry.set("unit", metric.unit);
    entry.set("value", metric.value);
    to.call<void>("push", entry);
  }
  return to;
}

/// What the kinds of events are called and mean, in the order of their numbers.
val kinds() {
  val to = val::array();
  for (std::size_t index = 0; index < trace_kind_count(); ++index) {
    const auto kind = static_cast<TraceKind>(index);
    val entry = val::object();
    entry.set("name", std::string(trace_kind_name(kind)));
    entry.set("subject", std::string(trace_kind_subject(kind)));
    entry.set("value", std::string(trace_kind_value(kind)));
    entry.set("meaning", std::string(trace_kind_meaning(kind)));
    to.call<void>("push", entry);
  }
  return to;
}

/// The enumerators that `detail`, `state` and the kinds of objects and rows stand for.
val enums() {
  val to = val::object();
  for (const TraceEnum& each : trace_enums()) {
    val names = val::array();
    for (const char* name : each.enumerators) names.call<void>("push", std::string(name));
    to.set(each.name, names);
  }
  return to;
}

}  // namespace

val array_of(const std::vector<std::string>& texts) {
  val to = val::array();
  for (std::size_t index = 0; index < texts.size(); ++index) to.set(index, texts[index]);
  return to;
}

val record_of(const RunColumns& from) {
  val to = val::object();
  to.set("python", from.python);
  to.set("step", from.step);
  to.set("instructionCost", from.instruction_cost);
  to.set("end", from.end);
  to.set("digest", from.digest);
  to.set("failure", null_or(from.failure.kind, failure_of(from.failure)));
  to.set("diagnostics", diagnostics_of(from.diagnostics));
  to.set("texts", array_of(from.texts));
  to.set("numbers", column(from.numbers));
  to.set("events", events_of(from.events));
  to.set("kinds", kinds());
  to.set("enums", enums());
  to.set("objects", objects_of(from.objects));
  to.set("rows", rows_of(from.rows));
  to.set("spans", spans_of(from.spans));
  to.set("counts", counts_of(from.counts));
  to.set("output", output_of_run(from.output));
  to.set("sentences", from.sentences.empty() ? val::null() : array_of(from.sentences));
  to.set("critical", column(from.critical));
  to.set("parameters", val::array());
  to.set("metrics", metrics_of(from.metrics));
  to.set("lines", lines_of(from.lines));
  return to;
}

}  // namespace sluice
