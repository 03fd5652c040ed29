// list.
#include <algorithm>
#include <string>
#include <utility>

#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"
#include "vm/special_wrappers.h"

namespace sluice {

namespace {

List& self_of(const Value* arguments) { return *arguments[0].as<List>(); }

bool check_growth(VM& vm, const std::vector<Value>& items) {
  if (items.size() < items.capacity() || items.size() < 1024) return true;
  return check_allocation(vm, items.size() * 2, sizeof(Value));
}

Value list_new(VM& vm, Value* arguments) {
  std::vector<Value> items;
  if (given(arguments[1]) && !extend_by_length(vm, items, arguments[1])) return Value();
  return vm.list(std::move(items));
}

Value list_init(VM& vm, Value* arguments) {
  const Ref<List> self(arguments[0].as<List>());
  std::vector<Value> items;
  if (given(arguments[1]) && !extend_by_length(vm, items, arguments[1])) return Value();
  self->items.swap(items);
  self->report_memory();
  return Value::none();
}

Value list_append(VM& vm, Value* arguments) {
  List& self = self_of(arguments);
  if (!check_growth(vm, self.items)) return Value();
  self.items.push_back(std::move(arguments[1]));
  self.report_memory();
  return Value::none();
}

Value list_extend(VM& vm, Value* arguments) {
  const Ref<List> self(arguments[0].as<List>());
  std::vector<Value> items;
  const bool done = extend_by_length(vm, items, arguments[1]);
  if (!check_allocation(vm, self->items.size() + items.size(), sizeof(Value))) return Value();
  // An iterator that fails has given its first items already.
  self->items.insert(self->items.end(), items.begin(), items.end());
  self->report_memory();
  return done ? Value::none() : Value();
}

Value list_insert(VM& vm, Value* arguments) {
  List& self = self_of(arguments);
  std::int64_t index = 0;
  if (!vm.index(arguments[1], index) || !check_growth(vm, self.items)) return Value();
  const auto size = static_cast<std::int64_t>(self.items.size());
  if (index < 0) index = std::max<std::int64_t>(index + size, 0);
  index = std::min(index, size);
  self.items.insert(self.items.begin() + static_cast<std::ptrdiff_t>(index), arguments[2]);
  self.report_memory();
  return Value::none();
}

Value list_pop(VM& vm, Value* arguments) {
  List& self = self_of(arguments);
  std::int64_t index = -1;
  if (given(arguments[1]) && !vm.index(arguments[1], index)) return Value();
  if (self.items.empty()) return vm.raise(vm.types.index_error, "pop from empty list");
  const auto size = static_cast<std::int64_t>(self.items.size());
  if (index < 0) index += size;
  if (index < 0 || index >= size) return vm.raise(vm.types.index_error, "pop index out of range");
  Value item = std::move(self.items[static_cast<std::size_t>(index)]);
  self.items.erase(self.items.begin() + static_cast<std::ptrdiff_t>(index));
  return item;
}

/// Index of the first equal item in [from, to); -1 none, -2 exception pending.
std::int64_t find_item(VM& vm, const Ref<List>& list, const Value& item, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to && i < list->items.size(); ++i) {
    const Value one = list->items[i];
    const int same = vm.equal(one, item);
    if (same < 0) return -2;
    if (same > 0) return static_cast<std::int64_t>(i);
  }
  return -1;
}

Value list_remove(VM& vm, Value* arguments) {
  const Ref<List> self(arguments[0].as<List>());
  const std::int64_t index = find_item(vm, self, arguments[1], 0, SIZE_MAX);
  if (index == -2) return Value();
  if (index == -1) return vm.raise_value_error("list.remove(x): x not in list");
  if (static_cast<std::size_t>(index) >= self->items.size()) return Value::none();
  const Value dead = std::move(self->items[static_cast<std::size_t>(index)]);
  self->items.erase(self->items.begin() + static_cast<std::ptrdiff_t>(index));
  return Value::none();
}

Value list_index(VM& vm, Value* arguments) {
  const Ref<List> self(arguments[0].as<List>());
  std::size_t from = 0;
  std::size_t to = 0;
  if (!search_bounds(vm, arguments[2], arguments[3], self->items.size(), from, to)) return Value();
  const std::int64_t index = find_item(vm, self, arguments[1], from, to);
  if (index >= 0) return vm.integer(index);
  if (index == -2) return Value();
  if (list_index_error_is_fixed(vm.python())) return vm.raise_value_error("list.index(x): x not in list");
  const Value shown = vm.repr(arguments[1]);
  return shown ? vm.raise_value_error(shown.as<Str>()->text() + " is not in list") : Value();
}

Value list_count(VM& vm, Value* arguments) {
  const Ref<List> self(arguments[0].as<List>());
  std::int64_t count = 0;
  for (std::size_t i = 0; i < self->items.size(); ++i) {
    const Value one = self->items[i];
    const int same = vm.equal(one, arguments[1]);
    if (same < 0) return Value();
    count += same;
  }
  return vm.integer(count);
}

Value list_clear(VM&, Value* arguments) {
  std::vector<Value> dead;
  dead.swap(self_of(arguments).items);
  drop_last_first(dead);
  return Value::none();
}

Value list_copy(VM& vm, Value* arguments) { return vm.list(self_of(arguments).items); }

Value list_reverse(VM&, Value* arguments) {
  std::vector<Value>& items = self_of(arguments).items;
  std::reverse(items.begin(), items.end());
  return Value::none();
}

Value list_sort(VM& vm, Value* arguments) {
  const Ref<List> self(arguments[0].as<List>());
  const int reverse = vm.truth(arguments[2]);
  if (reverse < 0) return Value();
  // While it is sorted, the program sees the list empty.
  std::vector<Value> items;
  items.swap(self->items);
  const bool done = sort_values(vm, items, arguments[1], reverse > 0);
  const bool touched = self->items.capacity() != 0;  // also where all that came has gone again
  items.swap(self->items);
  if (!done) return Value();
  return touched ? vm.raise_value_error("list modified during sort") : Value::none();
}

constexpr NativeEntry kMethods[] = {
    {"__init__", list_init, "self, iterable=(), /"},
    {"append", list_append, "self, object, /"},
    {"extend", list_extend, "self, iterable, /"},
    {"insert", list_insert, "self, index, object, /"},
    {"pop", list_pop, "self, index=(), /"},
    {"remove", list_remove, "self, value, /"},
    {"index", list_index, "self, value, start=(), stop=(), /"},
    {"count", list_count, "self, value, /"},
    {"clear", list_clear, "self, /"},
    {"copy", list_copy, "self, /"},
    {"reverse", list_reverse, "self, /"},
    {"sort", list_sort, "self, /, *, key=None, reverse=False"},
};

}  // namespace

void install_list_type(VM& vm) {
  Type* type = vm.define_type("list", "builtins", {}, ObjectKind::List);
  vm.types.list = type;
  add_special_methods(vm, type,
                      Special::Repr | Special::Equality | Special::Order | Special::Unhashable | Special::Length |
                          Special::GetItem | Special::ChangeItems | Special::Contains | Special::Iterate |
                          Special::Concatenate | Special::InPlaceSums | Special::Reversed);
  vm.add_methods(type, kMethods);
  vm.set_constructor(type, {"__new__", list_new, "cls, iterable=(), /"});
}

}  // namespace sluice
