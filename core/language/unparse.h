// unparse.h — the text of an expression as ast.unparse() writes it, for `from __future__ import annotations`.
#pragma once

#include <string>
#include <string_view>

#include "language/ast.h"

namespace sluice {

/// What annotations are made of comes with CPython's own spaces, quotes and brackets. The rest (comparisons, lambdas,
/// comprehensions, f-strings, …) stays as it is written in `source`.
[[nodiscard]] std::string unparse(const ast::Expr* node, std::string_view source);

}  // namespace sluice
