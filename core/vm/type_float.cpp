// float.
#include <cmath>
#include <string>

#include "base/float_math.h"
#include "base/float_text.h"
#include "base/runtime_changes.h"
#include "base/text_repr.h"
#include "base/unicode.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"
#include "vm/special_wrappers.h"

namespace sluice {

Value make_float(VM& vm, const Value& value) {
  const Value& inner = unwrapped(value);
  if (inner.is_double() && value.is_double()) return inner;
  if (inner.is(ObjectKind::Str) || inner.is(ObjectKind::Bytes)) {
    const std::string text =
        inner.is(ObjectKind::Bytes) ? inner.as<Bytes>()->data() : decimal_digits_to_ascii(inner.as<Str>()->view());
    const std::optional<double> parsed = parse_float(text_strip(text));
    if (parsed) return Value::number(*parsed);
    const Value shown = builtin_repr(vm, inner);
    return shown ? vm.raise_value_error("could not convert string to float: " + shown.as<Str>()->text()) : Value();
  }
  const bool has_number = is_number(inner) || vm.type_of(value)->special(vm, SpecialMethod::Float) ||
                          vm.type_of(value)->special(vm, SpecialMethod::Index);
  if (!has_number) {
    return vm.raise_type_error("float() argument must be a string or a real number, not '" + type_text(vm, value) +
                               "'");
  }
  double number = 0;
  return vm.real(value, number) ? Value::number(number) : Value();
}

namespace {

double self_of(const Value* arguments) { return arguments[0].as_double(); }

Value float_new(VM& vm, Value* arguments) {
  return given(arguments[1]) ? make_float(vm, arguments[1]) : Value::number(0);
}

Value float_is_integer(VM&, Value* arguments) {
  const double value = self_of(arguments);
  return Value::boolean(value - value == 0 && std::floor(value) == value);
}

Value float_ratio(VM& vm, Value* arguments) {
  const double value = self_of(arguments);
  if (value != value) return vm.raise_value_error("cannot convert NaN to integer ratio");
  if (value - value != 0) return vm.raise(vm.types.overflow_error, "cannot convert Infinity to integer ratio");
  const IntegerRatio ratio = float_as_integer_ratio(value);
  const Value items[2] = {make_integer(ratio.numerator), make_integer(ratio.denominator)};
  return vm.tuple(items);
}

Value float_to_hex(VM& vm, Value* arguments) { return vm.str(float_hex(self_of(arguments))); }

Value float_parse_hex(VM& vm, Value* arguments) {
  const Str* text = text_or_null(arguments[1]);
  if (text == nullptr) {
    return vm.raise_type_error("bad argument type for built-in operation");
  }
  const HexFloat parsed = float_from_hex(text_strip(text->view()));
  if (parsed.error == 'v') return vm.raise_value_error("invalid hexadecimal floating-point string");
  if (parsed.error == 'o') {
    return vm.raise(vm.types.overflow_error, "hexadecimal value too large to represent as a float");
  }
  return Value::number(parsed.value);
}

Value float_self(VM&, Value* arguments) { return arguments[0]; }
Value float_int(VM& vm, Value* arguments) { return integer_of_double(vm, self_of(arguments)); }
Value float_floor(VM& vm, Value* arguments) { return integer_of_double(vm, std::floor(self_of(arguments))); }
Value float_ceil(VM& vm, Value* arguments) { return integer_of_double(vm, std::ceil(self_of(arguments))); }
Value float_round_method(VM& vm, Value* arguments) { return round_number(vm, arguments[0], arguments[1]); }

constexpr NativeEntry kMethods[] = {
    {"__int__", float_int, "self, /"},
    {"__trunc__", float_int, "self, /"},
    {"__floor__", float_floor, "self, /"},
    {"__ceil__", float_ceil, "self, /"},
    {"__float__", float_self, "self, /"},
    {"__round__", float_round_method, "self, ndigits=(), /"},
    {"conjugate", float_self, "self, /"},
    {"is_integer", float_is_integer, "self, /"},
    {"as_integer_ratio", float_ratio, "self, /"},
    {"hex", float_to_hex, "self, /"},
};
/// As float(), but of numbers only.
Value float_from_number(VM& vm, Value* arguments) {
  double number = 0;
  if (!vm.real(arguments[1], number)) return Value();
  if (arguments[0].as<Type>() == vm.types.floating) return Value::number(number);
  const Value made[1] = {Value::number(number)};
  return vm.call(arguments[0], made);
}

constexpr NativeEntry kFromNumber[] = {{"from_number", float_from_number, "cls, number, /"}};
constexpr NativeEntry kClassMethods[] = {{"fromhex", float_parse_hex, "cls, string, /"}};

Value float_real(VM&, const Value& self) { return self; }
Value float_imaginary(VM&, const Value&) { return Value::number(0); }
constexpr NativeAttribute kAttributes[] = {{"real", float_real, nullptr}, {"imag", float_imaginary, nullptr}};

}  // namespace

void install_float_type(VM& vm) {
  // A float is no object; the layout only says that a derived class's instance carries one.
  Type* type = vm.define_type("float", "builtins", {}, ObjectKind::NativeData);
  vm.types.floating = type;
  add_special_methods(
      vm, type,
      Special::Repr | Special::Format | Special::Equality | Special::Order | Special::Hash | Special::Arithmetic);
  vm.add_methods(type, kMethods);
  vm.add_class_methods(type, kClassMethods);
  if (numbers_have_from_number(vm.python())) vm.add_class_methods(type, kFromNumber);
  vm.add_attributes(type, kAttributes);
  vm.set_constructor(type, {"__new__", float_new, "cls, x=(), /"});
}

}  // namespace sluice
