// Which Python a run reproduces, and the list of what differs between Pythons: one predicate a change, each with the
// CPython change it stands for. Code elsewhere asks a predicate by name and never compares a minor version itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sluice {

/// A CPython 3.x release line. Ordered by age.
struct PythonVersion {
  int minor = 13;  ///< the x of 3.x

  friend constexpr bool operator==(PythonVersion a, PythonVersion b) { return a.minor == b.minor; }
  friend constexpr bool operator!=(PythonVersion a, PythonVersion b) { return a.minor != b.minor; }
  friend constexpr bool operator<(PythonVersion a, PythonVersion b) { return a.minor < b.minor; }
  friend constexpr bool operator>=(PythonVersion a, PythonVersion b) { return a.minor >= b.minor; }
};

inline constexpr PythonVersion kOldestPython{10};
inline constexpr PythonVersion kNewestPython{14};
inline constexpr PythonVersion kDefaultPython{13};

/// Reads "3.10" .. "3.14"; nothing else is a version here (no patch level, no blanks).
[[nodiscard]] inline std::optional<PythonVersion> parse_python_version(std::string_view text) {
  if (text.size() != 4 || text.substr(0, 3) != "3.1") return std::nullopt;
  const int digit = text[3] - '0';
  const PythonVersion version{10 + digit};
  if (digit < 0 || version < kOldestPython || version >= PythonVersion{kNewestPython.minor + 1}) return std::nullopt;
  return version;
}

/// "3.13", as the command line and the page write it.
[[nodiscard]] inline std::string python_version_text(PythonVersion version) {
  return "3." + std::to_string(version.minor);
}

// ---- What changed, oldest first; then by topic ----------------------------------------------------------------------

/// 3.11: "Invalid format specifier" quotes the specifier and names the type (bpo-27772).
[[nodiscard]] constexpr bool format_error_quotes_specifier(PythonVersion version) { return version.minor >= 11; }

/// 3.11: the format option 'z' turns a negative zero into a positive one (PEP 682).
[[nodiscard]] constexpr bool format_has_z_option(PythonVersion version) { return version.minor >= 11; }

/// 3.14: ',' and '_' after the precision group the digits behind the point (gh-87790).
[[nodiscard]] constexpr bool format_groups_fraction(PythonVersion version) { return version.minor >= 14; }

/// 3.11: the error of the int <-> str digits limit says "(4300 digits)" rather than "(4300)".
[[nodiscard]] constexpr bool digits_limit_error_names_unit(PythonVersion version) { return version.minor >= 11; }

/// 3.12: f-strings may reuse their own quotes, hold backslashes and comments in fields, and are part of the grammar
/// (PEP 701).
[[nodiscard]] constexpr bool fstrings_nest_freely(PythonVersion version) { return version.minor >= 12; }

/// 3.14: template strings, t"…" (PEP 750).
[[nodiscard]] constexpr bool has_template_strings(PythonVersion version) { return version.minor >= 14; }

/// 3.12: list, set and dict comprehensions run in the frame around them (PEP 709).
[[nodiscard]] constexpr bool comprehensions_are_inlined(PythonVersion version) { return version.minor >= 12; }

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

/// 3.11: the call of a decorator stands on the decorator's line, not on that of `def` or `class`.
[[nodiscard]] constexpr bool decorators_are_called_on_own_lines(PythonVersion version) { return version.minor >= 11; }

/// 3.13: generator.close() gives what the generator returned (gh-104770).
[[nodiscard]] constexpr bool generator_close_returns_value(PythonVersion version) { return version.minor >= 13; }

/// 3.13: errors of str.find, count and their like name the function (Argument Clinic).
[[nodiscard]] constexpr bool search_errors_name_function(PythonVersion version) { return version.minor >= 13; }

/// 3.13: the count of str.replace may be given by name (gh-106487).
[[nodiscard]] constexpr bool replace_takes_count_by_name(PythonVersion version) { return version.minor >= 13; }

/// 3.12: asyncio no longer takes generators for coroutines (gh-102748).
[[nodiscard]] constexpr bool generators_count_as_coroutines(PythonVersion version) { return version.minor < 12; }

// ---- asyncio ----

/// 3.11: the CancelledError that ended a task is what its awaiter gets, with its message; before, a new one without
/// (bpo-46829 follow-up, gh-90985).
[[nodiscard]] constexpr bool awaiter_gets_original_cancellation(PythonVersion version) { return version.minor >= 11; }

