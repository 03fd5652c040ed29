#include "vm/special_wrappers.h"

#include "vm/builtin_operations.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"

namespace sluice {

namespace {

/// int.__add__ and the like know nothing but ints; float's take them over.
bool is_beyond_int(const Value* arguments) {
  return builtin_is_integer(arguments[0]) && !builtin_is_integer(unwrapped(arguments[1]));
}

template <BinaryOperator kOp>
Value forward(VM& vm, Value* arguments) {
  if (is_beyond_int(arguments)) return Value::not_implemented();
  return builtin_binary(vm, static_cast<std::uint8_t>(kOp), arguments[0], unwrapped(arguments[1]));
}

template <BinaryOperator kOp>
Value reflected(VM& vm, Value* arguments) {
  if (is_beyond_int(arguments)) return Value::not_implemented();
  return builtin_binary(vm, static_cast<std::uint8_t>(kOp), unwrapped(arguments[1]), arguments[0]);
}

template <BinaryOperator kOp>
Value in_place(VM& vm, Value* arguments) {
  const auto op = static_cast<std::uint8_t>(static_cast<std::uint8_t>(kOp) + kInPlace);
  return builtin_binary(vm, op, arguments[0], unwrapped(arguments[1]));
}

template <CompareOperator kOp>
Value compare(VM& vm, Value* arguments) {
  return builtin_compare(vm, static_cast<std::uint8_t>(kOp), arguments[0], unwrapped(arguments[1]));
}

template <UnaryOperator kOp>
Value unary(VM& vm, Value* arguments) {
  return builtin_unary(vm, kOp, arguments[0]);
}

Value special_repr(VM& vm, Value* arguments) { return builtin_repr(vm, arguments[0]); }

Value special_str(VM& vm, Value* arguments) {
  const Value text = builtin_str(vm, arguments[0]);
  return text && text.is_not_implemented() ? builtin_repr(vm, arguments[0]) : text;
}

Value special_format(VM& vm, Value* arguments) {
  const Str* spec = text_or_null(arguments[1]);
  if (spec == nullptr) {
    return vm.raise_type_error("__format__() argument must be str, not " + argument_type(vm, arguments[1]));
  }
  return vm.format(arguments[0], spec->view());
}

Value special_hash(VM& vm, Value* arguments) {
  std::uint64_t hash = 0;
  if (builtin_hash(vm, arguments[0], hash) != Handled::Done) return Value();
  return vm.integer(static_cast<std::int64_t>(hash));
}

Value special_length(VM& vm, Value* arguments) {
  const std::int64_t length = builtin_length(vm, arguments[0]);
  return length < 0 ? Value() : vm.integer(length);
}

Value special_get_item(VM& vm, Value* arguments) { return builtin_get_item(vm, arguments[0], arguments[1]); }

Value special_set_item(VM& vm, Value* arguments) {
  const bool done = builtin_set_item(vm, arguments[0], arguments[1], arguments[2]) == Handled::Done;
  return done ? Value::none() : Value();
}

Value special_delete_item(VM& vm, Value* arguments) {
  const bool done = builtin_delete_item(vm, arguments[0], arguments[1]) == Handled::Done;
  return done ? Value::none() : Value();
}

Value special_contains(VM& vm, Value* arguments) {
  const int found = builtin_contains(vm, arguments[0], arguments[1]);
  return found < 0 ? Value() : Value::boolean(found > 0);
}

Value special_iterate(VM& vm, Value* arguments) { return builtin_iterate(vm, arguments[0]); }
Value special_reversed(VM& vm, Value* arguments) { return make_reversed(vm, arguments[0]); }

Value special_divmod(VM& vm, Value* arguments) { return number_divmod(vm, arguments[0], unwrapped(arguments[1])); }
Value special_rdivmod(VM& vm, Value* arguments) { return number_divmod(vm, unwrapped(arguments[1]), arguments[0]); }
Value special_absolute(VM& vm, Value* arguments) { return number_absolute(vm, arguments[0]); }
Value special_bool(VM& vm, Value* arguments) { return Value::boolean(builtin_truth(vm, arguments[0]) > 0); }

Value special_power(VM& vm, Value* arguments) {
  if (!arguments[2].is_none()) {
    return integer_power_modulo(vm, arguments[0], unwrapped(arguments[1]), unwrapped(arguments[2]));
  }
  return forward<BinaryOperator::Power>(vm, arguments);
}

constexpr const char* kOne = "self, value, /";

constexpr NativeEntry kRepr[] = {{"__repr__", special_repr, "self, /"}};
constexpr NativeEntry kFormat[] = {{"__format__", special_format, "self, format_spec, /"},
                                   {"__str__", special_str, "self, /"}};
constexpr NativeEntry kEquality[] = {{"__eq__", compare<CompareOperator::Equal>, kOne},
                                     {"__ne__", compare<CompareOperator::NotEqual>, kOne}};
constexpr NativeEntry kOrder[] = {{"__lt__", compare<CompareOperator::Less>, kOne},
                                  {"__le__", compare<CompareOperator::LessEqual>, kOne},
                                  {"__gt__", compare<CompareOperator::Greater>, kOne},
                                  {"__ge__", compare<CompareOperator::GreaterEqual>, kOne}};
constexpr NativeEntry kHash[] = {{"__hash__", special_hash, "self, /"}};
constexpr NativeEntry kLength[] = {{"__len__", special_length, "self, /"}};
constexpr NativeEntry kGetItem[] = {{"__getitem__", special_get_item, "self, key, /"}};
constexpr NativeEntry kChangeItems[] = {{"__setitem__", special_set_item, "self, key, value, /"},
                                        {"__delitem__", special_delete_item, "self, key, /"}};
constexpr NativeEntry kContains[] = {{"__contains__", special_contains, "self, key, /"}};
constexpr NativeEntry kIterate[] = {{"__iter__", special_iterate, "self, /"}};
constexpr NativeEntry kReversed[] = {{"__reversed__", special_reversed, "self, /"}};
constexpr NativeEntry kConcatenate[] = {{"__add__", forward<BinaryOperator::Add>, kOne},
                                        {"__mul__", forward<BinaryOperator::Multiply>, kOne},
                                        {"__rmul__", reflected<BinaryOperator::Multiply>, kOne}};
constexpr NativeEntry kInPlaceSums[] = {{"__iadd__", in_place<BinaryOperator::Add>, kOne},
                                        {"__imul__", in_place<BinaryOperator::Multiply>, kOne}};
constexpr NativeEntry kArithmetic[] = {{"__add__", forward<BinaryOperator::Add>, kOne},
                                       {"__radd__", reflected<BinaryOperator::Add>, kOne},
                                       {"__sub__", forward<BinaryOperator::Subtract>, kOne},
                                       {"__rsub__", reflected<BinaryOperator::Subtract>, kOne},
                                       {"__mul__", forward<BinaryOperator::Multiply>, kOne},
                                       {"__rmul__", reflected<BinaryOperator::Multiply>, kOne},
                                       {"__truediv__", forward<BinaryOperator::TrueDivide>, kOne},
                                       {"__rtruediv__", reflected<BinaryOperator::TrueDivide>, kOne},
                                       {"__floordiv__", forward<BinaryOperator::FloorDivide>, kOne},
                                       {"__rfloordiv__", reflected<BinaryOperator::FloorDivide>, kOne},
                                       {"__mod__", forward<BinaryOperator::Modulo>, kOne},
                                       {"__rmod__", reflected<BinaryOperator::Modulo>, kOne},
                                       {"__pow__", special_power, "self, value, mod=None, /"},
                                       {"__rpow__", reflected<BinaryOperator::Power>, "self, value, mod=None, /"},
                                       {"__divmod__", special_divmod, kOne},
                                       {"__rdivmod__", special_rdivmod, kOne},
                                       {"__neg__", unary<UnaryOperator::Negative>, "self, /"},
                                       {"__pos__", unary<UnaryOperator::Positive>, "self, /"},
                                       {"__abs__", special_absolute, "self, /"},
                                       {"__bool__", special_bool, "self, /"}};
constexpr NativeEntry kBits[] = {{"__and__", forward<BinaryOperator::And>, kOne},
                                 {"__rand__", reflected<BinaryOperator::And>, kOne},
                                 {"__or__", forward<BinaryOperator::Or>, kOne},
                                 {"__ror__", reflected<BinaryOperator::Or>, kOne},
                                 {"__xor__", forward<BinaryOperator::Xor>, kOne},
                                 {"__rxor__", reflected<BinaryOperator::Xor>, kOne},
                                 {"__lshift__", forward<BinaryOperator::LeftShift>, kOne},
                                 {"__rlshift__", reflected<BinaryOperator::LeftShift>, kOne},
                                 {"__rshift__", forward<BinaryOperator::RightShift>, kOne},
                                 {"__rrshift__", reflected<BinaryOperator::RightShift>, kOne},
                                 {"__invert__", unary<UnaryOperator::Invert>, "self, /"}};
constexpr NativeEntry kAlgebra[] = {
    {"__and__", forward<BinaryOperator::And>, kOne},      {"__rand__", reflected<BinaryOperator::And>, kOne},
    {"__or__", forward<BinaryOperator::Or>, kOne},        {"__ror__", reflected<BinaryOperator::Or>, kOne},
    {"__xor__", forward<BinaryOperator::Xor>, kOne},      {"__rxor__", reflected<BinaryOperator::Xor>, kOne},
    {"__sub__", forward<BinaryOperator::Subtract>, kOne}, {"__rsub__", reflected<BinaryOperator::Subtract>, kOne}};
constexpr NativeEntry kInPlaceAlgebra[] = {{"__iand__", in_place<BinaryOperator::And>, kOne},
                                           {"__ior__", in_place<BinaryOperator::Or>, kOne},
                                           {"__ixor__", in_place<BinaryOperator::Xor>, kOne},
                                           {"__isub__", in_place<BinaryOperator::Subtract>, kOne}};
constexpr NativeEntry kUnion[] = {{"__or__", forward<BinaryOperator::Or>, kOne},
                                  {"__ror__", reflected<BinaryOperator::Or>, kOne},
                                  {"__ior__", in_place<BinaryOperator::Or>, kOne}};

}  // namespace

void add_special_methods(VM& vm, Type* type, std::uint32_t what) {
  const auto add = [&](Special special, std::span<const NativeEntry> methods) {
    if ((what & static_cast<std::uint32_t>(special)) != 0) vm.add_methods(type, methods);
  };
  add(Special::Repr, kRepr);
  add(Special::Format, kFormat);
  add(Special::Equality, kEquality);
  add(Special::Order, kOrder);
  add(Special::Hash, kHash);
  add(Special::Length, kLength);
  add(Special::GetItem, kGetItem);
  add(Special::ChangeItems, kChangeItems);
  add(Special::Contains, kContains);
  add(Special::Iterate, kIterate);
  add(Special::Reversed, kReversed);
  add(Special::Concatenate, kConcatenate);
  add(Special::InPlaceSums, kInPlaceSums);
  add(Special::Arithmetic, kArithmetic);
  add(Special::Bits, kBits);
  add(Special::Algebra, kAlgebra);
  add(Special::InPlaceAlgebra, kInPlaceAlgebra);
  add(Special::Union, kUnion);
  if ((what & static_cast<std::uint32_t>(Special::Unhashable)) != 0) {
    type->attributes.set(vm.special_name(SpecialMethod::Hash), Value::none());
  }
}

}  // namespace sluice
