// runtime_changes.h — in what Pythons differ that shows when a program runs, in objects, messages and modules other
// than asyncio: one predicate a change, each with the CPython change that it stands for. By topic, not by age.
#pragma once

#include "base/python_version.h"

namespace sluice {

/// 3.11: "Invalid format specifier" quotes the specifier and names the type (bpo-27772).
[[nodiscard]] constexpr bool format_error_quotes_specifier(PythonVersion version) { return version.minor >= 11; }

/// 3.11: the format option 'z' turns a negative zero into a positive one (PEP 682).
[[nodiscard]] constexpr bool format_has_z_option(PythonVersion version) { return version.minor >= 11; }

/// 3.14: ',' and '_' after the precision group the digits behind the point (gh-87790).
[[nodiscard]] constexpr bool format_groups_fraction(PythonVersion version) { return version.minor >= 14; }

/// 3.11: the error of the int <-> str digits limit says "(4300 digits)" rather than "(4300)".
[[nodiscard]] constexpr bool digits_limit_error_names_unit(PythonVersion version) { return version.minor >= 11; }

/// 3.13: the error of a call with an unexpected keyword suggests the parameter that is meant (gh-107944).
[[nodiscard]] constexpr bool unexpected_keyword_has_suggestion(PythonVersion version) { return version.minor >= 13; }

/// 3.13: builtin functions say "f() got an unexpected keyword argument 'x'" as functions in Python do (gh-92223
/// follow-up).
[[nodiscard]] constexpr bool native_names_unexpected_keyword_first(PythonVersion version) {
  return version.minor >= 13;
}

/// 3.13: a warning with a stacklevel beyond the last frame is said to be in "<sys>:0"; before in "sys:1".
[[nodiscard]] constexpr bool warnings_beyond_the_stack_have_no_line(PythonVersion version) {
  return version.minor >= 13;
}

/// 3.11: "property 'x' of 'C' object has no setter"; before, "can't set attribute 'x'" (bpo-46730).
[[nodiscard]] constexpr bool property_errors_name_getter(PythonVersion version) { return version.minor >= 11; }

/// 3.11: `types.MethodType(f, None)`: "instance must not be None"; before, "self must not be None".
[[nodiscard]] constexpr bool method_names_instance(PythonVersion version) { return version.minor >= 11; }

/// 3.13: setting an attribute on an object without `__dict__` says so (gh-107782 follow-up).
[[nodiscard]] constexpr bool set_error_mentions_dict(PythonVersion version) { return version.minor >= 13; }

/// 3.14: `x in 5` says "argument of type 'int' is not a container or iterable" (gh-116417 follow-up).
[[nodiscard]] constexpr const char* not_container_ending(PythonVersion version) {
  return version.minor >= 14 ? "' is not a container or iterable" : "' is not iterable";
}

/// 3.11: exception groups, except* and add_note() (PEP 654, PEP 678).
[[nodiscard]] constexpr bool has_exception_groups(PythonVersion version) { return version.minor >= 11; }

/// 3.14: every division by zero says "division by zero", and a power "zero to a negative power" (gh-130999 and others).
[[nodiscard]] constexpr bool division_errors_are_uniform(PythonVersion version) { return version.minor >= 14; }

/// 3.11: `1 % 0` says "integer modulo by zero"; before, "integer division or modulo by zero".
[[nodiscard]] constexpr bool integer_modulo_error_is_own(PythonVersion version) { return version.minor >= 11; }

/// 3.13: `1.0 % 0` says "float modulo by zero"; before, "float modulo".
[[nodiscard]] constexpr bool float_modulo_error_says_zero(PythonVersion version) { return version.minor >= 13; }

/// 3.11: "cannot access local variable 'x' where it is not associated with a value" (bpo-46762).
[[nodiscard]] constexpr bool unbound_errors_say_access(PythonVersion version) { return version.minor >= 11; }

/// 3.14: "too many values to unpack (expected 2, got 3)" (gh-128632 follow-up).
[[nodiscard]] constexpr bool too_many_values_error_counts(PythonVersion version) { return version.minor >= 14; }

/// 3.14: "'int' object can't be awaited" (gh-129559 follow-up).
[[nodiscard]] constexpr bool await_error_names_object(PythonVersion version) { return version.minor >= 14; }

/// 3.11: a `with` whose object has no `__enter__` raises TypeError, before AttributeError (bpo-44471).
[[nodiscard]] constexpr bool with_errors_are_type_errors(PythonVersion version) { return version.minor >= 11; }

/// 3.14: that TypeError suggests `async with` for `with` and the other way round (gh-128398).
[[nodiscard]] constexpr bool with_errors_suggest_the_other(PythonVersion version) { return version.minor >= 14; }

/// 3.13: the condition of BaseExceptionGroup.split may be any callable that is no class (gh-103590 follow-up).
[[nodiscard]] constexpr bool group_condition_may_be_callable(PythonVersion version) { return version.minor >= 13; }

/// 3.11: "string indices must be integers, not 'str'"; before, without the type (bpo-46503 follow-up).
[[nodiscard]] constexpr bool string_index_error_names_type(PythonVersion version) { return version.minor >= 11; }

/// 3.12: an error in `__set_name__` is passed on with a note; before, it was wrapped in a RuntimeError (gh-77757).
[[nodiscard]] constexpr bool set_name_errors_are_noted(PythonVersion version) { return version.minor >= 12; }

/// 3.12: "without an implementation for abstract method 'f'"; before, "with abstract method f" (gh-98284).
[[nodiscard]] constexpr bool abstract_errors_quote_methods(PythonVersion version) { return version.minor >= 12; }

/// 3.12: slices are hashable (gh-101264).
[[nodiscard]] constexpr bool slices_are_hashable(PythonVersion version) { return version.minor >= 12; }

/// 3.11: iterators over ASCII texts have a type of their own, str_ascii_iterator.
[[nodiscard]] constexpr bool has_ascii_str_iterator(PythonVersion version) { return version.minor >= 11; }

/// 3.11: int.to_bytes and int.from_bytes have defaults for length and byte order (bpo-45155).
[[nodiscard]] constexpr bool to_bytes_has_defaults(PythonVersion version) { return version.minor >= 11; }

/// 3.12: int.is_integer() (gh-100268).
[[nodiscard]] constexpr bool int_has_is_integer(PythonVersion version) { return version.minor >= 12; }

/// 3.13: generator.close() gives what the generator returned (gh-104770).
[[nodiscard]] constexpr bool generator_close_returns_value(PythonVersion version) { return version.minor >= 13; }

/// 3.13: errors of str.find, count and their like name the function (Argument Clinic).
[[nodiscard]] constexpr bool search_errors_name_function(PythonVersion version) { return version.minor >= 13; }

/// 3.13: the count of str.replace may be given by name (gh-106487).
[[nodiscard]] constexpr bool replace_takes_count_by_name(PythonVersion version) { return version.minor >= 13; }

/// 3.12: asyncio no longer takes generators for coroutines (gh-102748).
[[nodiscard]] constexpr bool generators_count_as_coroutines(PythonVersion version) { return version.minor < 12; }

/// 3.13: str() counts its arguments as functions do.
[[nodiscard]] constexpr bool str_counts_as_function(PythonVersion version) { return version.minor >= 13; }

/// 3.14: errors of "%c" say what was given.
[[nodiscard]] constexpr bool percent_c_error_names_length(PythonVersion version) { return version.minor >= 14; }

/// 3.11: tracebacks mark the failing part of a line (PEP 657).
[[nodiscard]] constexpr bool marks_errors(PythonVersion version) { return version.minor >= 11; }

/// 3.12: NameError of a standard module's name: "Did you forget to import 'asyncio'?" (gh-98254).
[[nodiscard]] constexpr bool name_errors_suggest_import(PythonVersion version) { return version.minor >= 12; }

/// 3.12: NameError of what is an attribute of `self`: "Did you mean: 'self.x'?" (gh-99139).
[[nodiscard]] constexpr bool name_errors_suggest_self(PythonVersion version) { return version.minor >= 12; }

/// 3.13: the interpreter prints what nobody catches by the module traceback, and both suggest the same; before, that
/// module had a search of its own (gh-110721).
[[nodiscard]] constexpr bool suggestions_are_one(PythonVersion version) { return version.minor >= 13; }

/// 3.12: the module traceback suggests names, too; before, only the interpreter does, for what nobody catches
/// (gh-99103).
[[nodiscard]] constexpr bool traceback_module_suggests(PythonVersion version) { return version.minor >= 12; }

/// 3.13: athrow() or close on an asend() or aclose() that has not begun begins it; before, a send that follows begins
/// it once more (gh-117881).
[[nodiscard]] constexpr bool throw_begins_async_steps(PythonVersion version) { return version.minor >= 13; }

/// 3.13: an asynchronous generator that ends while something is thrown into its aclose(), which waits, is no longer
/// running; before, ag_running stays True and the next step raises RuntimeError (gh-117881).
[[nodiscard]] constexpr bool thrown_close_stays_running(PythonVersion version) { return version.minor < 13; }

/// 3.11: os, abc and io are part of the executable (bpo-45020).
[[nodiscard]] constexpr bool modules_are_frozen(PythonVersion version) { return version.minor >= 11; }

/// 3.11: object.__getstate__ (bpo-26579).
[[nodiscard]] constexpr bool objects_have_getstate(PythonVersion version) { return version.minor >= 11; }

/// 3.13: what the class of a cause gives when it is called has to be an exception (gh-112716).
[[nodiscard]] constexpr bool causes_are_checked(PythonVersion version) { return version.minor >= 13; }

/// 3.13: classes have __firstlineno__ and __static_attributes__ (gh-118465, gh-115775).
[[nodiscard]] constexpr bool classes_tell_where_they_are(PythonVersion version) { return version.minor >= 13; }

/// 3.14: add_note(5) says "add_note() argument must be str, not int".
[[nodiscard]] constexpr bool note_error_names_function(PythonVersion version) { return version.minor >= 14; }

/// 3.14: a contextvars.Token is a context manager (gh-129889).
[[nodiscard]] constexpr bool token_is_context_manager(PythonVersion version) { return version.minor >= 14; }

/// 3.14: list.index(x) says "list.index(x): x not in list"; before, "3 is not in list".
[[nodiscard]] constexpr bool list_index_error_is_fixed(PythonVersion version) { return version.minor >= 14; }

/// 3.14: dict([1]) says "object is not iterable".
[[nodiscard]] constexpr bool pair_error_is_short(PythonVersion version) { return version.minor >= 14; }

/// 3.14: map(…, strict=True) (gh-119793).
[[nodiscard]] constexpr bool map_has_strict(PythonVersion version) { return version.minor >= 14; }

/// 3.12: sum() of floats is compensated (gh-100425).
[[nodiscard]] constexpr bool sum_is_compensated(PythonVersion version) { return version.minor >= 12; }

/// 3.14: and of complex numbers (gh-121149).
[[nodiscard]] constexpr bool complex_sum_is_compensated(PythonVersion version) { return version.minor >= 14; }

/// 3.11: complex has `__complex__` (bpo-24234).
[[nodiscard]] constexpr bool complex_has_conversion(PythonVersion version) { return version.minor >= 11; }

/// 3.14: a real number beside a complex one is not made complex: 1 - 0j has the imaginary part -0.0 (gh-69639).
[[nodiscard]] constexpr bool reals_are_not_complex(PythonVersion version) { return version.minor >= 14; }

/// 3.14: products and quotients of infinite complex numbers follow C11's annex G (gh-119372, gh-120010).
[[nodiscard]] constexpr bool complex_recovers_infinities(PythonVersion version) { return version.minor >= 14; }

/// 3.14: complex() wants real numbers for `real` and `imag`, and says so of others (gh-109218).
[[nodiscard]] constexpr bool complex_wants_reals(PythonVersion version) { return version.minor >= 14; }

/// 3.14: float.from_number() and complex.from_number() (gh-84978).
[[nodiscard]] constexpr bool numbers_have_from_number(PythonVersion version) { return version.minor >= 14; }

/// 3.12: min([]) says "min() iterable argument is empty"; before, "min() arg is an empty sequence".
[[nodiscard]] constexpr bool empty_extreme_error_says_iterable(PythonVersion version) { return version.minor >= 12; }

/// 3.12: iter(1, 2) says "iter(object, sentinel): object must be callable" (gone again in 3.13).
[[nodiscard]] constexpr bool iter_error_names_object(PythonVersion version) { return version.minor == 12; }

/// 3.13: chr() of an int beyond 32 bits is a ValueError, too; before, an OverflowError (gh-113358 follow-up).
[[nodiscard]] constexpr bool chr_range_error_is_uniform(PythonVersion version) { return version.minor >= 13; }

/// 3.11: getattr(x, 1) says "attribute name must be string, not 'int'"; before, "getattr(): attribute name must be
/// string".
[[nodiscard]] constexpr bool attribute_error_names_type(PythonVersion version) { return version.minor >= 11; }

/// 3.11: time.sleep tells floats that no clock can count from ints (bpo-21302, clock_nanosleep).
[[nodiscard]] constexpr bool sleep_tells_large_floats(PythonVersion version) { return version.minor >= 11; }

/// 3.13: C's type for moments is PyTime_t in messages (gh-110850).
[[nodiscard]] constexpr bool time_type_is_public(PythonVersion version) { return version.minor >= 13; }

/// 3.12: asyncio's methods in C that take their defining class count their arguments otherwise.
[[nodiscard]] constexpr bool asyncio_methods_know_their_class(PythonVersion version) { return version.minor >= 12; }

/// 3.10 only: float.__setformat__ (bpo-46852).
[[nodiscard]] constexpr bool floats_set_format(PythonVersion version) { return version.minor == 10; }

/// 3.11: math.cbrt() and math.exp2() (bpo-44357, bpo-45917).
[[nodiscard]] constexpr bool math_has_cbrt(PythonVersion version) { return version.minor >= 11; }

/// 3.12: math.sumprod() (gh-100485).
[[nodiscard]] constexpr bool math_has_sumprod(PythonVersion version) { return version.minor >= 12; }

/// 3.11: random.seed() takes None, int, float, str and bytes only.
[[nodiscard]] constexpr bool random_seed_is_strict(PythonVersion version) { return version.minor >= 11; }

/// Before 3.12, randrange() and randint() take integral floats (deprecated since 3.10, bpo-37319).
[[nodiscard]] constexpr bool randrange_takes_floats(PythonVersion version) { return version.minor < 12; }

/// 3.12: "empty range in randrange(5, 5)"; before, "empty range for randrange() (5, 5, 0)".
[[nodiscard]] constexpr bool randrange_error_is_short(PythonVersion version) { return version.minor >= 12; }

/// 3.13: the line of the error of random.seed() breaks elsewhere.
[[nodiscard]] constexpr bool random_seed_error_is_tidy(PythonVersion version) { return version.minor >= 13; }

/// 3.11: random.choice([]) says "Cannot choose from an empty sequence"; before, the sequence raised its own error.
[[nodiscard]] constexpr bool choice_error_is_own(PythonVersion version) { return version.minor >= 11; }

/// Before 3.11, random.sample() takes sets (deprecated since 3.9).
[[nodiscard]] constexpr bool sample_takes_sets(PythonVersion version) { return version.minor < 11; }

/// 3.12: the rate of expovariate() has a default (gh-100234).
[[nodiscard]] constexpr bool expovariate_has_default(PythonVersion version) { return version.minor >= 12; }

/// 3.12: random.binomialvariate() (gh-81620).
[[nodiscard]] constexpr bool random_has_binomialvariate(PythonVersion version) { return version.minor >= 12; }

/// 3.12: itertools.batched() (gh-98363); 3.13: its strict= (gh-113202).
[[nodiscard]] constexpr bool itertools_has_batched(PythonVersion version) { return version.minor >= 12; }
[[nodiscard]] constexpr bool batched_has_strict(PythonVersion version) { return version.minor >= 13; }

/// 3.13: os.process_cpu_count() and sys._is_gil_enabled() (gh-109649, PEP 703).
[[nodiscard]] constexpr bool knows_free_threading(PythonVersion version) { return version.minor >= 13; }

/// 3.13: "Cannot create a consistent method resolution order (MRO) …" is one line; super() names the object and the
/// class.
[[nodiscard]] constexpr bool order_error_is_one_line(PythonVersion version) { return version.minor >= 13; }
[[nodiscard]] constexpr bool super_error_names_object(PythonVersion version) { return version.minor >= 13; }

/// 3.11: variables that are shared with inner functions stand among the others, not behind them (gh-90117).
[[nodiscard]] constexpr bool cells_stand_among_variables(PythonVersion version) { return version.minor >= 11; }

/// 3.11: a call gives its arguments away; before, the caller lets them go when the call has ended (gh-89455).
[[nodiscard]] constexpr bool calls_give_arguments_away(PythonVersion version) { return version.minor >= 11; }

/// 3.14: a frame that ends lets its last variable go first.
[[nodiscard]] constexpr bool last_local_ends_first(PythonVersion version) { return version.minor >= 14; }

/// 3.14: `with` looks for `__exit__` before `__enter__`.
[[nodiscard]] constexpr bool with_looks_for_exit_first(PythonVersion version) { return version.minor >= 14; }

/// 3.14: math's "expected a nonnegative input, got -1.0" instead of "math domain error" (gh-101410).
[[nodiscard]] constexpr bool domain_errors_name_argument(PythonVersion version) { return version.minor >= 14; }

/// 3.11: list[int] has a class of its own; before, that of list, so that isinstance(list[int], type) (bpo-45167).
[[nodiscard]] constexpr bool alias_has_own_class(PythonVersion version) { return version.minor >= 11; }

/// 3.11: list[int] can be iterated over, for `*tuple[int]` (PEP 646).
[[nodiscard]] constexpr bool alias_is_iterable(PythonVersion version) { return version.minor >= 11; }

/// 3.14: StopIteration with a value that was returned comes without a `__context__`, also out of a future's iterator
/// with None.
[[nodiscard]] constexpr bool returned_values_have_context(PythonVersion version) { return version.minor < 14; }

/// 3.14: the frozenset that stands for {1, 2, 3} in a code is no longer made anew when constants are merged.
[[nodiscard]] constexpr bool constants_are_made_anew(PythonVersion version) { return version.minor < 14; }

/// 3.14: types.UnionType is typing.Union (gh-105499).
[[nodiscard]] constexpr bool union_type_is_union(PythonVersion version) { return version.minor >= 14; }

/// 3.14: processes come from a fork server and run the program once more; before they are forked (gh-84559).
[[nodiscard]] constexpr bool forks_processes(PythonVersion version) { return version.minor < 14; }

/// 3.14: "cannot use 'list' as a dict key (unhashable type: 'list')" (gh-132825).
[[nodiscard]] constexpr bool unhashable_error_names_use(PythonVersion version) { return version.minor >= 14; }

/// 3.12: throw(type, value, traceback) of generators and coroutines is deprecated (gh-96348).
[[nodiscard]] constexpr bool throw_in_parts_is_deprecated(PythonVersion version) { return version.minor >= 12; }

/// 3.12: ~ of a bool is deprecated, from 3.13 on with the version that it goes in (gh-103487).
[[nodiscard]] constexpr bool inverted_bool_is_deprecated(PythonVersion version) { return version.minor >= 12; }
[[nodiscard]] constexpr bool inverted_bool_has_last_version(PythonVersion version) { return version.minor >= 13; }

/// 3.14: bool(NotImplemented) is a TypeError; before, deprecated (gh-118767).
[[nodiscard]] constexpr bool not_implemented_has_no_truth(PythonVersion version) { return version.minor >= 14; }

/// 3.11: int() by way of `__trunc__` is deprecated (bpo-44977). 3.14: it is gone (gh-118803).
[[nodiscard]] constexpr bool int_by_trunc_is_deprecated(PythonVersion version) { return version.minor >= 11; }
[[nodiscard]] constexpr bool int_uses_trunc(PythonVersion version) { return version.minor < 14; }

/// 3.14: call_soon_threadsafe gives a handle of a class of its own (gh-128002).
[[nodiscard]] constexpr bool threadsafe_handles_have_class(PythonVersion version) { return version.minor >= 14; }

/// 3.14: counts of bits are read as unsigned ints, and randint() checks its bounds itself.
[[nodiscard]] constexpr bool bit_counts_are_unsigned(PythonVersion version) { return version.minor >= 14; }

/// 3.13: the error of a negative timeout says what it has to be.
[[nodiscard]] constexpr bool lock_timeout_error_is_exact(PythonVersion version) { return version.minor >= 13; }

/// 3.11: semaphores and events show their state.
[[nodiscard]] constexpr bool thread_primitives_show_state(PythonVersion version) { return version.minor >= 11; }

/// 3.12: a clause of except* that takes nothing leaves the copy of the group that split() made; in 3.11 the group
/// itself (gh-98831).
[[nodiscard]] constexpr bool except_star_leaves_copies(PythonVersion version) { return version.minor >= 12; }

/// 3.14: the group around a lone exception, which except* makes, has the place of the clause (gh-128799).
[[nodiscard]] constexpr bool lone_group_has_traceback(PythonVersion version) { return version.minor >= 14; }

/// 3.11: gi_suspended and cr_suspended (bpo-47164); 3.12: ag_suspended (gh-103092).
[[nodiscard]] constexpr bool generators_tell_suspended(PythonVersion version) { return version.minor >= 11; }
[[nodiscard]] constexpr bool async_generators_tell_suspended(PythonVersion version) { return version.minor >= 12; }

/// Until 3.11 a StopIteration thrown into a generator that has not begun becomes a RuntimeError too; since 3.12 the
/// generator's own code does that (CALL_INTRINSIC_1 STOPITERATION_ERROR).
[[nodiscard]] constexpr bool stop_iteration_is_converted_at_once(PythonVersion version) { return version.minor < 12; }

/// 3.14: list[T][None] is written list[None], as unions always were; before, list[NoneType].
[[nodiscard]] constexpr bool alias_texts_say_none(PythonVersion version) { return version.minor >= 14; }

/// 3.12: what is no class is called so, and no type.
[[nodiscard]] constexpr bool match_error_says_class(PythonVersion version) { return version.minor >= 12; }

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

/// 3.12: functions and classes have `__type_params__` (PEP 695).
[[nodiscard]] constexpr bool functions_have_type_parameters(PythonVersion version) { return version.minor >= 12; }

/// 3.13: type variables may have defaults, so that too few arguments are fewer than "at least" so many (PEP 696).
[[nodiscard]] constexpr bool alias_errors_know_defaults(PythonVersion version) { return version.minor >= 13; }

/// Until 3.10 a handler has the traceback apart from the exception, and raises it again with what it was then
/// (bpo-45711).
[[nodiscard]] constexpr bool reraising_restores_traceback(PythonVersion version) { return version.minor <= 10; }

/// 3.14: what tuple() is made of is no longer asked for its length, as list() still does.
[[nodiscard]] constexpr bool tuple_asks_for_length(PythonVersion version) { return version.minor <= 13; }

/// Until 3.11 an exception loses, where it comes out of a coroutine that it was thrown into and the one around it is
/// handling another, what was added to its traceback since a handler had it last (`_PyErr_ChainStackItem`).
[[nodiscard]] constexpr bool throwing_loses_traceback(PythonVersion version) { return version.minor <= 11; }

}  // namespace sluice
