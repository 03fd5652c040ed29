// source_markers.h — the source line of a traceback entry, and the ~~~^^^ below it.
#pragma once

#include <string>

#include "base/python_version.h"
#include "language/code.h"

namespace sluice {

/// The line (all lines of an expression since 3.13, of long ones those at the ends and at the anchors) with four
/// columns of indentation, then what marks the failing part. Empty where the source has no such line. Source:
/// Lib/traceback.py, StackSummary.format_frame_summary.
std::string marked_source(PythonVersion python, const SourceText& source, const CodePosition& position);

}  // namespace sluice
