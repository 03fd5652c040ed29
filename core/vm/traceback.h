// traceback.h — how an exception looks on the screen: "Traceback (most recent call last):" and what follows.
#pragma once

#include <string>
#include <vector>

#include "vm/exception.h"

namespace sluice {

class VM;

/// All that Python prints for an exception: chained ones, tracebacks with source lines and markers, groups as a tree,
/// notes.
///
/// Each version's form: markers since 3.11, fewer of them since 3.13. May call the program's `__str__`; no error is
/// left pending.
std::string format_exception(VM& vm, const Value& exception, bool with_chain = true);

/// Its last lines only: "ValueError: no", with notes.
std::string format_exception_only(VM& vm, const Value& exception);

/// The entries of a traceback, without heading and exception.
std::string format_traceback(VM& vm, const Ref<Traceback>& traceback);

/// Names of all attributes of an object, as dir() finds them; may repeat.
std::vector<std::string> attribute_names(VM& vm, const Value& object);

/// "ValueError: no such thing" without calling the program: what a class of the program says is left out.
std::string plain_exception_text(VM& vm, const Exception& exception);

}  // namespace sluice
