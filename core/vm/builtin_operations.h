// builtin_operations.h — what the operators of Python do to values of the builtin data types.
//
// Two parties meet here. The operations of VM (`vm.binary`, `vm.repr` …; operations.cpp) look at special methods of
// classes that a program defines, at reflected methods and at error messages; for plain data they ask the functions
// below, which know the kinds one by one: int, float, bool, None, Ellipsis, Str, Bytes, Tuple, List, Dict and its
// views, Set, FrozenSet, Slice, Range, iterators.
//
// A value given to them is never an Instance with a payload: `unwrapped` has been applied. Elements of containers may
// be anything, so a hook goes back to VM for them. "Not mine" means that the kind does not define the operation; the
// caller then tries the next possibility and words the error.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/value.h"
#include "vm/operations.h"
#include "vm/type.h"

namespace sluice {

class VM;

/// What came of an operation without a result of its own.
enum class Handled : std::uint8_t {
  Done,
  Failed,   ///< an exception is pending
  NotMine,  ///< the kind does not define the operation
};

/// The builtin value inside an instance of a class that derives from list, int, str, Queue …; any other value itself.
[[nodiscard]] inline const Value& unwrapped(const Value& value) {
  if (!value.is(ObjectKind::Instance)) return value;
  const Value& payload = value.as<Instance>()->payload;
  return payload ? payload : value;
}

/// `a op b`; `op` is a BinaryOperator, plus kInPlace for `a op= b` (a list is then changed and returned itself).
/// not_implemented: the two kinds do not define it.
Value builtin_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b);
/// `a op b`; `op` is a CompareOperator. not_implemented: not defined (the caller falls back to identity for == and !=).
/// Equality of containers compares elements by `vm.equal`.
Value builtin_compare(VM& vm, std::uint8_t op, const Value& a, const Value& b);
/// `-a`, `+a`, `~a`; Not never comes here. not_implemented: not defined.
Value builtin_unary(VM& vm, UnaryOperator op, const Value& a);

/// A Str. not_implemented for kinds that have no repr of their own (the caller writes `<function f at 0x…>` and the
/// like).
Value builtin_repr(VM& vm, const Value& value);
/// str(value) where it differs from repr(value); else not_implemented.
Value builtin_str(VM& vm, const Value& value);
/// format(value, spec) of str, int, float, bool, a Str; not_implemented for other kinds, which take no spec.
Value builtin_format(VM& vm, const Value& value, std::string_view spec);

/// TypeError "unhashable type: 'list'" (for the type named `vm.type_name(original)`). Kinds that are compared by
/// identity hash by identity (a number that is the same in every run, never an address).
Handled builtin_hash(VM& vm, const Value& value, std::uint64_t& result);
/// Truth of data: emptiness, zero. 1 for kinds without a say.
int builtin_truth(VM& vm, const Value& value);
/// len(value); -2: the kind has no length.
std::int64_t builtin_length(VM& vm, const Value& value);

/// container[key]; not_implemented: not subscriptable.
Value builtin_get_item(VM& vm, const Value& container, const Value& key);
Handled builtin_set_item(VM& vm, const Value& container, const Value& key, const Value& value);
Handled builtin_delete_item(VM& vm, const Value& container, const Value& key);
/// 1, 0, -1 (exception pending), -2: not defined (the caller iterates).
int builtin_contains(VM& vm, const Value& container, const Value& item);
/// iter(value): a NativeIterator (iterators give themselves); not_implemented: not iterable.
Value builtin_iterate(VM& vm, const Value& value);

/// slice(start, stop, step); None where not given.
Value builtin_slice(VM& vm, const Value& start, const Value& stop, const Value& step);
/// An int of any size from 64 bits, and from a literal as Constant::text has it ("123…", "0x…", "0o…", "0b…", "-…").
Value builtin_integer(VM& vm, std::int64_t value);
Value builtin_integer_from_literal(VM& vm, std::string_view digits);
/// The value of an int or bool that fits 64 bits; false otherwise, without an exception.
bool builtin_int64(const Value& value, std::int64_t& result);
/// True for an int of any size and for a bool.
[[nodiscard]] bool builtin_is_integer(const Value& value);
/// float(value) of an int, bool or float; OverflowError "int too large to convert to float".
Handled builtin_real(VM& vm, const Value& value, double& result);

/// Makes the builtin data types, with their methods. Called by VM's constructor after `object` and `type` exist.
void install_builtin_types(VM& vm);
/// Puts the builtin functions (print, len, …) into `vm.builtins()`. Called after all types exist.
void install_builtins(VM& vm);

/// Set by VM's constructor: object, type, function, method, property, super, generator … (object_types.cpp).
void install_object_types(VM& vm);
/// The hierarchy of exceptions (exception.cpp).
void install_exceptions(VM& vm);
/// All native modules register themselves here (modules/modules.cpp), by `vm.define_module`.
void install_modules(VM& vm);

}  // namespace sluice
