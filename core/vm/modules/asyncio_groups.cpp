// asyncio_groups.cpp — TaskGroup, Timeout, and the functions timeout and timeout_at (3.11).
#include "base/loop_changes.h"
#include "loop/task_group.h"
#include "loop/timeout.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"

namespace sluice {

namespace {

TaskGroup& group_of(const Value& value) { return *value.as<TaskGroup>(); }
Timeout& timeout_of(const Value& value) { return *value.as<Timeout>(); }

// ---- TaskGroup ----

Value group_new(VM& vm, Value*) { return make<TaskGroup>(*vm.world); }
Value group_aenter(VM&, Value* a) { return group_of(a[0]).aenter(); }
Value group_aexit(VM&, Value* a) { return group_of(a[0]).aexit(a[2]); }

Value group_create_task(VM& vm, Value* a) {
  TaskOptions options;
  std::string name;
  if (!create_task_options(vm, a + 2, name, options)) return Value();
  return settle(vm, group_of(a[0]).create_task(a[1], options));
}

Value group_create_lazy_task(VM& vm, Value* a) {
  Value all[] = {a[0], a[1], a[2], a[3], Value()};
  return group_create_task(vm, all);
}

Value group_repr(VM& vm, Value* a) { return vm.str("<TaskGroup" + group_of(a[0]).repr_info() + ">"); }

const NativeEntry kGroupMethods[] = {
    {"__aenter__", group_aenter, "self"},
    {"__aexit__", group_aexit, "self, et, exc, tb"},
    {"__repr__", group_repr, "self"},
};
const NativeEntry kGroupCreateTask[] = {
    {"create_task", group_create_task, "self, coro, *, name=None, context=None, eager_start=..."}};
const NativeEntry kGroupCreateLazyTask[] = {
    {"create_task", group_create_lazy_task, "self, coro, *, name=None, context=None"}};

// ---- Timeout ----

/// One whose deadline is the number `when`, which the program gave as `given`.
Value timeout_until(VM& vm, const std::optional<double>& when, const Value& given) {
  const Ref<Timeout> timeout = make<Timeout>(*vm.world, when.has_value(), when.value_or(0));
  if (when.has_value()) timeout->set_given_when(given);
  return Value(timeout);
}

Value timeout_new(VM& vm, Value* a) {
  std::optional<double> when;
  if (!timeout_argument(vm, a[1], FirstUse::AtMostTime, when)) return Value();
  return timeout_until(vm, when, a[1]);
}

Value timeout_aenter(VM&, Value* a) { return timeout_of(a[0]).aenter(); }
Value timeout_aexit(VM&, Value* a) { return timeout_of(a[0]).aexit(a[2]); }

Value timeout_when(VM&, Value* a) {
  const Timeout& timeout = timeout_of(a[0]);
  return timeout.has_deadline() ? timeout.given_when() : Value::none();
}

Value timeout_reschedule(VM& vm, Value* a) {
  std::optional<double> when;
  if (!timeout_of(a[0]).is_active()) return done_or_raise(vm, timeout_of(a[0]).reschedule(false, 0));
  if (!timeout_argument(vm, a[1], FirstUse::AtMostTime, when)) return Value();
  timeout_of(a[0]).set_given_when(when.has_value() ? a[1] : Value());
  return done_or_raise(vm, timeout_of(a[0]).reschedule(when.has_value(), when.value_or(0)));
}

Value timeout_expired(VM&, Value* a) { return truth_value(timeout_of(a[0]).expired()); }
Value timeout_repr(VM& vm, Value* a) { return vm.str("<Timeout " + timeout_of(a[0]).repr_info() + ">"); }

const NativeEntry kTimeoutMethods[] = {
    {"__aenter__", timeout_aenter, "self"}, {"__aexit__", timeout_aexit, "self, exc_type, exc_val, exc_tb"},
    {"when", timeout_when, "self"},         {"reschedule", timeout_reschedule, "self, when"},
    {"expired", timeout_expired, "self"},   {"__repr__", timeout_repr, "self"},
};

Value timeout_function(VM& vm, Value* a) {
  EventLoop* loop = running_loop(vm);
  std::optional<double> delay;
  if (loop == nullptr || !timeout_argument(vm, a[0], FirstUse::AddedToTime, delay)) return Value();
  return make<Timeout>(*vm.world, delay.has_value(), loop->time() + delay.value_or(0));
}

Value timeout_at_function(VM& vm, Value* a) {
  std::optional<double> when;
  if (!timeout_argument(vm, a[0], FirstUse::AtMostTime, when)) return Value();
  return timeout_until(vm, when, a[0]);
}

const NativeEntry kFunctions[] = {
    {"timeout", timeout_function, "delay"},
    {"timeout_at", timeout_at_function, "when"},
};

}  // namespace

void fill_asyncio_groups(VM& vm, Module& module) {
  if (!has_task_groups(vm.python())) return;
  Type* group = define_asyncio_type(vm, "TaskGroup", "asyncio.taskgroups", ObjectKind::TaskGroup);
  vm.set_constructor(group, {"TaskGroup", group_new, "cls"});
  vm.add_methods(group, kGroupMethods);
  if (create_task_takes_eager_start(vm.python())) {
    vm.add_methods(group, kGroupCreateTask);
  } else {
    vm.add_methods(group, kGroupCreateLazyTask);
  }
  module.set(vm, "TaskGroup", group);
  Type* timeout = define_asyncio_type(vm, "Timeout", "asyncio.timeouts", ObjectKind::Timeout);
  vm.set_constructor(timeout, {"Timeout", timeout_new, "cls, when"});
  vm.add_methods(timeout, kTimeoutMethods);
  module.set(vm, "Timeout", timeout);
  module.add_functions(vm, kFunctions);
}

}  // namespace sluice
