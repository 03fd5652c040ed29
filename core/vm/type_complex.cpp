// complex. Its operators are methods, as of any class: no operation of other numbers is slower for it.
#include <cmath>
#include <string>

#include "base/runtime_changes.h"
#include "base/unicode.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/complex.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"
#include "vm/str_format.h"

namespace sluice {

namespace {

double without_sign_of_nan(double value) { return value != value ? std::fabs(value) : value; }

}  // namespace

Complex::Complex(Type* complex_type, ComplexNumber complex)
    : NativeData(complex_type), value{without_sign_of_nan(complex.real), without_sign_of_nan(complex.imaginary)} {}

Value make_complex(VM& vm, ComplexNumber value) { return Value(new Complex(vm.types.complex_number, value)); }

const ComplexNumber* complex_or_null(const VM& vm, const Value& value) {
  const Value& inner = unwrapped(value);
  const bool is_complex = inner.is(ObjectKind::NativeData) && inner.as<NativeData>()->type == vm.types.complex_number;
  return is_complex ? &static_cast<Complex*>(inner.object())->value : nullptr;
}

namespace {

ComplexNumber self_of(const Value* arguments) { return static_cast<Complex*>(arguments[0].object())->value; }

Value result_of(VM& vm, const ComplexResult& result, const char* zero_error, const char* zero_error_3_14) {
  switch (result.outcome) {
    case ComplexOutcome::kOk:
      return make_complex(vm, result.value);
    case ComplexOutcome::kZeroDivision:
      return vm.raise(vm.types.zero_division_error,
                      division_errors_are_uniform(vm.python()) ? zero_error_3_14 : zero_error);
    case ComplexOutcome::kOverflow:
      return vm.raise(vm.types.overflow_error, "complex exponentiation");
  }
  return Value();
}

}  // namespace

Value raise_to_complex_power(VM& vm, ComplexNumber a, ComplexNumber b) {
  return result_of(vm, complex_power(a, b, vm.python()), "0.0 to a negative or complex power",
                   "zero to a negative or complex power");
}

namespace {

/// NotMine for what is no number.
Handled operand_of(VM& vm, const Value& value, ComplexOperand& operand) {
  if (const ComplexNumber* complex = complex_or_null(vm, value)) {
    operand.value = *complex;
    return Handled::Done;
  }
  operand.is_real = true;
  return builtin_real(vm, unwrapped(value), operand.value.real);
}

Value operate(VM& vm, BinaryOperator op, const Value& a, const Value& b) {
  ComplexOperand left;
  ComplexOperand right;
  for (const Handled handled : {operand_of(vm, a, left), operand_of(vm, b, right)}) {
    if (handled != Handled::Done) return handled == Handled::NotMine ? Value::not_implemented() : Value();
  }
  const PythonVersion python = vm.python();
  switch (op) {
    case BinaryOperator::Add:
      return make_complex(vm, complex_sum(left, right, python));
    case BinaryOperator::Subtract:
      return make_complex(vm, complex_difference(left, right, python));
    case BinaryOperator::Multiply:
      return make_complex(vm, complex_product(left, right, python));
    case BinaryOperator::TrueDivide:
      return result_of(vm, complex_quotient(left, right, python), "complex division by zero", "division by zero");
    default:
      return raise_to_complex_power(vm, left.value, right.value);
  }
}

template <BinaryOperator kOp>
Value forward(VM& vm, Value* arguments) {
  return operate(vm, kOp, arguments[0], arguments[1]);
}

template <BinaryOperator kOp>
Value reflected(VM& vm, Value* arguments) {
  return operate(vm, kOp, arguments[1], arguments[0]);
}

template <bool kReflected>
Value power(VM& vm, Value* arguments) {
  if (!arguments[2].is_none()) return vm.raise_value_error("complex modulo");
  return kReflected ? reflected<BinaryOperator::Power>(vm, arguments) : forward<BinaryOperator::Power>(vm, arguments);
}

/// An int is compared exactly, however long it is.
template <bool kEqual>
Value equals(VM& vm, Value* arguments) {
  const ComplexNumber self = self_of(arguments);
  const Value& other = unwrapped(arguments[1]);
  bool same = false;
  if (const ComplexNumber* complex = complex_or_null(vm, other)) {
    same = self.real == complex->real && self.imaginary == complex->imaginary;
  } else if (is_number(other)) {
    same = self.imaginary == 0 && number_compare(CompareOperator::Equal, Value::number(self.real), other).is_true();
  } else {
    return Value::not_implemented();
  }
  return Value::boolean(same == kEqual);
}

Value negative(VM& vm, Value* arguments) {
  const ComplexNumber self = self_of(arguments);
  return make_complex(vm, {-self.real, -self.imaginary});
}

Value conjugate(VM& vm, Value* arguments) {
  const ComplexNumber self = self_of(arguments);
  return make_complex(vm, {self.real, -self.imaginary});
}

Value itself(VM&, Value* arguments) { return arguments[0]; }

Value absolute(VM& vm, Value* arguments) {
  const ComplexSize size = complex_absolute(self_of(arguments));
  if (size.outcome == ComplexOutcome::kOk) return Value::number(size.value);
  return vm.raise(vm.types.overflow_error, "absolute value too large");
}

Value truth(VM&, Value* arguments) {
  const ComplexNumber self = self_of(arguments);
  return Value::boolean(self.real != 0 || self.imaginary != 0);
}

Value hash(VM& vm, Value* arguments) { return vm.integer(complex_hash(self_of(arguments))); }
Value repr(VM& vm, Value* arguments) { return vm.str(complex_repr(self_of(arguments))); }

Value format(VM& vm, Value* arguments) {
  const Str* spec = text_or_null(arguments[1]);
  if (spec == nullptr) {
    return vm.raise_type_error("__format__() argument must be str, not " + argument_type(vm, arguments[1]));
  }
  if (spec->view().empty()) return repr(vm, arguments);
  return format_result(vm, format_complex(self_of(arguments), spec->view(), vm.python()));
}

Value new_arguments(VM& vm, Value* arguments) {
  const Value items[2] = {Value::number(self_of(arguments).real), Value::number(self_of(arguments).imaginary)};
  return vm.tuple(items);
}

// ---- complex(…) ----

Value from_text(VM& vm, const Value& given_text) {
  const std::string ascii = decimal_digits_to_ascii(text_or_null(given_text)->view());
  const std::string_view text = text_strip(ascii);
  if (!has_good_underscores(text)) {
    const Value shown = vm.repr(given_text);
    return shown ? vm.raise_value_error("could not convert string to complex: " + shown.as<Str>()->text()) : Value();
  }
  const std::optional<ComplexNumber> parsed = parse_complex(text);
  return parsed ? make_complex(vm, *parsed) : vm.raise_value_error("complex() arg is a malformed string");
}

/// What `__complex__` of a class makes of its instance; not_implemented if there is none.
Value by_conversion(VM& vm, const Value& value) {
  const Value number = vm.call_special(value, SpecialMethod::Complex);
  if (!number || number.is_not_implemented()) return number;
  if (complex_or_null(vm, number) == nullptr) {
    return vm.raise_type_error("__complex__ returned non-complex (type " + type_text(vm, number) + ")");
  }
  if (vm.type_of(number) != vm.types.complex_number &&
      !vm.warn(vm.types.deprecation_warning, "__complex__ returned non-complex (type " + type_text(vm, number) +
                                                 ").  The ability to return an instance of a strict subclass of "
                                                 "complex is deprecated, and may be removed in a future version of "
                                                 "Python.")) {
    return Value();
  }
  return unwrapped(number);
}

bool is_real_like(VM& vm, const Value& value) {
  Type* type = vm.type_of(value);
  return is_number(unwrapped(value)) || type->special(vm, SpecialMethod::Float) ||
         type->special(vm, SpecialMethod::Index);
}

/// Which argument is wanting: what errors call it.
struct Part {
  const char* name;          ///< since 3.14
  const char* error_before;  ///< until 3.13, in front of the type
};
constexpr Part kReal = {"real", "complex() first argument must be a string or a number, not '"};
constexpr Part kImaginary = {"imag", "complex() second argument must be a number, not '"};

std::string wants_real(VM& vm, const Part& part, const Value& value) {
  return std::string("complex() argument '") + part.name + "' must be a real number, not " + type_text(vm, value);
}

/// The number that an argument stands for, real or complex; false with an exception pending.
bool part_of(VM& vm, const Part& part, bool is_alone, const Value& value, ComplexOperand& result) {
  const bool is_first = part.name == kReal.name;
  const Value converted = is_first ? by_conversion(vm, value) : Value::not_implemented();
  if (!converted) return false;
  const ComplexNumber* complex = complex_or_null(vm, converted.is_not_implemented() ? value : converted);
  if (complex != nullptr) {
    result.value = *complex;
    return !complex_wants_reals(vm.python()) || is_alone ||
           vm.warn(vm.types.deprecation_warning, wants_real(vm, part, value));
  }
  result.is_real = true;
  if (is_real_like(vm, value)) return vm.real(value, result.value.real);
  if (!complex_wants_reals(vm.python())) {
    vm.raise_type_error(part.error_before + type_text(vm, value) + "'");
  } else if (is_alone) {
    vm.raise_type_error("complex() argument must be a string or a number, not " + type_text(vm, value));
  } else {
    vm.raise_type_error(wants_real(vm, part, value));
  }
  return false;
}

Value complex_new(VM& vm, Value* arguments) {
  const Value& first = arguments[1];
  const Value& second = arguments[2];
  const bool names_are_parts = complex_wants_reals(vm.python());
  const bool is_alone = given(first) && !given(second);
  if (given(first) && text_or_null(first) != nullptr) {
    if (is_alone) return from_text(vm, first);
    if (!names_are_parts) return vm.raise_type_error("complex() can't take second arg if first is a string");
  }
  if (!names_are_parts && given(second) && text_or_null(second) != nullptr) {
    return vm.raise_type_error("complex() second arg can't be a string");
  }
  if (is_alone && vm.type_of(first) == vm.types.complex_number) return first;
  ComplexOperand real;
  ComplexOperand imaginary;
  real.is_real = imaginary.is_real = true;
  if (given(first) && !part_of(vm, kReal, is_alone, first, real = {})) return Value();
  if (given(second) && !part_of(vm, kImaginary, false, second, imaginary = {})) return Value();
  // real + imag * 1j, without the products.
  ComplexNumber result = real.value;
  if (given(second)) result.imaginary = imaginary.value.real;
  if (!imaginary.is_real) result.real -= imaginary.value.imaginary;
  if (!real.is_real && given(second)) result.imaginary += real.value.imaginary;
  return make_complex(vm, result);
}

Value from_number(VM& vm, Value* arguments) {
  Value number = by_conversion(vm, arguments[1]);
  if (!number) return Value();
  ComplexOperand operand;
  if (const ComplexNumber* complex = complex_or_null(vm, number.is_not_implemented() ? arguments[1] : number)) {
    operand.value = *complex;
  } else if (!vm.real(arguments[1], operand.value.real)) {
    return Value();
  }
  number = make_complex(vm, operand.value);
  if (arguments[0].as<Type>() == vm.types.complex_number) return number;
  const Value given_number[1] = {number};
  return vm.call(arguments[0], given_number);
}

constexpr const char* kOne = "self, value, /";
constexpr const char* kNone = "self, /";
constexpr const char* kPower = "self, value, mod=None, /";
constexpr NativeEntry kMethods[] = {
    {"__add__", forward<BinaryOperator::Add>, kOne},
    {"__radd__", reflected<BinaryOperator::Add>, kOne},
    {"__sub__", forward<BinaryOperator::Subtract>, kOne},
    {"__rsub__", reflected<BinaryOperator::Subtract>, kOne},
    {"__mul__", forward<BinaryOperator::Multiply>, kOne},
    {"__rmul__", reflected<BinaryOperator::Multiply>, kOne},
    {"__truediv__", forward<BinaryOperator::TrueDivide>, kOne},
    {"__rtruediv__", reflected<BinaryOperator::TrueDivide>, kOne},
    {"__pow__", power<false>, kPower},
    {"__rpow__", power<true>, kPower},
    {"__eq__", equals<true>, kOne},
    {"__ne__", equals<false>, kOne},
    {"__neg__", negative, kNone},
    {"__pos__", itself, kNone},
    {"__abs__", absolute, kNone},
    {"__bool__", truth, kNone},
    {"__hash__", hash, kNone},
    {"__repr__", repr, kNone},
    {"__format__", format, "self, format_spec, /"},
    {"__getnewargs__", new_arguments, kNone},
    {"conjugate", conjugate, kNone},
};
constexpr NativeEntry kConversion[] = {{"__complex__", itself, kNone}};
constexpr NativeEntry kFromNumber[] = {{"from_number", from_number, "cls, number, /"}};

Value get_real(VM& vm, const Value& self) { return Value::number(complex_or_null(vm, self)->real); }
Value get_imaginary(VM& vm, const Value& self) { return Value::number(complex_or_null(vm, self)->imaginary); }
bool refuse_change(VM& vm, const Value&, const Value&) {
  vm.raise(vm.types.attribute_error, "readonly attribute");
  return false;
}
constexpr NativeAttribute kAttributes[] = {{"real", get_real, refuse_change}, {"imag", get_imaginary, refuse_change}};

}  // namespace

void install_complex_type(VM& vm) {
  Type* type = vm.define_type("complex", "builtins", {}, ObjectKind::NativeData);
  vm.types.complex_number = type;
  vm.add_methods(type, kMethods);
  if (complex_has_conversion(vm.python())) vm.add_methods(type, kConversion);
  if (numbers_have_from_number(vm.python())) vm.add_class_methods(type, kFromNumber);
  vm.add_attributes(type, kAttributes);
  vm.set_constructor(type, {"__new__", complex_new, "cls, real=(), imag=()"});
}

}  // namespace sluice
