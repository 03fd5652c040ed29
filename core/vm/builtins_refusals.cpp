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
    {"open", "files are not modelled: put the text into a variable, and await asyncio.sleep() for the time it takes"},
    {"exec", "write the statements into the program itself"},
    {"eval", "write the expression into the program itself, or read data with int(), float() or json.loads()"},
    {"compile", "write the code into the program itself"},
    {"__import__", "use an import statement"},
    {"breakpoint", "step through the run with the player instead"},
    {"bytearray", "use bytes, or a list of ints"},
    {"memoryview", "use bytes and slices of them"},
    {"complex", "use two floats"},
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

}  // namespace

void install_builtin_refusals(VM& vm) {
  constexpr int kCount = static_cast<int>(sizeof kRefusals / sizeof kRefusals[0]);
  install_refusals<kCount - 1>(vm);
}

}  // namespace sluice
