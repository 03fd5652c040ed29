// object_types.h — object, type, function, method, property, super and their like: helpers that several files need.
#pragma once

#include "base/value.h"
#include "vm/frame.h"
#include "vm/function.h"
#include "vm/type.h"

namespace sluice {

class VM;

/// super(): the object that looks attributes up behind `start` in the mro of `self`'s type.
class Super : public Object {
 public:
  Super() : Object(ObjectKind::Super) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Ref<Type> start;
  Value self;      ///< an instance of `start`, or a class derived from it
  Ref<Type> type;  ///< whose mro is walked
};

/// `origin[item]` as an object: types.GenericAlias of arguments[0] and arguments[1].
Value make_generic_alias(VM& vm, Value* arguments);

/// Where an object keeps its own attributes (null inside: none yet); null if it cannot have any.
Ref<Dict>* instance_dict(const Value& object);

/// What a class attribute `found` gives for the instance `self` (no value: for the class `owner` itself).
Value get_through_descriptor(VM& vm, const Value& found, const Value& self, Type* owner);
/// Assigns through a descriptor of the object's class, or deletes where `value` is null; false with an exception
/// pending.
bool set_through_descriptor(VM& vm, const Value& descriptor, const Value& object, const Value* value);

/// object.__getattribute__: missing when there is no such attribute.
Value generic_get_attribute(VM& vm, const Value& object, Str* name);
/// The same for any kind of object (classes, super), without `__getattribute__` and `__getattr__` of the program.
Value plain_get_attribute(VM& vm, const Value& object, Str* name);
Value get_super_attribute(VM& vm, const Value& object, Str* name);
/// object.__setattr__, and object.__delattr__ when `value` is null.
bool generic_set_attribute(VM& vm, const Value& object, Str* name, const Value* value);

/// What sys._getframe and the like show of a frame.
Value make_frame_view(const Frame& frame);
/// generator, coroutine, async_generator and its steps (generator_types.cpp).
void install_generator_types(VM& vm);

/// list[int] and int | None (generic_alias.cpp). After all builtin types exist.
void install_generic_aliases(VM& vm);

/// AttributeError for a property without getter, setter or deleter (`what`).
Value raise_property_error(VM& vm, const Property& property, const Value& self, const char* what);

}  // namespace sluice
