// int and bool.
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

namespace {

/// repr of the argument as "invalid literal" errors quote it; long ones are cut by CPython at 200 bytes.
std::string quoted_literal(const Value& value) {
  constexpr std::size_t kLongest = 200;
  std::string text =
      value.is(ObjectKind::Bytes) ? repr_bytes(value.as<Bytes>()->data()) : repr_text(value.as<Str>()->view());
  if (text.size() > kLongest) text.resize(kLongest);
  return text;
}

Value parse_int(VM& vm, const Value& value, std::int64_t base) {
  const std::string text =
      value.is(ObjectKind::Bytes) ? value.as<Bytes>()->data() : decimal_digits_to_ascii(value.as<Str>()->view());
  const std::string_view stripped = text_strip(text);
  const std::optional<BigInt> parsed = BigInt::parse(stripped, static_cast<int>(base));
  if (!parsed) {
    return vm.raise_value_error("invalid literal for int() with base " + std::to_string(base) + ": " +
                                quoted_literal(value));
  }
  if (exceeds_int_digits(stripped, static_cast<int>(base))) {
    return vm.raise_value_error(int_digits_error(count_int_digits(stripped), vm.python()));
  }
  return make_integer(*parsed);
}

bool warn_of_conversion(VM& vm, SpecialMethod method, const char* name, const Value& number) {
  if (method != SpecialMethod::Trunc) return warn_of_subclass(vm, name, number, vm.types.integer);
  return !int_by_trunc_is_deprecated(vm.python()) ||
         vm.warn(vm.types.deprecation_warning, "The delegation of int() to __trunc__ is deprecated.");
}

Value int_from_special(VM& vm, const Value& value) {
  for (const SpecialMethod method : {SpecialMethod::Int, SpecialMethod::Index, SpecialMethod::Trunc}) {
    if (method == SpecialMethod::Trunc && !int_uses_trunc(vm.python())) break;
    const Value number = vm.call_special(value, method);
    if (!number) return Value();
    if (number.is_not_implemented()) continue;
    const Value& inner = unwrapped(number);
    const char* name = method == SpecialMethod::Int     ? "__int__"
                       : method == SpecialMethod::Index ? "__index__"
                                                        : "__trunc__";
    if (!warn_of_conversion(vm, method, name, number)) return Value();
    if (builtin_is_integer(inner)) return inner.is_bool() ? Value::small_int(inner.is_true()) : inner;
    return vm.raise_type_error(std::string(name) + " returned non-int (type " + type_text(vm, number) + ")");
  }
  return vm.raise_type_error("int() argument must be a string, a bytes-like object or a real number, not '" +
                             type_text(vm, value) + "'");
}

}  // namespace

Value make_int(VM& vm, const Value& value, const Value& base) {
  const Value& inner = unwrapped(value);
  if (given(base)) {
    std::int64_t radix = 10;
    // Beyond 64 bits a base is as wrong as any.
    if (!builtin_is_integer(base) || VM::as_int64(base, radix)) {
      if (!vm.index(base, radix)) return Value();
    } else {
      radix = -1;
    }
    if (radix != 0 && (radix < 2 || radix > 36)) {
      return vm.raise_value_error("int() base must be >= 2 and <= 36, or 0");
    }
    if (!inner.is(ObjectKind::Str) && !inner.is(ObjectKind::Bytes)) {
      return vm.raise_type_error("int() can't convert non-string with explicit base");
    }
    return parse_int(vm, inner, radix);
  }
  if (!value.is(ObjectKind::Instance) || !vm.type_of(value)->special(vm, SpecialMethod::Int) ||
      vm.type_of(value)->special(vm, SpecialMethod::Int).is(ObjectKind::NativeFunction)) {
    if (inner.is_bool()) return Value::small_int(inner.is_true());
    if (builtin_is_integer(inner)) return inner;
    if (inner.is_double()) return integer_of_double(vm, inner.as_double());
    if (inner.is(ObjectKind::Str) || inner.is(ObjectKind::Bytes)) return parse_int(vm, inner, 10);
  }
  return int_from_special(vm, value);
}

