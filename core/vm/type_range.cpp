// range and slice.
#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/native_helpers.h"
#include "vm/sequence_operations.h"
#include "vm/slice.h"
#include "vm/special_wrappers.h"

namespace sluice {

namespace {

const Range& range_of(const Value& value) { return *value.as<Range>(); }
const Slice& slice_of(const Value& value) { return *value.as<Slice>(); }

/// One argument is the stop, two are start and stop.
Value range_new(VM& vm, Value* arguments) {
  const Tuple& given_ones = rest(arguments[1]);
  if (given_ones.size() == 0) return vm.raise_type_error("range expected at least 1 argument, got 0");
  if (given_ones.size() > 3) {
    return vm.raise_type_error("range expected at most 3 arguments, got " + std::to_string(given_ones.size()));
  }
  if (given_ones.size() == 1) return make_range(vm, Value::missing(), given_ones[0], Value::missing());
  return make_range(vm, given_ones[0], given_ones[1], given_ones.size() == 3 ? given_ones[2] : Value::missing());
}

/// An int that is of no derived class: its place is computed. For all else CPython walks along the range.
bool is_plain_integer(const Value& value) { return !value.is(ObjectKind::Instance) && builtin_is_integer(value); }

Value range_count(VM& vm, Value* arguments) {
  const Range& range = range_of(arguments[0]);
  if (is_plain_integer(arguments[1])) return Value::small_int(range_index(vm, range, arguments[1]) >= 0);
  std::int64_t count = 0;
  const Value iterator = vm.iterate(arguments[0]);
  while (true) {
    const Value one = vm.next(iterator);
    if (!one) return Value();
    if (one.is_missing()) return vm.integer(count);
    const int same = vm.equal(one, arguments[1]);
    if (same < 0) return Value();
    count += same;
  }
}

Value range_index_method(VM& vm, Value* arguments) {
  const std::int64_t index = range_index(vm, range_of(arguments[0]), arguments[1]);
  if (index == -2) return Value();
  if (index >= 0) return vm.integer(index);
  if (!is_plain_integer(arguments[1])) return vm.raise_value_error("sequence.index(x): x not in sequence");
  const Value shown = vm.repr(arguments[1]);
  return shown ? vm.raise_value_error(shown.as<Str>()->text() + " is not in range") : Value();
}

constexpr NativeEntry kRangeMethods[] = {
    {"count", range_count, "self, value, /"},
    {"index", range_index_method, "self, value, /"},
};

Value range_start(VM&, const Value& self) { return make_integer(range_of(self).start()); }
Value range_stop(VM&, const Value& self) { return make_integer(range_of(self).stop()); }
Value range_step(VM&, const Value& self) { return make_integer(range_of(self).step()); }
constexpr NativeAttribute kRangeAttributes[] = {
    {"start", range_start, nullptr}, {"stop", range_stop, nullptr}, {"step", range_step, nullptr}};

Value slice_new(VM& vm, Value* arguments) {
  const Tuple& given_ones = rest(arguments[1]);
  if (given_ones.size() == 0) return vm.raise_type_error("slice expected at least 1 argument, got 0");
  if (given_ones.size() > 3) {
    return vm.raise_type_error("slice expected at most 3 arguments, got " + std::to_string(given_ones.size()));
  }
  if (given_ones.size() == 1) return builtin_slice(vm, Value::none(), given_ones[0], Value::none());
  return builtin_slice(vm, given_ones[0], given_ones[1], given_ones.size() == 3 ? given_ones[2] : Value::none());
}

Value slice_indices(VM& vm, Value* arguments) {
  std::int64_t length = 0;
  if (!vm.index(arguments[1], length)) return Value();
  if (length < 0) return vm.raise_value_error("length should not be negative");
  SliceRange range;
  if (!resolve_slice(vm, slice_of(arguments[0]), static_cast<std::size_t>(length), range)) return Value();
  const Value items[3] = {vm.integer(range.start), vm.integer(range.stop), vm.integer(range.step)};
  return vm.tuple(items);
}

constexpr NativeEntry kSliceMethods[] = {{"indices", slice_indices, "self, length, /"}};

Value slice_start(VM&, const Value& self) { return slice_of(self).start; }
Value slice_stop(VM&, const Value& self) { return slice_of(self).stop; }
Value slice_step(VM&, const Value& self) { return slice_of(self).step; }
constexpr NativeAttribute kSliceAttributes[] = {
    {"start", slice_start, nullptr}, {"stop", slice_stop, nullptr}, {"step", slice_step, nullptr}};

}  // namespace

Value builtin_slice(VM&, const Value& start, const Value& stop, const Value& step) {
  return Value(new Slice(start, stop, step));
}

void install_range_types(VM& vm) {
  Type* range = vm.define_type("range", "builtins", {}, ObjectKind::Range);
  vm.types.range = range;
  range->is_final = true;
  add_special_methods(vm, range,
                      Special::Repr | Special::Equality | Special::Hash | Special::Length | Special::GetItem |
                          Special::Contains | Special::Iterate | Special::Reversed);
  vm.add_methods(range, kRangeMethods);
  vm.add_attributes(range, kRangeAttributes);
  vm.set_constructor(range, {"__new__", range_new, "cls, /, *args"});

  Type* slice = vm.define_type("slice", "builtins", {}, ObjectKind::Slice);
  vm.types.slice = slice;
  slice->is_final = true;
  const std::uint32_t specials = Special::Repr | Special::Equality | Special::Order;
  add_special_methods(vm, slice, specials | (slices_are_hashable(vm.python()) ? Special::Hash : Special::Unhashable));
  vm.add_methods(slice, kSliceMethods);
  vm.add_attributes(slice, kSliceAttributes);
  vm.set_constructor(slice, {"__new__", slice_new, "cls, /, *args"});
}

}  // namespace sluice
