// parser.h — tokens to tree.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/python_version.h"
#include "language/ast.h"
#include "language/compile_warning.h"
#include "language/diagnostic.h"
#include "language/source.h"

namespace sluice {

/// Either a tree or a diagnostic.
struct ParseResult {
  std::unique_ptr<ast::Tree> tree;
  std::optional<Diagnostic> diagnostic;
  std::vector<CompileWarning> warnings;  ///< of the tree
};

/// Parses a module. The tree's names are views of `text`, which must outlive it.
///
/// Errors: the first one, with CPython's message where it has a particular one. What needs the scope of a statement
///         (`return` outside a function) is left to the compiler.
/// Cost:   linear in the text; the depth of recursion is bounded whatever the text.
/// Warnings are looked for in programs alone: nobody is told those of a library.
[[nodiscard]] ParseResult parse(std::string_view text, PythonVersion python,
                                SourceOrigin origin = SourceOrigin::program);

}  // namespace sluice
