// record.h — RunColumns as a JavaScript object: the Run of web/engine/run.js.
#pragma once

#include <emscripten/val.h>

#include <string>
#include <vector>

#include "sluice/columns.h"

namespace sluice {

/// A plain object with typed arrays of its own.
emscripten::val record_of(const RunColumns& columns);

/// An array of strings.
emscripten::val array_of(const std::vector<std::string>& texts);

}  // namespace sluice
