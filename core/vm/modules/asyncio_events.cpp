// asyncio_events.cpp — the event loop, its handles, and the functions that find a loop.
#include <cmath>

#include "base/loop_changes.h"
#include "base/runtime_changes.h"
#include "loop/concurrent_future.h"
#include "loop/runner.h"
#include "loop/thread_pool.h"
#include "vm/function.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/python_thread.h"

namespace sluice {

namespace {

EventLoop& loop_of(const Value& value) { return *value.as<EventLoop>(); }

// ---- Handle ----

Value handle_cancel(VM&, Value* a) {
  a[0].as<Handle>()->cancel();
  return Value::none();
}
Value handle_cancelled(VM&, Value* a) { return truth_value(a[0].as<Handle>()->cancelled()); }
Value handle_repr(VM& vm, Value* a) {
  return vm.str(std::string("<") + vm.class_name(a[0]) + " " + a[0].as<Handle>()->repr_info() + ">");
}
Value timer_when(VM&, Value* a) { return a[0].as<TimerHandle>()->given_when(); }

const NativeEntry kHandleMethods[] = {
    {"cancel", handle_cancel, "self"},
    {"cancelled", handle_cancelled, "self"},
    {"__repr__", handle_repr, "self"},
};

/// 1, 0, -1: equal in all that the program gave, cancelled or not.
int timers_are_equal(VM& vm, const TimerHandle& a, const TimerHandle& b) {
  int equal = vm.equal(a.given_when(), b.given_when());
  if (equal == 1) equal = vm.equal(a.callback(), b.callback());
  if (equal == 1) equal = vm.equal(Value(Tuple::of(a.arguments())), Value(Tuple::of(b.arguments())));
  return equal == 1 ? static_cast<int>(a.cancelled() == b.cancelled()) : equal;
}
Value timer_eq(VM& vm, Value* a) {
  if (!a[1].is(ObjectKind::TimerHandle)) return Value::not_implemented();
  const int equal = timers_are_equal(vm, *a[0].as<TimerHandle>(), *a[1].as<TimerHandle>());
  return equal < 0 ? Value() : truth_value(equal == 1);
}
Value timer_hash(VM& vm, Value* a) {
  std::uint64_t hash = 0;
  return vm.hash(a[0].as<TimerHandle>()->given_when(), hash) ? vm.integer(static_cast<std::int64_t>(hash)) : Value();
}

/// The four orderings of timers: by deadline.
template <int kSign, bool kOrEqual>
Value timer_order(VM& vm, Value* a) {
  if (!a[1].is(ObjectKind::TimerHandle)) return Value::not_implemented();
  const double left = a[0].as<TimerHandle>()->when();
  const double right = a[1].as<TimerHandle>()->when();
  const bool is_before = kSign < 0 ? left < right : left > right;
  if (is_before || !kOrEqual) return truth_value(is_before);
  return timer_eq(vm, a);
}

const NativeEntry kTimerMethods[] = {
    {"when", timer_when, "self"},
    {"__eq__", timer_eq, "self, other"},
    {"__hash__", timer_hash, "self"},
    {"__lt__", timer_order<-1, false>, "self, other"},
    {"__le__", timer_order<-1, true>, "self, other"},
    {"__gt__", timer_order<1, false>, "self, other"},
    {"__ge__", timer_order<1, true>, "self, other"},
};

// ---- scheduling ----

/// Handles have it in their repr in debug mode, where they were made.
Value with_origin(VM& vm, const EventLoop& loop, Value handle) {
  if (!handle || !loop.debug()) return handle;
  const std::string place = program_place_text(vm);
  if (!place.empty()) handle.as<Handle>()->set_created_at(place);
  return handle;
}

/// A callback must be callable, and neither a coroutine nor a function that makes one; false with a TypeError pending.
bool check_callback(VM& vm, const Value& callback, const char* method) {
  const Value& function = callback.is(ObjectKind::BoundMethod) ? callback.as<BoundMethod>()->function : callback;
  const bool makes_coroutine = function.is(ObjectKind::Function) && function.as<Function>()->code->code->is_coroutine;
  if (makes_coroutine || coroutine_of(callback) != nullptr) {
    vm.raise_type_error(std::string("coroutines cannot be used with ") + method + "()");
    return false;
  }
  if (vm.is_callable(callback)) return true;
  vm.raise_type_error(std::string("a callable object was expected by ") + method + "(), got " + vm.repr_text(callback));
  return false;
}

/// In debug mode a loop looks at what it is given before it takes it, once it knows that it takes anything (`refused`).
bool check_in_debug(VM& vm, const EventLoop& loop, const Value& refused, const Value& callback, const char* method) {
  return refused || !loop.debug() || check_callback(vm, callback, method);
}

Value loop_call_soon(VM& vm, Value* a) {
  Ref<Context> context;
  if (!context_argument(vm, a[2], context)) return Value();
  if (!check_in_debug(vm, loop_of(a[0]), loop_of(a[0]).check_call(), a[1], "call_soon")) return Value();
  return with_origin(vm, loop_of(a[0]), settle(vm, loop_of(a[0]).call_soon(a[1], to_vector(a[3]), context)));
}

Value loop_call_soon_threadsafe(VM& vm, Value* a) {
  Ref<Context> context;
  if (!context_argument(vm, a[2], context)) return Value();
  if (!check_in_debug(vm, loop_of(a[0]), loop_of(a[0]).check_closed(), a[1], "call_soon_threadsafe")) return Value();
  return with_origin(vm, loop_of(a[0]), settle(vm, loop_of(a[0]).call_soon_threadsafe(a[1], to_vector(a[3]), context)));
}

Value loop_call_later(VM& vm, Value* a) {
  Ref<Context> context;
  double delay = 0;
  if (a[1].is_none() && timers_refuse_none(vm.python())) return vm.raise_type_error("delay must not be None");
  if (!real_argument(vm, a[1], FirstUse::AddedToTime, delay) || !context_argument(vm, a[3], context)) return Value();
  if (!check_in_debug(vm, loop_of(a[0]), loop_of(a[0]).check_call(), a[2], "call_at")) return Value();
  return with_origin(vm, loop_of(a[0]), settle(vm, loop_of(a[0]).call_later(delay, a[2], to_vector(a[4]), context)));
}

Value loop_call_at(VM& vm, Value* a) {
  Ref<Context> context;
  double when = 0;
  if (a[1].is_none()) return vm.raise_type_error("when cannot be None");
  if (!vm.real(a[1], when) || !context_argument(vm, a[3], context)) return Value();
  if (!check_in_debug(vm, loop_of(a[0]), loop_of(a[0]).check_call(), a[2], "call_at")) return Value();
  const Value timer = settle(vm, loop_of(a[0]).call_at(when, a[2], to_vector(a[4]), context));
  if (timer) timer.as<TimerHandle>()->set_given_when(a[1]);
  return with_origin(vm, loop_of(a[0]), timer);
}

// ---- tasks and futures ----

Value loop_create_future(VM&, Value* a) { return loop_of(a[0]).create_future(); }

Value loop_create_task(VM& vm, Value* a) {
  TaskOptions options;
  std::string name;
  if (!create_task_options(vm, a + 2, name, options)) return Value();
  EventLoop& loop = loop_of(a[0]);
  const Value task = settle(vm, loop.create_task(a[1], options));
  const bool is_direct = loop.task_factory().is_none();  // a factory has frames of its own
  if (task && loop.debug() && is_direct && task.is(ObjectKind::Task)) note_origin(vm, loop, *task.as<Future>());
  return task;
}

Value loop_create_lazy_task(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], a[2], a[3], Value()};
  return loop_create_task(vm, all);
}

