// LOAD_ATTR, STORE_ATTR, LOAD_METHOD and the making of plain objects, each with a cache at its place in the code.
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/interpreter_frames.h"
#include "vm/module.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

namespace {

bool is_data_descriptor(VM& vm, const Value& found) {
  if (found.is(ObjectKind::Property) || found.is(ObjectKind::NativeDescriptor)) return true;
  if (!found.is(ObjectKind::Instance)) return false;
  Type* type = found.as<Instance>()->type.get();
  return static_cast<bool>(type->special(vm, SpecialMethod::Set)) ||
         static_cast<bool>(type->special(vm, SpecialMethod::Delete));
}

/// What a module holds under that name; null: look further. Names with two underscores may be computed by its type.
const Value* module_attribute(const Value& object, const Str* name) {
  if (!object.is(ObjectKind::Module) || name->view().substr(0, 2) == "__") return nullptr;
  return object.as<Module>()->attributes->find(name);
}

}  // namespace

// A filled cache says: for this class, with no class changed since, the object's own attribute comes first, then
// `found`.
Value Interpreter::load_attribute(CodeObject& code, std::uint32_t site, const Value& object) {
  Str* name = code.site_name(site);
  CodeObject::AttributeCache& cache = code.attribute_caches[site];
  if (!object.is(ObjectKind::Instance)) {
    const bool is_module = object.is(ObjectKind::Module);
    const Value* held = is_module && cache.is_held ? object.as<Module>()->attributes->find_near(name, cache.entry)
                                                   : module_attribute(object, name);
    if (held == nullptr) return vm_.get_attribute(object, name);
    cache.is_held = true;
    return *held;
  }
  Type* type = object.as<Instance>()->type.get();
  if (cache.type != type || cache.version != vm_.class_version()) {
    if (type->special(vm_, SpecialMethod::GetAttribute)) return vm_.get_attribute(object, name);
    Value* found = type->find(name);
    if (found != nullptr && is_data_descriptor(vm_, *found)) return vm_.get_attribute(object, name);
    cache.type = type;
    cache.version = vm_.class_version();
    cache.found = found;
  }
  const Ref<Dict>& attributes = object.as<Instance>()->attributes;
  if (const Value* own = attributes ? attributes->find_near(name, cache.entry) : nullptr) return *own;
  if (cache.found == nullptr) return vm_.get_attribute(object, name);
  const Value found = *cache.found;
  return get_through_descriptor(vm_, found, object, type);
}

bool Interpreter::store_attribute(CodeObject& code, std::uint32_t site, const Value& object, const Value& value) {
  Str* name = code.site_name(site);
  if (!object.is(ObjectKind::Instance)) return vm_.set_attribute(object, name, value);
  CodeObject::AttributeCache& cache = code.attribute_caches[site];
  Instance* instance = object.as<Instance>();
  Type* type = instance->type.get();
  if (cache.type != type || cache.version != vm_.class_version()) {
    const bool plain = !type->special(vm_, SpecialMethod::SetAttr) && !type->has_slots && !type->is_builtin;
    Value* found = type->find(name);
    if (!plain || (found != nullptr && is_data_descriptor(vm_, *found))) return vm_.set_attribute(object, name, value);
    cache.type = type;
    cache.version = vm_.class_version();
  }
  if (!instance->attributes) instance->attributes = make<Dict>();
  if (Value* held = instance->attributes->find_near(name, cache.entry)) {
    Value old = value;
    held->swap(old);
    return true;
  }
  cache.entry = static_cast<std::uint32_t>(instance->attributes->entry_count());
  instance->attributes->set(name, value);
  return true;
}

bool Interpreter::load_method(CodeObject& code, std::uint32_t site, Value* at) {
  Str* name = code.site_name(site);
  CodeObject::AttributeCache& cache = code.attribute_caches[site];
  if (at[0].is(ObjectKind::Module)) {
    const Value* held =
        cache.is_held ? at[0].as<Module>()->attributes->find_near(name, cache.entry) : module_attribute(at[0], name);
    if (held != nullptr) {
      cache.is_held = true;
      at[1] = *held;
      at[0] = Value();
      return true;
    }
  }
  if (cache.type != nullptr && at[0].is_object() && cache.version == vm_.class_version() &&
      cache.type == vm_.type_of(at[0])) {
    const Ref<Dict>* attributes =
        at[0].is(ObjectKind::Instance) ? &at[0].as<Instance>()->attributes : instance_dict(at[0]);
    if (attributes == nullptr || !*attributes || (*attributes)->find(name) == nullptr) {
      at[1] = static_cast<Value&&>(at[0]);
      at[0] = *cache.found;
      return true;
    }
  }
  const Value object = at[0];
  Type* type = vm_.type_of(object);
  Value* found = nullptr;
  bool bindable = false;
  if (cache.type == type && cache.version == vm_.class_version()) {
    found = cache.found;
    bindable = true;
  } else if (object.is_object() && (object.is(ObjectKind::Type) || object.is(ObjectKind::Module) ||
                                    object.is(ObjectKind::Super) || object.is(ObjectKind::Function))) {
    bindable = false;
  } else if (!type->special(vm_, SpecialMethod::GetAttribute)) {
    found = type->find(name);
    bindable = found != nullptr && ((found->is(ObjectKind::Function) && !found->as<Function>()->is_builtin) ||
                                    (found->is(ObjectKind::NativeFunction) && !found->as<NativeFunction>()->is_static));
    if (bindable) {
      cache.type = type;
      cache.version = vm_.class_version();
      cache.found = found;
    }
  }
  if (bindable) {
    const Ref<Dict>* attributes = instance_dict(object);
    const Value* own = attributes != nullptr && *attributes ? (*attributes)->find(name) : nullptr;
    if (own == nullptr) {
      at[1] = object;
      at[0] = *found;
      return true;
    }
  }
  Value attribute = vm_.get_attribute(object, name);
  if (!attribute) return false;
  at[0] = Value();
  at[1] = static_cast<Value&&>(attribute);
  return true;
}

const Value* Interpreter::plain_constructor(Type* type) {
  if (type->metaclass != vm_.types.type || type->is_builtin || type->layout != ObjectKind::Instance) return nullptr;
  if (type->special(vm_, SpecialMethod::New) || type->is_abstract) return nullptr;
  const Value& init = type->special(vm_, SpecialMethod::Init);
  if (!init.is(ObjectKind::Function) || init.as<Function>()->code->is_generator_like) return nullptr;
  return &init;
}

Frame* Interpreter::push_init(ThreadState& thread, Value* callee, const Arguments& arguments) {
  auto* function = callee->as<Function>();
  CodeObject* code = function->code.get();
  Frame* frame = nullptr;
  const bool fits = code->is_simple && arguments.names == nullptr && arguments.positional == code->parameter_count &&
                    thread.frame->kind != FrameKind::Generator && callee + 1 + frame_size(*code) <= thread.limit;
  if (fits) {
    if (!enter(thread)) return nullptr;
    Value* slots = callee + 1;
    for (std::uint32_t i = arguments.positional; i < code->slot_count; ++i) new (slots + i) Value();
    frame = make_frame(thread, function, slots);
  } else {
    Value made;
    frame = push_call(thread, function, arguments, made);
    if (frame == nullptr) return nullptr;
  }
  frame->kind = FrameKind::Init;
  return frame;
}

}  // namespace sluice
