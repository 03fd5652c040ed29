// asyncio_module.cpp — the module asyncio, put together from its parts, its exceptions, and its submodules.
#include "base/loop_changes.h"
#include "vm/modules/asyncio_exceptions.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"

namespace sluice {

namespace {

Type* define_exception(VM& vm, const char* name, const char* module, Type* base) {
  Type* const bases[] = {base};
  return vm.define_type(name, module, bases, ObjectKind::Exception);
}

/// What programs import from `asyncio.tasks` and the like are the names of asyncio itself.
void fill_submodule(VM& vm, Module& module) {
  const Value asyncio = vm.import_module("asyncio");
  if (!asyncio) return;
  const Dict& names = *asyncio.as<Module>()->attributes;
  const Ref<Dict> copied = names.copy();
  std::size_t position = 0;
  while (Dict::Entry* entry = copied->next(position)) {
    if (!entry->key.is(ObjectKind::Str) || entry->key.as<Str>()->view().substr(0, 2) == "__") continue;
    module.attributes->set(entry->key.as<Str>(), entry->value);
  }
  // What wrappers of coroutine functions have as their attribute, so that asyncio.iscoroutinefunction knows them.
  if (static_cast<Str*>(module.name.get())->view() == "asyncio.coroutines") {
    const Value mark = vm.call(Value(vm.types.object));
    if (mark) module.attributes->set(vm.intern("_is_coroutine"), mark);
  }
}

/// asyncio.coroutine(func)
Value coroutine_decorator(VM& vm, Value* a) {
  const Value module = vm.import_module("_asyncio_coroutine");
  const Value decorate = module ? vm.get_attribute(module, vm.intern("coroutine")) : Value();
  return decorate ? vm.call(decorate, std::span<const Value>(a, 1)) : Value();
}

const NativeEntry kCoroutineDecorator[] = {{"coroutine", coroutine_decorator, "func"}};

const char* const kSubmodules[] = {
    "asyncio.base_events", "asyncio.coroutines", "asyncio.events",  "asyncio.exceptions",
    "asyncio.futures",     "asyncio.locks",      "asyncio.queues",  "asyncio.runners",
    "asyncio.taskgroups",  "asyncio.tasks",      "asyncio.threads", "asyncio.timeouts",
};

/// The other ones that CPython's asyncio imports.
const char* const kOtherSubmodules[] = {
    "base_futures", "base_subprocess", "base_tasks", "constants",       "format_helpers", "graph",
    "log",          "mixins",          "protocols",  "selector_events", "sslproto",       "staggered",
    "streams",      "subprocess",      "transports", "trsock",          "unix_events",
};

std::string_view without_package(std::string_view name) { return name.substr(name.find('.') + 1); }

/// 3.11: taskgroups and timeouts came with what is in them; 3.14: graph (gh-91048).
bool has_submodule(PythonVersion python, std::string_view name) {
  if (name == "taskgroups" || name == "timeouts") return has_task_groups(python);
  return name != "graph" || has_graph_module(python);
}

}  // namespace

std::vector<std::string_view> asyncio_submodules(PythonVersion python) {
  std::vector<std::string_view> names;
  for (const char* name : kSubmodules) names.push_back(without_package(name));
  for (const char* name : kOtherSubmodules) names.emplace_back(name);
  std::erase_if(names, [&](std::string_view name) { return !has_submodule(python, name); });
  return names;
}

bool asyncio_lacks_submodule(PythonVersion python, std::string_view name) {
  return name.starts_with("asyncio.") && !has_submodule(python, without_package(name));
}

void define_asyncio_exceptions(VM& vm) {
  BuiltinTypes& types = vm.types;
  if (types.cancelled_error != nullptr) return;
  const char* const kExceptions = "asyncio.exceptions";
  const char* const kFutures = "concurrent.futures._base";
  types.deadlock = define_exception(vm, "Deadlock", "__main__", types.base_exception);
  types.cancelled_error = define_exception(vm, "CancelledError", kExceptions, types.base_exception);
  types.invalid_state_error = define_exception(vm, "InvalidStateError", kExceptions, types.exception);
  types.broken_barrier_error = define_exception(vm, "BrokenBarrierError", kExceptions, types.runtime_error);
  types.queue_empty = define_exception(vm, "QueueEmpty", "asyncio.queues", types.exception);
  types.queue_full = define_exception(vm, "QueueFull", "asyncio.queues", types.exception);
  types.queue_shut_down = define_exception(vm, "QueueShutDown", "asyncio.queues", types.exception);
  types.concurrent_error = define_exception(vm, "Error", kFutures, types.exception);
  types.concurrent_cancelled_error = define_exception(vm, "CancelledError", kFutures, types.concurrent_error);
  types.concurrent_invalid_state_error = define_exception(vm, "InvalidStateError", kFutures, types.concurrent_error);
  types.broken_executor = define_exception(vm, "BrokenExecutor", kFutures, types.runtime_error);
  types.broken_thread_pool =
      define_exception(vm, "BrokenThreadPool", "concurrent.futures.thread", types.broken_executor);
  if (asyncio_timeout_is_builtin(vm.python())) {
    types.asyncio_timeout_error = types.concurrent_timeout_error = types.timeout_error;
  } else {
    types.asyncio_timeout_error = define_exception(vm, "TimeoutError", kExceptions, types.exception);
    types.concurrent_timeout_error = define_exception(vm, "TimeoutError", kFutures, types.concurrent_error);
  }
}

void fill_asyncio(VM& vm, Module& module) {
  module.set(vm, "CancelledError", vm.types.cancelled_error);
  module.set(vm, "TimeoutError", vm.types.asyncio_timeout_error);
  module.set(vm, "InvalidStateError", vm.types.invalid_state_error);
  module.set(vm, "QueueEmpty", vm.types.queue_empty);
  module.set(vm, "QueueFull", vm.types.queue_full);
  if (has_queue_shutdown(vm.python())) module.set(vm, "QueueShutDown", vm.types.queue_shut_down);
  if (has_barrier(vm.python())) module.set(vm, "BrokenBarrierError", vm.types.broken_barrier_error);
  fill_asyncio_futures(vm, module);
  fill_asyncio_tasks(vm, module);
  fill_asyncio_events(vm, module);
  fill_asyncio_locks(vm, module);
  fill_asyncio_queues(vm, module);
  fill_asyncio_groups(vm, module);
  fill_asyncio_runners(vm, module);
  if (has_asyncio_coroutine(vm.python())) module.add_functions(vm, kCoroutineDecorator);
}

void install_asyncio_modules(VM& vm) {
  define_asyncio_exceptions(vm);
  vm.define_module("asyncio", fill_asyncio);
  for (const char* name : kSubmodules) {
    if (has_submodule(vm.python(), without_package(name))) vm.define_module(name, fill_submodule);
  }
  vm.define_module("contextvars", fill_contextvars);
  vm.define_module("concurrent", [](VM&, Module&) {});
  vm.define_module("concurrent.futures", fill_concurrent_futures);
  vm.define_module("concurrent.futures.process", fill_concurrent_futures_alias);
  vm.define_module("concurrent.futures.thread", fill_concurrent_futures_alias);
  vm.define_module("_processes", fill_processes);
  vm.define_module("concurrent.futures._base", fill_concurrent_futures_alias);
  vm.define_module("_threading", fill_threading);
}

}  // namespace sluice
