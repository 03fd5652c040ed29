// run.h — the public API of the core: one program in, one trace out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/python_version.h"
#include "language/diagnostic.h"
#include "trace/trace.h"

namespace sluice {

/// What a run may use up, so that it always ends. 0: no bound.
struct RunBudgets {
  std::uint64_t instructions = 200'000'000;
  std::uint64_t events = 2'000'000;
  std::size_t memory_bytes = std::size_t{512} * 1024 * 1024;
  double virtual_seconds = 1e9;
  std::uint32_t recursion = 1000;
  std::size_t output_bytes = std::size_t{8} * 1024 * 1024;
};

/// Whether there is a build of that version without the GIL.
[[nodiscard]] bool has_free_threaded_build(PythonVersion version);

class LibraryPack;

struct RunOptions {
  PythonVersion python;
  double step = 1e-5;             ///< seconds of virtual time that each handle costs
  double instruction_cost = 0;    ///< seconds that each bytecode instruction costs
  double switch_interval = 5e-3;  ///< seconds after which a waiting thread asks for the GIL
  std::uint32_t cpu_count = 4;    ///< os.cpu_count()
  bool gil = true;                ///< false: a free-threaded build (3.13 and later)
  double disk_latency = 0;        ///< seconds that a transfer from or to the virtual disk takes
  bool shows_source = true;       ///< tracebacks have source lines: not so where Python is given the text of a program
  bool lines = false;             ///< record an event for each line of the program that runs
  RunBudgets budgets;
  std::string file_name = "program.py";
  std::vector<std::pair<std::string, std::string>> files;  ///< the virtual disk: path and content
  std::vector<std::string> arguments;                      ///< sys.argv after the program's name
  const LibraryPack* library_pack = nullptr;               ///< null: the one that is built in; see vm/library_pack.h
};

/// Why a program ended otherwise than by reaching its end.
struct Failure {
  enum class Kind : std::uint8_t { None, Exception, Deadlock, Exit, Budget, Unsupported, Library };
  /// Library: the program imports a module of the library pack, which was not there. With it, the same run goes on.
  Kind kind = Kind::None;
  std::string text;  ///< as the reference runner names it: "Deadlock", "SystemExit: 2", "ValueError: no such thing"
  std::string traceback;   ///< what Python would have written to stderr at the end
  std::string hint;        ///< for Budget, Unsupported and Library: what to do instead
  std::uint32_t line = 0;  ///< of the program where it arose; 0: unknown
  int exit_status = 0;     ///< as a process would end
  bool after_end = false;  ///< the module's code had ended before
};

struct RunResult {
  std::unique_ptr<Trace> trace;  ///< never null; empty when the program did not compile
  double end = 0;                ///< the clock when the module's code had ended
  std::size_t size_at_end = 0;   ///< of the trace at that moment: threads and functions of atexit may go on
  Failure failure;
  std::vector<Diagnostic> diagnostics;  ///< not empty: the program was not run
  std::uint64_t instructions = 0;       ///< bytecode instructions that were run
  std::size_t peak_bytes = 0;           ///< most memory that the program's objects used, at instruction-budget checks
};

/// Compiles and runs a program on a fresh event loop in virtual time. Never fails: what goes wrong is in the result.
///
/// Same source and options: same trace, on every platform. Cost: as the program's instructions and events; ends at a
/// budget.
RunResult run(std::string_view source, const RunOptions& options);

}  // namespace sluice
