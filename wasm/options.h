// options.h — what JavaScript says about how a program is to be run, read into RunOptions.
#pragma once

#include <emscripten/val.h>

#include "sluice/run.h"

namespace sluice {

/// Options are an object, or the text of one in JSON; what is not given, or null, keeps the core's own default.
///
/// Throws JavaScript's RangeError for a value that no run can have, and names the option: seconds are finite and not
/// negative, counts are whole numbers from 0 to 999,999,999, versions those that there are. Whatever else is of the
/// wrong type is Embind's TypeError.
RunOptions read_options(emscripten::val from);

}  // namespace sluice
