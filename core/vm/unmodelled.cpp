#include "vm/unmodelled.h"

#include <string>

#include "vm/module.h"
#include "vm/type.h"
#include "vm/vm.h"

namespace sluice {

namespace {

std::string hint_of(const Module& module) {
  if (module.is_modelled) return "Python has this name, but it is not part of what is modelled here";
  return "the module '" + static_cast<Str*>(module.name.get())->text() +
         "' is not part of what this simulator models; leave it out, or replace what it does by asyncio.sleep()";
}

/// The class of core/vm/library/_unmodelled.py. No value: an exception is pending.
Value class_of_names(VM& vm) {
  const Value library = vm.import_module("_unmodelled");
  return library ? vm.get_attribute(library, vm.intern("Unmodelled")) : library;
}

}  // namespace

Ref<Module> make_unmodelled_module(Str* name) {
  Ref<Module> module = make<Module>(name);
  module->is_modelled = false;
  return module;
}

Value unmodelled_name(VM& vm, const Module& module, const Str& name) {
  const Value made_by = class_of_names(vm);
  if (!made_by) return Value();
  const Value arguments[] = {vm.str(static_cast<Str*>(module.name.get())->text() + "." + name.text()),
                             vm.str(hint_of(module))};
  return vm.call(made_by, arguments);
}

Value refuse_unmodelled(VM& vm, const Module& module, std::string_view name) {
  std::string what = static_cast<Str*>(module.name.get())->text();
  what = name.empty() ? "import of module '" + what + "'" : what + "." + std::string(name);
  return vm.refuse(what, hint_of(module));
}

bool is_unmodelled(VM& vm, const Value& value) {
  const Value* library = vm.modules().find(vm.intern("_unmodelled"));
  if (library == nullptr || !value.is(ObjectKind::Instance)) return false;
  const Value made_by = class_of_names(vm);
  return made_by.is(ObjectKind::Type) && vm.type_of(value) == made_by.as<Type>();
}

bool refuse_if_unmodelled(VM& vm, const Value& value) {
  if (!is_unmodelled(vm, value)) return false;
  vm.call(value);
  return true;
}

}  // namespace sluice
