// show.h — a program and its run as text, for the command line and for looking inside: one call a view.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sluice/run.h"

namespace sluice {

/// One piece of what the program wrote; its text lives as long as the result.
struct OutputPiece {
  bool to_stderr;
  std::string_view text;
};

/// What the program wrote, in order. A traceback at the end is not part of it: see Failure.
[[nodiscard]] std::vector<OutputPiece> output_of(const RunResult& result);

/// The run as the reference runner writes it: one line of JSON, without a line break. What the core refused to run has
/// a failure that begins with "Unsupported: ".
[[nodiscard]] std::string show_recording(const RunResult& result, const RunOptions& options);

/// The digest of the trace and of how it ended, 16 hexadecimal digits. Equal on every platform.
[[nodiscard]] std::string show_digest(const RunResult& result);

}  // namespace sluice
