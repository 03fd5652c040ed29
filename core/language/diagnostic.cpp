#include "language/diagnostic.h"

namespace sluice {

const char* diagnostic_kind_name(DiagnosticKind kind) {
  switch (kind) {
    case DiagnosticKind::syntax:
      return "SyntaxError";
    case DiagnosticKind::indentation:
      return "IndentationError";
    case DiagnosticKind::tab:
      return "TabError";
    case DiagnosticKind::unsupported:
      return "Unsupported";
  }
  return "";
}

}  // namespace sluice
