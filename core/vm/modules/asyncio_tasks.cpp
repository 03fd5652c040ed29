// asyncio_tasks.cpp — asyncio.Task and the functions of asyncio.tasks: sleep, gather, wait, wait_for, as_completed,
// shield, ….
#include "loop/task.h"

#include <cmath>

#include "base/loop_changes.h"
#include "base/reference_visitor.h"
#include "loop/concurrent_future.h"
#include "loop/gather.h"
#include "loop/sleep.h"
#include "loop/wait.h"
#include "vm/generator.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"

namespace sluice {

namespace {

Task& task_of(const Value& value) { return *value.as<Task>(); }

// ---- Task ----

/// `a[0]` is the class, or the object whose `__init__` this is.
Value task_new(VM& vm, Value* a) {
  Coroutine* coroutine = coroutine_of(a[1]);
  if (coroutine == nullptr && !vm.world->language.is_coroutine(a[1]) && vm.has_error()) return Value();  // refused
  if (coroutine == nullptr) return vm.raise_type_error("a coroutine was expected, got " + vm.repr_text(a[1]));
  EventLoop* loop = is_absent(a[2]) ? event_loop(vm) : a[2].is(ObjectKind::EventLoop) ? a[2].as<EventLoop>() : nullptr;
  if (loop == nullptr) return vm.has_error() ? Value() : vm.raise_type_error("loop must be an event loop");
  TaskOptions options;
  std::string name;
  if (!task_options(vm, a[3], a[4], name, options)) return Value();
  options.eager_start = a[5].is_true();
  if (options.eager_start && is_absent(a[2])) {
    // Early releases of 3.12 to 3.14 ask None whether it runs, and leave a task behind that never does.
    return vm.refuse("eager_start without a loop", "pass loop=asyncio.get_running_loop()");
  }
  if (options.eager_start && !a[0].is_same(Value(vm.types.task))) {
    return vm.refuse("eager_start of a class that derives from asyncio.Task",
                     "let the factory be a function that calls asyncio.Task");
  }
  if (!may_start(vm, options)) return Value();
  if (is_future(a[0])) {
    if (!task_of(a[0]).is_empty()) return vm.refuse("Task.__init__() of a task that has begun", "make another task");
    task_of(a[0]).begin(*loop, Ref<Coroutine>(coroutine), options);
    return a[0];
  }
  return Task::create(*loop, Ref<Coroutine>(coroutine), options);
}

/// As versions before 3.12 have it, and before 3.11.
Value lazy_task_new(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], a[2], a[3], a[4], truth_value(false)};
  return task_new(vm, all);
}

Value task_without_context_new(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], a[2], a[3], Value::none(), truth_value(false)};
  return task_new(vm, all);
}

Value task_get_name(VM& vm, Value* a) { return vm.str(task_of(a[0]).name()); }

Value task_set_name(VM& vm, Value* a) {
  std::string name;
  if (!name_argument(vm, a[1], name)) return Value();
  task_of(a[0]).set_name(name);
  return Value::none();
}

Value task_get_coro(VM&, Value* a) {
  const Ref<Coroutine>& coroutine = task_of(a[0]).coroutine();
  return coroutine ? Value(coroutine) : Value::none();
}

Value task_get_context(VM&, Value* a) { return task_of(a[0]).context(); }
Value task_cancelling(VM& vm, Value* a) { return vm.integer(task_of(a[0]).cancelling()); }
Value task_uncancel(VM& vm, Value* a) { return vm.integer(task_of(a[0]).uncancel()); }

/// What the task failed with, without noting that somebody has looked; else None.
Value failure_of(const Value& task) {
  const Value failure = task_of(task).failure();
  return failure ? failure : Value::none();
}

/// What is written in Python, in _asyncio_stack.py.
Value call_in_library(VM& vm, const char* name, std::span<const Value> arguments) {
  const Value library = vm.import_module("_asyncio_stack");
  const Value function = library ? vm.get_attribute(library, vm.intern(name)) : Value();
  return function ? vm.call(function, arguments) : Value();
}

Value task_get_stack(VM& vm, Value* a) {
  const Value arguments[] = {a[0], failure_of(a[0]), a[1]};
  return call_in_library(vm, "get_stack", arguments);
}

Value task_print_stack(VM& vm, Value* a) {
  const Value arguments[] = {a[0], failure_of(a[0]), a[1], a[2]};
  return call_in_library(vm, "print_stack", arguments);
}

Value task_waiter(VM&, const Value& self) {
  const Ref<Future>& waiter = task_of(self).waiter();
  return waiter ? Value(waiter) : Value::none();
}

