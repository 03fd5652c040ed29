// variable_order.h — in which order the variables of a frame that has ended are let go: what they held may say so.
#pragma once

#include <cstddef>

#include "base/python_version.h"
#include "base/runtime_changes.h"
#include "base/value.h"

namespace sluice {

/// True where the slots simply go from the first to the last.
constexpr bool ends_in_order(PythonVersion python) {
  return cells_stand_among_variables(python) && calls_give_arguments_away(python) && !last_local_ends_first(python);
}

/// Calls `visit(Value& slot)` once for each slot, the first to go first. `visit` may empty the slot, not end it.
/// `arguments`: so many of the first slots hold what a caller has passed and keeps until the call has ended; 0 for a
/// generator, which has its own.
template <typename Visit>
void visit_in_ending_order(PythonVersion python, Value* slots, std::size_t count, std::size_t arguments, Visit visit) {
  if (last_local_ends_first(python)) {
    for (std::size_t i = count; i-- > 0;) visit(slots[i]);
    return;
  }
  if (cells_stand_among_variables(python)) {
    for (std::size_t i = 0; i < count; ++i) visit(slots[i]);
    return;
  }
  const std::size_t first = calls_give_arguments_away(python) ? 0 : arguments;
  for (std::size_t i = first; i < count; ++i) {
    if (!slots[i].is(ObjectKind::Cell)) visit(slots[i]);
  }
  for (std::size_t i = first; i < count; ++i) {
    if (slots[i].is(ObjectKind::Cell)) visit(slots[i]);
  }
  for (std::size_t i = first; i-- > 0;) visit(slots[i]);
}

}  // namespace sluice
