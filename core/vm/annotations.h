// annotations.h — the values of annotations. They are kept as text, and evaluated only when the program looks; what
// their evaluation would certainly raise is raised where CPython evaluates them.
#pragma once

#include <string>

#include "base/value.h"

namespace sluice {

class CodeObject;
class Dict;
class Function;
class VM;
struct Frame;

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

/// False, with the exception pending, if evaluating `text` where the frame stands raises NameError, or AttributeError
/// of a module (`asyncio.TaskGroup` in 3.10). Other errors, and names that only a closure would have, go unnoticed.
[[nodiscard]] bool check_annotation(VM& vm, Frame& frame, const std::string& text);

/// The same for all annotations of a function that the frame makes of `code`; once they are good they stay so.
[[nodiscard]] bool check_annotations(VM& vm, Frame& frame, CodeObject& code);

/// True if the innermost frame is the program's: library code reads annotations as texts.
[[nodiscard]] bool program_reads(VM& vm);

}  // namespace sluice
