// tuple.
#include <utility>

#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"
#include "vm/special_wrappers.h"

namespace sluice {

namespace {

Value tuple_new(VM& vm, Value* arguments) {
  if (!given(arguments[1])) return Value(Tuple::create(0));
  if (arguments[1].is(ObjectKind::Tuple)) return arguments[1];
  std::vector<Value> items;
  return extend_tuple(vm, items, arguments[1]) ? vm.tuple(items) : Value();
}

Value tuple_index(VM& vm, Value* arguments) {
  const Tuple& self = *arguments[0].as<Tuple>();
  std::size_t from = 0;
  std::size_t to = 0;
  if (!search_bounds(vm, arguments[2], arguments[3], self.size(), from, to)) return Value();
  for (std::size_t i = from; i < to; ++i) {
    const int same = vm.equal(self[i], arguments[1]);
    if (same < 0) return Value();
    if (same > 0) return vm.integer(static_cast<std::int64_t>(i));
  }
  return vm.raise_value_error("tuple.index(x): x not in tuple");
}

Value tuple_count(VM& vm, Value* arguments) {
  std::int64_t count = 0;
  for (const Value& one : arguments[0].as<Tuple>()->span()) {
    const int same = vm.equal(one, arguments[1]);
    if (same < 0) return Value();
    count += same;
  }
  return vm.integer(count);
}

Value tuple_new_arguments(VM& vm, Value* arguments) {
  const Value items[1] = {arguments[0]};
  return vm.tuple(items);
}

constexpr NativeEntry kMethods[] = {
    {"index", tuple_index, "self, value, start=(), stop=(), /"},
    {"count", tuple_count, "self, value, /"},
    {"__getnewargs__", tuple_new_arguments, "self, /"},
};

}  // namespace

void install_tuple_type(VM& vm) {
  Type* type = vm.define_type("tuple", "builtins", {}, ObjectKind::Tuple);
  vm.types.tuple = type;
  add_special_methods(vm, type,
                      Special::Repr | Special::Equality | Special::Order | Special::Hash | Special::Length |
                          Special::GetItem | Special::Contains | Special::Iterate | Special::Concatenate);
  vm.add_methods(type, kMethods);
  vm.set_constructor(type, {"__new__", tuple_new, "cls, iterable=(), /"});
}

}  // namespace sluice
