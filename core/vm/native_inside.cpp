#include "vm/native_inside.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/loop_changes.h"
#include "loop/task.h"
#include "vm/builtin_operations.h"
#include "vm/modules/asyncio_support.h"
#include "vm/native.h"
#include "vm/queue_hooks.h"
#include "vm/vm.h"

namespace sluice {

namespace {

struct Inside {
  ObjectKind first, last;  ///< a range of object_kinds.def
  const char* names;       ///< each between spaces
};

constexpr Inside kInside[] = {
    {ObjectKind::EventLoop, ObjectKind::EventLoop,
     " call_soon call_soon_threadsafe call_later call_at create_future create_task set_task_factory get_task_factory"
     " run_until_complete run_forever stop close is_running is_closed time get_debug set_debug shutdown_asyncgens"
     " shutdown_default_executor run_in_executor call_exception_handler default_exception_handler _run_once _ready"
     " _scheduled _check_closed _selector _add_callback _make_self_pipe "},
    {ObjectKind::Future, ObjectKind::Task,
     " cancel add_done_callback remove_done_callback result exception done cancelled get_loop __await__ __iter__"
     " get_name set_name get_coro get_context cancelling uncancel _make_cancelled_error _state _result _exception"
     " _callbacks _loop _fut_waiter _coro _must_cancel _asyncio_future_blocking __del__ "},
    {ObjectKind::Lock, ObjectKind::Lock, " acquire release locked _locked _waiters _wake_up_first _get_loop _loop "},
    {ObjectKind::Event, ObjectKind::Event, " _value _waiters _get_loop _loop "},
    {ObjectKind::Condition, ObjectKind::Condition,
     " acquire release locked wait notify _lock _waiters _notify _get_loop _loop "},
    {ObjectKind::Semaphore, ObjectKind::BoundedSemaphore,
     " acquire release locked _value _waiters _wake_up_next _bound_value _get_loop _loop "},
    {ObjectKind::Barrier, ObjectKind::Barrier,
     " wait parties n_waiting broken _block _wait _release _exit _count _state _cond _parties "},
    {ObjectKind::Queue, ObjectKind::LifoQueue,
     " put_nowait get_nowait qsize empty full maxsize _queue _maxsize _getters _putters"
     " _unfinished_tasks _finished _wakeup_next _format _is_shutdown _get_loop _loop "},
    {ObjectKind::Timeout, ObjectKind::Timeout, " reschedule _on_timeout _state _when _task _timeout_handler "},
    {ObjectKind::TaskGroup, ObjectKind::TaskGroup,
     " _abort _on_task_done _tasks _errors _base_error _parent_task _exiting _aborting _loop _is_base_error "},
    {ObjectKind::Runner, ObjectKind::Runner, " close get_loop _lazy_init _loop _context _state _on_sigint "},
    {ObjectKind::ConcurrentFuture, ObjectKind::ConcurrentFuture,
     " cancel add_done_callback result exception done cancelled running set_result set_exception"
     " set_running_or_notify_cancel _state _result _exception _condition _waiters "},
    {ObjectKind::ThreadPool, ObjectKind::ThreadPool,
     " submit shutdown _max_workers _work_queue _threads _adjust_thread_count "},
};

const Inside* find_inside(ObjectKind kind) {
  for (const Inside& inside : kInside) {
    if (kind >= inside.first && kind <= inside.last) return &inside;
  }
  return nullptr;
}

bool refuse(VM& vm, const char* class_name, const std::string& name) {
  vm.refuse(
      std::string("overriding ") + class_name + "." + name,
      "asyncio would call it from inside: give the new behaviour a name of its own, or wrap the object in a class");
  return false;
}

/// What `async with` calls of locks and semaphores, and nothing else of asyncio does but a Condition, which refuses
/// locks of the program's classes.
bool is_entering(ObjectKind kind, const Str& name) {
  const bool is_lock =
      kind == ObjectKind::Lock || kind == ObjectKind::Semaphore || kind == ObjectKind::BoundedSemaphore;
  return is_lock && (name.view() == "acquire" || name.view() == "release");
}

/// Gives a class that overrides one of the two the methods of `async with` in Python, which call them.
bool install_entering(VM& vm, Type& type) {
  const Value library = vm.import_module("_asyncio_locks");
  const Value methods = library ? vm.get_attribute(library, vm.intern("Entering")) : Value();
  if (!methods) return false;
  for (const char* name : {"__aenter__", "__aexit__"}) {
    Str* const key = vm.intern(name);
    const bool has_own = std::any_of(type.mro.begin(), type.mro.end(), [key](Type* cls) {
      return !cls->is_builtin && cls->attributes.find(key) != nullptr;
    });
    if (!has_own) type.attributes.set(key, *methods.as<Type>()->find(key));
  }
  return true;
}

}  // namespace

bool takes_attributes(ObjectKind kind) { return find_inside(kind) != nullptr; }

bool is_inside(ObjectKind kind, const Str& name) {
  const Inside* inside = find_inside(kind);
  return inside != nullptr && std::string_view(inside->names).find(" " + name.text() + " ") != std::string_view::npos;
}

void become_derived(VM& vm, Future& future, Type* type) {
  const Ref<OwnAttributes> own = make<OwnAttributes>();
  own->type = Ref<Type>(type);
  future.make_extra() = own;
  if (derived_futures_drop_attributes_first(vm.python())) future.drop_attributes_first();
}

Value empty_future(VM& vm, Type* type) {
  EventLoop* loop = vm.world->newest_loop();
  if (loop == nullptr) loop = event_loop(vm);
  if (loop == nullptr) return Value();
  const Ref<Future> future =
      type->is_subtype_of(vm.types.task) ? Ref<Future>(Task::create_empty(*loop)) : make<Future>(*loop);
  future->set_empty();
  become_derived(vm, *future, type);
  return Value(future);
}

bool check_overrides(VM& vm, Type& type) {
  if (type.payload_type == nullptr || find_inside(type.payload_type->layout) == nullptr) return true;
  const ObjectKind layout = type.payload_type->layout;
  bool enters = false;
  for (Type* cls : type.mro) {
    if (cls->is_builtin) break;
    std::size_t position = 0;
    while (const Dict::Entry* entry = cls->attributes.next(position)) {
      if (!entry->key.is(ObjectKind::Str) || !is_inside(layout, *entry->key.as<Str>())) continue;
      if (is_entering(layout, *entry->key.as<Str>())) {
        enters = true;
        continue;
      }
      return refuse(vm, type.payload_type->name_text(), entry->key.as<Str>()->text());
    }
  }
  if (enters && !install_entering(vm, type)) return false;
  return install_queue_hooks(vm, type);
}

bool check_attribute(VM& vm, const Value& object, const Str& name) {
  const ObjectKind kind = unwrapped(object).is_object() ? unwrapped(object).object()->kind() : ObjectKind::Str;
  if (!is_inside(kind, name)) return true;
  if (object.is(ObjectKind::Instance) && name.view() == "_queue" && has_queue_hooks(vm, *vm.type_of(object)))
    return true;
  const Value whole = unwrapped(object);
  return refuse(vm, vm.type_name(whole), name.text());
}

}  // namespace sluice