Value round_number(VM& vm, const Value& value, const Value& digits) {
  const bool whole = digits.is_none() || digits.is_missing();
  if (value.is_double()) {
    const double number = value.as_double();
    if (whole) {
      if (number != number || number - number != 0) return integer_of_double(vm, number);
      return integer_of_double(vm, float_round_half_even(number));
    }
    BigInt places;
    if (!index_of_any_size(vm, digits, places)) return Value();
    const std::int64_t count = places.fits_int64() ? places.to_int64() : places.is_negative() ? INT64_MIN : INT64_MAX;
    const std::optional<double> rounded = float_round(number, count);
    if (!rounded) return vm.raise(vm.types.overflow_error, "rounded value too large to represent");
    return Value::number(*rounded);
  }
  if (!builtin_is_integer(value)) return Value::not_implemented();
  const Value plain = value.is_bool() ? Value::small_int(value.is_true()) : value;
  if (whole) return plain;
  BigInt count;
  if (!index_of_any_size(vm, digits, count)) return Value();
  if (!count.is_negative()) return plain;
  if (!count.fits_int64()) return Value::small_int(0);
  const auto places = static_cast<std::uint64_t>(-count.to_int64());
  const BigInt big = big_of(plain);
  // Far beyond its digits an int rounds to nothing; the power of ten need not be made.
  if (places > big.bit_length() + 1) return Value::small_int(0);
  return make_integer(big.round_to_power_of_ten(places));
}

