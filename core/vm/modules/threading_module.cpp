// threading_module.cpp — the native part of threading: locks, events, threads. The rest is
// core/vm/library/threading.py.
#include <algorithm>

#include "base/runtime_changes.h"
#include "loop/thread_lock.h"
#include "loop/worker_thread.h"
#include "vm/identity.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/python_thread.h"

namespace sluice {

namespace {

ThreadLock& lock_of(const Value& value) { return *value.as<ThreadLock>(); }
ThreadEvent& event_of(const Value& value) { return *value.as<ThreadEvent>(); }

// ---- Lock, RLock, Semaphore, BoundedSemaphore ----

Value new_lock(VM& vm, Value*) { return make<ThreadLock>(*vm.world, ThreadLock::Form::Lock, 1); }
Value new_reentrant(VM& vm, Value*) { return make<ThreadLock>(*vm.world, ThreadLock::Form::Reentrant, 1); }

template <ThreadLock::Form kForm>
Value new_semaphore(VM& vm, Value* a) {
  std::int64_t permits = 1;
  if (given(a[0]) && !vm.index(a[0], permits)) return Value();
  if (permits < 0) return vm.raise_value_error("semaphore initial value must be >= 0");
  return make<ThreadLock>(*vm.world, kForm, permits);
}

/// What acquire() of Lock, RLock and Semaphore refuses; false with a ValueError pending.
bool check_lock_timeout(VM& vm, const ThreadLock& lock, bool blocking, const Value& value) {
  double timeout = -1;
  if (!given(value) || value.is_none() || !vm.real(value, timeout)) return !vm.has_error();
  const bool counts = lock.form() == ThreadLock::Form::Semaphore || lock.form() == ThreadLock::Form::BoundedSemaphore;
  if (!blocking && (counts || timeout != -1)) {
    vm.raise_value_error(counts ? "can't specify timeout for non-blocking acquire"
                                : "can't specify a timeout for a non-blocking call");
    return false;
  }
  if (counts || timeout >= 0 || timeout == -1) return true;
  vm.raise_value_error(lock_timeout_error_is_exact(vm.python()) ? "timeout value must be a non-negative number"
                                                                : "timeout value must be positive");
  return false;
}

/// Whether this thread can acquire a lock: it can where that does not block, wherever it stands.
bool may_acquire(VM& vm, const Value& lock, bool blocking) {
  return !blocking || !lock_of(lock).locked() || may_block(vm);
}

Value lock_acquire(VM& vm, Value* a) {
  const int blocking = given(a[1]) ? vm.truth(a[1]) : 1;
  if (blocking < 0 || !check_lock_timeout(vm, lock_of(a[0]), blocking == 1, a[2])) return Value();
  double timeout = -1;
  if (!wait_argument(vm, a[2], timeout, NegativeTimeout::IsNone)) return Value();
  if (!may_acquire(vm, a[0], blocking == 1)) return Value();
  return block_value(vm, lock_of(a[0]).acquire(blocking == 1, timeout));
}

Value lock_release(VM& vm, Value* a) {
  std::int64_t count = 1;
  if (given(a[1]) && !vm.index(a[1], count)) return Value();
  return done_or_raise(vm, lock_of(a[0]).release(count));
}

Value lock_enter(VM& vm, Value* a) {
  if (!may_acquire(vm, a[0], true)) return Value();
  return block_value(vm, lock_of(a[0]).acquire(true, -1));
}

Value lock_exit(VM& vm, Value* a) { return done_or_raise(vm, lock_of(a[0]).release()); }
Value lock_locked(VM&, Value* a) { return truth_value(lock_of(a[0]).locked()); }

Value lock_is_owned(VM&, Value* a) {
  const ThreadLock& lock = lock_of(a[0]);
  return truth_value(lock.form() == ThreadLock::Form::Reentrant ? lock.is_owned() : lock.locked());
}

/// An object of threading, with the state it is in from 3.11 on.
Value shown_with_state(VM& vm, const Value& object, const char* name, const std::string& state) {
  const std::string at = std::string(" at ") + identity_text(object);
  if (!thread_primitives_show_state(vm.python()))
    return vm.str("<threading." + std::string(name) + " object" + at + ">");
  return vm.str("<threading." + std::string(name) + at + ": " + state + ">");
}

Value lock_repr(VM& vm, Value* a) {
  const ThreadLock& lock = lock_of(a[0]);
  const std::string permits = std::to_string(lock.permits());
  switch (lock.form()) {
    case ThreadLock::Form::Semaphore:
      return shown_with_state(vm, a[0], "Semaphore", "value=" + permits);
    case ThreadLock::Form::BoundedSemaphore:
      return shown_with_state(vm, a[0], "BoundedSemaphore", "value=" + permits + "/" + std::to_string(lock.bound()));
    case ThreadLock::Form::Lock:
    case ThreadLock::Form::Reentrant:
      break;
  }
  std::string text = lock.locked() ? "<locked _thread." : "<unlocked _thread.";
  if (lock.form() == ThreadLock::Form::Lock) return vm.str(text + "lock object at " + identity_text(a[0]) + ">");
  const int owner = !lock.locked() ? 0 : lock.owner() == nullptr ? 1 : lock.owner()->number() + 1;
  text += "RLock object owner=" + std::to_string(owner) + " count=" + std::to_string(lock.depth());
  return vm.str(text + " at " + identity_text(a[0]) + ">");
}

const NativeEntry kLockMethods[] = {
    {"__repr__", lock_repr, "self, /"},
    {"_is_owned", lock_is_owned, "self, /"},
    {"acquire", lock_acquire, "self, /, blocking=True, timeout=None"},
    {"release", lock_release, "self, n=1"},
    {"locked", lock_locked, "self, /"},
    {"__enter__", lock_enter, "self"},
    {"__exit__", lock_exit, "self, /, *args"},
};

// ---- Event ----

Value event_new(VM& vm, Value*) { return make<ThreadEvent>(*vm.world); }

Value event_set(VM&, Value* a) {
  event_of(a[0]).set();
  return Value::none();
}

Value event_clear(VM&, Value* a) {
  event_of(a[0]).clear();
  return Value::none();
}

Value event_is_set(VM&, Value* a) { return truth_value(event_of(a[0]).is_set()); }

Value event_is_set_in_old_style(VM& vm, Value* a) {
  if (!vm.warn(vm.types.deprecation_warning, "isSet() is deprecated, use is_set() instead")) return Value();
  return event_is_set(vm, a);
}

Value event_wait(VM& vm, Value* a) {
  double timeout = -1;
  if (!wait_argument(vm, a[1], timeout)) return Value();
  if (!event_of(a[0]).is_set() && !may_block(vm)) return Value();
  return block_value(vm, event_of(a[0]).wait(timeout));
}

Value event_repr(VM& vm, Value* a) {
  return shown_with_state(vm, a[0], "Event", event_of(a[0]).is_set() ? "set" : "unset");
}

const NativeEntry kEventMethods[] = {
    {"__repr__", event_repr, "self"},
    {"set", event_set, "self"},
    {"clear", event_clear, "self"},
    {"is_set", event_is_set, "self"},
    {"isSet", event_is_set_in_old_style, "self"},
    {"wait", event_wait, "self, timeout=None"},
};

// ---- threads ----

/// A threading.Thread of the loop's, held by the Python object.
class ThreadHandle : public NativeData {
 public:
  ThreadHandle(Type* python_type, Ref<Thread> held)
      : NativeData(python_type), thread(static_cast<Ref<Thread>&&>(held)) {}
  Ref<Thread> thread;
};

Thread& thread_of(const Value& value) { return *value.as<ThreadHandle>()->thread; }

Type* thread_type(VM& vm) {
  const Value module = vm.import_module("_threading");
  return vm.get_attribute(module, vm.intern("_Thread")).as<Type>();
}

Value make_thread(VM& vm, Value* a) {
  Ref<ThreadBody> body = make_thread_body(vm, a[2], {}, Ref<Dict>(), Ref<Context>());
  Ref<Thread> thread = make<Thread>(*vm.world, text_of(vm, a[0]), text_of(vm, a[1]), body);
  return make<ThreadHandle>(thread_type(vm), thread);
}

Value thread_start(VM& vm, Value* a) { return done_or_raise(vm, thread_of(a[0]).start(vm.truth(a[1]) == 1)); }
Value thread_is_alive(VM&, Value* a) { return truth_value(thread_of(a[0]).is_alive()); }
Value thread_is_started(VM&, Value* a) { return truth_value(thread_of(a[0]).is_started()); }

Value thread_join(VM& vm, Value* a) {
  double timeout = -1;
  if (!wait_argument(vm, a[1], timeout) || !may_block(vm)) return Value();
  return block_value(vm, thread_of(a[0]).join(timeout));
}

Value thread_name(VM& vm, const Value& self) { return vm.str(thread_of(self).name()); }
bool thread_set_name(VM& vm, const Value& self, const Value& name) {
  if (!name) {
    vm.raise(vm.types.attribute_error, "property 'name' of 'Thread' object has no deleter");
    return false;
  }
  thread_of(self).set_name(text_or_null(name)->text());
  return true;
}
Value thread_number(VM& vm, const Value& self) {
  const WorkerThread* worker = thread_of(self).worker();
  return vm.integer(worker != nullptr ? worker->number() + 1 : 0);
}

const NativeEntry kThreadMethods[] = {
    {"start", thread_start, "self, is_daemon"},
    {"join", thread_join, "self, timeout=None"},
    {"is_alive", thread_is_alive, "self"},
    {"is_started", thread_is_started, "self"},
};
const NativeAttribute kThreadAttributes[] = {
    {"name", thread_name, thread_set_name},
    {"number", thread_number, nullptr},
};

/// The worker that runs; null on a main thread, be it the program's or that of a process.
WorkerThread* current_worker(VM& vm) {
  WorkerThread* worker = vm.world->current_thread();
  return worker != nullptr && worker->is_process() ? nullptr : worker;
}

Value current_number(VM& vm, Value*) {
  const WorkerThread* worker = current_worker(vm);
  return vm.integer(worker != nullptr ? worker->number() : 0);
}

/// The name of the thread of a number; 0: the main thread.
Value name_of(VM& vm, Value* a) {
  const std::int64_t number = a[0].as_small_int();
  return vm.str(number == 0 ? "MainThread"
                            : WorkerThread::all(*vm.world)[static_cast<std::size_t>(number - 1)]->name());
}

/// The numbers of the threads that have not ended, in the order of their start.
Value living_numbers(VM& vm, Value*) {
  std::vector<Value> numbers;
  for (const Ref<WorkerThread>& worker : WorkerThread::all(*vm.world)) {
    if (!worker->is_ended() && !worker->is_process()) numbers.push_back(vm.integer(worker->number()));
  }
  return vm.list(static_cast<std::vector<Value>&&>(numbers));
}

Value rename_current(VM& vm, Value* a) {
  WorkerThread* worker = current_worker(vm);
  if (worker != nullptr) worker->set_name(text_of(vm, a[0]));
  return Value::none();
}

const NativeEntry kFunctions[] = {
    {"Lock", new_lock, ""},
    {"RLock", new_reentrant, ""},
    {"Semaphore", new_semaphore<ThreadLock::Form::Semaphore>, "value=1"},
    {"BoundedSemaphore", new_semaphore<ThreadLock::Form::BoundedSemaphore>, "value=1"},
    {"_make_thread", make_thread, "name, target_name, run"},
    {"_current_number", current_number, ""},
    {"_living_numbers", living_numbers, ""},
    {"_name_of", name_of, "number"},
    {"_rename_current", rename_current, "name"},
};

}  // namespace

void fill_threading(VM& vm, Module& module) {
  Type* lock = define_asyncio_type(vm, "lock", "_thread", ObjectKind::ThreadLock);
  vm.add_methods(lock, kLockMethods);
  Type* event = define_asyncio_type(vm, "Event", "threading", ObjectKind::ThreadEvent);
  vm.set_constructor(event, {"Event", event_new, "cls"});
  vm.add_methods(event, kEventMethods);
  module.set(vm, "Event", event);
  Type* const object[] = {vm.types.object};
  Type* thread = vm.define_type("_Thread", "_threading", object, ObjectKind::NativeData);
  vm.add_methods(thread, kThreadMethods);
  vm.add_attributes(thread, kThreadAttributes);
  module.set(vm, "_Thread", thread);
  module.add_functions(vm, kFunctions);
}

}  // namespace sluice
