// drop.h — letting values go in CPython's order, which shows where the end of an object does something.
#pragma once

#include <vector>

#include "base/value.h"

namespace sluice {

/// The last one first, as CPython's lists and tuples do. The order of a vector's own end differs from one standard
/// library to another.
inline void drop_last_first(std::vector<Value>& values) {
  while (!values.empty()) values.pop_back();
}

}  // namespace sluice
