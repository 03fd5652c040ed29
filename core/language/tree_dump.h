// tree_dump.h — a tree as text, one node a line; for `sluice dump ast` and the tests.
#pragma once

#include <string>

#include "language/ast.h"

namespace sluice {

/// Classes and fields are named as in Python's `ast` module, so that the text can be compared with CPython's tree:
///
///     Module
///       body: Expr 1:0-1:4
///         value: Call 1:0-1:4
///           func: Name 1:0-1:1 'f'
///           args: Constant 1:2-1:3 1
///
/// Columns are in UTF-8 bytes. Contexts (Load, Store) and empty fields are left out.
[[nodiscard]] std::string dump_tree(const ast::Tree& tree);

}  // namespace sluice
