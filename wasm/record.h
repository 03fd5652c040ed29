// record.h — RunColumns as a JavaScript object: the Run of web/engine/run.js.
#pragma once

#include <emscripten/val.h>

#include <string>
#include <vector>

#include "sluice/columns.h"
#include "sluice/editing.h"

namespace sluice {

// Plain objects with typed arrays of their own.
emscripten::val record_of(const RunColumns& columns);
emscripten::val record_of(const CheckedText& checked);         ///< {diagnostics, parameters}
emscripten::val record_of(const HighlightColumns& highlight);  ///< {start, end, class, classes}

/// An array of strings.
emscripten::val array_of(const std::vector<std::string>& texts);

}  // namespace sluice
