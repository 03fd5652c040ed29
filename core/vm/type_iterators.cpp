// The classes of iterators; enumerate, zip, map, filter and reversed can be called.
#include <string>

#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"
#include "vm/object_types.h"

namespace sluice {

namespace {

Value iterator_self(VM&, Value* arguments) { return arguments[0]; }

Value iterator_next(VM& vm, Value* arguments) { return next_as_it_is(vm, arguments[0]); }

Value iterator_hint(VM& vm, Value* arguments) {
  const std::size_t hint = arguments[0].as<NativeIterator>()->length_hint();
  return vm.integer(static_cast<std::int64_t>(hint));
}

constexpr NativeEntry kMethods[] = {
    {"__iter__", iterator_self, "self, /"},
    {"__next__", iterator_next, "self, /"},
    {"__length_hint__", iterator_hint, "self, /"},
};

Value enumerate_new(VM& vm, Value* arguments) {
  BigInt start;
  if (given(arguments[2]) && !index_of_any_size(vm, arguments[2], start)) return Value();
  Value iterator = vm.iterate(arguments[1]);
  if (!iterator) return Value();
  return Value(new EnumerateIterator(static_cast<Value&&>(iterator), static_cast<BigInt&&>(start)));
}

bool iterate_all(VM& vm, const Tuple& iterables, std::size_t from, std::vector<Value>& iterators) {
  for (std::size_t i = from; i < iterables.size(); ++i) {
    Value iterator = vm.iterate(iterables[i]);
    if (!iterator) return false;
    iterators.push_back(static_cast<Value&&>(iterator));
  }
  return true;
}

Value zip_new(VM& vm, Value* arguments) {
  std::vector<Value> iterators;
  const int strict = vm.truth(arguments[1]);
  if (strict < 0 || !iterate_all(vm, rest(arguments[2]), 0, iterators)) return Value();
  return Value(new ZipIterator(static_cast<std::vector<Value>&&>(iterators), strict > 0));
}

Value map_new(VM& vm, Value* arguments) {
  const Tuple& all = rest(arguments[arguments[1].is(ObjectKind::Tuple) ? 1 : 2]);
  const int strict = arguments[1].is(ObjectKind::Tuple) ? 0 : vm.truth(arguments[1]);
  if (strict < 0) return Value();
  if (all.size() < 2) return vm.raise_type_error("map() must have at least two arguments.");
  std::vector<Value> iterators;
  if (!iterate_all(vm, all, 1, iterators)) return Value();
  return Value(new MapIterator(all[0], static_cast<std::vector<Value>&&>(iterators), strict > 0));
}

Value filter_new(VM& vm, Value* arguments) {
  Value iterator = vm.iterate(arguments[2]);
  if (!iterator) return Value();
  return Value(new FilterIterator("filter", arguments[1], static_cast<Value&&>(iterator), true));
}

Value reversed_new(VM& vm, Value* arguments) {
  const Value& sequence = arguments[1];
  const Value special = vm.type_of(sequence)->special(vm, SpecialMethod::Reversed);
  if (special.is_none()) return vm.raise_type_error("'" + type_text(vm, sequence) + "' object is not reversible");
  const bool of_program = special && !special.is(ObjectKind::NativeFunction);
  const bool of_data = special && !sequence.is(ObjectKind::Instance) && sequence.is(ObjectKind::NativeData);
  return of_program || of_data ? vm.call_found(special, sequence) : make_reversed(vm, sequence);
}

const NativeEntry kGeneric[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};

}  // namespace

void install_iterator_types(VM& vm) {
  Type* general = vm.define_type("iterator", "builtins", {}, ObjectKind::NativeIterator);
  vm.add_methods(general, kMethods);
  const auto define = [&vm](const char* name, NativeCode code, const char* signature) {
    Type* type = vm.iterator_type(name);
    vm.set_constructor(type, {"__new__", code, signature});
    vm.builtins().set(vm.intern(name), Value(type));
  };
  define("enumerate", enumerate_new, "cls, iterable, start=()");
  vm.add_class_methods(vm.iterator_type("enumerate"), kGeneric);
  define("zip", zip_new, "cls, /, *iterables, strict=False");
  define("map", map_new, map_has_strict(vm.python()) ? "cls, /, *args, strict=False" : "cls, /, *args");
  define("filter", filter_new, "cls, function, iterable, /");
  define("reversed", reversed_new, "cls, sequence, /");
}

}  // namespace sluice
