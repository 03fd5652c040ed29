// exception_group.h — BaseExceptionGroup and ExceptionGroup, split, and what except* does.
#pragma once

#include <span>

#include "base/value.h"
#include "vm/exception.h"

namespace sluice {

class VM;

/// The class's own kind of exception from `positional` and keyword arguments (null: none), without `__init__`.
Value new_exception_of(VM& vm, Type* type, const Tuple& positional, Dict* keywords);
/// Sets what the builtin class keeps besides `args` (StopIteration.value, SystemExit.code).
void complete_exception(VM& vm, Exception& exception);

/// BaseExceptionGroup.__new__: checks message and exceptions. Of a group, `detail` is the tuple (message, exceptions).
Value new_group(VM& vm, Type* type, std::span<const Value> positional);
[[nodiscard]] bool is_group(VM& vm, const Value& exception);
/// The exceptions in a group. REQUIRES: is_group.
[[nodiscard]] const Tuple& group_members(const Value& group);
[[nodiscard]] std::string group_message(const Value& group);
/// str(group): "message (2 sub-exceptions)".
Value group_text(VM& vm, const Exception& group);

/// Splits `exception` (a group or not) by type or tuple of types: the two parts are None or no value where empty.
/// False: an exception is pending.
bool split_by_type(VM& vm, const Value& exception, const Value& types, Value& match, Value& rest);

/// What except* raises at its end, from what its clauses raised and what is left (PREP_RERAISE_STAR). None: nothing.
Value prepare_reraise(VM& vm, const Value& original, const std::vector<Value>& results);

void install_exception_groups(VM& vm);

}  // namespace sluice
