// struct_sequence.h — tuples whose items have names, like time.struct_time and sys.version_info.
#pragma once

#include <span>

#include "base/value.h"
#include "vm/type.h"

namespace sluice {

class VM;

/// A class derived from tuple. `fields` are literals; at most 16.
Type* define_struct_type(VM& vm, const char* name, const char* module, std::span<const char* const> fields);
/// The class that define_struct_type made under "module.name"; null if the program has taken it away.
Type* struct_type(VM& vm, const char* dotted_name);
Value make_struct(VM& vm, Type* type, std::span<const Value> items);

}  // namespace sluice
