// Every table of RunColumns, field by field, under the names that the page uses.
#include "record.h"

#include <emscripten/bind.h>

#include <cstddef>
#include <string>
#include <vector>

namespace sluice {
namespace {

using emscripten::val;

// Each `put` is one call in the code of a table, where the temporary values of `set` would be many.

/// Sets a field to a copy of a column, as a typed array.
template <typename T>
[[gnu::noinline]] void put(val& to, const char* name, const std::vector<T>& values) {
  to.set(name, val(emscripten::typed_memory_view(values.size(), values.data())).template call<val>("slice"));
}

[[gnu::noinline]] void put(val& to, const char* name, const std::string& text) { to.set(name, text); }
[[gnu::noinline]] void put(val& to, const char* name, const char* text) { to.set(name, std::string(text)); }
[[gnu::noinline]] void put(val& to, const char* name, double number) { to.set(name, number); }
[[gnu::noinline]] void put(val& to, const char* name, const val& value) { to.set(name, value); }
[[gnu::noinline]] void push(val& to, const val& value) { to.call<void>("push", value); }

val events_of(const EventColumns& from) {
  val to = val::object();
  put(to, "when", from.when);
  put(to, "kind", from.kind);
  put(to, "detail", from.detail);
  put(to, "thread", from.thread);
  put(to, "task", from.task);
  put(to, "subject", from.subject);
  put(to, "value", from.value);
  put(to, "cause", from.cause);
  return to;
}

val objects_of(const ObjectColumns& from) {
  val to = val::object();
  put(to, "kind", from.kind);
  put(to, "name", from.name);
  put(to, "created", from.created);
  put(to, "ended", from.ended);
  put(to, "parent", from.parent);
  put(to, "line", from.line);
  return to;
}

val rows_of(const RowColumns& from) {
  val to = val::object();
  put(to, "kind", from.kind);
  put(to, "object", from.object);
  put(to, "sub", from.sub);
  put(to, "name", from.name);
  put(to, "first", from.first);
  return to;
}

val spans_of(const SpanColumns& from) {
  val to = val::object();
  put(to, "row", from.row);
  put(to, "start", from.start);
  put(to, "end", from.end);
  put(to, "state", from.state);
  put(to, "first", from.first);
  put(to, "last", from.last);
  put(to, "line", from.line);
  put(to, "on", from.on);
  put(to, "by", from.by);
  put(to, "value", from.value);
  return to;
}

val output_of_run(const OutputColumns& from) {
  val to = val::object();
  put(to, "event", from.event);
  put(to, "when", from.when);
  put(to, "stream", from.stream);
  put(to, "text", from.text);
  put(to, "task", from.task);
  put(to, "line", from.line);
  return to;
}

val lines_of(const LineColumns& from) {
  val to = val::object();
  put(to, "from", from.from);
  put(to, "line", from.line);
  return to;
}

val failure_of(const FailureColumns& from) {
  val to = val::object();
  put(to, "kind", from.kind);
  put(to, "type", from.type);
  put(to, "message", from.message);
  put(to, "line", from.line);
  put(to, "traceback", from.traceback);
  put(to, "hint", from.hint);
  return to;
}

val diagnostics_of(const std::vector<DiagnosticColumns>& from) {
  val to = val::array();
  for (const DiagnosticColumns& diagnostic : from) {
    val entry = val::object();
    put(entry, "kind", diagnostic.kind);
    put(entry, "line", diagnostic.line);
    put(entry, "column", diagnostic.column);
    put(entry, "endLine", diagnostic.end_line);
    put(entry, "endColumn", diagnostic.end_column);
    put(entry, "message", diagnostic.message);
    put(entry, "hint", diagnostic.hint);
    push(to, entry);
  }
  return to;
}

/// A choice's value is text where its literal is, so that it is written back with quotes.
val value_of(const ParameterColumns& from) {
  if (from.kind == std::string("switch")) return val(from.number != 0);
  return from.is_text ? val(from.value) : val(from.number);
}

val parameters_of(const std::vector<ParameterColumns>& from) {
  val to = val::array();
  for (const ParameterColumns& parameter : from) {
    val entry = val::object();
    put(entry, "name", parameter.name);
    put(entry, "kind", parameter.kind);
    put(entry, "line", parameter.line);
    put(entry, "start", parameter.start);
    put(entry, "end", parameter.end);
    put(entry, "value", value_of(parameter));
    put(entry, "min", parameter.minimum);
    put(entry, "max", parameter.maximum);
    put(entry, "step", parameter.step);
    put(entry, "choices", array_of(parameter.choices));
    put(entry, "isText", val(parameter.is_text));
    push(to, entry);
  }
  return to;
}

val counts_of(const std::vector<StepFunction>& from) {
  val to = val::array();
  for (const StepFunction& count : from) {
    val entry = val::object();
    put(entry, "name", count.name);
    put(entry, "object", count.object);
    put(entry, "when", count.when);
    put(entry, "value", count.value);
    put(entry, "event", count.event);
    push(to, entry);
  }
  return to;
}

val metrics_of(const std::vector<Metric>& from) {
  val to = val::array();
  for (const Metric& metric : from) {
    val entry = val::object();
    put(entry, "name", metric.name);
    put(entry, "object", metric.object);
    put(entry, "unit", metric.unit);
    put(entry, "value", metric.value);
    push(to, entry);
  }
  return to;
}

/// What the kinds of events are called and what their fields hold, in the order of their numbers.
val kinds() {
  val to = val::array();
  for (std::size_t index = 0; index < trace_kind_count(); ++index) {
    const auto kind = static_cast<TraceKind>(index);
    val entry = val::object();
    put(entry, "name", trace_kind_name(kind));
    put(entry, "subject", trace_kind_subject(kind));
    put(entry, "value", trace_kind_value(kind));
    push(to, entry);
  }
  return to;
}

/// The enumerators that `detail`, `state` and the kinds of objects and rows stand for.
val enums() {
  val to = val::object();
  for (const TraceEnum& each : trace_enums()) {
    val names = val::array();
    for (const char* name : each.enumerators) push(names, val(std::string(name)));
    put(to, each.name, names);
  }
  return to;
}

}  // namespace

[[gnu::noinline]] val array_of(const std::vector<std::string>& texts) {
  val to = val::array();
  for (std::size_t index = 0; index < texts.size(); ++index) to.set(index, texts[index]);
  return to;
}

val record_of(const CheckedText& from) {
  val to = val::object();
  put(to, "diagnostics", diagnostics_of(from.diagnostics));
  put(to, "parameters", parameters_of(from.parameters));
  return to;
}

val record_of(const HighlightColumns& from) {
  val to = val::object();
  put(to, "start", from.start);
  put(to, "end", from.end);
  put(to, "class", from.kind);
  put(to, "classes", array_of(highlight_classes()));
  return to;
}

val record_of(const RunColumns& from) {
  val to = val::object();
  put(to, "python", from.python);
  put(to, "step", from.step);
  put(to, "instructionCost", from.instruction_cost);
  put(to, "end", from.end);
  put(to, "digest", from.digest);
  put(to, "failure", *from.failure.kind == '\0' ? val::null() : failure_of(from.failure));
  put(to, "diagnostics", diagnostics_of(from.diagnostics));
  put(to, "texts", array_of(from.texts));
  put(to, "numbers", from.numbers);
  put(to, "events", events_of(from.events));
  put(to, "kinds", kinds());
  put(to, "enums", enums());
  put(to, "objects", objects_of(from.objects));
  put(to, "rows", rows_of(from.rows));
  put(to, "spans", spans_of(from.spans));
  put(to, "counts", counts_of(from.counts));
  put(to, "output", output_of_run(from.output));
  put(to, "sentences", from.sentences.empty() ? val::null() : array_of(from.sentences));
  put(to, "critical", from.critical);
  put(to, "parameters", parameters_of(from.parameters));
  put(to, "metrics", metrics_of(from.metrics));
  put(to, "lines", lines_of(from.lines));
  return to;
}

}  // namespace sluice
