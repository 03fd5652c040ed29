// show.h — a program and its run as text, for the command line and for looking inside: one call a view.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "sluice/run.h"

namespace sluice {

/// One piece of what the program wrote; its text lives as long as the result.
struct OutputPiece {
  bool to_stderr;
  std::string_view text;
  bool after_end;  ///< the module's code had ended
};

/// What the program wrote, in order. A traceback at the end is not part of it: see Failure.
[[nodiscard]] std::vector<OutputPiece> output_of(const RunResult& result);

/// The run as the reference runner writes it: one line of JSON, without a line break. What the core refused to run has
/// a failure that begins with "Unsupported: ".
[[nodiscard]] std::string show_recording(const RunResult& result, const RunOptions& options);

/// The digest of the trace and of how it ended, 16 hexadecimal digits. Equal on every platform.
[[nodiscard]] std::string show_digest(const RunResult& result);

/// The log of a run, one line an event; its spans, one line each; and the form that Perfetto opens.
[[nodiscard]] std::string show_trace(const RunResult& result);
[[nodiscard]] std::string show_spans(const RunResult& result);
[[nodiscard]] std::string show_chrome_trace(const RunResult& result);

/// The timeline for a terminal of `width` columns; in ASCII only where `unicode` is false.
[[nodiscard]] std::string show_gantt(const RunResult& result, std::size_t width, bool unicode);

/// What happens at a moment, in seconds of virtual time, and why.
[[nodiscard]] std::string show_explanation(const RunResult& result, double when);

/// The tokens, the tree or the bytecode of a program. `problem` says why there is none: "program.py:3:5: SyntaxError:
/// invalid syntax".
struct TextView {
  std::string text;
  std::string problem;
};
[[nodiscard]] TextView show_tokens(std::string_view source, const RunOptions& options);
[[nodiscard]] TextView show_ast(std::string_view source, const RunOptions& options);
[[nodiscard]] TextView show_code(std::string_view source, const RunOptions& options);

}  // namespace sluice
