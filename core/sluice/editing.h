// editing.h — what an editor wants to know of a text, run or not: its controls, its mistakes, its colours. All offsets
// and columns are in UTF-16 units, as JavaScript's strings have them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "language/diagnostic.h"
#include "language/source.h"

namespace sluice {

/// Lines are 1-based, columns 0-based.
struct DiagnosticColumns {
  const char* kind = "";  ///< "syntax" or "unsupported"
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;
  std::string message, hint;
};

/// A constant with a control; see language/parameters.h.
struct ParameterColumns {
  std::string name;
  const char* kind = "";  ///< "slider", "choice" or "switch"
  std::uint32_t line = 0;
  std::uint32_t start = 0, end = 0;  ///< of the literal, from the start of the text
  std::string value;                 ///< as written; a string without its quotes
  bool is_text = false;
  double number = 0;  ///< the value as a number; a switch: 1 or 0
  double minimum = 0, maximum = 0, step = 0;
  std::vector<std::string> choices;
};

struct HighlightColumns {
  std::vector<std::uint32_t> start, end;
  std::vector<std::uint8_t> kind;  ///< index in highlight_classes()
};

struct CheckedText {
  std::vector<DiagnosticColumns> diagnostics;
  std::vector<ParameterColumns> parameters;
};

[[nodiscard]] DiagnosticColumns diagnostic_columns(const SourceText& source, const Diagnostic& diagnostic);

/// The controls of a program. A comment that makes none is left out.
[[nodiscard]] std::vector<ParameterColumns> parameter_columns(std::string_view source, PythonVersion python);

/// Mistakes and controls, without a run.
[[nodiscard]] CheckedText check_text(std::string_view source, PythonVersion python);

[[nodiscard]] HighlightColumns highlight_columns(std::string_view source, PythonVersion python);

/// Names of the classes, for CSS, in the order of their numbers.
[[nodiscard]] std::vector<std::string> highlight_classes();

}  // namespace sluice
