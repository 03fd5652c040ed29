#include "vm/function.h"

#include "vm/builtin_operations.h"
#include "vm/complex.h"
#include "vm/set_order.h"
#include "vm/vm.h"

namespace sluice {

namespace {

Value load_constant(VM& vm, const Constant& constant) {
  switch (constant.kind) {
    case ConstantKind::none:
      return Value::none();
    case ConstantKind::boolean_false:
      return Value::boolean(false);
    case ConstantKind::boolean_true:
      return Value::boolean(true);
    case ConstantKind::ellipsis:
      return Value::ellipsis();
    case ConstantKind::integer:
      return vm.integer(constant.integer);
    case ConstantKind::big_integer:
      return builtin_integer_from_literal(vm, constant.text);
    case ConstantKind::real:
      return Value::number(constant.real);
    case ConstantKind::imaginary:
      return make_complex(vm, {0, constant.real});
    case ConstantKind::string:
      // Names of keywords, attributes and dict keys are texts like these: sharing them makes look-ups comparisons of
      // pointers.
      return constant.text.size() <= 64 ? Value(vm.intern(constant.text)) : vm.str(constant.text);
    case ConstantKind::bytes:
      return Value(new Bytes(constant.text));
    case ConstantKind::tuple: {
      Ref<Tuple> tuple = Tuple::create(constant.items.size());
      for (std::size_t i = 0; i < constant.items.size(); ++i) (*tuple)[i] = load_constant(vm, constant.items[i]);
      return Value(tuple);
    }
    case ConstantKind::frozen_set: {
      Ref<Set> set = make<Set>(ObjectKind::FrozenSet);
      for (const Constant& item : constant.items) set_insert(vm, *set, load_constant(vm, item));
      return Value(arranged_constant(vm, set));
    }
    case ConstantKind::code:
      return Value(CodeObject::load(vm, constant.code));
  }
  return Value();
}

}  // namespace

Ref<CodeObject> CodeObject::load(VM& vm, std::shared_ptr<const Code> compiled) {
  Ref<CodeObject> object = make<CodeObject>(compiled);
  object->instructions = compiled->instructions.data();
  object->slot_count = static_cast<std::uint32_t>(compiled->slots.size());
  object->frame_values = object->slot_count + compiled->stack_size;
  object->parameter_count = compiled->parameter_count();
  object->is_generator_like = compiled->is_generator || compiled->is_coroutine || compiled->is_async_generator;
  object->is_simple =
      !object->is_generator_like && !compiled->has_varargs && !compiled->has_varkw && compiled->keyword_only_count == 0;
  object->is_program = compiled->source->is_program();
  object->name = vm.intern(compiled->name);
  object->qualified_name = vm.intern(compiled->qualname);
  object->names.reserve(compiled->names.size());
  for (const std::string& text : compiled->names) object->names.push_back(Value(vm.intern(text)));
  for (const std::uint32_t name : compiled->sites) object->site_names.push_back(object->names[name].as<Str>());
  for (const Slot& slot : compiled->slots) object->slot_names.push_back(vm.intern(slot.name));
  object->constants.reserve(compiled->constants.size());
  for (const Constant& constant : compiled->constants) object->constants.push_back(load_constant(vm, constant));
  object->global_caches.resize(compiled->names.size());
  object->attribute_caches.resize(compiled->sites.size());
  return object;
}

}  // namespace sluice
