// language_changes.h — in what Pythons differ that shows in how a program is read and compiled: one predicate a change,
// each with the CPython change that it stands for. By topic, not by age.
#pragma once

#include "base/python_version.h"

namespace sluice {

/// 3.12: f-strings may reuse their own quotes, hold backslashes and comments in fields, and are part of the grammar
/// (PEP 701).
[[nodiscard]] constexpr bool fstrings_nest_freely(PythonVersion version) { return version.minor >= 12; }

/// 3.14: template strings, t"…" (PEP 750).
[[nodiscard]] constexpr bool has_template_strings(PythonVersion version) { return version.minor >= 14; }

/// 3.12: list, set and dict comprehensions run in the frame around them (PEP 709).
[[nodiscard]] constexpr bool comprehensions_are_inlined(PythonVersion version) { return version.minor >= 12; }

/// 3.12: `type X = ...`, and type parameters of functions and classes (PEP 695).
[[nodiscard]] constexpr bool has_type_statement(PythonVersion version) { return version.minor >= 12; }

/// 3.13: `from m import` with nothing after it says that names are expected (gh-112387).
[[nodiscard]] constexpr bool expects_names_after_import(PythonVersion version) { return version.minor >= 13; }

/// 3.11: `except*` (PEP 654).
[[nodiscard]] constexpr bool has_except_star(PythonVersion version) { return version.minor >= 11; }

/// 3.14: `except A, B:` without parentheses (PEP 758).
[[nodiscard]] constexpr bool except_types_need_no_parentheses(PythonVersion version) { return version.minor >= 14; }

/// 3.12: "parameter without a default follows parameter with a default"; before, "non-default argument follows default
/// argument" (gh-99153).
[[nodiscard]] constexpr bool default_order_error_says_parameter(PythonVersion version) { return version.minor >= 12; }

/// 3.11: an asynchronous comprehension may stand in a comprehension that is not asynchronous itself (bpo-33346).
[[nodiscard]] constexpr bool async_comprehensions_nest(PythonVersion version) { return version.minor >= 11; }

/// 3.13: entering and leaving a manager stand on the line of its item, not of the `with` (the compiler's
/// new locations).
[[nodiscard]] constexpr bool with_items_have_own_lines(PythonVersion version) { return version.minor >= 13; }

/// 3.11: a method call with keyword arguments stands on the line of the method's name, as one without them always did.
[[nodiscard]] constexpr bool method_calls_with_keywords_stand_at_name(PythonVersion version) {
  return version.minor >= 11;
}

/// 3.13: the iteration of a `for` stands on the line of the iterable, not of the `for`.
[[nodiscard]] constexpr bool for_iterates_at_iterable(PythonVersion version) { return version.minor >= 13; }

/// 3.11: the call of a decorator stands on the decorator's line, not on that of `def` or `class`.
[[nodiscard]] constexpr bool decorators_are_called_on_own_lines(PythonVersion version) { return version.minor >= 11; }

/// Until 3.11: what follows a condition in its statement or comprehension stands where its last comparison does.
[[nodiscard]] constexpr bool comparisons_leave_their_place(PythonVersion version) { return version.minor <= 11; }

/// 3.12: `f(x=)` says that a value is expected (gh-98931).
[[nodiscard]] constexpr bool missing_values_are_named(PythonVersion version) { return version.minor >= 12; }

/// 3.11: a list of parameters says what is wrong with it (`def f((a, b))`, `def f(/)`, `def f(**a, b)`); before,
/// "invalid syntax".
[[nodiscard]] constexpr bool parameter_errors_are_explained(PythonVersion version) { return version.minor >= 11; }

/// 3.11: `a[*b]`, and `*args: *Ts` (PEP 646).
[[nodiscard]] constexpr bool subscripts_may_be_starred(PythonVersion version) { return version.minor >= 11; }

/// 3.11: a letter outside of ASCII does not make a number before it invalid; it is the next token's matter.
[[nodiscard]] constexpr bool numbers_end_before_letters_outside_ascii(PythonVersion version) {
  return version.minor >= 11;
}

/// 3.13: type parameters have defaults (PEP 696), and a list of none is explained.
[[nodiscard]] constexpr bool type_parameters_have_defaults(PythonVersion version) { return version.minor >= 13; }

/// 3.13: what a type alias or an annotation scope in a class holds may be a lambda or a comprehension (gh-109118).
[[nodiscard]] constexpr bool functions_see_class_through_types(PythonVersion version) { return version.minor >= 13; }

/// 3.12: "yield expression cannot be used within an annotation"; before, "'yield expression' can not …" (with PEP 695).
[[nodiscard]] constexpr bool misplaced_expressions_are_unquoted(PythonVersion version) { return version.minor >= 12; }

/// 3.13: `for x y` says that 'in' is expected.
[[nodiscard]] constexpr bool expects_in_after_target(PythonVersion version) { return version.minor >= 13; }

/// 3.12: `import x from y` says what may be meant (gh-98931).
[[nodiscard]] constexpr bool turned_import_is_explained(PythonVersion version) { return version.minor >= 12; }

/// 3.12 and 3.13 let a line end stand at the end of a format spec in single quotes; 3.14 no longer (gh-129958).
[[nodiscard]] constexpr bool specs_may_end_with_line(PythonVersion version) { return version.minor <= 13; }

/// 3.11: `1if x else y` is a SyntaxWarning, for a DeprecationWarning that nobody saw (gh-87999).
[[nodiscard]] constexpr bool numbers_warn_before_keywords(PythonVersion version) { return version.minor >= 11; }

/// 3.12: "\\d" in a string is a SyntaxWarning, for a DeprecationWarning that nobody saw (gh-98401).
[[nodiscard]] constexpr bool invalid_escapes_warn(PythonVersion version) { return version.minor >= 12; }

/// 3.14: that warning says what to write, and stands on the line of the escape (gh-128016).
[[nodiscard]] constexpr bool invalid_escapes_are_explained(PythonVersion version) { return version.minor >= 14; }

/// 3.12: "is" with 'int' literal; before, with a literal.
[[nodiscard]] constexpr bool identity_warnings_name_type(PythonVersion version) { return version.minor >= 12; }

/// 3.14: operations on constants are folded after the compiler has warned of what it saw (gh-126835).
[[nodiscard]] constexpr bool operations_fold_before_warnings(PythonVersion version) { return version.minor < 14; }

/// 3.14: a SyntaxWarning for what leaves a `finally` block (PEP 765).
[[nodiscard]] constexpr bool leaving_finally_warns(PythonVersion version) { return version.minor >= 14; }

/// 3.14: not each time that the same `finally` block is compiled (gh-131927).
[[nodiscard]] constexpr bool warnings_are_given_once(PythonVersion version) { return version.minor >= 14; }

/// Since 3.13 (gh-81283) the compiler takes the indentation that all lines but the first have in common off a
/// docstring, and all of the first line's.
[[nodiscard]] constexpr bool docstrings_lose_their_indentation(PythonVersion version) { return version.minor >= 13; }

/// 3.14: the condition of an assertion is no longer turned around where it begins with `not`.
[[nodiscard]] constexpr bool assertions_keep_negation(PythonVersion version) { return version.minor >= 14; }

/// 3.13: they mark calls as ~~~^^^, and show all lines of an expression (gh-109164).
[[nodiscard]] constexpr bool marks_calls(PythonVersion version) { return version.minor >= 13; }

/// 3.14: annotations are evaluated when they are asked for (PEP 649), so none may hold a yield or an await.
[[nodiscard]] constexpr bool annotations_are_deferred(PythonVersion version) { return version.minor >= 14; }

}  // namespace sluice