/// 3.11: asyncio.wait refuses coroutines; before, they become tasks (bpo-42392 follow-up).
[[nodiscard]] constexpr bool wait_refuses_coroutines(PythonVersion version) { return version.minor >= 11; }

/// 3.11: call_later refuses a delay of None in words of its own; before, the addition does.
[[nodiscard]] constexpr bool timers_refuse_none(PythonVersion version) { return version.minor >= 11; }

/// 3.11: asyncio.run is made of a Runner, which checks its argument after the loop was made (bpo-47062).
[[nodiscard]] constexpr bool run_uses_runner(PythonVersion version) { return version.minor >= 11; }

/// 3.12: wait_for is made of timeout(), and awaits in the caller's task (gh-96764).
[[nodiscard]] constexpr bool wait_for_uses_timeout(PythonVersion version) { return version.minor >= 12; }

/// 3.12: gather counts what is done already at once, without a callback (gh-97696).
[[nodiscard]] constexpr bool gather_counts_done_at_once(PythonVersion version) { return version.minor >= 12; }

/// 3.12 and 3.13: a group counts a task that its creation has finished (eager) at once, without a callback (gh-97696;
/// taken back in 3.14, gh-128588).
[[nodiscard]] constexpr bool group_counts_done_at_once(PythonVersion version) {
  return version.minor == 12 || version.minor == 13;
}

/// 3.13: create_task hands the name over; before, it names the task afterwards, and a number is used up (gh-104144
/// follow-up).
[[nodiscard]] constexpr bool create_task_hands_name_over(PythonVersion version) { return version.minor >= 13; }

/// 3.13: a group takes its own cancellation of the parent back after its tasks have ended, and delivers one from
/// outside again (gh-116720, gh-94398).
[[nodiscard]] constexpr bool group_uncancels_at_its_end(PythonVersion version) { return version.minor >= 13; }

/// 3.13 only: run_forever() of a loop that runs refuses, and cleans up all the same: the loop is not the running one
/// any more, and does not say that it runs. 3.14 begins its `try` behind the check.
[[nodiscard]] constexpr bool run_forever_forgets_its_loop(PythonVersion version) { return version.minor == 13; }

/// Until 3.13: what a group raises is in a variable, or in an attribute, of the function that raises it, and so lives
/// until the collector comes, with all that the frames of its traceback hold (gh-124958).
[[nodiscard]] constexpr bool group_exit_keeps_errors(PythonVersion version) { return version.minor <= 13; }

/// 3.13: a group that refuses a coroutine closes it (gh-115957).
[[nodiscard]] constexpr bool group_closes_refused(PythonVersion version) { return version.minor >= 13; }

/// Until 3.11: what follows a condition in its statement or comprehension stands where its last comparison does.
[[nodiscard]] constexpr bool comparisons_leave_their_place(PythonVersion version) { return version.minor <= 11; }

/// 3.13: str() counts its arguments as functions do.
[[nodiscard]] constexpr bool str_counts_as_function(PythonVersion version) { return version.minor >= 13; }

/// 3.13: uncancel() to 0 also withdraws a cancellation not delivered yet (gh-117407).
[[nodiscard]] constexpr bool uncancel_withdraws(PythonVersion version) { return version.minor >= 13; }

/// 3.13: Condition.wait that fails passes its notification on, and raises the CancelledError that came (gh-112202).
[[nodiscard]] constexpr bool condition_passes_notification_on(PythonVersion version) { return version.minor >= 13; }

/// 3.13: a Semaphore waiter that ends its wait wakes as many others as there are permits (gh-111693).
[[nodiscard]] constexpr bool semaphore_wakes_many(PythonVersion version) { return version.minor >= 13; }

/// 3.13: an exception raised while a timeout expires has TimeoutError in its chain of contexts (gh-116720 follow-up).
[[nodiscard]] constexpr bool timeout_enters_contexts(PythonVersion version) { return version.minor >= 13; }

/// 3.13: as_completed gives an object that starts its tasks when made and also works with `async for` (gh-77714).
[[nodiscard]] constexpr bool as_completed_is_object(PythonVersion version) { return version.minor >= 13; }

/// 3.13: asyncio.sleep refuses NaN (gh-105331).
[[nodiscard]] constexpr bool sleep_refuses_nan(PythonVersion version) { return version.minor >= 13; }

/// 3.13: a StopIteration set on a future becomes a RuntimeError; before, TypeError is raised (gh-112182).
[[nodiscard]] constexpr bool future_wraps_stop_iteration(PythonVersion version) { return version.minor >= 13; }

