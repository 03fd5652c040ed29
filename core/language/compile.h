// compile.h — the way into core/language: Python text in, a code object or a diagnostic out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "language/code.h"
#include "language/compile_warning.h"
#include "language/diagnostic.h"
#include "language/source.h"

namespace sluice {

struct CompileOptions {
  std::string filename = "program.py";  ///< as tracebacks shall show it
  PythonVersion python = kDefaultPython;
  SourceOrigin origin = SourceOrigin::program;
};

/// Either `code`, or `diagnostic`.
struct CompileResult {
  std::shared_ptr<const Code> code;  ///< the module's; null if there is a diagnostic
  std::optional<Diagnostic> diagnostic;
  std::vector<CompileWarning> warnings;  ///< of the code, in the order in which CPython prints them
  std::shared_ptr<const SourceText> source;
};

/// Line ends as "\n", no byte order mark: what the lexer expects, and what CPython's does first.
[[nodiscard]] std::string normalised(std::string_view text);

/// Compiles a module. The first error ends it.
///
/// Errors: a Diagnostic for anything that is not Python or not modelled; never fails otherwise, whatever the text.
/// Cost:   linear in the text.
[[nodiscard]] CompileResult compile(std::string_view text, const CompileOptions& options);

}  // namespace sluice