const NativeEntry kTaskMethods[] = {
    {"get_name", task_get_name, "self, /"},
    {"set_name", task_set_name, "self, value, /"},
    {"get_coro", task_get_coro, "self, /"},
    {"get_stack", task_get_stack, "self, /, *, limit=None"},
    {"print_stack", task_print_stack, "self, /, *, limit=None, file=None"},
};
/// 3.11: cancellation requests are counted (gh-90908).
const NativeEntry kCancellationCounts[] = {
    {"cancelling", task_cancelling, "self, /"},
    {"uncancel", task_uncancel, "self, /"},
};
const NativeEntry kContextGetter[] = {{"get_context", task_get_context, "self, /"}};
Value task_coro(VM& vm, const Value& self) {
  Value task = self;
  return task_get_coro(vm, &task);
}

Value task_log_destroyed(VM&, const Value& self) { return truth_value(task_of(self).logs_destroyed()); }
bool task_set_log_destroyed(VM& vm, const Value& self, const Value& value) {
  if (!value) return static_cast<bool>(vm.raise(vm.types.attribute_error, "cannot delete attribute"));
  const int truth = vm.truth(value);
  if (truth >= 0) task_of(self).set_logs_destroyed(truth > 0);
  return truth >= 0;
}

const NativeAttribute kTaskAttributes[] = {{"_fut_waiter", task_waiter, nullptr},
                                           {"_coro", task_coro, nullptr},
                                           {"_log_destroy_pending", task_log_destroyed, task_set_log_destroyed}};

// ---- functions ----

Value create_task(VM& vm, Value* a) {
  EventLoop* loop = running_loop(vm);
  TaskOptions options;
  std::string name;
  if (loop == nullptr || !create_task_options(vm, a + 1, name, options)) return Value();
  return settle(vm, create_named_task(*loop, a[0], options));
}

Value create_lazy_task(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], a[2], Value()};
  return create_task(vm, all);
}

Value create_task_without_context(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], Value::none(), Value()};
  return create_task(vm, all);
}

/// True where a `loop` argument is none of asyncio's, which is refused.
bool refuse_foreign_loop(VM& vm, const Value& loop) {
  if (is_absent(loop) || loop.is(ObjectKind::EventLoop)) return false;
  vm.refuse("a loop that is not one of asyncio's", "give it what asyncio.get_running_loop() gives");
  return true;
}

/// CPython looks the loop up among those that run a task: anything else has none.
Value current_task(VM& vm, Value* a) {
  if (is_absent(a[0]) && running_loop(vm) == nullptr) return Value();
  Task* task = vm.world->current_task();
  const bool is_of_loop = task != nullptr && (is_absent(a[0]) || a[0].is_same(Value(&task->loop())));
  return is_of_loop ? Value(task) : Value::none();
}

/// CPython compares the loops of all tasks with what is given.
Value all_tasks(VM& vm, Value* a) {
  std::vector<Value> tasks;
  if (!is_absent(a[0]) && !a[0].is(ObjectKind::EventLoop)) return vm.world->language.make_set(tasks);
  EventLoop* loop = is_absent(a[0]) ? running_loop(vm) : a[0].as<EventLoop>();
  if (loop == nullptr) return Value();
  for (const Ref<Task>& task : loop->all_tasks()) tasks.emplace_back(task);
  return vm.world->language.make_set(tasks);
}

/// A coroutine that raises when it is awaited: what an `async def` does with bad arguments.
Value failing_coroutine(VM& vm, const char* name) {
  return ready_coroutine(*vm.world, name, Outcome::raise(vm.take_error()));
}

Value sleep_function(VM& vm, Value* a) {
  double delay = 0;
  if (a[0].is_small_int()) {
    delay = static_cast<double>(a[0].as_small_int());
  } else if (!real_argument(vm, a[0], FirstUse::AtMostZero, delay)) {
    return failing_coroutine(vm, "sleep");  // it is compared when the coroutine begins
  }
  return sleep(*vm.world, delay, a[1]);
}

Value gather_function(VM& vm, Value* a) {
  const int return_exceptions = vm.truth(a[0]);
  if (return_exceptions < 0) return Value();
  return settle(vm, gather(*vm.world, rest(a[1]).span(), return_exceptions == 1));
}

Value shield_function(VM& vm, Value* a) { return settle(vm, shield(*vm.world, a[0])); }

Value ensure_future_function(VM& vm, Value* a) {
  if (refuse_foreign_loop(vm, a[1])) return Value();
  EventLoop* loop = is_absent(a[1]) ? nullptr : a[1].as<EventLoop>();
  return settle(vm, ensure_future(*vm.world, a[0], loop));
}

