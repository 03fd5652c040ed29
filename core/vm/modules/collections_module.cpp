// _collections: deque.
#include <algorithm>
#include <deque>
#include <string>
#include <utility>

#include "base/reference_visitor.h"
#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/container_text.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/native_helpers.h"
#include "vm/object_types.h"

namespace sluice {

namespace {

class Deque : public NativeData {
 public:
  explicit Deque(Type* deque_type) : NativeData(deque_type) {}
  ~Deque() override { Heap::current().adjust(-static_cast<std::ptrdiff_t>(reported_)); }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(items); }
  void clear_references() override { items.clear(); }
  std::deque<Value> items;
  std::int64_t max_length = -1;  ///< -1: unbounded
  std::uint64_t version = 0;     ///< changes whenever an item comes or goes

  void push(Value item, bool left) {
    ++version;
    if (max_length == 0) return;
    Value dead;
    if (max_length > 0 && static_cast<std::int64_t>(items.size()) == max_length) dead = pop(!left);
    if (left) {
      items.push_front(std::move(item));
    } else {
      items.push_back(std::move(item));
    }
    report_memory();
  }
  /// REQUIRES: not empty.
  Value pop(bool left) {
    ++version;
    Value item = std::move(left ? items.front() : items.back());
    if (left) {
      items.pop_front();
    } else {
      items.pop_back();
    }
    return item;
  }

 private:
  /// Tells the heap of every so many items that come; what goes is told of at the end.
  void report_memory() {
    constexpr std::size_t kStep = 512;
    const std::size_t bytes = items.size() / kStep * kStep * sizeof(Value);
    if (bytes <= reported_) return;
    Heap::current().adjust(static_cast<std::ptrdiff_t>(bytes - reported_));
    reported_ = bytes;
  }
  std::size_t reported_ = 0;
};

/// Also of a method that the whole object comes to.
Deque& self_of(const Value* arguments) { return *static_cast<Deque*>(unwrapped(arguments[0]).object()); }

class DequeIterator final : public NativeIterator {
 public:
  DequeIterator(Deque* iterated, bool backwards)
      : NativeIterator(backwards ? "_deque_reverse_iterator" : "_deque_iterator"),
        deque_(iterated),
        version_(iterated->version),
        backwards_(backwards) {}
  bool visit_references(ReferenceVisitor& visit) const override { return visit(deque_); }
  Value next(VM& vm) override {
    if (!deque_) return Value();
    if (deque_->version != version_) {
      return vm.raise(vm.types.runtime_error, "deque mutated during iteration");
    }
    if (index_ >= deque_->items.size()) {
      deque_.reset();
      return Value();
    }
    const std::size_t place = backwards_ ? deque_->items.size() - 1 - index_ : index_;
    ++index_;
    return deque_->items[place];
  }
  [[nodiscard]] std::size_t length_hint() const override { return deque_ ? deque_->items.size() - index_ : 0; }

