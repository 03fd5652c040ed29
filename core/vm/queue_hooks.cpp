#include "vm/queue_hooks.h"

#include <memory>

#include "loop/queue.h"
#include "vm/builtin_operations.h"
#include "vm/vm.h"

namespace sluice {

namespace {

constexpr const char* kHooks[] = {"_init", "_put", "_get"};
/// Class of asyncio and its part of the module _asyncio_queues.
constexpr const char* kClasses[][2] = {{"Queue", "Fifo"}, {"PriorityQueue", "Priority"}, {"LifoQueue", "Lifo"}};

bool is_queue(const Value& value) {
  return value.is(ObjectKind::Queue) || value.is(ObjectKind::PriorityQueue) || value.is(ObjectKind::LifoQueue);
}

/// Keeps the items of `owner`, which holds the queue that holds this.
class HookedStore : public QueueStore {
 public:
  HookedStore(VM& vm, Instance* owner) : vm_(vm), owner_(owner) {}

  Value put(Value item) override {
    const Value arguments[1] = {static_cast<Value&&>(item)};
    return vm_.call_method(self(), vm_.intern("_put"), arguments) ? Value() : vm_.take_error();
  }

  Outcome take() override {
    Value item = vm_.call_method(self(), vm_.intern("_get"), {});
    return item ? Outcome::result(static_cast<Value&&>(item)) : Outcome::raise(vm_.take_error());
  }

  std::int64_t size() override {
    const Value items = vm_.get_attribute(self(), vm_.intern("_queue"));
    const std::int64_t length = items ? vm_.length(items) : -1;
    if (length >= 0) return length;
    if (vm_.ending() == nullptr) {
      vm_.take_error();
      vm_.refuse("a queue whose _queue has no length", "keep the items in a list, a dict or a deque");
    }
    return 0;
  }

 private:
  [[nodiscard]] Value self() const { return Value(owner_); }

  VM& vm_;
  Instance* owner_;
};

}  // namespace

bool has_queue_hooks(VM& vm, Type& type) {
  const Value* put = type.find(vm.intern("_put"));
  return put != nullptr && type.payload_type != nullptr;
}

bool install_queue_hooks(VM& vm, Type& type) {
  bool overrides = false;
  for (const char* name : kHooks) overrides = overrides || type.attributes.find(vm.intern(name)) != nullptr;
  const Value asyncio = overrides ? vm.import_module("asyncio") : Value();
  if (!overrides || !asyncio) return !overrides;
  const Value hooks = vm.import_module("_asyncio_queues");
  if (!hooks) return false;
  for (const auto& [queue_name, hook_class] : kClasses) {
    const Value queue = vm.get_attribute(asyncio, vm.intern(queue_name));
    const Value from = queue ? vm.get_attribute(hooks, vm.intern(hook_class)) : Value();
    if (!from) return false;
    // The attribute of the plain queue would stand before that of the instance.
    queue.as<Type>()->attributes.erase(vm.intern("_queue"));
    for (const char* name : kHooks) {
      queue.as<Type>()->attributes.set(vm.intern(name), *from.as<Type>()->find(vm.intern(name)));
    }
  }
  vm.class_changed();
  return true;
}

bool attach_queue_hooks(VM& vm, Instance& instance) {
  if (!is_queue(instance.payload) || !has_queue_hooks(vm, *instance.type)) return true;
  auto& queue = *instance.payload.as<Queue>();
  const Value arguments[1] = {vm.integer(queue.max_size())};
  if (!vm.call_method(Value(&instance), vm.intern("_init"), arguments)) return false;
  queue.keep_items_in(std::make_unique<HookedStore>(vm, &instance));
  return true;
}

}  // namespace sluice