Value loop_create_task_without_context(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], a[2], Value::none(), Value()};
  return loop_create_task(vm, all);
}

Value loop_set_task_factory(VM& vm, Value* a) {
  if (!a[1].is_none() && !vm.is_callable(a[1])) return vm.raise_type_error("task factory must be a callable or None");
  const bool is_eager = a[1].is(ObjectKind::NativeFunction) && a[1].as<NativeFunction>()->code == eager_task_factory;
  loop_of(a[0]).set_eager_tasks(is_eager);
  loop_of(a[0]).set_task_factory(a[1]);
  return Value::none();
}

Value loop_get_task_factory(VM&, Value* a) {
  const Value& factory = loop_of(a[0]).task_factory();
  return factory ? factory : Value::none();
}

// ---- running ----

Value loop_run_until_complete(VM& vm, Value* a) {
  return may_run_loop(vm) ? settle(vm, loop_of(a[0]).run_until_complete(a[1])) : Value();
}
Value loop_run_forever(VM& vm, Value* a) {
  return may_run_loop(vm) ? settle(vm, loop_of(a[0]).run_forever()) : Value();
}
Value loop_stop(VM&, Value* a) {
  loop_of(a[0]).stop();
  return Value::none();
}
Value loop_close(VM& vm, Value* a) { return done_or_raise(vm, loop_of(a[0]).close()); }
Value loop_is_running(VM&, Value* a) { return truth_value(loop_of(a[0]).is_running()); }
Value loop_is_closed(VM&, Value* a) { return truth_value(loop_of(a[0]).is_closed()); }
Value loop_time(VM&, Value* a) { return Value::number(loop_of(a[0]).time()); }
Value loop_get_debug(VM&, Value* a) { return truth_value(loop_of(a[0]).debug()); }
Value loop_set_debug(VM& vm, Value* a) {
  const int debug = vm.truth(a[1]);
  if (debug < 0) return Value();
  loop_of(a[0]).set_debug(debug == 1);
  return Value::none();
}
Value loop_repr(VM& vm, Value* a) { return vm.str(loop_of(a[0]).repr()); }
Value loop_shutdown_asyncgens(VM&, Value* a) { return loop_of(a[0]).shutdown_asyncgens(); }
Value loop_shutdown_default_executor(VM&, Value* a) { return loop_of(a[0]).shutdown_default_executor(); }

