// source_markers.h — the source line of a traceback entry, and the ~~~^^^ below it.
#pragma once

#include <string>

#include "base/python_version.h"
#include "language/code.h"
#include "language/opcodes.h"

namespace sluice {

/// The line (all lines of an expression since 3.13) with four columns of indentation, then what marks the failing part.
/// Empty where the source has no such line. `opcode`: the instruction that failed tells what kind of expression it is.
std::string marked_source(PythonVersion python, const SourceText& source, const CodePosition& position, Opcode opcode);

}  // namespace sluice
