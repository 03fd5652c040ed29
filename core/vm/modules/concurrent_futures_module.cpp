// concurrent_futures_module.cpp — the module concurrent.futures: Future, ThreadPoolExecutor, wait, as_completed.
#include <algorithm>

#include "loop/concurrent_future.h"
#include "loop/thread_pool.h"
#include "vm/identity.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/object_types.h"
#include "vm/python_thread.h"

namespace sluice {

namespace {

ConcurrentFuture& self_of(const Value& value) { return *value.as<ConcurrentFuture>(); }
ThreadPool& pool_of(const Value& value) { return *unwrapped(value).as<ThreadPool>(); }

// ---- Future ----

Value future_new(VM& vm, Value*) { return make<ConcurrentFuture>(*vm.world); }
Value future_done(VM&, Value* a) { return truth_value(self_of(a[0]).done()); }
Value future_running(VM&, Value* a) { return truth_value(self_of(a[0]).running()); }
Value future_cancelled(VM&, Value* a) { return truth_value(self_of(a[0]).cancelled()); }
Value future_cancel(VM&, Value* a) { return truth_value(self_of(a[0]).cancel()); }
Value future_set_result(VM& vm, Value* a) { return done_or_raise(vm, self_of(a[0]).set_result(a[1])); }
Value future_set_exception(VM& vm, Value* a) { return done_or_raise(vm, self_of(a[0]).set_exception(a[1])); }
Value future_set_running(VM&, Value* a) { return truth_value(self_of(a[0]).set_running_or_notify_cancel()); }

/// Whether this thread can wait for a future: it can for one that is done, wherever it stands.
bool may_wait(VM& vm, const Value& future) { return self_of(future).done() || may_block(vm); }

Value future_result(VM& vm, Value* a) {
  double timeout = -1;
  if (!wait_argument(vm, a[1], timeout) || !may_wait(vm, a[0])) return Value();
  return block_value(vm, self_of(a[0]).result(timeout));
}

Value future_exception(VM& vm, Value* a) {
  double timeout = -1;
  if (!wait_argument(vm, a[1], timeout) || !may_wait(vm, a[0])) return Value();
  return block_value(vm, self_of(a[0]).exception(timeout));
}

Value future_add_done_callback(VM&, Value* a) {
  self_of(a[0]).add_done_callback(a[1]);
  return Value::none();
}

Value future_repr(VM& vm, Value* a) {
  return vm.str(std::string("<") + vm.class_name(a[0]) + " at " + identity_text(a[0]) + " " +
                self_of(a[0]).repr_info() + ">");
}

const NativeEntry kFutureMethods[] = {
    {"done", future_done, "self"},
    {"running", future_running, "self"},
    {"cancelled", future_cancelled, "self"},
    {"cancel", future_cancel, "self"},
    {"result", future_result, "self, timeout=None"},
    {"exception", future_exception, "self, timeout=None"},
    {"set_result", future_set_result, "self, result"},
    {"set_exception", future_set_exception, "self, exception"},
    {"set_running_or_notify_cancel", future_set_running, "self"},
    {"add_done_callback", future_add_done_callback, "self, fn"},
    {"__repr__", future_repr, "self"},
};

// ---- ThreadPoolExecutor ----

/// What each new worker runs first.
class PoolInitializer : public ThreadPool::Initializer {
 public:
  PoolInitializer(VM& vm, Value function, std::vector<Value> arguments)
      : vm_(vm), function_(static_cast<Value&&>(function)), arguments_(static_cast<std::vector<Value>&&>(arguments)) {}
  Ref<ThreadBody> make_body() override {
    return make_thread_body(vm_, function_, arguments_, Ref<Dict>(), Ref<Context>());
  }

