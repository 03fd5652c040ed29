#include "sluice/run.h"

#include <algorithm>

#include "base/heap.h"
#include "base/runtime_changes.h"
#include "language/compile.h"
#include "loop/world.h"
#include "trace/trace.h"
#include "vm/interpreter.h"
#include "vm/program_place.h"
#include "vm/python_language.h"
#include "vm/traceback.h"
#include "vm/vm.h"

namespace sluice {

namespace {

VM::Options vm_options(const RunOptions& options) {
  VM::Options result;
  result.python = options.python;
  result.step = options.step;
  result.instruction_cost = options.instruction_cost;
  result.cpu_count = options.cpu_count;
  result.gil = options.gil;
  result.trace_lines = options.lines;
  result.shows_source = options.shows_source;
  result.budgets.instructions = options.budgets.instructions;
  result.budgets.events = options.budgets.events;
  result.budgets.memory_bytes = options.budgets.memory_bytes;
  result.budgets.virtual_seconds = options.budgets.virtual_seconds;
  result.budgets.recursion = options.budgets.recursion;
  result.budgets.output_bytes = options.budgets.output_bytes;
  result.file_name = options.file_name;
  result.files = options.files;
  result.arguments = options.arguments;
  result.library_pack = options.library_pack;
  return result;
}

LoopOptions loop_options(const RunOptions& options) {
  LoopOptions result;
  result.python = options.python;
  result.step = options.step;
  result.cpu_count = options.cpu_count;
  result.has_costs = options.instruction_cost > 0;
  result.switch_interval = options.switch_interval;
  result.gil = options.gil;
  result.disk_latency = options.disk_latency;
  result.max_events = options.budgets.events;
  result.max_virtual_seconds = options.budgets.virtual_seconds;
  return result;
}

/// The line of the program in the innermost frame that the exception passed through.
std::uint32_t line_of(const Exception& exception) {
  std::uint32_t line = 0;
  for (const Traceback* entry = exception.traceback.get(); entry != nullptr;
       entry = static_cast<const Traceback*>(entry->next.get())) {
    const Code& code = *static_cast<CodeObject*>(entry->code.get())->code;
    if (code.source->origin() != SourceOrigin::program) continue;
    line = static_cast<std::uint32_t>(position_of(*entry).line);
  }
  return line;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// What a program that ended with the pending exception failed of.
Failure failure_of(VM& vm) {
  Failure failure;
  failure.exit_status = 1;
  if (const VM::Ending* ending = vm.ending()) {
    switch (ending->by) {
      case VM::EndedBy::Budget:
        failure.kind = Failure::Kind::Budget;
        failure.text = "Budget: " + ending->what;
        break;
      case VM::EndedBy::Refusal:
        failure.kind = Failure::Kind::Unsupported;
        failure.text = "Unsupported: " + ending->what;
        break;
      case VM::EndedBy::Library:
        failure.kind = Failure::Kind::Library;
        failure.text = "Library: " + ending->what;
        break;
    }
    failure.hint = ending->message;
    failure.line = ending->line;
    failure.traceback = (ending->line > 0 ? "line " + std::to_string(ending->line) + ": " : "") + ending->what + "\n" +
                        ending->message + "\n";
    return failure;
  }
  const Value error = vm.take_error();
  const Exception& exception = *error.as<Exception>();
  failure.line = line_of(exception);
  if (vm.is_instance(error, vm.types.system_exit)) {
    failure.kind = Failure::Kind::Exit;
    const Value& code = exception.detail;
    failure.text = "SystemExit: " + (code ? vm.to_str(code).as<Str>()->text() : std::string("None"));
    std::int64_t status = 1;
    if (!code || code.is_none()) {
      status = 0;
    } else if (!VM::as_int64(code, status)) {
      failure.traceback = vm.to_str(code).as<Str>()->text() + "\n";
      status = 1;
    }
    failure.exit_status = static_cast<int>(status & 0xff);
    return failure;
  }
  failure.kind = vm.is_instance(error, vm.types.deadlock) ? Failure::Kind::Deadlock : Failure::Kind::Exception;
  failure.text = first_line(exception_only_pieces(vm, error, TracebackBy::ModuleAlone)[0]);
  failure.traceback = format_exception(vm, error, TracebackBy::Interpreter);
  if (failure.kind == Failure::Kind::Deadlock) {
    failure.hint = exception.detail ? exception.detail.as<Str>()->text() : std::string();
    failure.text = "Deadlock";
    if (!failure.hint.empty()) failure.traceback.insert(failure.traceback.size() - 1, ": " + failure.hint);
  }
  return failure;
}

/// A program that did not compile ends as CPython ends it: with a SyntaxError; a refusal names what is not modelled.
Failure failure_of(const Diagnostic& diagnostic) {
  Failure failure;
  const bool is_refusal = diagnostic.kind == DiagnosticKind::unsupported;
  failure.kind = is_refusal ? Failure::Kind::Unsupported : Failure::Kind::Exception;
  failure.text =
      (is_refusal ? "Unsupported: " : std::string(diagnostic_kind_name(diagnostic.kind)) + ": ") + diagnostic.message;
  failure.hint = diagnostic.hint;
  failure.line = static_cast<std::uint32_t>(diagnostic.range.begin.line);
  failure.exit_status = 1;
  return failure;
}

/// There is no free-threaded build of that version.
Failure no_such_build(PythonVersion python) {
  Failure failure;
  failure.kind = Failure::Kind::Unsupported;
  failure.text = "Unsupported: Python 3." + std::to_string(python.minor) + " without the GIL";
  failure.hint = "the first version that can be built without the GIL is 3.13";
  failure.traceback = failure.text.substr(failure.text.find(' ') + 1) + "\n" + failure.hint + "\n";
  failure.exit_status = 1;
  return failure;
}

}  // namespace

bool has_free_threaded_build(PythonVersion version) { return knows_free_threading(version); }

RunResult run(std::string_view source, const RunOptions& options) {
  RunResult result;
  result.trace = std::make_unique<Trace>();
  if (!options.gil && !has_free_threaded_build(options.python)) {
    result.failure = no_such_build(options.python);
    return result;
  }
  Heap heap;
  Heap::Scope scope(heap);
  CompileOptions compile_options;
  compile_options.filename = options.file_name;
  compile_options.python = options.python;
  const CompileResult compiled = compile(source, compile_options);
  if (!compiled.code) {
    result.diagnostics.push_back(*compiled.diagnostic);
    result.failure = failure_of(*compiled.diagnostic);
    return result;
  }
  VM vm(*result.trace, vm_options(options));
  World world(*result.trace, vm.language(), loop_options(options));
  vm.world = &world;
  const ProgramPlace place(vm);
  result.trace->lines = &place;
  for (const CompileWarning& warning : compiled.warnings) {
    vm.write_notice(warning_text(*compiled.source, warning.place.line, "SyntaxWarning: " + warning.message));
  }
  const Value ended = vm.run_main(compiled.code);
  result.end = world.now();
  result.size_at_end = result.trace->size();
  if (!ended) result.failure = failure_of(vm);
  // What hangs does not come to its end.
  if (result.failure.kind != Failure::Kind::Deadlock) vm.shut_down();
  if (ended && (vm.ending() != nullptr || vm.has_error())) {
    result.failure = failure_of(vm);
    result.failure.after_end = true;
  }
  result.instructions = vm.interpreter().instructions();
  result.peak_bytes = std::max(vm.interpreter().peak_bytes(), heap.used_bytes());
  Trace& trace = *result.trace;
  trace.record(TraceKind::End, trace.text(result.failure.text), 0);
  trace.lines = nullptr;
  heap.begin_end();
  return result;
}

}  // namespace sluice
