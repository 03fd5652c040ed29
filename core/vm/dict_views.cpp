#include "vm/dict_views.h"

#include <string>
#include <utility>

#include "vm/builtin_operations.h"
#include "vm/container_text.h"
#include "vm/native_helpers.h"
#include "vm/set_operations.h"
#include "vm/set_order.h"

namespace sluice {

DictView* dict_view_or_null(VM& vm, const Value& value) {
  if (!value.is(ObjectKind::NativeData)) return nullptr;
  auto* view = static_cast<DictView*>(value.object());
  const bool is_view =
      view->type == vm.types.dict_keys || view->type == vm.types.dict_values || view->type == vm.types.dict_items;
  return is_view ? view : nullptr;
}

Value make_dict_view(VM& vm, Dict* dict, DictPart part) {
  Type* type = part == DictPart::Keys     ? vm.types.dict_keys
               : part == DictPart::Values ? vm.types.dict_values
                                          : vm.types.dict_items;
  return Value(new DictView(type, dict, part));
}

namespace {

DictView& self_of(const Value* arguments) { return *static_cast<DictView*>(arguments[0].object()); }

Value view_length(VM& vm, Value* arguments) {
  return vm.integer(static_cast<std::int64_t>(self_of(arguments).dict->size()));
}

Value view_iterate(VM&, Value* arguments) {
  const DictView& self = self_of(arguments);
  return Value(new DictIterator(self.dict.get(), self.part, false));
}

Value view_reversed(VM&, Value* arguments) {
  const DictView& self = self_of(arguments);
  return Value(new DictIterator(self.dict.get(), self.part, true));
}

Value view_repr(VM& vm, Value* arguments) {
  const DictView& self = self_of(arguments);
  const ReprGuard visited(&self);
  if (visited.is_repeated()) return vm.str("...");
  // The views of an OrderedDict are odict_keys and so on.
  std::string text = (self.dict->extra() != nullptr ? "o" : "") + std::string(self.type->name_text()) + "([";
  DictIterator iterator(self.dict.get(), self.part, false);
  bool first = true;
  while (const Value item = iterator.next(vm)) {
    if (!first) text += ", ";
    first = false;
    if (!append_repr(vm, text, item)) return Value();
  }
  return vm.has_error() ? Value() : vm.str(text + "])");
}

/// 1, 0, -1: whether the view has `item`.
int view_has(VM& vm, const DictView& view, const Value& item) {
  if (view.part == DictPart::Keys) {
    const bool found = view.dict->find(vm, item) != nullptr;
    return vm.has_error() ? -1 : found;
  }
  const Value& pair = unwrapped(item);
  if (!pair.is(ObjectKind::Tuple) || pair.as<Tuple>()->size() != 2) return 0;
  const Value* found = view.dict->find(vm, (*pair.as<Tuple>())[0]);
  if (vm.has_error()) return -1;
  if (found == nullptr) return 0;
  const Value value = *found;
  return vm.equal(value, (*pair.as<Tuple>())[1]);
}

Value view_contains(VM& vm, Value* arguments) {
  const int found = view_has(vm, self_of(arguments), arguments[1]);
  return found < 0 ? Value() : Value::boolean(found > 0);
}

/// A view of keys or items, which is like a set; null for anything else.
DictView* set_view_or_null(VM& vm, const Value& value) {
  DictView* view = dict_view_or_null(vm, value);
  return view != nullptr && view->part != DictPart::Values ? view : nullptr;
}

/// A new set of what is in an operand. Keys come as those of their dict do: with room made for all of them.
Ref<Set> set_of_operand(VM& vm, const Value& operand) {
  const DictView* view = set_view_or_null(vm, operand);
  return make_set(vm, view != nullptr && view->part == DictPart::Keys ? Value(view->dict) : operand);
}

/// CPython goes through one side and looks into the other. Source: _PyDictView_Intersect.
Ref<Set> view_intersection(VM& vm, Value view, Value other) {
  if (set_view_or_null(vm, view) == nullptr) std::swap(view, other);
  const DictView* first = set_view_or_null(vm, view);
  const std::size_t size = first->dict->size();
  if (other.is(ObjectKind::Set) && size <= other.as<Set>()->members.size())
    return set_intersection(vm, *other.as<Set>(), view);
  const DictView* second = set_view_or_null(vm, other);
  if (second != nullptr && second->dict->size() > size) {
    std::swap(view, other);
    first = second;
  }
  const Ref<Set> result = make<Set>();
  const Value iterator = vm.iterate(other);
  if (!iterator) return Ref<Set>();
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return Ref<Set>();
    if (item.is_missing()) return result;
    const int found = view_has(vm, *first, item);
    if (found < 0 || (found > 0 && !set_insert(vm, *result, item))) return Ref<Set>();
  }
}

/// The items of two dicts that are in one of them alone. Source: dictitems_xor.
Ref<Set> items_difference(VM& vm, DictView& left, DictView& right) {
  const Ref<Dict> rest = left.dict->copy();
  const Ref<Set> result = make<Set>();
  DictIterator items(right.dict.get(), DictPart::Items, false);
  while (const Value item = items.next(vm)) {
    const int found = view_has(vm, left, item);
    if (found < 0) return Ref<Set>();
    const bool done = found > 0 ? rest->erase(vm, (*item.as<Tuple>())[0]) >= 0 : set_insert(vm, *result, item);
    if (!done) return Ref<Set>();
  }
  if (vm.has_error()) return Ref<Set>();
  return set_update(vm, *result, make_dict_view(vm, rest.get(), DictPart::Items)) ? result : Ref<Set>();
}

/// keys & other and the like give plain sets, of any iterable on the other side.
template <BinaryOperator kOp, bool kReflected>
Value view_algebra(VM& vm, Value* arguments) {
  const Value left = arguments[kReflected ? 1 : 0];
  const Value right = arguments[kReflected ? 0 : 1];
  Ref<Set> result;
  if constexpr (kOp == BinaryOperator::And) {
    result = view_intersection(vm, left, right);
    return result ? Value(result) : Value();
  }
  DictView* first = set_view_or_null(vm, left);
  DictView* second = set_view_or_null(vm, right);
  const bool are_items =
      first != nullptr && second != nullptr && first->part == DictPart::Items && second->part == DictPart::Items;
  if (kOp == BinaryOperator::Xor && are_items) {
    result = items_difference(vm, *first, *second);
    return result ? Value(result) : Value();
  }
  result = set_of_operand(vm, left);
  if (!result) return Value();
  bool done = false;
  if constexpr (kOp == BinaryOperator::Or) {
    done = set_update(vm, *result, right);
  } else if constexpr (kOp == BinaryOperator::Subtract) {
    done = set_subtract(vm, *result, right);
  } else {
    done = set_toggle_items(vm, *result, right);
  }
  return done ? Value(result) : Value();
}

template <CompareOperator kOp>
Value view_compare(VM& vm, Value* arguments) {
  const DictView* view = dict_view_or_null(vm, arguments[1]);
  const bool is_comparable = is_set(unwrapped(arguments[1])) || (view != nullptr && view->part != DictPart::Values);
  if (!is_comparable) return Value::not_implemented();
  const Ref<Set> mine = make_set(vm, arguments[0]);
  const Ref<Set> other = mine ? make_set(vm, arguments[1]) : Ref<Set>();
  return other ? set_compare(vm, kOp, Value(mine), Value(other)) : Value();
}

Value view_isdisjoint(VM& vm, Value* arguments) {
  const Value iterator = vm.iterate(arguments[1]);
  if (!iterator) return Value();
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return Value();
    if (item.is_missing()) return Value::boolean(true);
    const int found = view_has(vm, self_of(arguments), item);
    if (found != 0) return found < 0 ? Value() : Value::boolean(false);
  }
}