// ---- executors ----

/// futures.wrap_future(executor.submit(func, *args)): an executor that is written in Python.
Value submit_to_executor(VM& vm, Value* a) {
  std::vector<Value> arguments = to_vector(a[3]);
  arguments.insert(arguments.begin(), a[2]);
  const Value future = vm.call_method(a[1], vm.intern("submit"), arguments);
  if (!future) return Value();
  if (future.is(ObjectKind::Future)) return future;
  if (!future.is(ObjectKind::ConcurrentFuture)) {
    return vm.raise(vm.types.assertion_error, "concurrent.futures.Future is expected, got " + vm.repr_text(future));
  }
  return Value(wrap_future(*future.as<ConcurrentFuture>(), loop_of(a[0])));
}

Value loop_run_in_executor(VM& vm, Value* a) {
  if (!check_in_debug(vm, loop_of(a[0]), loop_of(a[0]).check_closed(), a[2], "run_in_executor")) return Value();
  ThreadPool* pool = nullptr;
  if (!is_absent(a[1])) {
    const Value& executor = unwrapped(a[1]);
    if (!executor.is(ObjectKind::ThreadPool)) return submit_to_executor(vm, a);
    pool = executor.as<ThreadPool>();
  }
  Ref<ThreadBody> body = make_thread_body(vm, a[2], to_vector(a[3]), Ref<Dict>(), Ref<Context>());
  return settle(vm, loop_of(a[0]).run_in_executor(pool, body, callable_name(vm, a[2])));
}

Value loop_set_default_executor(VM& vm, Value* a) {
  const Value& executor = unwrapped(a[1]);
  if (!executor.is(ObjectKind::ThreadPool)) return vm.raise_type_error("executor must be ThreadPoolExecutor instance");
  loop_of(a[0]).set_default_executor(Ref<ThreadPool>(executor.as<ThreadPool>()));
  return Value::none();
}

// ---- errors ----

Value loop_set_exception_handler(VM& vm, Value* a) {
  if (!a[1].is_none() && !vm.is_callable(a[1])) {
    return vm.raise_type_error("A callable object or None is expected, got " + vm.repr_text(a[1]));
  }
  loop_of(a[0]).set_exception_handler(a[1]);
  return Value::none();
}

Value loop_get_exception_handler(VM&, Value* a) {
  const Value& handler = loop_of(a[0]).exception_handler();
  return handler ? handler : Value::none();
}

/// The loop's ErrorContext from the dict that Python code passes on.
bool error_context(VM& vm, const Value& value, ErrorContext& context) {
  if (!value.is(ObjectKind::Dict)) {
    vm.raise_type_error("context must be a dict");
    return false;
  }
  Dict& dict = *value.as<Dict>();
  const auto entry = [&](const char* key) {
    Value* found = dict.find(vm.intern(key));
    return found != nullptr ? *found : Value();
  };
  const Value message = entry("message");
  context.message =
      message && text_or_null(message) != nullptr ? text_or_null(message)->text() : "Unhandled exception in event loop";
  context.exception = entry("exception");
  context.future = entry("task") ? entry("task") : entry("future");
  context.handle = entry("handle");
  context.given = value;
  return true;
}