 private:
  VM& vm_;
  Value function_;
  std::vector<Value> arguments_;
};

Value pool_new(VM& vm, Value* a) {
  std::int64_t workers = 0;
  if (!is_absent(a[1])) {
    if (!vm.index(a[1], workers)) return Value();
    if (workers <= 0) return vm.raise_value_error("max_workers must be greater than 0");
  }
  const Str* prefix = text_or_null(a[2]);
  Ref<ThreadPool> pool = make<ThreadPool>(*vm.world, static_cast<std::uint32_t>(workers),
                                          prefix != nullptr ? prefix->text() : std::string());
  if (!is_absent(a[3])) {
    if (!vm.is_callable(a[3])) return vm.raise_type_error("initializer must be a callable");
    std::vector<Value> arguments;
    if (given(a[4]) && !vm.extend(arguments, a[4])) return Value();
    pool->set_initializer(make<PoolInitializer>(vm, a[3], static_cast<std::vector<Value>&&>(arguments)));
  }
  return pool;
}

Value pool_submit(VM& vm, Value* a) {
  Ref<ThreadBody> body = make_thread_body(vm, a[1], to_vector(a[2]), Ref<Dict>(a[3].as<Dict>()), Ref<Context>());
  return settle(vm, pool_of(a[0]).submit(body, callable_name(vm, a[1])));
}

Value pool_shutdown(VM& vm, Value* a) {
  const int wait = given(a[1]) ? vm.truth(a[1]) : 1;
  const int cancel = given(a[2]) ? vm.truth(a[2]) : 0;
  if (wait < 0 || cancel < 0 || (wait == 1 && !may_block(vm))) return Value();
  return block_value(vm, pool_of(a[0]).shutdown(wait == 1, cancel == 1));
}

Value pool_enter(VM&, Value* a) { return a[0]; }

Value pool_exit(VM& vm, Value* a) {
  if (!may_block(vm)) return Value();
  return block_value(vm, pool_of(a[0]).shutdown(true, false));
}

Value pool_max_workers(VM& vm, const Value& self) { return vm.integer(pool_of(self).max_workers()); }

const NativeEntry kPoolMethods[] = {
    {"submit", pool_submit, "self, fn, /, *args, **kwargs"},
    {"shutdown", pool_shutdown, "self, wait=True, *, cancel_futures=False"},
    {"__enter__", pool_enter, "self"},
    {"__exit__", pool_exit, "self, exc_type, exc_val, exc_tb"},
};
const NativeAttribute kPoolAttributes[] = {{"_max_workers", pool_max_workers, nullptr}};

// ---- waiting for several ----

/// _wait(futures, timeout, return_when): blocks; the Python part of the module sorts them out.
Value wait_function(VM& vm, Value* a) {
  std::vector<Value> futures;
  double timeout = -1;
  if (!vm.extend(futures, a[0]) || !wait_argument(vm, a[1], timeout) || !may_block(vm)) return Value();
  const std::string_view when = text_or_null(a[2])->view();
  const ConcurrentReturn until = when == "FIRST_COMPLETED"   ? ConcurrentReturn::FirstCompleted
                                 : when == "FIRST_EXCEPTION" ? ConcurrentReturn::FirstException
                                                             : ConcurrentReturn::AllCompleted;
  return block_value(vm, wait_concurrent(*vm.world, futures, timeout, until));
}

/// _notified(futures): a list of those that wait() and as_completed() take for done.
Value notified_function(VM& vm, Value* a) {
  std::vector<Value> futures;
  if (!vm.extend(futures, a[0])) return Value();
  futures.erase(std::remove_if(futures.begin(), futures.end(),
                               [](const Value& future) { return !future.as<ConcurrentFuture>()->notified(); }),
                futures.end());
  return make<List>(static_cast<std::vector<Value>&&>(futures));
}

/// _add_method(cls, name, function): the part of the module that is written in Python completes the native classes.
Value add_method(VM& vm, Value* a) {
  a[0].as<Type>()->attributes.set(vm.intern(text_or_null(a[1])->view()), a[2]);
  vm.class_changed();
  return Value::none();
}

const NativeEntry kFunctions[] = {
    {"_wait", wait_function, "futures, timeout, return_when"},
    {"_notified", notified_function, "futures"},
    {"_add_method", add_method, "cls, name, function"},
};

}  // namespace

void fill_concurrent_futures(VM& vm, Module& module) {
  Type* future = define_asyncio_type(vm, "Future", "concurrent.futures._base", ObjectKind::ConcurrentFuture);
  vm.set_constructor(future, {"Future", future_new, "cls"});
  vm.add_methods(future, kFutureMethods);
  const NativeEntry generic = {"__class_getitem__", make_generic_alias, "cls, item, /"};
  vm.add_class_methods(future, std::span<const NativeEntry>(&generic, 1));
  module.set(vm, "Future", future);
  Type* const object[] = {vm.types.object};
  Type* executor = vm.define_type("Executor", "concurrent.futures._base", object, ObjectKind::Instance);
  module.set(vm, "Executor", executor);
  Type* pool =
      define_asyncio_type(vm, "ThreadPoolExecutor", "concurrent.futures.thread", ObjectKind::ThreadPool, executor);
  vm.set_constructor(pool, {"ThreadPoolExecutor", pool_new,
                            "cls, max_workers=None, thread_name_prefix='', initializer=None, initargs=()"});
  vm.add_methods(pool, kPoolMethods);
  vm.add_attributes(pool, kPoolAttributes);
  module.set(vm, "ThreadPoolExecutor", pool);
  module.set(vm, "CancelledError", vm.types.concurrent_cancelled_error);
  module.set(vm, "TimeoutError", vm.types.concurrent_timeout_error);
  module.set(vm, "InvalidStateError", vm.types.concurrent_invalid_state_error);
  module.set(vm, "BrokenExecutor", vm.types.broken_executor);
  module.set(vm, "BrokenThreadPool", vm.types.broken_thread_pool);
  module.add_functions(vm, kFunctions);
}

void fill_concurrent_futures_alias(VM& vm, Module& module) {
  const Value original = vm.import_module("concurrent.futures");
  if (!original) return;
  const Ref<Dict> names = original.as<Module>()->attributes->copy();
  std::size_t position = 0;
  while (Dict::Entry* entry = names->next(position)) {
    if (entry->key.as<Str>()->view().substr(0, 2) != "__") module.attributes->set(entry->key.as<Str>(), entry->value);
  }
}

}  // namespace sluice
