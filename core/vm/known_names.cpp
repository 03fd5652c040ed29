#include "vm/known_names.h"

#include <algorithm>
#include <string>

#include "vm/class_creation.h"
#include "vm/function.h"
#include "vm/module.h"
#include "vm/program_place.h"
#include "vm/standard_library.h"
#include "vm/type.h"
#include "vm/unmodelled.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// FNV-1a, 24 bits of it.
std::uint32_t hash_of(std::string_view scope, std::string_view name) {
  std::uint32_t hash = 0x811c9dc5U;
  const auto add = [&](char c) { hash = (hash ^ static_cast<unsigned char>(c)) * 0x01000193U; };
  for (const char c : scope) add(c);
  add('.');
  for (const char c : name) add(c);
  return hash & 0xffffffU;
}

bool contains(const KnownNames& row, std::uint32_t wanted) {
  std::uint32_t number = 0;
  std::size_t i = 0;
  while (i < row.size && number < wanted) {
    std::uint32_t distance = 0;
    for (int shift = 0;; shift += 7) {
      const unsigned char byte = row.distances[i++];
      distance |= static_cast<std::uint32_t>(byte & 0x7f) << shift;
      if (byte < 0x80) break;
    }
    number += distance;
  }
  return number == wanted;
}

std::string scope_of(const Type& type) {
  const std::string name = static_cast<Str*>(type.qualified_name.get())->text();
  const std::string module = type.module_name ? static_cast<Str*>(type.module_name.get())->text() : "builtins";
  return module == "builtins" ? name : module + "." + name;
}

/// The class of `mro` in which CPython would find the name; null if it has none.
const Type* class_with(VM& vm, const Type& type, std::string_view name) {
  for (const Type* cls : type.mro) {
    if (is_known_name(vm.python(), scope_of(*cls), name)) return cls;
  }
  return nullptr;
}

const Type* owner_of(VM& vm, const Value& object, std::string_view name) {
  if (object.is(ObjectKind::Type)) {
    if (const Type* owner = class_with(vm, *object.as<Type>(), name)) return owner;
  }
  return class_with(vm, *vm.type_of(object), name);
}

}  // namespace

bool is_known_name(PythonVersion version, std::string_view scope, std::string_view name) {
  const std::uint32_t wanted = hash_of(scope, name);
  for (const KnownNames& row : known_names()) {
    if ((row.versions >> (version.minor - 10) & 1) != 0 && contains(row, wanted)) return true;
  }
  return false;
}

bool is_private_name(const std::string& module, std::string_view name) {
  static constexpr std::string_view kSpecial[] = {"__all__",    "__file__",   "__path__",    "__spec__",
                                                  "__loader__", "__cached__", "__package__", "__version__"};
  const bool is_special = std::find(std::begin(kSpecial), std::end(kSpecial), name) != std::end(kSpecial);
  // Of these modules the table has the private names too.
  const bool is_listed = module == "sys" || module == "os" || module == "asyncio";
  const bool is_private = !is_listed && name.size() > 1 && name[0] == '_' && name[1] != '_';
  return (is_private || is_special) && is_standard_module(module.substr(0, module.find('.')));
}

/// Whether the name may be one that CPython's code keeps for itself in an object of a module in Python. Of asyncio's
/// and the pools' objects the table has those names, too.
static bool is_private_part(VM& vm, const Value& object, std::string_view name) {
  if (object.is(ObjectKind::Type)) return false;
  const Type* type = vm.type_of(object);
  if (!type->module_name) return false;
  const std::string module = static_cast<Str*>(type->module_name.get())->text();
  for (const char* listed : {"builtins", "asyncio", "_asyncio", "concurrent"}) {
    if (module.substr(0, module.find('.')) == listed) return false;
  }
  // What CPython has in C keeps its parts out of sight: a functools.partial.
  const bool is_native = std::string_view(message_name(*type)).find('.') != std::string_view::npos;
  return !is_native && is_private_name(module, name);
}

bool is_known_to_cpython(VM& vm, const Value& object, const Str& name) {
  if (!is_asked_by_program(vm)) return false;
  if (object.is(ObjectKind::Module)) {
    if (!object.as<Module>()->is_modelled) return true;
    const std::string module = static_cast<Str*>(object.as<Module>()->name.get())->text();
    return is_private_name(module, name.view()) || is_known_name(vm.python(), module, name.view());
  }
  return owner_of(vm, object, name.view()) != nullptr || is_private_part(vm, object, name.view());
}

Value refuse_known(VM& vm, const Value& object, const Str& name) {
  if (object.is(ObjectKind::Module) && !object.as<Module>()->is_modelled) {
    return refuse_unmodelled(vm, *object.as<Module>(), name.view());
  }
  const Type* cls = object.is(ObjectKind::Module) ? nullptr : owner_of(vm, object, name.view());
  const std::string owner = object.is(ObjectKind::Module) ? static_cast<Str*>(object.as<Module>()->name.get())->text()
                            : cls != nullptr              ? cls->name_text()
                                                          : vm.type_of(object)->name_text();
  return vm.refuse(owner + "." + name.text(), "Python has this name, but it is not part of what is modelled here");
}

}  // namespace sluice
