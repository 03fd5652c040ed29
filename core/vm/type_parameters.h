// type_parameters.h — the type variables in list[T] and T | None, and what stands in their place in list[T][int].
#pragma once

#include <string_view>

#include "base/value.h"
#include "vm/containers.h"

namespace sluice {

class VM;

/// The type variables of an expression with these arguments, each once, in the order in which they come; null: an
/// exception is pending.
Ref<Tuple> type_parameters(VM& vm, const Tuple& args);

/// In whose words errors are told: of types.GenericAlias, or of typing, which had today's words before 3.11 already.
enum class AliasWords : bool { Builtin, Typing };

/// `args` with `item`, a tuple where there are several, in the place of their type variables. TypeError where `whole`,
/// the expression's text, has none or another number of them; null then. Source: Objects/genericaliasobject.c,
/// _Py_subs_parameters.
Ref<Tuple> with_type_arguments(VM& vm, const Tuple& args, const Value& item, std::string_view whole, AliasWords words);

}  // namespace sluice
