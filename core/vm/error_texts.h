// error_texts.h — in what the messages of errors differ between Pythons, beside base/python_version.h: one predicate a
// change.
#pragma once

#include "base/python_version.h"

namespace sluice {

/// 3.11: the error of C[item] names the class C, not only `type`.
[[nodiscard]] constexpr bool subscript_error_names_class(PythonVersion version) { return version.minor >= 11; }

/// 3.11: deleting an attribute that is not there says whose it is; before, only the attribute's name.
[[nodiscard]] constexpr bool delete_error_names_object(PythonVersion version) { return version.minor >= 11; }

/// 3.14: `[].__setitem__(1)` names the method; before, its message begins with a blank.
[[nodiscard]] constexpr bool wrappers_name_method(PythonVersion version) { return version.minor >= 14; }

/// 3.11: "super() argument 1 must be a type", no longer "must be type".
[[nodiscard]] constexpr bool super_error_has_article(PythonVersion version) { return version.minor >= 11; }

/// 3.13: `items[0:1] = 5` complains as `items[0:1:2] = 5` does.
[[nodiscard]] constexpr bool slice_errors_are_one(PythonVersion version) { return version.minor >= 13; }

/// 3.11: list[int][str] says that list[int] is no generic class, and a wrong number of arguments is named.
[[nodiscard]] constexpr bool alias_errors_count_arguments(PythonVersion version) { return version.minor >= 11; }

/// 3.13: type variables may have defaults, so that too few arguments are fewer than "at least" so many (PEP 696).
[[nodiscard]] constexpr bool alias_errors_know_defaults(PythonVersion version) { return version.minor >= 13; }

}  // namespace sluice