Value loop_call_exception_handler(VM& vm, Value* a) {
  ErrorContext context;
  if (!error_context(vm, a[1], context)) return Value();
  return done_or_raise(vm, loop_of(a[0]).call_exception_handler(context));
}

Value loop_default_exception_handler(VM& vm, Value* a) {
  ErrorContext context;
  if (!error_context(vm, a[1], context)) return Value();
  vm.world->language.report(context);
  return Value::none();
}

// ---- what needs the outside world ----

Value no_input_output(VM& vm, Value*) {
  return vm.refuse("sockets, pipes and subprocesses are not modelled",
                   "stand in for the network with asyncio.sleep(), or with the module sluice");
}

// A handler may be set, but no signal ever arrives.
Value add_signal_handler(VM& vm, Value* a) {
  if (!check_callback(vm, a[2], "add_signal_handler")) return Value();
  std::int64_t number = 0;
  if (!vm.index(a[1], number)) return Value();
  if (number < 1 || number > 64) return vm.raise_value_error("invalid signal number " + std::to_string(number));
  Str* name = vm.intern("_signal_handlers");
  if (vm.find_attribute(a[0], name).is_missing() && !vm.set_attribute(a[0], name, Value(make<Dict>()))) return Value();
  return vm.set_item(vm.find_attribute(a[0], name), a[1], a[2]) ? Value::none() : Value();
}

Value remove_signal_handler(VM& vm, Value* a) {
  const Value handlers = vm.find_attribute(a[0], vm.intern("_signal_handlers"));
  if (!handlers) return handlers;
  if (handlers.is_missing()) return truth_value(false);
  Dict& dict = *handlers.as<Dict>();
  const Value* found = dict.find(vm, a[1]);
  if (found == nullptr) return vm.has_error() ? Value() : truth_value(false);
  return truth_value(dict.erase(vm, a[1]) > 0);
}

const NativeEntry kCreateTask[] = {
    {"create_task", loop_create_task, "self, coro, *, name=None, context=None, eager_start=..."}};
const NativeEntry kCreateLazyTask[] = {
    {"create_task", loop_create_lazy_task, "self, coro, *, name=None, context=None"}};
const NativeEntry kCreateTaskWithoutContext[] = {
    {"create_task", loop_create_task_without_context, "self, coro, *, name=None"}};

const NativeEntry kLoopMethods[] = {
    {"call_soon", loop_call_soon, "self, callback, *args, context=None"},
    {"call_soon_threadsafe", loop_call_soon_threadsafe, "self, callback, *args, context=None"},
    {"call_later", loop_call_later, "self, delay, callback, *args, context=None"},
    {"call_at", loop_call_at, "self, when, callback, *args, context=None"},
    {"create_future", loop_create_future, "self"},
    {"set_task_factory", loop_set_task_factory, "self, factory"},
    {"get_task_factory", loop_get_task_factory, "self"},
    {"run_until_complete", loop_run_until_complete, "self, future"},
    {"run_forever", loop_run_forever, "self"},
    {"stop", loop_stop, "self"},
    {"close", loop_close, "self"},
    {"is_running", loop_is_running, "self"},
    {"is_closed", loop_is_closed, "self"},
    {"time", loop_time, "self"},
    {"get_debug", loop_get_debug, "self"},
    {"set_debug", loop_set_debug, "self, enabled"},
    {"shutdown_asyncgens", loop_shutdown_asyncgens, "self"},
    {"shutdown_default_executor", loop_shutdown_default_executor, "self, timeout=None"},
    {"run_in_executor", loop_run_in_executor, "self, executor, func, *args"},
    {"set_default_executor", loop_set_default_executor, "self, executor"},
    {"set_exception_handler", loop_set_exception_handler, "self, handler"},
    {"get_exception_handler", loop_get_exception_handler, "self"},
    {"call_exception_handler", loop_call_exception_handler, "self, context"},
    {"default_exception_handler", loop_default_exception_handler, "self, context"},
    {"create_connection", no_input_output, "self, *args, **kwargs"},
    {"create_server", no_input_output, "self, *args, **kwargs"},
    {"create_datagram_endpoint", no_input_output, "self, *args, **kwargs"},
    {"create_unix_connection", no_input_output, "self, *args, **kwargs"},
    {"subprocess_exec", no_input_output, "self, *args, **kwargs"},
    {"subprocess_shell", no_input_output, "self, *args, **kwargs"},
    {"connect_read_pipe", no_input_output, "self, *args, **kwargs"},
    {"connect_write_pipe", no_input_output, "self, *args, **kwargs"},
    {"getaddrinfo", no_input_output, "self, *args, **kwargs"},
    {"sock_recv", no_input_output, "self, *args, **kwargs"},
    {"sock_sendall", no_input_output, "self, *args, **kwargs"},
    {"sock_accept", no_input_output, "self, *args, **kwargs"},
    {"sock_connect", no_input_output, "self, *args, **kwargs"},
    {"add_reader", no_input_output, "self, *args, **kwargs"},
    {"add_writer", no_input_output, "self, *args, **kwargs"},
    {"add_signal_handler", add_signal_handler, "self, sig, callback, *args"},
    {"remove_signal_handler", remove_signal_handler, "self, sig"},
    {"__repr__", loop_repr, "self"},
};

