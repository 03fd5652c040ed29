// bindings.cpp — the engine as JavaScript sees it, by Embind. No logic: options are read, columns are copied out.
//
//   const core = await createSluiceCore();
//   core.supplyLibrary(text)                → whether it is the library pack that belongs to this engine
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

#include <cstdint>
#include <string>

#include "options.h"
#include "record.h"
#include "sluice/editing.h"
#include "sluice/engine.h"
#include "sluice/run.h"
#include "sluice/show.h"
#include "sluice/trace_bytes.h"

namespace sluice {
namespace {

using emscripten::val;

Engine& engine() {
  static Engine the_engine;
  return the_engine;
}

bool supply_library(const std::string& text) { return engine().supply_library(text); }

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
  return show_digest(run(source, engine().with_library(read_options(options))));
}

/// What scripts/bench asks for: a run, and what it needed.
val measure(const std::string& source, const val& options) {
  const RunResult result = run(source, engine().with_library(read_options(options)));
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
  emscripten::function("supplyLibrary", &sluice::supply_library);
  emscripten::function("run", &sluice::run_program);
  emscripten::function("sentences", &sluice::sentences);
  emscripten::function("export", &sluice::export_as);
  emscripten::function("digest", &sluice::digest);
  emscripten::function("measure", &sluice::measure);
  emscripten::function("check", &sluice::check);
  emscripten::function("highlight", &sluice::highlight_text);
}
