// generic_alias.h — list[int] as an object.
#pragma once

#include <span>

#include "base/python_version.h"
#include "base/value.h"

namespace sluice {

class VM;

/// origin[item]; `item` may be a tuple.
Value generic_alias(VM& vm, const Value& origin, const Value& item);
/// The union of the values, without repetitions and unions inside; one member stands for itself. No value: an exception
/// is pending.
Value make_union(VM& vm, std::span<const Value> values);
[[nodiscard]] bool is_generic_alias(VM& vm, const Value& value);

}  // namespace sluice