bool delay_argument(VM& vm, const Value& value, FirstUse use, Delay& delay) {
  std::optional<double> seconds;
  if (!timeout_argument(vm, value, use, seconds)) return false;
  delay.is_given = seconds.has_value();
  delay.seconds = seconds.value_or(0);
  return true;
}

const char* const kReturnWhen[] = {"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED"};

/// Whether wait() can add its callback to each of them. It says itself what it thinks of coroutines.
bool are_futures(VM& vm, const std::vector<Value>& awaitables) {
  for (const Value& awaitable : awaitables) {
    if (vm.world->language.is_coroutine(awaitable)) return true;
  }
  for (const Value& awaitable : awaitables) {
    if (is_future(awaitable)) continue;
    if (vm.get_attribute(awaitable, vm.intern("add_done_callback"))) {
      vm.refuse("asyncio.wait() for what is no future of asyncio", "wait for asyncio.wrap_future(future)");
    }
    return false;
  }
  return true;
}

Value wait_function(VM& vm, Value* a) {
  if (is_future(a[0]) || vm.world->language.is_coroutine(a[0])) {
    vm.raise_type_error(std::string("expect a list of futures, not ") + vm.class_name(a[0]));
    return failing_coroutine(vm, "wait");
  }
  std::vector<Value> awaitables;
  Delay timeout;
  if (!vm.extend(awaitables, a[0]) || !delay_argument(vm, a[1], FirstUse::AddedToTime, timeout) ||
      (wait_refuses_coroutines(vm.python()) && !are_futures(vm, awaitables))) {
    return failing_coroutine(vm, "wait");
  }
  int when = 2;
  if (given(a[2])) {
    const Str* text = text_or_null(a[2]);
    when = -1;
    for (int i = 0; i < 3; ++i) {
      if (text != nullptr && text->view() == kReturnWhen[i]) when = i;
    }
    if (when < 0) {
      vm.raise_value_error("Invalid return_when value: " + (text != nullptr ? text->text() : vm.repr_text(a[2])));
      return failing_coroutine(vm, "wait");
    }
  }
  return wait(*vm.world, static_cast<std::vector<Value>&&>(awaitables), timeout, static_cast<ReturnWhen>(when));
}

Value wait_for_function(VM& vm, Value* a) {
  Delay timeout;
  if (!delay_argument(vm, a[1], FirstUse::AtMostZero, timeout)) return failing_coroutine(vm, "wait_for");
  return wait_for(*vm.world, a[0], timeout);
}

// ---- as_completed ----

/// What as_completed was called with, looked at. Null: an exception.
Ref<AsCompleted> make_completed(VM& vm, const Value& fs, const Value& timeout_value) {
  if (is_future(fs) || vm.world->language.is_coroutine(fs)) {
    vm.raise_type_error((as_completed_is_object(vm.python()) ? "expects an iterable of awaitables, not "
                                                             : "expect an iterable of futures, not ") +
                        std::string(vm.class_name(fs)));
    return Ref<AsCompleted>();
  }
  std::vector<Value> awaitables;
  Delay timeout;
  if (!vm.extend(awaitables, fs) || !delay_argument(vm, timeout_value, FirstUse::AddedToTime, timeout)) {
    return Ref<AsCompleted>();
  }
  return make<AsCompleted>(*vm.world, static_cast<std::vector<Value>&&>(awaitables), timeout);
}

/// Before 3.13 as_completed is a generator of coroutines, which looks at its arguments when it begins; this is its
/// `next`.
class CompletedIterator : public NativeIterator {
 public:
  explicit CompletedIterator(Ref<AsCompleted> object)
      : NativeIterator("generator"), object_(static_cast<Ref<AsCompleted>&&>(object)) {}
  CompletedIterator(const Value& fs, const Value& timeout) : NativeIterator("generator"), fs_(fs), timeout_(timeout) {}

  Value next(VM& vm) override {
    if (has_failed_) return Value();
    if (!object_) {
      object_ = make_completed(vm, fs_, timeout_);
      has_failed_ = !object_;
      if (has_failed_) return Value();
    }
    if (Value error = object_->start()) return vm.raise(error);
    Outcome outcome = object_->next();
    if (!outcome.is_raise()) return static_cast<Value&&>(outcome.value);
    if (vm.world->language.is_error(outcome.value, ErrorKind::StopIteration)) return Value();
    return vm.raise(static_cast<Value&&>(outcome.value));
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(fs_, timeout_, object_); }