namespace {

Value int_new(VM& vm, Value* arguments) {
  if (!given(arguments[1])) {
    if (given(arguments[2])) return vm.raise_type_error("int() missing string argument");
    return Value::small_int(0);
  }
  return make_int(vm, arguments[1], arguments[2]);
}

Value int_self(VM&, Value* arguments) {
  return arguments[0].is_bool() ? Value::small_int(arguments[0].is_true()) : arguments[0];
}

Value int_float(VM& vm, Value* arguments) {
  double value = 0;
  return builtin_real(vm, arguments[0], value) == Handled::Done ? Value::number(value) : Value();
}

Value int_bit_length(VM& vm, Value* arguments) {
  return vm.integer(static_cast<std::int64_t>(big_of(arguments[0]).bit_length()));
}

Value int_bit_count(VM& vm, Value* arguments) {
  return vm.integer(static_cast<std::int64_t>(big_of(arguments[0]).bit_count()));
}

Value int_ratio(VM& vm, Value* arguments) {
  const Value items[2] = {int_self(vm, arguments), Value::small_int(1)};
  return vm.tuple(items);
}

Value int_is_integer(VM&, Value*) { return Value::boolean(true); }
Value int_round(VM& vm, Value* arguments) { return round_number(vm, arguments[0], arguments[1]); }

/// "big" or "little" into a flag; false with an exception pending.
bool byte_order(VM& vm, const char* method, const Value& order, bool& is_big) {
  is_big = true;
  if (!given(order)) return true;
  const Str* text = text_or_null(order);
  if (text == nullptr) {
    vm.raise_type_error(std::string(method) + "() argument 'byteorder' must be str, not " + type_text(vm, order));
    return false;
  }
  is_big = text->view() == "big";
  if (is_big || text->view() == "little") return true;
  vm.raise_value_error("byteorder must be either 'little' or 'big'");
  return false;
}

Value int_to_bytes(VM& vm, Value* arguments) {
  std::int64_t length = 1;
  bool is_big = true;
  if (!to_bytes_has_defaults(vm.python())) {
    if (!given(arguments[1])) return vm.raise_type_error("to_bytes() missing required argument 'length' (pos 1)");
    if (!given(arguments[2])) return vm.raise_type_error("to_bytes() missing required argument 'byteorder' (pos 2)");
  }
  if (given(arguments[1]) && !vm.index(arguments[1], length)) return Value();
  if (!byte_order(vm, "to_bytes", arguments[2], is_big)) return Value();
  if (length < 0) return vm.raise_value_error("length argument must be non-negative");
  const int is_signed = vm.truth(arguments[3]);
  if (is_signed < 0 || !check_allocation(vm, static_cast<std::uint64_t>(length), 1)) return Value();
  const BigInt value = big_of(arguments[0]);
  if (value.is_negative() && is_signed == 0) {
    return vm.raise(vm.types.overflow_error, "can't convert negative int to unsigned");
  }
  std::optional<std::string> bytes = value.to_bytes(static_cast<std::size_t>(length), is_big, is_signed != 0);
  if (!bytes) return vm.raise(vm.types.overflow_error, "int too big to convert");
  return Value(new Bytes(static_cast<std::string&&>(*bytes)));
}

Value int_from_bytes(VM& vm, Value* arguments) {
  bool is_big = true;
  if (!to_bytes_has_defaults(vm.python()) && !given(arguments[2])) {
    return vm.raise_type_error("from_bytes() missing required argument 'byteorder' (pos 2)");
  }
  if (!byte_order(vm, "from_bytes", arguments[2], is_big)) return Value();
  const int is_signed = vm.truth(arguments[3]);
  if (is_signed < 0) return Value();
  std::string bytes;
  if (unwrapped(arguments[1]).is(ObjectKind::Bytes)) {
    bytes = unwrapped(arguments[1]).as<Bytes>()->data();
  } else {
    std::vector<Value> items;
    const bool is_text = text_or_null(arguments[1]) != nullptr;
    if (is_text || !vm.extend(items, arguments[1])) {
      if (!is_text && !vm.error_is(vm.types.type_error)) return Value();
      if (!is_text) vm.take_error();
      return vm.raise_type_error(std::string("cannot convert '") + vm.type_name(arguments[1]) + "' object to bytes");
    }
    for (const Value& item : items) {
      char byte = 0;
      if (!byte_argument(vm, item, byte)) return Value();
      bytes += byte;
    }
  }
  const Value number = make_integer(BigInt::from_bytes(bytes, is_big, is_signed != 0));
  if (arguments[0].as<Type>() == vm.types.integer) return number;
  const Value given_number[1] = {number};
  return vm.call(arguments[0], given_number);
}

constexpr NativeEntry kIntMethods[] = {
    {"__int__", int_self, "self, /"},
    {"__index__", int_self, "self, /"},
    {"__trunc__", int_self, "self, /"},
    {"__floor__", int_self, "self, /"},
    {"__ceil__", int_self, "self, /"},
    {"__float__", int_float, "self, /"},
    {"__round__", int_round, "self, ndigits=(), /"},
    {"bit_length", int_bit_length, "self, /"},
    {"bit_count", int_bit_count, "self, /"},
    {"conjugate", int_self, "self, /"},
    {"as_integer_ratio", int_ratio, "self, /"},
    {"to_bytes", int_to_bytes, "self, length=(), byteorder=(), *, signed=False"},
};
constexpr NativeEntry kIsInteger[] = {{"is_integer", int_is_integer, "self, /"}};
constexpr NativeEntry kIntClassMethods[] = {
    {"from_bytes", int_from_bytes, "cls, bytes, byteorder=(), *, signed=False"},
};

Value int_real(VM& vm, const Value& self) {
  Value argument = self;
  return int_self(vm, &argument);
}
Value int_imaginary(VM&, const Value&) { return Value::small_int(0); }
Value int_denominator(VM&, const Value&) { return Value::small_int(1); }

constexpr NativeAttribute kIntAttributes[] = {
    {"real", int_real, nullptr},
    {"imag", int_imaginary, nullptr},
    {"numerator", int_real, nullptr},
    {"denominator", int_denominator, nullptr},
};

Value bool_new(VM& vm, Value* arguments) {
  if (!given(arguments[1])) return Value::boolean(false);
  const int truth = vm.truth(arguments[1]);
  return truth < 0 ? Value() : Value::boolean(truth > 0);
}

}  // namespace

void install_int_types(VM& vm) {
  Type* type = vm.define_type("int", "builtins", {}, ObjectKind::BigInteger);
  vm.types.integer = type;
  add_special_methods(vm, type,
                      Special::Repr | Special::Format | Special::Equality | Special::Order | Special::Hash |
                          Special::Arithmetic | Special::Bits);
  vm.add_methods(type, kIntMethods);
  if (int_has_is_integer(vm.python())) vm.add_methods(type, kIsInteger);
  vm.add_class_methods(type, kIntClassMethods);
  vm.add_attributes(type, kIntAttributes);
  vm.set_constructor(type, {"__new__", int_new, "cls, x=(), /, base=()"});

  Type* const bases[] = {type};
  Type* boolean = vm.define_type("bool", "builtins", bases, ObjectKind::BigInteger);
  boolean->is_final = true;
  vm.types.boolean = boolean;
  vm.set_constructor(boolean, {"__new__", bool_new, "cls, object=(), /"});
}

}  // namespace sluice
