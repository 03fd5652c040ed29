// number_operations.h — arithmetic of int, bool and float, for any two of them.
#pragma once

#include <cstdint>
#include <string>

#include "base/value.h"
#include "vm/operations.h"

namespace sluice {

class Type;
class VM;

/// True for int (any size), bool and float.
[[nodiscard]] bool is_number(const Value& value);

/// `a op b` for numbers; not_implemented where numbers do not define it (`@`, bits of floats) or one is no number.
Value number_binary(VM& vm, BinaryOperator op, const Value& a, const Value& b);
/// not_implemented unless both are numbers.
Value number_compare(CompareOperator op, const Value& a, const Value& b);
Value number_unary(VM& vm, UnaryOperator op, const Value& a);
/// (a // b, a % b) as a tuple.
Value number_divmod(VM& vm, const Value& a, const Value& b);
/// pow(a, b, modulus) of ints.
Value integer_power_modulo(VM& vm, const Value& a, const Value& b, const Value& modulus);
/// What a conversion of the program's gave, where an instance of a subclass of `wanted` is deprecated. False: a filter
/// made an exception of the warning.
[[nodiscard]] bool warn_of_subclass(VM& vm, const std::string& method, const Value& number, Type* wanted);
/// abs(a)
Value number_absolute(VM& vm, const Value& a);

}  // namespace sluice