constexpr const char* kOne = "self, value, /";
constexpr NativeEntry kMethods[] = {
    {"__len__", view_length, "self, /"},
    {"__iter__", view_iterate, "self, /"},
    {"__reversed__", view_reversed, "self, /"},
    {"__repr__", view_repr, "self, /"},
};
constexpr NativeEntry kSetMethods[] = {
    {"__contains__", view_contains, kOne},
    {"__and__", view_algebra<BinaryOperator::And, false>, kOne},
    {"__rand__", view_algebra<BinaryOperator::And, true>, kOne},
    {"__or__", view_algebra<BinaryOperator::Or, false>, kOne},
    {"__ror__", view_algebra<BinaryOperator::Or, true>, kOne},
    {"__xor__", view_algebra<BinaryOperator::Xor, false>, kOne},
    {"__rxor__", view_algebra<BinaryOperator::Xor, true>, kOne},
    {"__sub__", view_algebra<BinaryOperator::Subtract, false>, kOne},
    {"__rsub__", view_algebra<BinaryOperator::Subtract, true>, kOne},
    {"__eq__", view_compare<CompareOperator::Equal>, kOne},
    {"__ne__", view_compare<CompareOperator::NotEqual>, kOne},
    {"__lt__", view_compare<CompareOperator::Less>, kOne},
    {"__le__", view_compare<CompareOperator::LessEqual>, kOne},
    {"__gt__", view_compare<CompareOperator::Greater>, kOne},
    {"__ge__", view_compare<CompareOperator::GreaterEqual>, kOne},
    {"isdisjoint", view_isdisjoint, "self, other, /"},
};

Type* define_view(VM& vm, const char* name, bool is_set_like) {
  Type* type = vm.define_type(name, "builtins", {}, ObjectKind::NativeData);
  type->is_final = true;
  vm.add_methods(type, kMethods);
  if (!is_set_like) return type;
  vm.add_methods(type, kSetMethods);
  type->attributes.set(vm.special_name(SpecialMethod::Hash), Value::none());
  return type;
}

}  // namespace

void install_dict_views(VM& vm) {
  vm.types.dict_keys = define_view(vm, "dict_keys", true);
  vm.types.dict_values = define_view(vm, "dict_values", false);
  vm.types.dict_items = define_view(vm, "dict_items", true);
}

}  // namespace sluice
