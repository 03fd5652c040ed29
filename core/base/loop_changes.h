// loop_changes.h — in what the asyncio of Pythons differs: one predicate a change, each with the CPython change that it
// stands for. By topic, not by age.
#pragma once

#include "base/python_version.h"

namespace sluice {

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

/// 3.13: of an object whose class derives from Future or Task the attributes go first, then its outcome (their dicts
/// are managed ones).
[[nodiscard]] constexpr bool derived_futures_drop_attributes_first(PythonVersion version) {
  return version.minor >= 13;
}

/// 3.11: set_event_loop and set_event_loop_policy raise a TypeError for what they cannot take; before, they assert.
[[nodiscard]] constexpr bool event_setters_check_types(PythonVersion version) { return version.minor >= 11; }

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

/// 3.14: gather's callbacks refer to the task that asked, as who awaits the children (gh-91048).
[[nodiscard]] constexpr bool gather_keeps_awaiters(PythonVersion version) { return version.minor >= 14; }

/// 3.12: that get_event_loop makes a loop is deprecated (gh-100160).
[[nodiscard]] constexpr bool get_event_loop_warns(PythonVersion version) { return version.minor >= 12; }

/// 3.14: get_event_loop makes no loop; a Runner takes any awaitable (gh-126353, gh-120284).
[[nodiscard]] constexpr bool get_event_loop_never_makes(PythonVersion version) { return version.minor >= 14; }
[[nodiscard]] constexpr bool runner_takes_awaitables(PythonVersion version) { return version.minor >= 14; }

/// 3.10 alone: locks and queues say that their argument `loop` was removed (bpo-42392).
[[nodiscard]] constexpr bool says_loop_was_removed(PythonVersion version) { return version.minor == 10; }

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

/// 3.12: asyncio.eager_task_factory (gh-97696).
[[nodiscard]] constexpr bool has_eager_tasks(PythonVersion version) { return version.minor >= 12; }

/// 3.11: asyncio.Runner (bpo-47062).
[[nodiscard]] constexpr bool has_runner(PythonVersion version) { return version.minor >= 11; }

/// 3.12: asyncio.run(loop_factory=…) (gh-99388).
[[nodiscard]] constexpr bool run_takes_loop_factory(PythonVersion version) { return version.minor >= 12; }

/// 3.13: Queue.shutdown and QueueShutDown (gh-96471).
[[nodiscard]] constexpr bool has_queue_shutdown(PythonVersion version) { return version.minor >= 13; }

/// 3.13: asyncio.EventLoop (gh-107137).
[[nodiscard]] constexpr bool has_event_loop_alias(PythonVersion version) { return version.minor >= 13; }

/// 3.14: policies are on their way out; their class has another name than the module's (gh-127949).
[[nodiscard]] constexpr bool policies_are_private(PythonVersion version) { return version.minor >= 14; }

/// Before 3.12 a task around an awaitable is a generator: `yield from awaitable.__await__()` takes whatever can be
/// iterated (bpo-47014).
[[nodiscard]] constexpr bool wrapped_awaitables_are_iterated(PythonVersion version) { return version.minor < 12; }

/// In CPython each of them is a call inside the one before; beyond this many that may be a RecursionError, which
/// depends on what else is on the stack.
[[nodiscard]] constexpr std::size_t longest_cancelled_chain(PythonVersion version) {
  return version.minor >= 13 ? 9000 : 900;
}

/// 3.12: the frame of a generator or coroutine is still linked to its caller's when it is cleared (gh-96421), so that
/// the exception that ends it leads, by the frames in its traceback, to those of all who called it.
[[nodiscard]] constexpr bool coroutine_frames_lead_to_callers(PythonVersion version) { return version.minor >= 12; }

/// 3.12: current_task() is in C (gh-100344). 3.14: all_tasks() too.
[[nodiscard]] constexpr bool current_task_is_native(PythonVersion version) { return version.minor >= 12; }
[[nodiscard]] constexpr bool all_tasks_is_native(PythonVersion version) { return version.minor >= 14; }

/// 3.14: asyncio.graph (gh-91048).
[[nodiscard]] constexpr bool has_graph_module(PythonVersion version) { return version.minor >= 14; }

/// 3.12: _wrap_awaitable is a function inside ensure_future.
[[nodiscard]] constexpr bool wrapper_is_inside_ensure_future(PythonVersion version) { return version.minor >= 12; }

/// 3.14: create_task() of loops takes eager_start= (gh-132686).
[[nodiscard]] constexpr bool create_task_takes_eager_start(PythonVersion version) { return version.minor >= 14; }

}  // namespace sluice
