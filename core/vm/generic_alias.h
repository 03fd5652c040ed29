// generic_alias.h — list[int] as an object.
#pragma once

#include "base/python_version.h"
#include "base/value.h"

namespace sluice {

class VM;

/// origin[item]; `item` may be a tuple.
Value generic_alias(VM& vm, const Value& origin, const Value& item);
[[nodiscard]] bool is_generic_alias(VM& vm, const Value& value);

}  // namespace sluice
