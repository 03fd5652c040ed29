// text_warnings.h — what CPython warns of before it compiles a tree.
#pragma once

#include <vector>

#include "base/python_version.h"
#include "language/ast.h"
#include "language/compile_warning.h"
#include "language/token.h"

namespace sluice {

/// Backslashes in string literals that stand for themselves: the first one of each literal, and of each piece of text
/// in an f-string. In the order of the text. Cost: linear in it.
[[nodiscard]] std::vector<CompileWarning> escape_warnings(const std::vector<Token>& tokens, std::string_view text,
                                                          PythonVersion python);

/// `return`, `break` and `continue` that leave a `finally` block, in the order of the text. Cost: linear in the tree.
[[nodiscard]] std::vector<CompileWarning> finally_warnings(const ast::Tree& tree, PythonVersion python);

}  // namespace sluice
