// annotations.h — the values of annotations. They are kept as text, and evaluated only when the program looks.
#pragma once

#include <string>

#include "base/value.h"

namespace sluice {

class Dict;
class Function;
class VM;

/// The value of an expression among the globals. No value: see below.
Value evaluate_annotation(VM& vm, const std::string& text, Dict& globals);

/// `__annotations__` as the program sees it: `texts` (name → source text) evaluated among the globals, in a new dict;
/// the texts themselves after `from __future__ import annotations`. No value: an exception is pending, or the run
/// refused because a name is local to a function that has ended.
Value evaluated_annotations(VM& vm, Dict& texts, Dict& globals);

/// A function's own annotations as they are written: name → source text.
Ref<Dict> annotation_texts(VM& vm, const Function& function);

/// Its annotations as the program sees them, evaluated once; functools.wraps counts. No value: as above.
Value function_annotations(VM& vm, Function& function);

/// True if the innermost frame is the program's: library code reads annotations as texts.
[[nodiscard]] bool program_reads(VM& vm);

}  // namespace sluice