// ---- finding a loop ----

Value get_running_loop(VM& vm, Value*) { return settle(vm, vm.world->get_running_loop()); }
Value get_running_loop_or_none(VM& vm, Value*) {
  EventLoop* loop = vm.world->running_loop();
  return loop != nullptr ? Value(loop) : Value::none();
}
Value get_event_loop(VM& vm, Value*) { return settle(vm, vm.world->get_event_loop()); }
Value new_event_loop(VM& vm, Value*) { return vm.world->new_event_loop(); }

/// `given` is none of what a setter takes; `wanted` is the beginning of the sentence that says so.
Value refuse_type(VM& vm, const char* wanted, const Value& given) {
  if (!event_setters_check_types(vm.python())) {
    return vm.raise(vm.world->language.make_error(ErrorKind::Assertion, ""));
  }
  return vm.raise_type_error(std::string(wanted) + " or None, not '" + vm.type_name(given) + "'");
}

/// False with an exception pending.
bool is_loop_or_none(VM& vm, const Value& given) {
  if (given.is_none() || given.is(ObjectKind::EventLoop)) return true;
  refuse_type(vm, "loop must be an instance of AbstractEventLoop", given);
  return false;
}

Value set_event_loop(VM& vm, Value* a) {
  if (!is_loop_or_none(vm, a[0])) return Value();
  vm.world->set_event_loop(a[0].is_none() ? nullptr : a[0].as<EventLoop>());
  return Value::none();
}

/// asyncio.to_thread(func, /, *args, **kwargs): the function runs in a copy of the caller's context.
Value to_thread_function(VM& vm, Value* a) {
  Ref<ThreadBody> body =
      make_thread_body(vm, a[0], to_vector(a[1]), Ref<Dict>(a[2].as<Dict>()), vm.world->copy_context());
  return to_thread(*vm.world, body, callable_name(vm, a[0]));
}

// ---- policies: all that programs do with one is to ask it for a loop ----

Value policy_new(VM&, Value* a) { return make<Instance>(a[0].as<Type>()); }
Value policy_get_event_loop(VM& vm, Value* a) { return settle(vm, vm.world->get_event_loop(a[0])); }
Value policy_new_event_loop(VM& vm, Value*) { return vm.world->new_event_loop(); }
Value policy_set_event_loop(VM& vm, Value* a) {
  if (!is_loop_or_none(vm, a[1])) return Value();
  vm.world->policy_of(a[0]).set(a[1].is_none() ? nullptr : a[1].as<EventLoop>());
  return Value::none();
}

const NativeEntry kPolicyMethods[] = {
    {"get_event_loop", policy_get_event_loop, "self"},
    {"new_event_loop", policy_new_event_loop, "self"},
    {"set_event_loop", policy_set_event_loop, "self, loop"},
};

Value policy_class(VM& vm) {
  const Value module = vm.import_module("asyncio");
  return module ? vm.get_attribute(module, vm.intern("DefaultEventLoopPolicy")) : Value();
}

Value get_event_loop_policy(VM& vm, Value*) {
  Value owner = vm.world->policy().owner;
  if (owner) return owner;
  const Value cls = policy_class(vm);
  if (cls) owner = vm.call(cls);
  if (owner) vm.world->policy().owner = owner;
  return owner;
}

