#include "vm/modules/standard_modules.h"

#include "vm/module.h"
#include "vm/vm.h"

namespace sluice {

void install_standard_modules(VM& vm) {
  vm.define_module("math", fill_math);
  vm.define_module("random", fill_random);
  vm.define_module("time", fill_time);
  vm.define_module("itertools", fill_itertools);
  vm.define_module("_collections", fill_collections);
  vm.define_module("_weakref", fill_weakref);
  vm.define_module("sys", fill_sys);
  vm.define_module("os", fill_os);
  vm.define_module("_gc", fill_gc);
  vm.define_module("_sluice", fill_sluice);
  vm.define_module("builtins", [](VM& owner, Module& module) { module.attributes = Ref<Dict>(&owner.builtins()); });
}

}  // namespace sluice
