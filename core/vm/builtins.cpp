// The builtin data types and functions, put together.
#include "vm/builtins.h"

#include "vm/builtin_operations.h"
#include "vm/encoding.h"
#include "vm/identity.h"
#include "vm/vm.h"

namespace sluice {

void install_builtin_types(VM& vm) {
  reset_identities();
  install_iterator_types(vm);
  install_coroutine_wrapper(vm);
  install_int_types(vm);
  install_float_type(vm);
  install_complex_type(vm);
  install_str_type(vm);
  install_bytes_type(vm);
  install_tuple_type(vm);
  install_list_type(vm);
  install_dict_type(vm);
  install_set_types(vm);
  install_range_types(vm);
}

void install_builtins(VM& vm) {
  const BuiltinTypes& types = vm.types;
  Type* const visible[] = {types.boolean,   types.integer, types.floating, types.complex_number, types.str,
                           types.bytes,     types.tuple,   types.list,     types.dict,           types.set,
                           types.frozenset, types.slice,   types.range};
  for (Type* type : visible) vm.builtins().set(vm.intern(type->name_text()), Value(type));
  install_coding_errors(vm);
  install_builtin_numbers(vm);
  install_builtin_iteration(vm);
  install_builtin_objects(vm);
  install_builtin_text(vm);
  install_builtin_refusals(vm);
  install_builtin_open(vm);
}

}  // namespace sluice
