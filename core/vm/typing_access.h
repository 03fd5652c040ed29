// typing_access.h — what C++ code takes from the module typing, which is written in Python.
#pragma once

#include <span>

#include "base/value.h"

namespace sluice {

class Str;
class VM;

/// The module's attribute; typing is imported if need be. No value: an exception is pending.
Value typing_attribute(VM& vm, Str* name);
/// The same, called.
Value call_typing(VM& vm, const char* name, std::span<const Value> arguments);

}  // namespace sluice
