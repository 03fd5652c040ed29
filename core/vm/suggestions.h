// suggestions.h — "Did you mean: 'x'?": the known name that is closest to a misspelt one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// The closest of `names`, or "" if none is close enough. Names are in order of preference where two are equally close.
///
/// Source: CPython 3.10's suggestions: edit distance with cost 2 for a change, 1 for a change of case.
/// `is_strict`: nor may as many letters differ as `wanted` has half of (the module traceback, in 3.12).
std::string closest_name(std::string_view wanted, const std::vector<std::string>& names, bool is_strict = false);

}  // namespace sluice
