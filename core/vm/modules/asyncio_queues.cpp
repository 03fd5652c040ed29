// asyncio_queues.cpp — Queue, PriorityQueue, LifoQueue.
#include "loop/queue.h"

#include "base/loop_changes.h"
#include "vm/identity.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/object_types.h"

namespace sluice {

namespace {

Queue& queue_of(const Value& value) { return *value.as<Queue>(); }

template <ObjectKind kKind>
Value queue_new(VM& vm, Value* a) {
  std::int64_t max_size = 0;
  if (given(a[1]) && !builtin_is_integer(a[1])) {
    return vm.refuse("a queue with a maxsize that is no int",
                     "give an int; a queue without a bound is asyncio.Queue()");
  }
  if (given(a[1]) && !vm.index(a[1], max_size)) return Value();
  return make<Queue>(kKind, *vm.world, max_size);
}

Value queue_put(VM&, Value* a) { return queue_of(a[0]).put(a[1]); }
Value queue_put_nowait(VM& vm, Value* a) {
  return scheduling(vm, [&] { return settle(vm, queue_of(a[0]).put_nowait(a[1])); });
}
Value queue_get(VM&, Value* a) { return queue_of(a[0]).get(); }
Value queue_get_nowait(VM& vm, Value* a) {
  return scheduling(vm, [&] { return settle(vm, queue_of(a[0]).get_nowait()); });
}
Value queue_task_done(VM& vm, Value* a) { return done_or_raise(vm, queue_of(a[0]).task_done()); }
Value queue_join(VM&, Value* a) { return queue_of(a[0]).join(); }
Value queue_size(VM& vm, Value* a) { return vm.integer(queue_of(a[0]).size()); }
Value queue_empty(VM&, Value* a) { return truth_value(queue_of(a[0]).empty()); }
Value queue_full(VM&, Value* a) { return truth_value(queue_of(a[0]).full()); }
Value queue_max_size(VM& vm, const Value& self) { return vm.integer(queue_of(self).max_size()); }
Value queue_unfinished(VM& vm, const Value& self) { return vm.integer(queue_of(self).unfinished_tasks()); }

Value queue_items(VM& vm, const Value& self) {
  const std::deque<Value>& items = queue_of(self).items();
  return vm.list(std::vector<Value>(items.begin(), items.end()));
}

Value queue_shutdown(VM& vm, Value* a) {
  const int immediate = given(a[1]) ? vm.truth(a[1]) : 0;
  if (immediate < 0) return Value();
  return done_or_raise(vm, queue_of(a[0]).shutdown(immediate == 1));
}

Value queue_text(VM& vm, const Value& whole, const std::string& place) {
  const Value inside = inside_of_whole(vm, whole, ObjectKind::Queue, ObjectKind::LifoQueue);
  if (!inside) return Value();
  return vm.str(std::string("<") + vm.class_name(whole) + place + " " + queue_of(inside).repr_info() + ">");
}
Value queue_repr(VM& vm, Value* a) { return queue_text(vm, a[0], " at " + identity_text(a[0])); }
Value queue_str(VM& vm, Value* a) { return queue_text(vm, a[0], ""); }

const NativeEntry kMethods[] = {
    {"put", queue_put, "self, item"},
    {"put_nowait", queue_put_nowait, "self, item"},
    {"get", queue_get, "self"},
    {"get_nowait", queue_get_nowait, "self"},
    {"task_done", queue_task_done, "self"},
    {"join", queue_join, "self"},
    {"qsize", queue_size, "self"},
    {"empty", queue_empty, "self"},
    {"full", queue_full, "self"},
    {"__repr__", queue_repr, "self"},
    {"__str__", queue_str, "self"},
};
const NativeEntry kShutdown[] = {{"shutdown", queue_shutdown, "self, immediate=False"}};
const NativeEntry kClassMethods[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};
const NativeAttribute kAttributes[] = {
    {"maxsize", queue_max_size, nullptr},
    {"_queue", queue_items, nullptr},
    {"_unfinished_tasks", queue_unfinished, nullptr},
};

}  // namespace

void fill_asyncio_queues(VM& vm, Module& module) {
  Type* loop_bound = module.attributes->find(vm.intern("Event"))->as<Type>()->bases.front().get();
  Type* queue = define_asyncio_type(vm, "Queue", "asyncio.queues", ObjectKind::Queue, loop_bound);
  set_loopless_constructor<queue_new<ObjectKind::Queue>, 2>(vm, queue, "cls, maxsize=0", "cls, maxsize=0, *, loop=...");
  vm.add_methods(queue, kMethods);
  tell_of_whole(vm, queue);
  tell_of_loop(vm, queue);
  if (has_queue_shutdown(vm.python())) vm.add_methods(queue, kShutdown);
  vm.add_class_methods(queue, kClassMethods);
  vm.add_attributes(queue, kAttributes);
  module.set(vm, "Queue", queue);

  Type* priority = define_asyncio_type(vm, "PriorityQueue", "asyncio.queues", ObjectKind::PriorityQueue, queue);
  set_loopless_constructor<queue_new<ObjectKind::PriorityQueue>, 2>(vm, priority, "cls, maxsize=0",
                                                                    "cls, maxsize=0, *, loop=...");
  module.set(vm, "PriorityQueue", priority);

  Type* lifo = define_asyncio_type(vm, "LifoQueue", "asyncio.queues", ObjectKind::LifoQueue, queue);
  set_loopless_constructor<queue_new<ObjectKind::LifoQueue>, 2>(vm, lifo, "cls, maxsize=0",
                                                                "cls, maxsize=0, *, loop=...");
  module.set(vm, "LifoQueue", lifo);
}

}  // namespace sluice