 private:
  Value fs_;
  Value timeout_;
  Ref<AsCompleted> object_;  ///< null: it has not begun
  bool has_failed_ = false;
};

Value as_completed_function(VM& vm, Value* a) {
  if (!as_completed_is_object(vm.python())) return make<CompletedIterator>(a[0], a[1]);
  Ref<AsCompleted> object = make_completed(vm, a[0], a[1]);
  if (!object) return Value();
  if (Value error = object->start()) return vm.raise(error);
  return object;
}

Value completed_iterate(VM&, Value* a) { return make<CompletedIterator>(Ref<AsCompleted>(a[0].as<AsCompleted>())); }
Value completed_self(VM&, Value* a) { return a[0]; }
Value completed_next(VM& vm, Value* a) { return settle(vm, a[0].as<AsCompleted>()->next()); }
Value completed_anext(VM&, Value* a) { return a[0].as<AsCompleted>()->anext(); }

const NativeEntry kCompletedMethods[] = {
    {"__iter__", completed_iterate, "self, /"},
    {"__next__", completed_next, "self, /"},
    {"__aiter__", completed_self, "self, /"},
    {"__anext__", completed_anext, "self, /"},
};

// ---- coroutines ----

Value is_coroutine(VM& vm, Value* a) {
  const bool is_one = vm.world->language.is_coroutine(a[0]);
  return vm.has_error() ? Value() : truth_value(is_one);
}

/// Functions and methods of asyncio that are `async def` there.
bool is_async_native(const NativeFunction& function) {
  constexpr std::string_view kNames =
      " sleep wait wait_for to_thread get put join acquire reset abort __aenter__ __aexit__ shutdown_asyncgens"
      " shutdown_default_executor open_connection start_server ";
  const Type* owner = function.owner;
  const std::string_view module = owner != nullptr && owner->module_name
                                      ? static_cast<Str*>(owner->module_name.get())->view()
                                      : std::string_view(function.module != nullptr ? function.module : "");
  return module.substr(0, 7) == "asyncio" &&
         kNames.find(" " + std::string(function.name) + " ") != std::string_view::npos;
}

Value is_coroutine_function(VM& vm, Value* a) {
  const Value mark = vm.find_attribute(a[0], vm.intern("_is_coroutine"));
  if (!mark) return mark;
  if (!mark.is_missing()) {
    const Value module = vm.import_module("asyncio.coroutines");
    if (!module) return module;
    const Value* own = module.as<Module>()->attributes->find(vm.intern("_is_coroutine"));
    if (own != nullptr && own->is_same(mark)) return truth_value(true);
  }
  Value function = a[0];
  for (;;) {
    if (function.is(ObjectKind::BoundMethod)) {
      function = Value(function.as<BoundMethod>()->function);
    } else if (std::string_view(vm.class_name(function)) == "partial") {
      function = vm.get_attribute(function, vm.intern("func"));
      if (!function) return function;
    } else {
      break;
    }
  }
  if (function.is(ObjectKind::NativeFunction)) return truth_value(is_async_native(*function.as<NativeFunction>()));
  return truth_value(function.is(ObjectKind::Function) && function.as<Function>()->code->code->is_coroutine);
}

Value run_coroutine_threadsafe_function(VM& vm, Value* a) {
  if (!a[1].is(ObjectKind::EventLoop)) {
    if (coroutine_of(a[0]) == nullptr) return vm.raise_type_error("A coroutine object is required");
    const Value method = vm.get_attribute(a[1], vm.intern("call_soon_threadsafe"));
    if (method) refuse_foreign_loop(vm, a[1].is_none() ? method : a[1]);
    return Value();
  }
  // Its type comes with that module.
  if (!vm.import_module("concurrent.futures")) return Value();
  return settle(vm, run_coroutine_threadsafe(*vm.world, a[0], *a[1].as<EventLoop>()));
}

Value wrap_future_function(VM& vm, Value* a) {
  if (is_future(a[0])) return a[0];
  if (!a[0].is(ObjectKind::ConcurrentFuture)) {
    return vm.raise(vm.types.assertion_error, "concurrent.futures.Future is expected, got " + vm.repr_text(a[0]));
  }
  if (refuse_foreign_loop(vm, a[1])) return Value();
  EventLoop* loop = is_absent(a[1]) ? event_loop(vm) : a[1].as<EventLoop>();
  return loop != nullptr ? Value(wrap_future(*a[0].as<ConcurrentFuture>(), *loop)) : Value();
}

/// What is written in Python, in _asyncio_eager.py.
Value create_eager_task_factory(VM& vm, Value* a) {
  const Value library = vm.import_module("_asyncio_eager");
  if (!library) return library;
  return vm.call_method(library, vm.intern("create_eager_task_factory"), std::span<const Value>(a, 1));
}

