// bind.h — how the arguments of a call get into the parameters of the callee, and what is said when they do not fit.
#pragma once

#include "base/value.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/native.h"

namespace sluice {

/// Moves `arguments` into the slots of `function`'s frame ("no value" before). False with a TypeError pending.
///
/// Order and wording of the checks are CPython's: unexpected keywords, then too many positional arguments, then missing
/// ones.
bool bind_arguments(VM& vm, Function& function, const Arguments& arguments, Value* slots);

/// The same for a native function; `slots` has signature->slot_count() entries.
bool bind_native(VM& vm, const NativeFunction& function, const Arguments& arguments, Value* slots);

}  // namespace sluice
