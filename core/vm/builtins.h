// builtins.h — the files that together make the builtin data types and functions.
#pragma once

#include <vector>

#include "base/value.h"

namespace sluice {

class Dict;
class VM;

// One a file type_<name>.cpp; called by install_builtin_types in this order.
void install_iterator_types(VM& vm);
void install_bytes_text_methods(VM& vm);
/// send, throw and close of coroutine_wrapper.
void install_coroutine_wrapper(VM& vm);
void install_int_types(VM& vm);
void install_float_type(VM& vm);
void install_complex_type(VM& vm);
void install_str_type(VM& vm);
void install_bytes_type(VM& vm);
void install_tuple_type(VM& vm);
void install_list_type(VM& vm);
void install_dict_type(VM& vm);
void install_set_types(VM& vm);
void install_range_types(VM& vm);

// One a file builtins_<topic>.cpp; called by install_builtins.
void install_builtin_numbers(VM& vm);
void install_builtin_iteration(VM& vm);
void install_builtin_objects(VM& vm);
void install_builtin_text(VM& vm);
void install_builtin_refusals(VM& vm);
void install_builtin_open(VM& vm);

// ---- shared between them ----

/// int(value), and int(text, base) where a base is given.
Value make_int(VM& vm, const Value& value, const Value& base);
Value make_float(VM& vm, const Value& value);
/// list.sort and sorted(): stable; False with an exception pending. `items` is a permutation then, too.
bool sort_values(VM& vm, std::vector<Value>& items, const Value& key, bool reverse);
/// dict.update(): from a mapping, or pairs. `what` is for no message of its own yet.
bool dict_update(VM& vm, Dict& dict, const Value& source);
/// round(value, digits) of a number; not_implemented for other values.
Value round_number(VM& vm, const Value& value, const Value& digits);

}  // namespace sluice
