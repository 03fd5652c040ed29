// asyncio_support.h — what all bindings of core/loop share: outcomes to values, contexts, callbacks and their
// arguments.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/loop_changes.h"
#include "base/value.h"
#include "loop/context.h"
#include "loop/coroutine.h"
#include "loop/event_loop.h"
#include "loop/task.h"
#include "loop/world.h"
#include "vm/builtin_operations.h"
#include "vm/module.h"
#include "vm/native_helpers.h"
#include "vm/vm.h"

namespace sluice {

/// The value of an outcome, or its exception made pending.
inline Value settle(VM& vm, Outcome outcome) {
  if (outcome.is_raise()) {
    if (!outcome.comes_through) return vm.raise(static_cast<Value&&>(outcome.value));
    vm.restore_error(static_cast<Value&&>(outcome.value));
    return Value();
  }
  return static_cast<Value&&>(outcome.value);
}

/// The same for an exception that the loop has raised already: its context stays.
inline Value pass_on(VM& vm, Outcome outcome) {
  if (!outcome.is_raise()) return static_cast<Value&&>(outcome.value);
  vm.restore_error(static_cast<Value&&>(outcome.value));
  return Value();
}

/// For functions of the loop that give an exception or no value: None, or the exception made pending.
inline Value done_or_raise(VM& vm, Value exception) {
  if (exception) return vm.raise(static_cast<Value&&>(exception));
  return Value::none();
}

/// What `action` gives, unless call_soon() refused what it wanted to schedule: that error, pending.
template <class Action>
Value scheduling(VM& vm, Action action) {
  vm.world->set_failed_call(Value());
  Value result = action();
  Value failed = vm.world->take_failed_call();
  return result && failed ? vm.raise(static_cast<Value&&>(failed)) : static_cast<Value&&>(result);
}

/// A bool of Python.
inline Value truth_value(bool truth) { return Value::boolean(truth); }

/// None and "not given" alike.
inline bool is_absent(const Value& value) { return value.is_missing() || value.is_none(); }

/// The context argument of call_soon and others: null when absent. False with a TypeError pending when it is none.
bool context_argument(VM& vm, const Value& value, Ref<Context>& context);

/// The positional arguments of "*args", as the loop keeps them.
std::vector<Value> to_vector(const Value& tuple);

/// The running loop; null with "no running event loop" pending.
EventLoop* running_loop(VM& vm);
/// The loop of asyncio.get_event_loop(); null with the exception pending.
EventLoop* event_loop(VM& vm);

/// The text of a Str argument. REQUIRES: it is one.
std::string text_of(VM& vm, const Value& value);
/// str(value), for names; false with an exception pending.
bool name_argument(VM& vm, const Value& value, std::string& name);

/// False with the run's end pending on a worker thread: a loop there is not modelled.
bool may_run_loop(VM& vm);

/// name= and context= of create_task, Task and their like; `text` keeps the name for as long as the options are used.
/// False with an exception pending.
bool task_options(VM& vm, const Value& name, const Value& context, std::string& text, TaskOptions& options);
/// The same of create_task, which takes eager_start= beside them (3.14, gh-132686): `arguments` are the three.
bool create_task_options(VM& vm, const Value* arguments, std::string& text, TaskOptions& options);
/// False, and refused, for a task that would take its first step at once in a context that is entered already.
bool may_start(VM& vm, const TaskOptions& options);

/// asyncio.eager_task_factory(loop, coro, *, name=None, context=None)
Value eager_task_factory(VM& vm, Value* arguments);

/// A constructor that in 3.10 refuses the argument `loop`, which is its argument number kLoop, in its own words.
template <NativeCode kNew, int kLoop>
Value new_without_loop(VM& vm, Value* a) {
  if (!given(a[kLoop])) return kNew(vm, a);
  return vm.raise_type_error(std::string("As of 3.10, the *loop* parameter was removed from ") +
                             a[0].as<Type>()->name_text() + "() since it is no longer necessary");
}

/// Gives a class the constructor `kNew`; `signature` without `loop`.
template <NativeCode kNew, int kLoop>
void set_loopless_constructor(VM& vm, Type* type, const char* signature, const char* with_loop) {
  const bool says_so = says_loop_was_removed(vm.python());
  vm.set_constructor(
      type, {type->name_text(), says_so ? new_without_loop<kNew, kLoop> : kNew, says_so ? with_loop : signature});
}

/// What asyncio does first with a number that it was given. It checks no types, so that is where another value fails.
enum class FirstUse : std::uint8_t { AddedToTime, AtMostTime, AtMostZero };
/// A time or a delay. False with an exception pending.
bool real_argument(VM& vm, const Value& value, FirstUse use, double& number);
/// An int of which asyncio asks first whether it is less than `least`. False with an exception pending, and for a
/// number that is no int with the run's end: asyncio counts with it.
bool count_argument(VM& vm, const Value& value, std::int64_t least, std::int64_t& number);

/// A timeout argument: no value inside when it is None. False with an exception pending.
bool timeout_argument(VM& vm, const Value& value, FirstUse use, std::optional<double>& seconds);
/// The same as threads wait: negative where there is none. A timeout below 0 that was given is 0, but where `-1` means
/// none, as for the acquire() of a lock.
enum class NegativeTimeout : std::uint8_t { IsZero, IsNone };
bool wait_argument(VM& vm, const Value& value, double& seconds, NegativeTimeout negative = NegativeTimeout::IsZero);

/// "<Lock object at 0x…" as object.__repr__ writes it, without the closing bracket.
std::string plain_repr_head(VM& vm, const Value& self);

/// `_loop` and `_get_loop()` of a class whose objects are LoopBound.
void tell_of_loop(VM& vm, Type* type);
/// Has __repr__ and __str__ of the class, which it has got, told of the whole: an instance of a derived class, not the
/// object of ours inside it, as they name its class.
void tell_of_whole(VM& vm, Type* type);
/// The object inside what such a method got; missing, with TypeError pending, where it is of no kind from `first` to
/// `last`.
Value inside_of_whole(VM& vm, const Value& whole, ObjectKind first, ObjectKind last);

/// "x.py:3", where the program is; empty: a library in Python calls.
std::string program_place_text(VM& vm);
/// In debug mode: the program has made `future` where it is.
void note_origin(VM& vm, EventLoop& loop, const Future& future);

/// A class of one of asyncio's modules, with object as its only base.
Type* define_asyncio_type(VM& vm, const char* name, const char* module, ObjectKind kind);
Type* define_asyncio_type(VM& vm, const char* name, const char* module, ObjectKind kind, Type* base);
Type* define_asyncio_type(VM& vm, const char* name, const char* module, ObjectKind kind, std::span<Type* const> bases);

}  // namespace sluice
