// modules.cpp — registers all native modules.
#include "vm/modules/modules.h"

#include "vm/builtin_operations.h"
#include "vm/modules/standard_modules.h"

namespace sluice {

void install_modules(VM& vm) {
  install_standard_modules(vm);
  install_asyncio_modules(vm);
}

}  // namespace sluice