 private:
  Ref<Deque> deque_;
  std::uint64_t version_;
  bool backwards_;
  std::size_t index_ = 0;
};

bool extend(VM& vm, const Ref<Deque>& deque, const Value& iterable, bool left) {
  if (iterable.is_same(Value(deque))) {
    const std::vector<Value> copy(deque->items.begin(), deque->items.end());
    for (const Value& item : copy) deque->push(item, left);
    return true;
  }
  const Value iterator = vm.iterate(iterable);
  if (!iterator) return false;
  while (true) {
    Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return true;
    deque->push(std::move(item), left);
    const std::size_t size = deque->items.size();
    if ((size & 0xfff) == 0xfff && !vm.check_memory(size * sizeof(Value))) return false;
  }
}

bool fill(VM& vm, const Ref<Deque>& deque, Value* arguments) {
  deque->max_length = -1;
  if (given(arguments[2]) && !arguments[2].is_none()) {
    if (!vm.index(arguments[2], deque->max_length)) {
      if (!vm.error_is(vm.types.type_error)) return false;
      vm.take_error();
      vm.raise_type_error("an integer is required");
      return false;
    }
    if (deque->max_length < 0) {
      vm.raise_value_error("maxlen must be non-negative");
      return false;
    }
  }
  deque->items.clear();
  return !given(arguments[1]) || extend(vm, deque, arguments[1], false);
}

Value deque_new(VM& vm, Value* arguments) {
  const Ref<Deque> deque(new Deque(arguments[0].as<Type>()->is_builtin ? arguments[0].as<Type>() : vm.types.deque));
  return fill(vm, deque, arguments) ? Value(deque) : Value();
}

Value deque_init(VM& vm, Value* arguments) {
  return fill(vm, Ref<Deque>(&self_of(arguments)), arguments) ? Value::none() : Value();
}

template <bool kLeft>
Value deque_push(VM& vm, Value* arguments) {
  Deque& self = self_of(arguments);
  if ((self.items.size() & 0xfff) == 0xfff && !vm.check_memory(self.items.size() * sizeof(Value))) return Value();
  self.push(arguments[1], kLeft);
  return Value::none();
}

template <bool kLeft>
Value deque_pop(VM& vm, Value* arguments) {
  Deque& self = self_of(arguments);
  if (self.items.empty()) return vm.raise(vm.types.index_error, "pop from an empty deque");
  return self.pop(kLeft);
}

template <bool kLeft>
Value deque_extend(VM& vm, Value* arguments) {
  return extend(vm, Ref<Deque>(&self_of(arguments)), arguments[1], kLeft) ? Value::none() : Value();
}

Value deque_clear(VM&, Value* arguments) {
  Deque& self = self_of(arguments);
  ++self.version;
  std::deque<Value> dead;
  dead.swap(self.items);
  return Value::none();
}

Deque* deque_or_null(VM& vm, const Value& value) {
  const Value& inner = unwrapped(value);
  if (!inner.is(ObjectKind::NativeData) || !vm.is_instance(inner, vm.types.deque)) return nullptr;
  return static_cast<Deque*>(inner.object());
}

/// For a method `name` that the whole object comes to, since its class counts: false, with TypeError, if it is no
/// deque.
bool check_self(VM& vm, const Value* arguments, const char* name) {
  if (deque_or_null(vm, arguments[0]) != nullptr) return true;
  const bool is_slot = name[0] == '_';
  vm.raise_type_error(std::string("descriptor '") + name +
                      (is_slot ? "' requires a 'collections.deque' object but received a '"
                               : "' for 'collections.deque' objects doesn't apply to a '") +
                      type_text(vm, arguments[0]) + (is_slot ? "'" : "' object"));
  return false;
}

/// A class that derives from deque is called, with `maxlen` only if there is one.
Value deque_copy(VM& vm, Value* arguments) {
  if (!check_self(vm, arguments, "copy")) return Value();
  const Deque& self = self_of(arguments);
  Type* const type = vm.type_of(arguments[0]);
  if (type != vm.types.deque) {
    const Value given[2] = {arguments[0], vm.integer(self.max_length)};
    const Value made = vm.call(Value(type), std::span(given, self.max_length < 0 ? 1 : 2));
    if (!made || vm.is_instance(made, vm.types.deque)) return made;
    return vm.raise_type_error(std::string(type->name_text()) + "() must return a deque, not " + vm.type_name(made));
  }
  const Ref<Deque> copy(new Deque(vm.types.deque));
  copy->items = self.items;
  copy->max_length = self.max_length;
  return Value(copy);
}

Value deque_rotate(VM& vm, Value* arguments) {
  Deque& self = self_of(arguments);
  std::int64_t steps = 1;
  if (given(arguments[1]) && !vm.index(arguments[1], steps)) return Value();
  const auto size = static_cast<std::int64_t>(self.items.size());
  if (size < 2) return Value::none();
  ++self.version;
  steps = ((steps % size) + size) % size;
  std::rotate(self.items.begin(), self.items.end() - static_cast<std::ptrdiff_t>(steps), self.items.end());
  return Value::none();
}

Value deque_reverse(VM&, Value* arguments) {
  Deque& self = self_of(arguments);
  std::reverse(self.items.begin(), self.items.end());
  return Value::none();
}

/// Index of the first equal item in [from, to); -1 none, -2 exception pending: `mutated`, where comparing changed the
/// deque.
std::int64_t find_item(VM& vm, const Ref<Deque>& deque, const Value& item, std::size_t from, std::size_t to,
                       Type* mutated) {
  const std::uint64_t version = deque->version;
  for (std::size_t i = from; i < to && i < deque->items.size(); ++i) {
    const Value one = deque->items[i];
    const int same = vm.equal(one, item);
    if (same < 0) return -2;
    if (same > 0) return static_cast<std::int64_t>(i);
    if (deque->version == version) continue;
    vm.raise(mutated, "deque mutated during iteration");
    return -2;
  }
  return -1;
}

Value raise_not_in_deque(VM& vm, const Value& item, const char* method) {
  if (list_index_error_is_fixed(vm.python())) {
    return vm.raise_value_error(std::string("deque.") + method + "(x): x not in deque");
  }
  const Value shown = vm.repr(item);
  return shown ? vm.raise_value_error(shown.as<Str>()->text() + " is not in deque") : Value();
}

Value deque_remove(VM& vm, Value* arguments) {
  const Ref<Deque> self(&self_of(arguments));
  const std::size_t size = self->items.size();
  const std::int64_t index = find_item(vm, self, arguments[1], 0, SIZE_MAX, vm.types.index_error);
  if (index == -2) return Value();
  if (index == -1) {
    return raise_not_in_deque(vm, arguments[1], "remove");
  }
  if (self->items.size() != size) return vm.raise(vm.types.index_error, "deque mutated during iteration");
  ++self->version;
  const Value dead = self->items[static_cast<std::size_t>(index)];
  self->items.erase(self->items.begin() + static_cast<std::ptrdiff_t>(index));
  return Value::none();
}

Value deque_index(VM& vm, Value* arguments) {
  const Ref<Deque> self(&self_of(arguments));
  std::size_t from = 0;
  std::size_t to = 0;
  if (!search_bounds(vm, arguments[2], arguments[3], self->items.size(), from, to)) return Value();
  const std::int64_t index = find_item(vm, self, arguments[1], from, to, vm.types.runtime_error);
  if (index >= 0) return vm.integer(index);
  if (index == -2) return Value();
  return raise_not_in_deque(vm, arguments[1], "index");
}

Value deque_count(VM& vm, Value* arguments) {
  const Ref<Deque> self(&self_of(arguments));
  const std::uint64_t version = self->version;
  std::int64_t count = 0;
  for (std::size_t i = 0; i < self->items.size(); ++i) {
    const Value one = self->items[i];
    const int same = vm.equal(one, arguments[1]);
    if (same < 0) return Value();
    count += same;
    if (self->version != version) return vm.raise(vm.types.runtime_error, "deque mutated during iteration");
  }
  return vm.integer(count);
}

Value deque_insert(VM& vm, Value* arguments) {
  Deque& self = self_of(arguments);
  std::int64_t index = 0;
  if (!vm.index(arguments[1], index)) return Value();
  const auto size = static_cast<std::int64_t>(self.items.size());
  if (self.max_length >= 0 && size >= self.max_length) {
    return vm.raise(vm.types.index_error, "deque already at its maximum size");
  }
  if (index < 0) index = std::max<std::int64_t>(index + size, 0);
  ++self.version;
  self.items.insert(self.items.begin() + static_cast<std::ptrdiff_t>(std::min(index, size)), arguments[2]);
  return Value::none();
}

// ---- Special methods ----

Value deque_length(VM& vm, Value* arguments) {
  return vm.integer(static_cast<std::int64_t>(self_of(arguments).items.size()));
}

Value deque_bool(VM&, Value* arguments) { return Value::boolean(!self_of(arguments).items.empty()); }
Value deque_iterate(VM&, Value* arguments) { return Value(new DequeIterator(&self_of(arguments), false)); }
Value deque_reversed(VM&, Value* arguments) { return Value(new DequeIterator(&self_of(arguments), true)); }

bool item_index(VM& vm, const Deque& deque, const Value& key, std::size_t& index) {
  std::int64_t place = 0;
  if (key.is(ObjectKind::Slice)) {
    vm.raise_type_error("sequence index must be integer, not 'slice'");
    return false;
  }
  if (key.is(ObjectKind::BigInteger)) {
    vm.raise(vm.types.index_error, "cannot fit 'int' into an index-sized integer");
    return false;
  }
  if (!vm.index(key, place)) {
    if (!vm.error_is(vm.types.type_error)) return false;
    vm.take_error();
    vm.raise_type_error("sequence index must be integer, not '" + type_text(vm, key) + "'");
    return false;
  }
  const auto size = static_cast<std::int64_t>(deque.items.size());
  if (place < 0) place += size;
  if (place < 0 || place >= size) {
    vm.raise(vm.types.index_error, "deque index out of range");
    return false;
  }
  index = static_cast<std::size_t>(place);
  return true;
}

Value deque_get_item(VM& vm, Value* arguments) {
  std::size_t index = 0;
  return item_index(vm, self_of(arguments), arguments[1], index) ? self_of(arguments).items[index] : Value();
}

Value deque_set_item(VM& vm, Value* arguments) {
  std::size_t index = 0;
  if (!item_index(vm, self_of(arguments), arguments[1], index)) return Value();
  Value replaced = arguments[2];
  self_of(arguments).items[index].swap(replaced);
  return Value::none();
}

Value deque_delete_item(VM& vm, Value* arguments) {
  std::size_t index = 0;
  Deque& self = self_of(arguments);
  if (!item_index(vm, self, arguments[1], index)) return Value();
  ++self.version;
  const Value dead = self.items[index];
  self.items.erase(self.items.begin() + static_cast<std::ptrdiff_t>(index));
  return Value::none();
}

Value deque_contains(VM& vm, Value* arguments) {
  const Ref<Deque> self(&self_of(arguments));
  const std::int64_t index = find_item(vm, self, arguments[1], 0, SIZE_MAX, vm.types.runtime_error);
  return index == -2 ? Value() : Value::boolean(index >= 0);
}

/// Of the whole object: a class that derives from deque is named.
Value deque_repr(VM& vm, Value* arguments) {
  if (!check_self(vm, arguments, "__repr__")) return Value();
  const Ref<Deque> self(&self_of(arguments));
  const ReprGuard visited(self.get());
  if (visited.is_repeated()) return vm.str("[...]");
  std::string text = std::string(vm.class_name(arguments[0])) + "([";
  for (std::size_t i = 0; i < self->items.size(); ++i) {
    if (i > 0) text += ", ";
    const Value item = self->items[i];
    if (!append_repr(vm, text, item)) return Value();
  }
  text += "]";
  if (self->max_length >= 0) text += ", maxlen=" + std::to_string(self->max_length);
  return vm.str(text + ")");
}

Value list_of(VM& vm, const Deque& deque) {
  return vm.list(std::vector<Value>(deque.items.begin(), deque.items.end()));
}

template <CompareOperator kOp>
Value deque_compare(VM& vm, Value* arguments) {
  const Deque* other = deque_or_null(vm, arguments[1]);
  if (other == nullptr) return Value::not_implemented();
  return vm.compare(static_cast<std::uint8_t>(kOp), list_of(vm, self_of(arguments)), list_of(vm, *other));
}

Value deque_add(VM& vm, Value* arguments) {
  if (!check_self(vm, arguments, "__add__")) return Value();
  const Deque* other = deque_or_null(vm, arguments[1]);
  if (other == nullptr) {
    return vm.raise_type_error("can only concatenate deque (not \"" + type_text(vm, arguments[1]) + "\") to deque");
  }
  const Value sum = deque_copy(vm, arguments);
  if (!sum) return Value();
  extend(vm, Ref<Deque>(&self_of(&sum)), list_of(vm, *other), false);
  return sum;
}

Value deque_in_place_add(VM& vm, Value* arguments) {
  if (!check_self(vm, arguments, "__iadd__")) return Value();
  return extend(vm, Ref<Deque>(&self_of(arguments)), arguments[1], false) ? arguments[0] : Value();
}

Value product_of(VM& vm, Value* arguments) {
  std::int64_t times = 0;
  if (!vm.index(arguments[1], times)) {
    if (!vm.error_is(vm.types.type_error)) return Value();
    vm.take_error();
    return vm.raise_type_error("can't multiply sequence by non-int of type '" + type_text(vm, arguments[1]) + "'");
  }
  const Deque& self = self_of(arguments);
  times = std::max<std::int64_t>(times, 0);
  const auto size = static_cast<std::uint64_t>(self.items.size());
  if (size != 0 && static_cast<std::uint64_t>(times) > (std::uint64_t{1} << 40) / size) return raise_memory_error(vm);
  if (!check_allocation(vm, size * static_cast<std::uint64_t>(times), sizeof(Value))) return Value();
  const Ref<Deque> product(new Deque(vm.types.deque));
  product->max_length = self.max_length;
  for (std::int64_t i = 0; i < times; ++i) {
    for (const Value& item : self.items) product->push(item, false);
  }
  return Value(product);
}

Value deque_in_place_multiply(VM& vm, Value* arguments) {
  if (!check_self(vm, arguments, "__imul__")) return Value();
  const Value product = product_of(vm, arguments);
  if (!product) return Value();
  Deque& self = self_of(arguments);
  self.items.swap(static_cast<Deque*>(product.object())->items);
  ++self.version;
  return arguments[0];
}

Value deque_multiply(VM& vm, Value* arguments) {
  if (!check_self(vm, arguments, "__mul__")) return Value();
  Value both[2] = {deque_copy(vm, arguments), arguments[1]};
  return both[0] ? deque_in_place_multiply(vm, both) : Value();
}

constexpr const char* kOne = "self, value, /";
constexpr NativeEntry kMethods[] = {
    {"__init__", deque_init, "self, iterable=(), maxlen=()"},
    {"append", deque_push<false>, "self, object, /"},
    {"appendleft", deque_push<true>, "self, object, /"},
    {"pop", deque_pop<false>, "self, /"},
    {"popleft", deque_pop<true>, "self, /"},
    {"extend", deque_extend<false>, "self, iterable, /"},
    {"extendleft", deque_extend<true>, "self, iterable, /"},
    {"clear", deque_clear, "self, /"},
    {"copy", deque_copy, "self, /"},
    {"__copy__", deque_copy, "self, /"},
    {"rotate", deque_rotate, "self, n=(), /"},
    {"reverse", deque_reverse, "self, /"},
    {"remove", deque_remove, "self, value, /"},
    {"index", deque_index, "self, value, start=(), stop=(), /"},
    {"count", deque_count, "self, value, /"},
    {"insert", deque_insert, "%12:self, index, value, /"},
    {"__len__", deque_length, "self, /"},
    {"__bool__", deque_bool, "self, /"},
    {"__iter__", deque_iterate, "self, /"},
    {"__reversed__", deque_reversed, "self, /"},
    {"__getitem__", deque_get_item, "self, key, /"},
    {"__setitem__", deque_set_item, "self, key, value, /"},
    {"__delitem__", deque_delete_item, "self, key, /"},
    {"__contains__", deque_contains, "self, key, /"},
    {"__repr__", deque_repr, "self, /"},
    {"__eq__", deque_compare<CompareOperator::Equal>, kOne},
    {"__ne__", deque_compare<CompareOperator::NotEqual>, kOne},
    {"__lt__", deque_compare<CompareOperator::Less>, kOne},
    {"__le__", deque_compare<CompareOperator::LessEqual>, kOne},
    {"__gt__", deque_compare<CompareOperator::Greater>, kOne},
    {"__ge__", deque_compare<CompareOperator::GreaterEqual>, kOne},
    {"__add__", deque_add, kOne},
    {"__iadd__", deque_in_place_add, kOne},
    {"__mul__", deque_multiply, kOne},
    {"__imul__", deque_in_place_multiply, kOne},
    {"__rmul__", deque_multiply, kOne},
};

constexpr NativeEntry kClassMethods[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};

Value deque_max_length(VM& vm, const Value& self) {
  const std::int64_t length = static_cast<Deque*>(self.object())->max_length;
  return length < 0 ? Value::none() : vm.integer(length);
}
constexpr NativeAttribute kAttributes[] = {{"maxlen", deque_max_length, nullptr}};

}  // namespace

void fill_collections(VM& vm, Module& module) {
  Type* type = vm.define_type("deque", "collections", {}, ObjectKind::NativeData);
  vm.types.deque = type;
  vm.add_methods(type, kMethods);
  // The whole object comes to these, not what is inside: see check_self.
  for (const char* name : {"__repr__", "copy", "__add__", "__iadd__", "__mul__", "__imul__", "__rmul__"}) {
    type->attributes.find(vm.intern(name))->as<NativeFunction>()->takes_self = false;
  }
  vm.add_attributes(type, kAttributes);
  vm.add_class_methods(type, kClassMethods);
  type->attributes.set(vm.special_name(SpecialMethod::Hash), Value::none());
  vm.set_constructor(type, {"__new__", deque_new, "cls, iterable=(), maxlen=()"});
  module.set(vm, "deque", Value(type));
}

}  // namespace sluice
