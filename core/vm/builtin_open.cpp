// The builtin open(): a function of the library (_files.py), loaded when a program first names it.
#include <vector>

#include "vm/builtins.h"
#include "vm/interpreter_operations.h"
#include "vm/native_helpers.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Reached where nobody looked the name up, as by getattr(builtins, "open").
Value open_function(VM& vm, Value* arguments) {
  const Value function = load_open(vm);
  std::vector<Value> given_arguments;
  if (!function || !vm.extend(given_arguments, arguments[0])) return Value();
  return vm.call(function, given_arguments);
}

}  // namespace

void install_builtin_open(VM& vm) {
  vm.builtins().set(vm.intern("open"), vm.make_native({"open", open_function, "*args"}, "builtins"));
}

bool is_builtin_open(const Value& value) {
  return value.is(ObjectKind::NativeFunction) && value.as<NativeFunction>()->code == open_function;
}

/// A native function would be in the way of a worker that waits for the disk: its frames could not be left.
Value load_open(VM& vm) {
  const Value files = vm.import_module("_files");
  const Value function = files ? vm.get_attribute(files, vm.intern("open")) : Value();
  if (function) vm.builtins().set(vm.intern("open"), function);
  return function;
}

}  // namespace sluice
