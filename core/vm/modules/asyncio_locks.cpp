// asyncio_locks.cpp — Lock, Event, Condition, Semaphore, BoundedSemaphore, Barrier.
#include "base/loop_changes.h"
#include "loop/barrier.h"
#include "loop/condition.h"
#include "loop/event.h"
#include "loop/lock.h"
#include "loop/semaphore.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"

namespace sluice {

namespace {

/// "<asyncio.locks.Lock object at 0x… [unlocked]>"
Value repr_with(VM& vm, const Value& self, const std::string& info) {
  return vm.str(plain_repr_head(vm, self) + " [" + info + "]>");
}

template <typename T>
T& as(const Value& value) {
  return *value.as<T>();
}

// Methods that several of them have, once for all.
template <typename T>
Value acquire(VM&, Value* a) {
  return as<T>(a[0]).acquire();
}
template <typename T>
Value release(VM& vm, Value* a) {
  return scheduling(vm, [&] { return done_or_raise(vm, as<T>(a[0]).release()); });
}
template <typename T>
Value locked(VM&, Value* a) {
  return truth_value(as<T>(a[0]).locked());
}
template <typename T>
Value aenter(VM&, Value* a) {
  return as<T>(a[0]).aenter();
}
template <typename T>
Value aexit(VM&, Value* a) {
  return as<T>(a[0]).aexit();
}
template <typename T>
Value wait(VM&, Value* a) {
  return as<T>(a[0]).wait();
}
template <typename T>
inline constexpr ObjectKind kKind = ObjectKind::Barrier;
template <>
inline constexpr ObjectKind kKind<Lock> = ObjectKind::Lock;
template <>
inline constexpr ObjectKind kKind<Event> = ObjectKind::Event;
template <>
inline constexpr ObjectKind kKind<Condition> = ObjectKind::Condition;
template <>
inline constexpr ObjectKind kKind<Semaphore> = ObjectKind::Semaphore;
template <typename T>
Value repr(VM& vm, Value* a) {
  const bool is_semaphore = kKind<T> == ObjectKind::Semaphore;
  const Value inside = inside_of_whole(vm, a[0], kKind<T>, is_semaphore ? ObjectKind::BoundedSemaphore : kKind<T>);
  return inside ? repr_with(vm, a[0], as<T>(inside).repr_info()) : Value();
}

template <typename T>
inline constexpr NativeEntry kLockMethods[] = {
    {"acquire", acquire<T>, "self"},
    {"release", release<T>, "self"},
    {"locked", locked<T>, "self"},
    {"__aenter__", aenter<T>, "self"},
    {"__aexit__", aexit<T>, "self, exc_type, exc, tb"},
    {"__repr__", repr<T>, "self"},
};

// ---- Lock ----

Value lock_new(VM& vm, Value*) { return make<Lock>(*vm.world); }

// ---- Semaphore ----

template <bool kBounded>
Value semaphore_new(VM& vm, Value* a) {
  std::int64_t value = 1;
  if (given(a[1]) && !count_argument(vm, a[1], 0, value)) return Value();
  if (value < 0) return vm.raise_value_error("Semaphore initial value must be >= 0");
  return make<Semaphore>(*vm.world, value, kBounded);
}

Value semaphore_value(VM& vm, const Value& self) { return vm.integer(as<Semaphore>(self).value()); }

const NativeAttribute kSemaphoreAttributes[] = {{"_value", semaphore_value, nullptr}};

// ---- Event ----

Value event_new(VM& vm, Value*) { return make<Event>(*vm.world); }

Value event_set(VM& vm, Value* a) {
  return scheduling(vm, [&] {
    as<Event>(a[0]).set();
    return Value::none();
  });
}

Value event_clear(VM&, Value* a) {
  as<Event>(a[0]).clear();
  return Value::none();
}

Value event_is_set(VM&, Value* a) { return truth_value(as<Event>(a[0]).is_set()); }

const NativeEntry kEventMethods[] = {
    {"set", event_set, "self"},    {"clear", event_clear, "self"},    {"is_set", event_is_set, "self"},
    {"wait", wait<Event>, "self"}, {"__repr__", repr<Event>, "self"},
};

// ---- Condition ----

Value condition_new(VM& vm, Value* a) {
  Ref<Lock> lock;
  if (!is_absent(a[1])) {
    if (!a[1].is(ObjectKind::Lock)) {
      for (const char* method : {"locked", "acquire", "release"}) {
        if (!vm.get_attribute(a[1], vm.intern(method))) return Value();
      }
      return vm.refuse("a Condition with a lock that is no asyncio.Lock", "give it an asyncio.Lock, or none");
    }
    lock = Ref<Lock>(a[1].as<Lock>());
  }
  return make<Condition>(*vm.world, lock);
}

Value condition_wait_for(VM&, Value* a) { return as<Condition>(a[0]).wait_for(a[1]); }

Value condition_notify(VM& vm, Value* a) {
  std::int64_t count = 1;
  if (given(a[1]) && !vm.index(a[1], count)) return Value();
  return done_or_raise(vm, as<Condition>(a[0]).notify(count < 0 ? 0 : static_cast<std::size_t>(count)));
}

Value condition_notify_all(VM& vm, Value* a) { return done_or_raise(vm, as<Condition>(a[0]).notify_all()); }

const NativeEntry kConditionMethods[] = {
    {"wait", wait<Condition>, "self"},
    {"wait_for", condition_wait_for, "self, predicate"},
    {"notify", condition_notify, "self, n=1"},
    {"notify_all", condition_notify_all, "self"},
};

// ---- Barrier ----

Value barrier_new(VM& vm, Value* a) {
  std::int64_t parties = 0;
  if (!count_argument(vm, a[1], 1, parties)) return Value();
  if (parties < 1) {
    return vm.raise_value_error(barrier_error_says_at_least(vm.python()) ? "parties must be >= 1"
                                                                         : "parties must be > 0");
  }
  return make<Barrier>(*vm.world, parties);
}

Value barrier_reset(VM&, Value* a) { return as<Barrier>(a[0]).reset(); }
Value barrier_abort(VM&, Value* a) { return as<Barrier>(a[0]).abort(); }
Value barrier_parties(VM& vm, const Value& self) { return vm.integer(as<Barrier>(self).parties()); }
Value barrier_waiting(VM& vm, const Value& self) { return vm.integer(as<Barrier>(self).n_waiting()); }
Value barrier_broken(VM&, const Value& self) { return truth_value(as<Barrier>(self).broken()); }

const NativeEntry kBarrierMethods[] = {
    {"wait", wait<Barrier>, "self"},
    {"__aenter__", wait<Barrier>, "self"},
    {"__aexit__", aexit<Barrier>, "self, *args"},
    {"reset", barrier_reset, "self"},
    {"abort", barrier_abort, "self"},
    {"__repr__", repr<Barrier>, "self"},
};
const NativeAttribute kBarrierAttributes[] = {
    {"parties", barrier_parties, nullptr},
    {"n_waiting", barrier_waiting, nullptr},
    {"broken", barrier_broken, nullptr},
};

}  // namespace

void fill_asyncio_locks(VM& vm, Module& module) {
  // A program meets these two as bases only.
  Type* loop_bound = vm.define_type("_LoopBoundMixin", "asyncio.mixins", {}, ObjectKind::Instance);
  Type* const mixins[] = {vm.define_type("_ContextManagerMixin", "asyncio.locks", {}, ObjectKind::Instance),
                          loop_bound};
  Type* lock = define_asyncio_type(vm, "Lock", "asyncio.locks", ObjectKind::Lock, mixins);
  set_loopless_constructor<lock_new, 1>(vm, lock, "cls", "cls, *, loop=...");
  vm.add_methods(lock, kLockMethods<Lock>);
  tell_of_whole(vm, lock);
  tell_of_loop(vm, lock);
  module.set(vm, "Lock", lock);

  Type* event = define_asyncio_type(vm, "Event", "asyncio.locks", ObjectKind::Event, loop_bound);
  set_loopless_constructor<event_new, 1>(vm, event, "cls", "cls, *, loop=...");
  vm.add_methods(event, kEventMethods);
  tell_of_whole(vm, event);
  tell_of_loop(vm, event);
  module.set(vm, "Event", event);

  Type* condition = define_asyncio_type(vm, "Condition", "asyncio.locks", ObjectKind::Condition, mixins);
  set_loopless_constructor<condition_new, 2>(vm, condition, "cls, lock=None", "cls, lock=None, *, loop=...");
  vm.add_methods(condition, kLockMethods<Condition>);
  tell_of_whole(vm, condition);
  tell_of_loop(vm, condition);
  vm.add_methods(condition, kConditionMethods);
  module.set(vm, "Condition", condition);

  Type* semaphore = define_asyncio_type(vm, "Semaphore", "asyncio.locks", ObjectKind::Semaphore, mixins);
  set_loopless_constructor<semaphore_new<false>, 2>(vm, semaphore, "cls, value=1", "cls, value=1, *, loop=...");
  vm.add_methods(semaphore, kLockMethods<Semaphore>);
  tell_of_whole(vm, semaphore);
  tell_of_loop(vm, semaphore);
  vm.add_attributes(semaphore, kSemaphoreAttributes);
  module.set(vm, "Semaphore", semaphore);

  Type* bounded = define_asyncio_type(vm, "BoundedSemaphore", "asyncio.locks", ObjectKind::BoundedSemaphore, semaphore);
  set_loopless_constructor<semaphore_new<true>, 2>(vm, bounded, "cls, value=1", "cls, value=1, *, loop=...");
  module.set(vm, "BoundedSemaphore", bounded);

  if (!has_barrier(vm.python())) return;
  Type* barrier = define_asyncio_type(vm, "Barrier", "asyncio.locks", ObjectKind::Barrier, loop_bound);
  vm.set_constructor(barrier, {"Barrier", barrier_new, "cls, parties"});
  vm.add_methods(barrier, kBarrierMethods);
  tell_of_whole(vm, barrier);
  tell_of_loop(vm, barrier);
  vm.add_attributes(barrier, kBarrierAttributes);
  module.set(vm, "Barrier", barrier);
}

}  // namespace sluice