/// 3.14: shield keeps who awaits the inner task by one more callback on it (gh-91048), and reports an exception that
/// came after the outer one was cancelled.
[[nodiscard]] constexpr bool shield_keeps_awaiters(PythonVersion version) { return version.minor >= 14; }

/// 3.12: that get_event_loop makes a loop is deprecated (gh-100160).
[[nodiscard]] constexpr bool get_event_loop_warns(PythonVersion version) { return version.minor >= 12; }

/// 3.14: get_event_loop makes no loop; a Runner takes any awaitable (gh-126353, gh-120284).
[[nodiscard]] constexpr bool get_event_loop_never_makes(PythonVersion version) { return version.minor >= 14; }
[[nodiscard]] constexpr bool runner_takes_awaitables(PythonVersion version) { return version.minor >= 14; }

/// 3.14: errors of "%c" say what was given.
[[nodiscard]] constexpr bool percent_c_error_names_length(PythonVersion version) { return version.minor >= 14; }

/// 3.11: tracebacks mark the failing part of a line (PEP 657).
[[nodiscard]] constexpr bool marks_errors(PythonVersion version) { return version.minor >= 11; }

/// 3.13: they mark calls as ~~~^^^, and show all lines of an expression (gh-109164).
[[nodiscard]] constexpr bool marks_calls(PythonVersion version) { return version.minor >= 13; }

/// 3.12: NameError of a standard module's name: "Did you forget to import 'asyncio'?" (gh-98254).
[[nodiscard]] constexpr bool name_errors_suggest_import(PythonVersion version) { return version.minor >= 12; }

/// 3.12: the module traceback suggests names, too; before, only the interpreter does, for what nobody catches
/// (gh-99103).
[[nodiscard]] constexpr bool traceback_module_suggests(PythonVersion version) { return version.minor >= 12; }

/// 3.10 alone: locks and queues say that their argument `loop` was removed (bpo-42392).
[[nodiscard]] constexpr bool says_loop_was_removed(PythonVersion version) { return version.minor == 10; }

/// 3.13: athrow() or close on an asend() or aclose() that has not begun begins it; before, a send that follows begins
/// it once more (gh-117881).
[[nodiscard]] constexpr bool throw_begins_async_steps(PythonVersion version) { return version.minor >= 13; }

/// Before 3.11: @asyncio.coroutine (bpo-43216).
[[nodiscard]] constexpr bool has_asyncio_coroutine(PythonVersion version) { return version.minor < 11; }

/// 3.11: asyncio.TimeoutError and concurrent.futures.TimeoutError are the builtin TimeoutError (bpo-46829).
[[nodiscard]] constexpr bool asyncio_timeout_is_builtin(PythonVersion version) { return version.minor >= 11; }

/// 3.11: asyncio.Barrier (bpo-33205).
[[nodiscard]] constexpr bool has_barrier(PythonVersion version) { return version.minor >= 11; }

/// 3.14: "parties must be >= 1"; before, "parties must be > 0".
[[nodiscard]] constexpr bool barrier_error_says_at_least(PythonVersion version) { return version.minor >= 14; }

/// 3.11: asyncio.TaskGroup, asyncio.timeout and timeout_at (bpo-46752, bpo-46771).
[[nodiscard]] constexpr bool has_task_groups(PythonVersion version) { return version.minor >= 11; }

/// 3.11: Task.cancelling and Task.uncancel (bpo-46752).
[[nodiscard]] constexpr bool counts_cancellation_requests(PythonVersion version) { return version.minor >= 11; }

/// 3.11: os, abc and io are part of the executable (bpo-45020).
[[nodiscard]] constexpr bool modules_are_frozen(PythonVersion version) { return version.minor >= 11; }

/// 3.11: object.__getstate__ (bpo-26579).
[[nodiscard]] constexpr bool objects_have_getstate(PythonVersion version) { return version.minor >= 11; }

/// 3.13: what the class of a cause gives when it is called has to be an exception (gh-112716).
[[nodiscard]] constexpr bool causes_are_checked(PythonVersion version) { return version.minor >= 13; }

/// 3.13: classes have __firstlineno__ and __static_attributes__ (gh-118465, gh-115775).
[[nodiscard]] constexpr bool classes_tell_where_they_are(PythonVersion version) { return version.minor >= 13; }

/// 3.11: create_task() and Task take a context (bpo-46994).
[[nodiscard]] constexpr bool tasks_take_a_context(PythonVersion version) { return version.minor >= 11; }

