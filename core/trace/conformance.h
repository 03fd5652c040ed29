// conformance.h — a run as the reference runner of tests/conformance writes it: one line of JSON, for comparing with
// CPython.
#pragma once

#include "trace/trace.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sluice {

/// What the line says about the run besides its trace.
struct ConformanceHeader {
  std::string_view program;     ///< file name without folders
  std::string_view python;      ///< "3.13"
  double step;                  ///< seconds that a handle costs
  double end;                   ///< the clock when the module's code had ended
  std::string_view failure;     ///< empty: none
  std::size_t size = SIZE_MAX;  ///< so many events of the trace: those until then
};

/// {"program": …, "python": …, "step": …, "end": …, "failure": …, "trace": [["step", t, task, line], …]} without a line
/// break.
///
/// Times are rounded to 9 decimals and spelled as Python does. A task has the name of the beginning of its step.
[[nodiscard]] std::string conformance_line(const Trace& trace, const ConformanceHeader& header);

}  // namespace sluice
