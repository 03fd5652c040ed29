// bindings.cpp — the engine as JavaScript sees it, by Embind. No logic: options are read, columns are copied out.
//
//   const core = await createSluiceCore();
//   core.run(source, options)               → a Run (see web/engine/run.js), with its number as `id`
//   core.sentences(id, from, to)            → the sentences of some events of that run
//   core.export(id, form)                   → that run as a file's text
//   core.digest(source, options)            → 16 hexadecimal digits
//   core.measure(source, options)           → {failure, events, traceBytes, memory}: a run of which nothing is drawn
//   core.check(source, python)              → {diagnostics, parameters}, without a run
//   core.highlight(source, python)          → {start, end, class, classes}: columns, and the names of the classes
//
// Columns are copied into arrays of JavaScript's own: a view of this memory would be detached when it grows, and
// silently show other data when a vector moves.
#include <emscripten/bind.h>
#include <emscripten/val.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "record.h"
#include "sluice/editing.h"
#include "sluice/engine.h"
#include "sluice/run.h"
#include "sluice/show.h"
#include "sluice/trace_bytes.h"

namespace sluice {
namespace {

using emscripten::val;

/// Sets `into` to a field of an object where the object has it.
template <typename T>
void read(const val& object, const char* name, T& into) {
  const val field = object[name];
  if (!field.isUndefined() && !field.isNull()) into = field.as<T>();
}

/// Counts come as JavaScript's numbers.
template <typename Count>
void read_count(const val& object, const char* name, Count& into) {
  double count = static_cast<double>(into);
  read(object, name, count);
  into = static_cast<Count>(count);
}

void read_budgets(const val& from, RunBudgets& budgets) {
  if (from.isUndefined() || from.isNull()) return;
  read_count(from, "instructions", budgets.instructions);
  read_count(from, "events", budgets.events);
  read_count(from, "memory", budgets.memory_bytes);
  read_count(from, "output", budgets.output_bytes);
  read_count(from, "recursion", budgets.recursion);
  read(from, "time", budgets.virtual_seconds);
}

/// Options are an object, or the text of one in JSON; what is not given keeps the core's own default.
RunOptions read_options(val from) {
  RunOptions options;
  if (from.isUndefined() || from.isNull()) return options;
  if (from.isString()) from = val::global("JSON").call<val>("parse", from);
  std::string python = python_version_text(options.python);
  read(from, "python", python);
  if (const auto version = parse_python_version(python)) options.python = *version;
  read(from, "step", options.step);
  read(from, "instructionCost", options.instruction_cost);
  read(from, "switchInterval", options.switch_interval);
  read(from, "gil", options.gil);
  read(from, "diskLatency", options.disk_latency);
  read(from, "lines", options.lines);
  read(from, "fileName", options.file_name);
  read_count(from, "cpuCount", options.cpu_count);
  read_budgets(from["budgets"], options.budgets);
  const val files = from["files"];
  if (!files.isUndefined() && !files.isNull()) {
    for (const val& entry : emscripten::vecFromJSArray<val>(val::global("Object").call<val>("entries", files))) {
      options.files.emplace_back(entry[0].as<std::string>(), entry[1].as<std::string>());
    }
  }
  const val arguments = from["argv"];
  if (arguments.isArray()) options.arguments = emscripten::vecFromJSArray<std::string>(arguments);
  return options;
}

Engine& engine() {
  static Engine the_engine;
  return the_engine;
}

val run_program(const std::string& source, const val& options) {
  const Engine::Answer answer = engine().run(source, read_options(options));
  val record = record_of(answer.columns);
  record.set("id", answer.id);
  return record;
}

val sentences(std::uint32_t id, std::uint32_t from, std::uint32_t to) {
  return array_of(engine().sentences(id, from, to));
}

std::string export_as(std::uint32_t id, const std::string& form) { return engine().export_as(id, form); }

std::string digest(const std::string& source, const val& options) {
  return show_digest(run(source, read_options(options)));
}

/// What scripts/bench asks for: a run, and what it needed.
val measure(const std::string& source, const val& options) {
  const RunResult result = run(source, read_options(options));
  val to = val::object();
  to.set("failure", result.failure.text);
  to.set("events", result.trace->size());
  to.set("traceBytes", trace_bytes(*result.trace));
  to.set("memory", reinterpret_cast<std::uintptr_t>(sbrk(0)));
  return to;
}

PythonVersion version_of(const std::string& text) { return parse_python_version(text).value_or(kDefaultPython); }

val check(const std::string& source, const std::string& python) {
  return record_of(check_text(source, version_of(python)));
}

val highlight_text(const std::string& source, const std::string& python) {
  return record_of(highlight_columns(source, version_of(python)));
}

}  // namespace
}  // namespace sluice

EMSCRIPTEN_BINDINGS(sluice) {
  emscripten::function("run", &sluice::run_program);
  emscripten::function("sentences", &sluice::sentences);
  emscripten::function("export", &sluice::export_as);
  emscripten::function("digest", &sluice::digest);
  emscripten::function("measure", &sluice::measure);
  emscripten::function("check", &sluice::check);
  emscripten::function("highlight", &sluice::highlight_text);
}