/// 3.12: Task.get_context (gh-100344 follow-up).
[[nodiscard]] constexpr bool tasks_tell_their_context(PythonVersion version) { return version.minor >= 12; }

/// 3.12: an exception handler runs in the context of the task or handle that failed (gh-91350 follow-up).
[[nodiscard]] constexpr bool handlers_run_in_context(PythonVersion version) { return version.minor >= 12; }

/// 3.11: a task whose cancellation was delivered is still "cancelling" in its repr; before, only until then.
[[nodiscard]] constexpr bool task_repr_counts_requests(PythonVersion version) { return version.minor >= 11; }

/// 3.13: what asyncio says about a callback has its arguments in debug mode only (gh-109564 follow-up).
[[nodiscard]] constexpr bool hides_callback_arguments(PythonVersion version) { return version.minor >= 13; }

/// 3.14: add_note(5) says "add_note() argument must be str, not int".
[[nodiscard]] constexpr bool note_error_names_function(PythonVersion version) { return version.minor >= 14; }

/// 3.12: asyncio.eager_task_factory (gh-97696).
[[nodiscard]] constexpr bool has_eager_tasks(PythonVersion version) { return version.minor >= 12; }

/// 3.11: asyncio.Runner (bpo-47062).
[[nodiscard]] constexpr bool has_runner(PythonVersion version) { return version.minor >= 11; }

/// 3.12: asyncio.run(loop_factory=…) (gh-99388).
[[nodiscard]] constexpr bool run_takes_loop_factory(PythonVersion version) { return version.minor >= 12; }

/// 3.13: Queue.shutdown and QueueShutDown (gh-96471).
[[nodiscard]] constexpr bool has_queue_shutdown(PythonVersion version) { return version.minor >= 13; }

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

/// 3.12: "yield expression cannot be used within an annotation"; before, "'yield expression' can not …" (with PEP 695).
[[nodiscard]] constexpr bool misplaced_expressions_are_unquoted(PythonVersion version) { return version.minor >= 12; }

/// 3.11: time.sleep tells floats that no clock can count from ints (bpo-21302, clock_nanosleep).
[[nodiscard]] constexpr bool sleep_tells_large_floats(PythonVersion version) { return version.minor >= 11; }

/// 3.13: C's type for moments is PyTime_t in messages (gh-110850).
[[nodiscard]] constexpr bool time_type_is_public(PythonVersion version) { return version.minor >= 13; }

/// 3.13: asyncio.EventLoop (gh-107137).
[[nodiscard]] constexpr bool has_event_loop_alias(PythonVersion version) { return version.minor >= 13; }

/// 3.14: policies are on their way out; their class has another name than the module's (gh-127949).
[[nodiscard]] constexpr bool policies_are_private(PythonVersion version) { return version.minor >= 14; }

/// 3.12: asyncio's methods in C that take their defining class count their arguments otherwise.
[[nodiscard]] constexpr bool asyncio_methods_know_their_class(PythonVersion version) { return version.minor >= 12; }

/// 3.12: functions may have type parameters, which their annotations see (PEP 695).
[[nodiscard]] constexpr bool functions_have_type_parameters(PythonVersion version) { return version.minor >= 12; }

/// 3.10 only: float.__setformat__ (bpo-46852).
[[nodiscard]] constexpr bool floats_set_format(PythonVersion version) { return version.minor == 10; }

/// 3.14: annotations are evaluated when they are asked for (PEP 649), so none may hold a yield or an await.
[[nodiscard]] constexpr bool annotations_are_deferred(PythonVersion version) { return version.minor >= 14; }

/// 3.13: `for x y` says that 'in' is expected.
[[nodiscard]] constexpr bool expects_in_after_target(PythonVersion version) { return version.minor >= 13; }

/// 3.12: `import x from y` says what may be meant (gh-98931).
[[nodiscard]] constexpr bool turned_import_is_explained(PythonVersion version) { return version.minor >= 12; }

/// 3.12 and 3.13 let a line end stand at the end of a format spec in single quotes; 3.14 no longer (gh-129958).
[[nodiscard]] constexpr bool specs_may_end_with_line(PythonVersion version) { return version.minor <= 13; }

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

/// Before 3.12 a task around an awaitable is a generator: `yield from awaitable.__await__()` takes whatever can be
/// iterated (bpo-47014).
[[nodiscard]] constexpr bool wrapped_awaitables_are_iterated(PythonVersion version) { return version.minor < 12; }

}  // namespace sluice
