#include "vm/modules/struct_sequence.h"

#include <string>
#include <utility>

#include "base/check.h"
#include "vm/container_text.h"
#include "vm/module.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

template <std::size_t kIndex>
Value field(VM&, const Value& self) {
  return (*self.as<Tuple>())[kIndex];
}

template <std::size_t... kIndexes>
constexpr auto getters_of(std::index_sequence<kIndexes...>) {
  struct Table {
    Value (*get[sizeof...(kIndexes)])(VM&, const Value&);
  };
  return Table{{field<kIndexes>...}};
}
constexpr auto kGetters = getters_of(std::make_index_sequence<16>());

/// The names are kept as the class's `__match_args__`.
const Tuple& names_of(VM& vm, const Type* type) { return *type->find(vm.names.dunder_match_args)->as<Tuple>(); }

Value struct_repr(VM& vm, Value* arguments) {
  const Type* type = arguments[0].as<Instance>()->type.get();
  const Tuple& items = *arguments[0].as<Instance>()->payload.as<Tuple>();
  const Tuple& names = names_of(vm, type);
  std::string text = static_cast<Str*>(type->module_name.get())->text() + "." + type->name_text() + "(";
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ", ";
    text += names[i].as<Str>()->text() + "=";
    if (!append_repr(vm, text, items[i])) return Value();
  }
  return vm.str(text + ")");
}

Value struct_new(VM& vm, Value* arguments) {
  Type* type = arguments[0].as<Type>();
  const std::size_t count = names_of(vm, type).size();
  std::vector<Value> items;
  if (!vm.extend(items, arguments[1])) return Value();
  if (items.size() != count) {
    // struct_time has two fields more, which may be left out.
    const char* bound = items.size() < count && count == 9 ? "() takes an at least " : "() takes a ";
    return vm.raise_type_error(static_cast<Str*>(type->module_name.get())->text() + "." + type->name_text() + bound +
                               std::to_string(count) + "-sequence (" + std::to_string(items.size()) +
                               "-sequence given)");
  }
  return make_struct(vm, type, items);
}

}  // namespace

Value make_struct(VM& vm, Type* type, std::span<const Value> items) {
  Ref<Instance> instance = make<Instance>(type);
  instance->payload = vm.tuple(items);
  return Value(instance);
}

Type* define_struct_type(VM& vm, const char* name, const char* module, std::span<const char* const> fields) {
  SLUICE_CHECK(fields.size() <= 16);
  Type* const bases[] = {vm.types.tuple};
  Type* type = vm.define_type(name, module, bases, ObjectKind::Instance);
  type->payload_type = vm.types.tuple;
  type->is_final = true;
  std::vector<Value> names;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const NativeAttribute attribute = {fields[i], kGetters.get[i], nullptr};
    vm.add_attributes(type, std::span<const NativeAttribute>(&attribute, 1));
    names.push_back(Value(vm.intern(fields[i])));
  }
  type->attributes.set(vm.names.dunder_match_args, vm.tuple(names));
  const NativeEntry repr = {"__repr__", struct_repr, "self, /"};
  vm.add_methods(type, std::span<const NativeEntry>(&repr, 1));
  vm.set_constructor(type, {"__new__", struct_new, "cls, sequence, /"});
  return type;
}

Type* struct_type(VM& vm, const char* dotted_name) {
  const std::string_view name = dotted_name;
  const std::size_t dot = name.rfind('.');
  const Value* module = vm.modules().find(vm.intern(name.substr(0, dot)));
  if (module == nullptr || !module->is(ObjectKind::Module)) return nullptr;
  const Value* type = module->as<Module>()->attributes->find(vm.intern(name.substr(dot + 1)));
  const bool is_whole =
      type != nullptr && type->is(ObjectKind::Type) && type->as<Type>()->payload_type == vm.types.tuple;
  return is_whole ? type->as<Type>() : nullptr;
}

}  // namespace sluice
