// Builtin functions that are not modelled, and what to use instead.
#include <string>

#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

/// A refused function: what it is called, and the advice.
struct Refusal {
  const char* name;
  const char* instead;
};

constexpr Refusal kRefusals[] = {
    {"input", "nobody can type while a program runs in virtual time: put the text into a variable"},
    {"exec", "write the statements into the program itself"},
    {"eval", "write the expression into the program itself, or read data with int(), float() or json.loads()"},
    {"compile", "write the code into the program itself"},
    {"__import__", "use an import statement"},
    {"help", "read the documentation of Python"},
    {"breakpoint", "step through the run with the player instead"},
};

template <int kIndex>
Value refuse_call(VM& vm, Value*) {
  return vm.refuse(std::string(kRefusals[kIndex].name) + "()", kRefusals[kIndex].instead);
}

template <int kIndex>
void install_refusals(VM& vm) {
  const NativeEntry entry = {kRefusals[kIndex].name, refuse_call<kIndex>, "*args, **kwargs"};
  vm.builtins().set(vm.intern(entry.name), vm.make_native(entry, "builtins"));
  if constexpr (kIndex > 0) install_refusals<kIndex - 1>(vm);
}

/// Classes that can be named (isinstance(x, memoryview) is False), but not called.
constexpr Refusal kClasses[] = {
    {"memoryview", "use bytes and slices of them"},
};

Value refuse_class(VM& vm, Value* arguments) {
  const std::string name = arguments[0].as<Type>()->name_text();
  for (const Refusal& refusal : kClasses) {
    if (name == refusal.name) return vm.refuse(name + "()", refusal.instead);
  }
  return vm.refuse("a class derived from a class that is not modelled", "derive from object");
}

}  // namespace

void install_builtin_refusals(VM& vm) {
  constexpr int kCount = static_cast<int>(sizeof kRefusals / sizeof kRefusals[0]);
  install_refusals<kCount - 1>(vm);
  for (const Refusal& refusal : kClasses) {
    Type* type = vm.define_type(refusal.name, "builtins", {}, ObjectKind::NativeData);
    vm.set_constructor(type, {"__new__", refuse_class, "cls, /, *args, **kwargs"});
    vm.builtins().set(vm.intern(refusal.name), Value(type));
  }
}

}  // namespace sluice