const NativeEntry kFunctions[] = {
    {"current_task", current_task, "loop=None"},
    {"all_tasks", all_tasks, "loop=None"},
    {"sleep", sleep_function, "delay, result=None"},
    {"gather", gather_function, "*coros_or_futures, return_exceptions=False"},
    {"shield", shield_function, "arg"},
    {"ensure_future", ensure_future_function, "coro_or_future, *, loop=None"},
    {"wait", wait_function, "fs, *, timeout=None, return_when=..."},
    {"wait_for", wait_for_function, "fut, timeout"},
    {"as_completed", as_completed_function, "fs, *, timeout=None"},
    {"iscoroutine", is_coroutine, "obj"},
    {"iscoroutinefunction", is_coroutine_function, "func"},
    {"run_coroutine_threadsafe", run_coroutine_threadsafe_function, "coro, loop"},
    {"wrap_future", wrap_future_function, "future, *, loop=None"},
};
const NativeEntry kCreateTask[] = {{"create_task", create_task, "coro, *, name=None, context=None, eager_start=..."}};
const NativeEntry kCreateLazyTask[] = {{"create_task", create_lazy_task, "coro, *, name=None, context=None"}};
const NativeEntry kCreateTaskWithoutContext[] = {{"create_task", create_task_without_context, "coro, *, name=None"}};
const NativeEntry kEagerTaskFactory[] = {
    {"eager_task_factory", eager_task_factory, "loop, coro, *, name=None, context=None, eager_start=True"}};
const NativeEntry kEagerTasks[] = {{"eager_task_factory", eager_task_factory, "loop, coro, *, name=None, context=None"},
                                   {"create_eager_task_factory", create_eager_task_factory, "custom_task_constructor"}};

}  // namespace

Value eager_task_factory(VM& vm, Value* a) {
  TaskOptions options;
  std::string name;
  if (!task_options(vm, a[2], a[3], name, options)) return Value();
  options.eager_start = !create_task_takes_eager_start(vm.python()) || a[4].is_true();
  Coroutine* coroutine = coroutine_of(a[1]);
  if (coroutine == nullptr) return vm.raise_type_error("a coroutine was expected, got " + vm.repr_text(a[1]));
  if (refuse_foreign_loop(vm, is_absent(a[0]) ? a[1] : a[0]) || !may_start(vm, options)) return Value();
  return Task::create(*a[0].as<EventLoop>(), Ref<Coroutine>(coroutine), options);
}

void fill_asyncio_tasks(VM& vm, Module& module) {
  vm.types.task = define_asyncio_type(vm, "Task", "_asyncio", ObjectKind::Task, vm.types.future);
  if (has_eager_tasks(vm.python())) {
    vm.set_constructor(vm.types.task,
                       {"Task", task_new, "cls, coro, *, loop=None, name=None, context=None, eager_start=False"});
  } else if (tasks_take_a_context(vm.python())) {
    vm.set_constructor(vm.types.task, {"Task", lazy_task_new, "cls, coro, *, loop=None, name=None, context=None"});
  } else {
    vm.set_constructor(vm.types.task, {"Task", task_without_context_new, "cls, coro, *, loop=None, name=None"});
  }
  vm.add_methods(vm.types.task, kTaskMethods);
  if (counts_cancellation_requests(vm.python())) vm.add_methods(vm.types.task, kCancellationCounts);
  if (tasks_tell_their_context(vm.python())) vm.add_methods(vm.types.task, kContextGetter);
  vm.add_attributes(vm.types.task, kTaskAttributes);
  module.set(vm, "Task", vm.types.task);
  Type* completed = define_asyncio_type(vm, "_AsCompletedIterator", "asyncio.tasks", ObjectKind::AsCompleted);
  vm.add_methods(completed, kCompletedMethods);
  module.add_functions(vm, kFunctions);
  if (create_task_takes_eager_start(vm.python())) {
    module.add_functions(vm, kCreateTask);
  } else if (tasks_take_a_context(vm.python())) {
    module.add_functions(vm, kCreateLazyTask);
  } else {
    module.add_functions(vm, kCreateTaskWithoutContext);
  }
  if (has_eager_tasks(vm.python())) module.add_functions(vm, kEagerTasks);
  if (create_task_takes_eager_start(vm.python())) module.add_functions(vm, kEagerTaskFactory);
  for (const char* name : kReturnWhen) module.set(vm, name, vm.str(name));
}

}  // namespace sluice
