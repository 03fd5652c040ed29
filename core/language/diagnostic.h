// diagnostic.h — Diagnostic, one message about a program that cannot be run as it is written.
#pragma once

#include <cstdint>
#include <string>

#include "language/source.h"

namespace sluice {

enum class DiagnosticKind : std::uint8_t {
  syntax,       ///< not Python: CPython raises SyntaxError
  indentation,  ///< CPython raises IndentationError
  tab,          ///< CPython raises TabError
  unsupported,  ///< legal Python that Sluice does not model; never run with another meaning
};

/// What was found where, said to a learner. `message` is CPython's own where CPython has one.
struct Diagnostic {
  DiagnosticKind kind = DiagnosticKind::syntax;
  SourceRange range;
  std::string message;  ///< without a final full stop, as CPython's
  std::string hint;     ///< what to do instead; may be empty
};

/// The exception that CPython ends with ("SyntaxError", "IndentationError", "TabError"); "Unsupported" for a refusal.
[[nodiscard]] const char* diagnostic_kind_name(DiagnosticKind kind);

}  // namespace sluice
