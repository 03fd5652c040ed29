#include "vm/number_operations.h"

#include <cmath>
#include <string>

#include "base/bigint.h"
#include "base/float_math.h"
#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/complex.h"
#include "vm/native_helpers.h"
#include "vm/vm.h"

namespace sluice {

// ---- Ints of any size ----

Value make_integer(BigInt value) {
  if (value.fits_int64()) {
    const std::int64_t small = value.to_int64();
    if (Value::fits_small(small)) return Value::small_int(small);
  }
  return Value(new BigInteger(static_cast<BigInt&&>(value)));
}

BigInt big_of(const Value& value) {
  if (value.is_small_int()) return BigInt(value.as_small_int());
  if (value.is_bool()) return BigInt(value.is_true());
  return value.as<BigInteger>()->value;
}

Value builtin_integer(VM&, std::int64_t value) {
  if (Value::fits_small(value)) return Value::small_int(value);
  return Value(new BigInteger(BigInt(value)));
}

Value builtin_integer_from_literal(VM& vm, std::string_view digits) {
  const std::optional<BigInt> value = BigInt::parse(digits, 0);
  if (!value) return vm.raise(vm.types.system_error, "an int literal that is none");
  return make_integer(*value);
}

bool builtin_is_integer(const Value& value) {
  return value.is_small_int() || value.is_bool() || value.is(ObjectKind::BigInteger);
}

bool builtin_int64(const Value& value, std::int64_t& result) {
  if (value.is_small_int()) {
    result = value.as_small_int();
    return true;
  }
  if (value.is_bool()) {
    result = value.is_true();
    return true;
  }
  if (!value.is(ObjectKind::BigInteger)) return false;
  const BigInt& big = value.as<BigInteger>()->value;
  if (!big.fits_int64()) return false;
  result = big.to_int64();
  return true;
}

Handled builtin_real(VM& vm, const Value& value, double& result) {
  if (value.is_double()) {
    result = value.as_double();
    return Handled::Done;
  }
  if (value.is_small_int()) {
    result = static_cast<double>(value.as_small_int());
    return Handled::Done;
  }
  if (value.is_bool()) {
    result = value.is_true() ? 1 : 0;
    return Handled::Done;
  }
  if (!value.is(ObjectKind::BigInteger)) return Handled::NotMine;
  const std::optional<double> real = value.as<BigInteger>()->value.to_double();
  if (!real) {
    vm.raise(vm.types.overflow_error, "int too large to convert to float");
    return Handled::Failed;
  }
  result = *real;
  return Handled::Done;
}

bool warn_of_subclass(VM& vm, const std::string& method, const Value& number, Type* wanted) {
  Type* type = vm.type_of(number);
  if (type == wanted || !type->is_subtype_of(wanted)) return true;
  const std::string name = wanted->name_text();
  return vm.warn(vm.types.deprecation_warning, method + " returned non-" + name + " (type " + vm.type_name(number) +
                                                   ").  The ability to return an instance of a strict subclass of " +
                                                   name +
                                                   " is deprecated, and may be removed in a future version of Python.");
}

bool index_of_any_size(VM& vm, const Value& value, BigInt& result) {
  const Value& inner = unwrapped(value);
  if (builtin_is_integer(inner)) {
    result = big_of(inner);
    return true;
  }
  const Value number = vm.call_special(value, SpecialMethod::Index);
  if (!number) return false;
  if (number.is_not_implemented()) {
    vm.raise_type_error(std::string("'") + vm.type_name(value) + "' object cannot be interpreted as an integer");
    return false;
  }
  if (!builtin_is_integer(unwrapped(number))) {
    vm.raise_type_error(std::string("__index__ returned non-int (type ") + vm.type_name(number) + ")");
    return false;
  }
  if (!warn_of_subclass(vm, "__index__", number, vm.types.integer)) return false;
  result = big_of(unwrapped(number));
  return true;
}

Value integer_of_double(VM& vm, double value) {
  if (value >= -1e14 && value <= 1e14) return Value::small_int(static_cast<std::int64_t>(value));
  if (value != value) return vm.raise_value_error("cannot convert float NaN to integer");
  const std::optional<BigInt> big = BigInt::from_double(value);
  if (!big) return vm.raise(vm.types.overflow_error, "cannot convert float infinity to integer");
  return make_integer(*big);
}

Value integer_text(VM& vm, const Value& value) {
  if (value.is_small_int()) return vm.str(std::to_string(value.as_small_int()));
  if (value.is_bool()) return vm.str(value.is_true() ? "1" : "0");
  const BigInt& big = value.as<BigInteger>()->value;
  if (big.exceeds_str_digits()) return vm.raise_value_error(str_digits_error(vm.python()));
  return vm.str(big.to_text());
}

bool is_number(const Value& value) { return value.is_double() || builtin_is_integer(value); }

// ---- Ints ----

namespace {

constexpr double kBitsPerByte = 8;

bool check_bits(VM& vm, std::uint64_t bits) {
  if (bits < 1u << 16) return true;
  if (bits / static_cast<std::uint64_t>(kBitsPerByte) >= std::uint64_t{1} << 40) {
    raise_memory_error(vm);
    return false;
  }
  return vm.check_memory(static_cast<std::size_t>(bits / 8) * 2);
}

Value zero_division(VM& vm, const char* before_3_14) {
  const bool same = division_errors_are_uniform(vm.python());
  return vm.raise(vm.types.zero_division_error, same ? "division by zero" : before_3_14);
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
  const std::int64_t quotient = a / b;
  return (a % b != 0 && (a < 0) != (b < 0)) ? quotient - 1 : quotient;
}

std::int64_t floor_modulo(std::int64_t a, std::int64_t b) {
  const std::int64_t rest = a % b;
  return (rest != 0 && (rest < 0) != (b < 0)) ? rest + b : rest;
}

Value raise_float_power(VM& vm, PowerOutcome outcome, double a, double b) {
  switch (outcome) {
    case PowerOutcome::kOk:
      break;
    case PowerOutcome::kZeroToNegative:
      return vm.raise(vm.types.zero_division_error, division_errors_are_uniform(vm.python())
                                                        ? "zero to a negative power"
                                                        : "0.0 cannot be raised to a negative power");
    case PowerOutcome::kComplex:
      return raise_to_complex_power(vm, {a, 0}, {b, 0});
    case PowerOutcome::kOverflow: {
      const Value arguments[2] = {Value::small_int(34), vm.str("Numerical result out of range")};
      return vm.raise(Value(new Exception(vm.types.overflow_error, Tuple::of(arguments))));
    }
  }
  return Value();
}

Value float_to_power(VM& vm, double a, double b) {
  const FloatPower power = float_power(a, b);
  return power.outcome == PowerOutcome::kOk ? Value::number(power.value) : raise_float_power(vm, power.outcome, a, b);
}

Value integer_power(VM& vm, const Value& a, const Value& b) {
  const BigInt exponent = big_of(b);
  if (exponent.is_negative()) {
    double base = 0;
    double power = 0;
    if (builtin_real(vm, a, base) != Handled::Done || builtin_real(vm, b, power) != Handled::Done) return Value();
    return float_to_power(vm, base, power);
  }
  const BigInt base = big_of(a);
  const bool trivial = base.is_zero() || (base.fits_int64() && (base.to_int64() == 1 || base.to_int64() == -1));
  if (trivial) {
    if (exponent.is_zero()) return Value::small_int(1);
    return base.is_negative() && !exponent.is_odd() ? Value::small_int(1) : make_integer(base);
  }
  if (!exponent.fits_int64()) return raise_memory_error(vm);
  const auto count = static_cast<std::uint64_t>(exponent.to_int64());
  if (!check_bits(vm, BigInt::power_bits_estimate(base, count))) return Value();
  return make_integer(BigInt::power(base, count));
}

Value integer_shift(VM& vm, BinaryOperator op, const Value& a, const Value& b) {
  const BigInt count = big_of(b);
  if (count.is_negative()) return vm.raise_value_error("negative shift count");
  const BigInt value = big_of(a);
  if (value.is_zero()) return Value::small_int(0);
  if (op == BinaryOperator::RightShift) {
    if (!count.fits_int64()) return Value::small_int(value.is_negative() ? -1 : 0);
    return make_integer(value.shift_right(static_cast<std::uint64_t>(count.to_int64())));
  }
  if (!count.fits_int64()) return vm.raise(vm.types.overflow_error, "too many digits in integer");
  const auto bits = static_cast<std::uint64_t>(count.to_int64());
  if (!check_bits(vm, bits + value.bit_length())) return Value();
  return make_integer(value.shift_left(bits));
}

Value integer_divide(VM& vm, const Value& a, const Value& b) {
  const BigInt divisor = big_of(b);
  if (divisor.is_zero()) return zero_division(vm, "division by zero");
  const std::optional<double> quotient = BigInt::true_divide(big_of(a), divisor);
  if (!quotient) return vm.raise(vm.types.overflow_error, "integer division result too large for a float");
  return Value::number(*quotient);
}

const char* modulo_error(VM& vm) {
  return integer_modulo_error_is_own(vm.python()) ? "integer modulo by zero" : "integer division or modulo by zero";
}

Value big_binary(VM& vm, BinaryOperator op, const Value& a, const Value& b) {
  switch (op) {
    case BinaryOperator::Add:
      return make_integer(big_of(a) + big_of(b));
    case BinaryOperator::Subtract:
      return make_integer(big_of(a) - big_of(b));
    case BinaryOperator::Multiply: {
      const BigInt left = big_of(a);
      const BigInt right = big_of(b);
      if (!check_bits(vm, BigInt::multiply_bits_estimate(left, right))) return Value();
      return make_integer(left * right);
    }
    case BinaryOperator::TrueDivide:
      return integer_divide(vm, a, b);
    case BinaryOperator::FloorDivide: {
      const BigInt divisor = big_of(b);
      if (divisor.is_zero()) return zero_division(vm, "integer division or modulo by zero");
      return make_integer(BigInt::floor_divmod(big_of(a), divisor).quotient);
    }
    case BinaryOperator::Modulo: {
      const BigInt divisor = big_of(b);
      if (divisor.is_zero()) return zero_division(vm, modulo_error(vm));
      return make_integer(BigInt::floor_divmod(big_of(a), divisor).remainder);
    }
    case BinaryOperator::Power:
      return integer_power(vm, a, b);
    case BinaryOperator::LeftShift:
    case BinaryOperator::RightShift:
      return integer_shift(vm, op, a, b);
    case BinaryOperator::And:
      return make_integer(big_of(a) & big_of(b));
    case BinaryOperator::Or:
      return make_integer(big_of(a) | big_of(b));
    case BinaryOperator::Xor:
      return make_integer(big_of(a) ^ big_of(b));
    case BinaryOperator::MatrixMultiply:
      break;
  }
  return Value::not_implemented();
}

/// Both fit 49 bits, so sums and differences fit 64.
Value small_binary(VM& vm, BinaryOperator op, std::int64_t a, std::int64_t b, const Value& left, const Value& right) {
  switch (op) {
    case BinaryOperator::Add:
      return builtin_integer(vm, a + b);
    case BinaryOperator::Subtract:
      return builtin_integer(vm, a - b);
    case BinaryOperator::Multiply: {
      std::int64_t product = 0;
      if (__builtin_mul_overflow(a, b, &product)) break;
      return builtin_integer(vm, product);
    }
    case BinaryOperator::TrueDivide:
      if (b == 0) return zero_division(vm, "division by zero");
      // Below 2**53 both are exact doubles, and one division rounds once.
      return Value::number(static_cast<double>(a) / static_cast<double>(b));
    case BinaryOperator::FloorDivide:
      if (b == 0) return zero_division(vm, "integer division or modulo by zero");
      return builtin_integer(vm, floor_divide(a, b));
    case BinaryOperator::Modulo:
      if (b == 0) return zero_division(vm, modulo_error(vm));
      return builtin_integer(vm, floor_modulo(a, b));
    case BinaryOperator::LeftShift:
      if (b < 0 || b > 14 || a > (std::int64_t{1} << 48) || a < -(std::int64_t{1} << 48)) break;
      return builtin_integer(vm, a * (std::int64_t{1} << b));
    case BinaryOperator::RightShift:
      if (b < 0) break;
      return Value::small_int(a >> (b > 62 ? 62 : b));
    case BinaryOperator::And:
      return Value::small_int(a & b);
    case BinaryOperator::Or:
      return Value::small_int(a | b);
    case BinaryOperator::Xor:
      return Value::small_int(a ^ b);
    case BinaryOperator::Power:
    case BinaryOperator::MatrixMultiply:
      break;
  }
  return big_binary(vm, op, left, right);
}

// ---- Floats ----

const char* float_modulo_error(VM& vm) {
  return float_modulo_error_says_zero(vm.python()) ? "float modulo by zero" : "float modulo";
}

Value float_binary(VM& vm, BinaryOperator op, double a, double b) {
  switch (op) {
    case BinaryOperator::Add:
      return Value::number(a + b);
    case BinaryOperator::Subtract:
      return Value::number(a - b);
    case BinaryOperator::Multiply:
      return Value::number(a * b);
    case BinaryOperator::TrueDivide:
      if (b == 0) return zero_division(vm, "float division by zero");
      return Value::number(a / b);
    case BinaryOperator::FloorDivide:
      if (b == 0) return zero_division(vm, "float floor division by zero");
      return Value::number(float_floor_divide(a, b));
    case BinaryOperator::Modulo:
      if (b == 0) return zero_division(vm, float_modulo_error(vm));
      return Value::number(float_modulo(a, b));
    case BinaryOperator::Power:
      return float_to_power(vm, a, b);
    case BinaryOperator::MatrixMultiply:
    case BinaryOperator::LeftShift:
    case BinaryOperator::RightShift:
    case BinaryOperator::And:
    case BinaryOperator::Or:
    case BinaryOperator::Xor:
      break;
  }
  return Value::not_implemented();
}

bool is_bit_operator(BinaryOperator op) {
  return op == BinaryOperator::And || op == BinaryOperator::Or || op == BinaryOperator::Xor;
}

}  // namespace

Value number_binary(VM& vm, BinaryOperator op, const Value& a, const Value& b) {
  if (a.is_small_int() && b.is_small_int()) return small_binary(vm, op, a.as_small_int(), b.as_small_int(), a, b);
  if (a.is_double() && b.is_double()) return float_binary(vm, op, a.as_double(), b.as_double());
  if (!is_number(a) || !is_number(b)) return Value::not_implemented();
  if (a.is_double() || b.is_double()) {
    // Before an integer is converted, which may be too large for it.
    const bool is_defined = !is_bit_operator(op) && op != BinaryOperator::LeftShift &&
                            op != BinaryOperator::RightShift && op != BinaryOperator::MatrixMultiply;
    if (!is_defined) return Value::not_implemented();
    double left = 0;
    double right = 0;
    if (builtin_real(vm, a, left) != Handled::Done || builtin_real(vm, b, right) != Handled::Done) return Value();
    return float_binary(vm, op, left, right);
  }
  if (a.is_bool() && b.is_bool() && is_bit_operator(op)) {
    const bool left = a.is_true();
    const bool right = b.is_true();
    if (op == BinaryOperator::And) return Value::boolean(left && right);
    return Value::boolean(op == BinaryOperator::Or ? left || right : left != right);
  }
  const Value left = a.is_bool() ? Value::small_int(a.is_true()) : a;
  const Value right = b.is_bool() ? Value::small_int(b.is_true()) : b;
  if (left.is_small_int() && right.is_small_int()) {
    return small_binary(vm, op, left.as_small_int(), right.as_small_int(), left, right);
  }
  return big_binary(vm, op, left, right);
}

namespace {

/// `order` is -1, 0, 1, or 2 for a NaN.
Value compared(CompareOperator op, int order) {
  if (order == 2) return Value::boolean(op == CompareOperator::NotEqual);
  switch (op) {
    case CompareOperator::Less:
      return Value::boolean(order < 0);
    case CompareOperator::LessEqual:
      return Value::boolean(order <= 0);
    case CompareOperator::Equal:
      return Value::boolean(order == 0);
    case CompareOperator::NotEqual:
      return Value::boolean(order != 0);
    case CompareOperator::Greater:
      return Value::boolean(order > 0);
    case CompareOperator::GreaterEqual:
      return Value::boolean(order >= 0);
  }
  return Value();
}

template <typename Number>
int order_of(Number a, Number b) {
  if (a < b) return -1;
  if (a > b) return 1;
  return a == b ? 0 : 2;
}

}  // namespace

Value number_compare(CompareOperator op, const Value& a, const Value& b) {
  if (a.is_small_int() && b.is_small_int()) return compared(op, order_of(a.as_small_int(), b.as_small_int()));
  if (a.is_double() && b.is_double()) return compared(op, order_of(a.as_double(), b.as_double()));
  if (!is_number(a) || !is_number(b)) return Value::not_implemented();
  if (a.is_double()) {
    const int order = BigInt::compare(big_of(b), a.as_double());
    return compared(op, order == 2 ? 2 : -order);
  }
  if (b.is_double()) return compared(op, BigInt::compare(big_of(a), b.as_double()));
  return compared(op, BigInt::compare(big_of(a), big_of(b)));
}

Value number_unary(VM& vm, UnaryOperator op, const Value& a) {
  if (a.is_double()) {
    if (op == UnaryOperator::Negative) return Value::number(-a.as_double());
    return op == UnaryOperator::Positive ? a : Value::not_implemented();
  }
  if (!builtin_is_integer(a)) return Value::not_implemented();
  if (op == UnaryOperator::Positive) return a.is_bool() ? Value::small_int(a.is_true()) : a;
  if (a.is(ObjectKind::BigInteger)) {
    const BigInt& big = a.as<BigInteger>()->value;
    return make_integer(op == UnaryOperator::Negative ? -big : ~big);
  }
  const std::int64_t small = a.is_bool() ? a.is_true() : a.as_small_int();
  return builtin_integer(vm, op == UnaryOperator::Negative ? -small : ~small);
}

Value number_divmod(VM& vm, const Value& a, const Value& b) {
  if (!is_number(a) || !is_number(b)) return Value::not_implemented();
  if (a.is_double() || b.is_double()) {
    double left = 0;
    double right = 0;
    if (builtin_real(vm, a, left) != Handled::Done || builtin_real(vm, b, right) != Handled::Done) return Value();
    if (right == 0) return zero_division(vm, "float divmod()");
    const FloatDivMod result = float_divmod(left, right);
    const Value items[2] = {Value::number(result.quotient), Value::number(result.remainder)};
    return vm.tuple(items);
  }
  const BigInt divisor = big_of(b);
  if (divisor.is_zero()) return zero_division(vm, "integer division or modulo by zero");
  BigInt::DivMod result = BigInt::floor_divmod(big_of(a), divisor);
  const Value items[2] = {make_integer(static_cast<BigInt&&>(result.quotient)),
                          make_integer(static_cast<BigInt&&>(result.remainder))};
  return vm.tuple(items);
}

Value integer_power_modulo(VM& vm, const Value& a, const Value& b, const Value& modulus) {
  if (!builtin_is_integer(a) || !builtin_is_integer(b) || !builtin_is_integer(modulus)) {
    if (!a.is_double() && !b.is_double() && !modulus.is_double()) return Value::not_implemented();
    return vm.raise_type_error("pow() 3rd argument not allowed unless all arguments are integers");
  }
  const BigInt divisor = big_of(modulus);
  if (divisor.is_zero()) return vm.raise_value_error("pow() 3rd argument cannot be 0");
  const std::optional<BigInt> power = BigInt::power_mod(big_of(a), big_of(b), divisor);
  if (!power) return vm.raise_value_error("base is not invertible for the given modulus");
  return make_integer(*power);
}

Value number_absolute(VM& vm, const Value& a) {
  if (a.is_double()) return Value::number(std::fabs(a.as_double()));
  if (!builtin_is_integer(a)) return Value::not_implemented();
  if (a.is(ObjectKind::BigInteger)) return make_integer(a.as<BigInteger>()->value.abs());
  const std::int64_t small = a.is_bool() ? a.is_true() : a.as_small_int();
  return builtin_integer(vm, small < 0 ? -small : small);
}

}  // namespace sluice
