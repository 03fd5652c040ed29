// compile_warning.h — CompileWarning, what CPython says of a text that it compiles all the same.
#pragma once

#include <string>

#include "language/source.h"

namespace sluice {

/// A SyntaxWarning: most likely not what was meant, but Python.
struct CompileWarning {
  SourcePosition place;  ///< its line is the one that is reported
  std::string message;   ///< CPython's
};

}  // namespace sluice
