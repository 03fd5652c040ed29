// weakref_module.cpp — _weakref: ref, a reference that does not keep its object alive.
//
// References are counted, so an object dies where CPython's does, and the callbacks run there. What is in a cycle lives
// until gc.collect() or the end of the run: CPython's collector also runs when many objects were made.
#include <algorithm>
#include <string>
#include <vector>

#include "base/heap.h"
#include "base/reference_visitor.h"
#include "vm/builtin_operations.h"
#include "vm/complex.h"
#include "vm/identity.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/native_helpers.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

namespace {

class WeakReference : public Object {
 public:
  WeakReference(Object& object, Value when_gone)
      : Object(ObjectKind::WeakReference), target(&object), callback(static_cast<Value&&>(when_gone)) {
    object.watch();
    Heap::current().watchers[target].push_back(this);
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(callback); }
  void clear_references() override { callback = Value::none(); }
  ~WeakReference() override {
    if (target == nullptr || Heap::current().is_ending()) return;
    std::vector<Object*>& watchers = Heap::current().watchers[target];
    watchers.erase(std::find(watchers.begin(), watchers.end(), this));
  }

  Object* target;           ///< null: gone
  Object* whole = nullptr;  ///< the instance of a derived class that has this inside, and outlives it; null: none
  Value callback;           ///< none: nothing to call
  std::uint64_t hash = 0;   ///< of the target, once somebody has asked
  bool has_hash = false;
};

WeakReference& reference_of(const Value& value) { return *value.as<WeakReference>(); }

/// All references are dead before the first callback runs; the youngest one's is first.
void watched_object_gone(Object& object) {
  Heap& heap = Heap::current();
  const auto found = heap.watchers.find(&object);
  if (found == heap.watchers.end()) return;
  const std::vector<Object*> watchers = static_cast<std::vector<Object*>&&>(found->second);
  heap.watchers.erase(found);
  std::vector<Value> to_call;
  for (Object* watcher : watchers) {
    auto* reference = static_cast<WeakReference*>(watcher);
    reference->target = nullptr;
    if (reference->callback.is_none()) continue;
    Object* whole = reference->whole;
    if (whole == nullptr || whole->reference_count() > 0)
      to_call.push_back(Value(whole != nullptr ? whole : reference));
  }
  VM* vm = VM::current();
  if (to_call.empty() || vm == nullptr || vm->ending() != nullptr) return;
  Value pending = vm->has_error() ? vm->take_error() : Value();
  for (auto reference = to_call.rbegin(); reference != to_call.rend(); ++reference) {
    const Value callback = reference_of(unwrapped(*reference)).callback;
    reference_of(unwrapped(*reference)).callback = Value::none();
    vm->call(callback, std::span<const Value>(&*reference, 1));
    if (vm->has_error()) vm->report_unraisable(callback);
  }
  if (pending) vm->restore_error(static_cast<Value&&>(pending));
}

/// Instances with `__slots__` and nothing else have no room for the list of references.
bool has_room(const Type& type) {
  bool has_slots = false;
  for (const Type* base : type.mro) {
    if (base->is_builtin) continue;
    if (!base->has_slots) return true;
    has_slots = true;
    for (const Ref<Object>& name : base->slot_names) {
      if (static_cast<Str*>(name.get())->view() == "__weakref__") return true;
    }
  }
  return !has_slots && !type.is_builtin;
}

bool can_be_referred_to(VM& vm, const Value& value) {
  if (!value.is_object()) return false;
  switch (value.object()->kind()) {
    case ObjectKind::Str:
    case ObjectKind::Bytes:
    case ObjectKind::BigInteger:
    case ObjectKind::Tuple:
    case ObjectKind::List:
    case ObjectKind::Dict:
    case ObjectKind::Slice:
    case ObjectKind::Range:
    case ObjectKind::Cell:
    case ObjectKind::Traceback:
    case ObjectKind::NativeIterator:
    case ObjectKind::WeakReference:
      return false;
    case ObjectKind::Instance: {
      // What lies in one piece with its items has no room either.
      const Value& inside = unwrapped(value);
      const bool is_sized = builtin_is_integer(inside) || inside.is(ObjectKind::Tuple) || inside.is(ObjectKind::Bytes);
      return !is_sized && has_room(*vm.type_of(value));
    }
    case ObjectKind::Exception:
      return has_room(*vm.type_of(value));
    default:
      return complex_or_null(vm, value) == nullptr;
  }
}

Value ref_new(VM& vm, Value* a) {
  Type* cls = a[0].as<Type>();
  const bool is_derived = cls != vm.types.weak_reference;
  if (!can_be_referred_to(vm, a[1])) {
    return vm.raise_type_error("cannot create weak reference to '" + type_text(vm, a[1]) + "' object");
  }
  Object& object = *a[1].object();
  if (object.is_watched() && a[2].is_none() && !is_derived) {
    // Those without a callback are one and the same.
    for (Object* watcher : Heap::current().watchers[&object]) {
      const auto* reference = static_cast<WeakReference*>(watcher);
      if (reference->callback.is_none() && reference->whole == nullptr) return Value(watcher);
    }
  }
  Heap::current().watched_object_gone = watched_object_gone;
  Ref<WeakReference> reference = make<WeakReference>(object, a[2]);
  if (!is_derived) return Value(reference);
  Ref<Instance> whole = make<Instance>(cls);
  reference->whole = whole.get();
  whole->payload = Value(reference);
  return Value(whole);
}

/// All is done in `__new__`.
Value ref_init(VM&, Value*) { return Value::none(); }

Value ref_call(VM&, Value* a) {
  Object* target = reference_of(a[0]).target;
  return target != nullptr ? Value(target) : Value::none();
}
Value ref_eq(VM& vm, Value* a) {
  const Value other = unwrapped(a[1]);
  if (!other.is(ObjectKind::WeakReference)) return Value::not_implemented();
  Object* left = reference_of(a[0]).target;
  Object* right = reference_of(other).target;
  if (left == nullptr || right == nullptr) return Value::boolean(a[0].is_same(other));
  const int equal = vm.equal(Value(left), Value(right));
  return equal < 0 ? Value() : Value::boolean(equal == 1);
}
Value ref_hash(VM& vm, Value* a) {
  WeakReference& self = reference_of(a[0]);
  if (!self.has_hash) {
    if (self.target == nullptr) return vm.raise_type_error("weak object has gone away");
    if (!vm.hash(Value(self.target), self.hash)) return Value();
    self.has_hash = true;
  }
  return vm.integer(static_cast<std::int64_t>(self.hash));
}
Value ref_repr(VM& vm, Value* a) {
  const std::string start = "<weakref at " + identity_text(a[0]) + "; ";
  if (reference_of(a[0]).target == nullptr) return vm.str(start + "dead>");
  const Value target(reference_of(a[0]).target);
  const Value name = vm.find_attribute(target, vm.intern("__name__"));
  if (!name) return Value();
  const std::string shown = name.is(ObjectKind::Str) ? " (" + name.as<Str>()->text() + ")" : "";
  return vm.str(start + "to '" + type_text(vm, target) + "' at " + identity_text(target) + shown + ">");
}
Value get_callback(VM&, const Value& self) { return reference_of(self).callback; }

Value count_references(VM& vm, Value* a) {
  const bool is_watched = a[0].is_object() && a[0].object()->is_watched();
  return vm.integer(is_watched ? static_cast<std::int64_t>(Heap::current().watchers[a[0].object()].size()) : 0);
}

constexpr NativeEntry kMethods[] = {
    {"__init__", ref_init, "self, object, callback=None, /"},
    {"__call__", ref_call, "self, /"},
    {"__eq__", ref_eq, "self, value, /"},
    {"__hash__", ref_hash, "self, /"},
    {"__repr__", ref_repr, "self, /"},
};
constexpr NativeAttribute kAttributes[] = {{"__callback__", get_callback, nullptr}};
constexpr NativeEntry kFunctions[] = {{"getweakrefcount", count_references, "object, /"}};

}  // namespace

void fill_weakref(VM& vm, Module& module) {
  Type* type = vm.define_type("ReferenceType", "weakref", {}, ObjectKind::WeakReference);
  constexpr NativeEntry kGeneric[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};
  vm.add_class_methods(type, kGeneric);
  vm.types.weak_reference = type;
  vm.set_constructor(type, {"__new__", ref_new, "cls, object, callback=None, /"});
  vm.add_methods(type, kMethods);
  vm.add_attributes(type, kAttributes);
  module.set(vm, "ref", Value(type));
  module.add_functions(vm, kFunctions);
}

}  // namespace sluice