Value set_event_loop_policy(VM& vm, Value* a) {
  const Value cls = policy_class(vm);
  if (!cls) return Value();
  if (a[0].is_none()) {
    const Value fresh = vm.call(cls);
    if (!fresh) return fresh;
    vm.world->use_policy(fresh);
    return Value::none();
  }
  const Type* type = vm.type_of(a[0]);
  // A class of the program makes loops of its own in its new_event_loop(), which nothing here would ask.
  if (type != cls.as<Type>() && type->is_subtype_of(cls.as<Type>()->bases.front().get())) {
    return vm.refuse("a policy of the program's own is not modelled",
                     "asyncio's loop is used: leave set_event_loop_policy() out");
  }
  if (type != cls.as<Type>()) return refuse_type(vm, "policy must be an instance of AbstractEventLoopPolicy", a[0]);
  vm.world->use_policy(a[0]);
  return Value::none();
}

const NativeEntry kFunctions[] = {
    {"get_running_loop", get_running_loop, "/"},
    {"_get_running_loop", get_running_loop_or_none, "/"},
    {"get_event_loop", get_event_loop, "/"},
    {"new_event_loop", new_event_loop, ""},
    {"set_event_loop", set_event_loop, "loop"},
    {"to_thread", to_thread_function, "func, /, *args, **kwargs"},
    {"get_event_loop_policy", get_event_loop_policy, ""},
    {"set_event_loop_policy", set_event_loop_policy, "policy"},
    {"open_connection", no_input_output, "*args, **kwargs"},
    {"start_server", no_input_output, "*args, **kwargs"},
    {"open_unix_connection", no_input_output, "*args, **kwargs"},
    {"start_unix_server", no_input_output, "*args, **kwargs"},
    {"create_subprocess_exec", no_input_output, "*args, **kwargs"},
    {"create_subprocess_shell", no_input_output, "*args, **kwargs"},
};

}  // namespace

void fill_asyncio_events(VM& vm, Module& module) {
  Type* handle = define_asyncio_type(vm, "Handle", "asyncio.events", ObjectKind::Handle);
  vm.add_methods(handle, kHandleMethods);
  module.set(vm, "Handle", handle);
  if (threadsafe_handles_have_class(vm.python())) {
    Type* const bases[] = {handle};
    vm.types.threadsafe_handle = vm.define_type("_ThreadSafeHandle", "asyncio.events", bases, ObjectKind::Handle);
  }
  Type* timer = define_asyncio_type(vm, "TimerHandle", "asyncio.events", ObjectKind::TimerHandle, handle);
  vm.add_methods(timer, kTimerMethods);
  module.set(vm, "TimerHandle", timer);

  Type* const object[] = {vm.types.object};
  Type* abstract = vm.define_type("AbstractEventLoop", "asyncio.events", object, ObjectKind::Instance);
  module.set(vm, "AbstractEventLoop", abstract);
  Type* const abstract_base[] = {abstract};
  Type* base = vm.define_type("BaseEventLoop", "asyncio.base_events", abstract_base, ObjectKind::Instance);
  module.set(vm, "BaseEventLoop", base);
  Type* loop = define_asyncio_type(vm, "_UnixSelectorEventLoop", "asyncio.unix_events", ObjectKind::EventLoop, base);
  vm.set_constructor(loop,
                     {"SelectorEventLoop", [](VM& machine, Value*) -> Value { return machine.world->new_event_loop(); },
                      "cls, selector=None"});
  vm.add_methods(loop, kLoopMethods);
  if (create_task_takes_eager_start(vm.python())) {
    vm.add_methods(loop, kCreateTask);
  } else if (tasks_take_a_context(vm.python())) {
    vm.add_methods(loop, kCreateLazyTask);
  } else {
    vm.add_methods(loop, kCreateTaskWithoutContext);
  }
  loop->attributes.set(vm.intern("slow_callback_duration"), Value::number(0.1));
  module.set(vm, "SelectorEventLoop", loop);
  if (has_event_loop_alias(vm.python())) module.set(vm, "EventLoop", loop);

  const char* policy_name = policies_are_private(vm.python()) ? "_AbstractEventLoopPolicy" : "AbstractEventLoopPolicy";
  Type* abstract_policy = vm.define_type(policy_name, "asyncio.events", object, ObjectKind::Instance);
  module.set(vm, "AbstractEventLoopPolicy", abstract_policy);
  Type* const policy_base[] = {abstract_policy};
  Type* policy =
      vm.define_type("_UnixDefaultEventLoopPolicy", "asyncio.unix_events", policy_base, ObjectKind::Instance);
  vm.set_constructor(policy, {"DefaultEventLoopPolicy", policy_new, "cls"});
  vm.add_methods(policy, kPolicyMethods);
  module.set(vm, "DefaultEventLoopPolicy", policy);
  module.add_functions(vm, kFunctions);
}

}  // namespace sluice
