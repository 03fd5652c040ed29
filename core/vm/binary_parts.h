// binary_parts.h — the parts of builtin_binary, between which VM::binary asks the classes of a program.
#pragma once

#include <cstdint>

#include "base/value.h"
#include "vm/operations.h"

namespace sluice {

class VM;

/// `a op= b` where it changes `a` itself by a number's method (`a |= b` of a set or dict), and returns it; else
/// not_implemented.
Value builtin_change(VM& vm, BinaryOperator op, const Value& a, const Value& b);
/// Numbers, templates, sets and dicts; not in place. not_implemented: the two kinds do not define it.
Value builtin_number_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b);
/// `a + b` or `a * b` of a summable sequence `a`, plus kInPlace where a list is to change; `b` may be anything.
Value builtin_sequence_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b);
/// True for str, bytes, tuple and list: what `+` joins and `*` repeats.
[[nodiscard]] bool is_summable_sequence(const Value& value);

}  // namespace sluice
