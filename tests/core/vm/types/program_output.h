// program_output.h — runs a program that needs no event loop, and gives what it prints; with the expectations in it.
//
//     print(1 + 1)         # expect: 2
//     1 / 0                # expect error: ZeroDivisionError: division by zero
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "base/heap.h"
#include "language/compile.h"
#include "trace/trace.h"
#include "vm/traceback.h"
#include "vm/vm.h"

namespace sluice {

struct ProgramOutput {
  std::string printed;   ///< stdout and stderr, without what Python itself says there
  std::string expected;  ///< the texts after "# expect: ", a line each, and "# expect error: " as the last one
};

/// REQUIRES: the program compiles.
inline ProgramOutput run_program(std::string_view source, PythonVersion python = kDefaultPython,
                                 std::size_t memory_bytes = std::size_t{64} << 20) {
  ProgramOutput result;
  std::size_t at = 0;
  while (at < source.size()) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    const std::string_view line = source.substr(at, end - at);
    for (const std::string_view mark : {std::string_view("# expect: "), std::string_view("# expect error: ")}) {
      const std::size_t place = line.find(mark);
      if (place != std::string_view::npos) result.expected += std::string(line.substr(place + mark.size())) + "\n";
    }
    at = end + 1;
  }
  Heap heap;
  const Heap::Scope scope(heap);
  Trace trace;
  CompileOptions options;
  options.python = python;
  const CompileResult compiled = compile(source, options);
  if (!compiled.code) {
    result.printed = "does not compile: " + compiled.diagnostic->message;
    return result;
  }
  VM::Options vm_options;
  vm_options.python = python;
  vm_options.budgets.memory_bytes = memory_bytes;
  VM vm(trace, vm_options);
  const Value ended = vm.run_main(compiled.code);
  for (std::size_t i = 0; i < trace.size(); ++i) {
    const TraceEvent& event = trace[i];
    if (event.detail == VM::kOwnNotice) continue;
    if (event.kind == TraceKind::Out || event.kind == TraceKind::Err) result.printed += trace.text_of(event.subject);
  }
  if (vm.ending() != nullptr) {
    result.printed +=
        std::string(vm.ending()->by == VM::EndedBy::Budget ? "budget: " : "refused: ") + vm.ending()->what + "\n";
  } else if (!ended) {
    const Value error = vm.take_error();
    result.printed += exception_only_pieces(vm, error, TracebackBy::Module)[0];
  }
  return result;
}

}  // namespace sluice
