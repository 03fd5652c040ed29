#include "vm/module.h"

#include "vm/vm.h"

namespace sluice {

Module::Module(Str* module_name) : Object(ObjectKind::Module), name(module_name), attributes(make<Dict>()) {
  if (VM* vm = VM::current()) {
    attributes->set(vm->names.dunder_name, Value(module_name));
    attributes->set(vm->names.dunder_doc, Value::none());
  }
}

void Module::set(VM& vm, const char* attribute, Value value) {
  attributes->set(vm.intern(attribute), static_cast<Value&&>(value));
}

void Module::add_functions(VM& vm, std::span<const NativeEntry> functions) {
  const char* module_name = static_cast<Str*>(name.get())->text().c_str();
  for (const NativeEntry& entry : functions) set(vm, entry.name, vm.make_native(entry, module_name));
}

}  // namespace sluice
