// annotations.h — `__annotations__` of functions, classes and modules, and the functions that make them since 3.14.
#pragma once

#include <string>

#include "base/value.h"

namespace sluice {

class Dict;
class Function;
class Module;
class Str;
class VM;
struct Frame;

/// What `annotate`, a callable, makes of annotations. No value: an exception is pending; TypeError if it is no dict.
Value call_annotate(VM& vm, const Value& annotate);

/// A function's `__annotations__`. No value: an exception is pending.
Value function_annotations(VM& vm, Function& function);

/// Those of a module that has none in its dict; since 3.14. Missing: it has no annotations at all.
Value module_annotations(VM& vm, Module& module);

/// The value of an expression among names. No value: an exception is pending.
Value evaluate_text(VM& vm, const std::string& text, Dict& names);

/// If the frame makes annotations in format 2, the forward reference that stands for a name without a value; else
/// missing. CPython's compiled functions are not asked for that format: it is `value` with globals that make these.
Value forward_reference(VM& vm, const Frame& frame, Str* name);

}  // namespace sluice
