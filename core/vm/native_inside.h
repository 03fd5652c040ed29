// native_inside.h — what CPython's asyncio, being Python itself, lets a program reach inside, and this core does not.
//
// In CPython `async with lock` calls `self.acquire`: a class that derives from Lock and overrides acquire() changes it,
// and so does `lock.acquire = f`. Here asyncio is C++ and calls its own functions. Such overriding is refused, never
// ignored.
#pragma once

#include "base/object.h"
#include "vm/containers.h"
#include "vm/type.h"

namespace sluice {

class VM;

/// The attributes that a program has given to an object of asyncio: its Object::extra.
class OwnAttributes : public Object {
 public:
  OwnAttributes() : Object(ObjectKind::LoopPrivate) {}
  Ref<Dict> dict;
};

/// True for objects of asyncio and concurrent.futures that keep attributes a program gives them, as in CPython.
[[nodiscard]] bool takes_attributes(ObjectKind kind);

/// True if `name` may not be overridden in a class derived from objects of `kind`, nor set on one.
[[nodiscard]] bool is_inside(ObjectKind kind, const Str& name);

/// False, with the run refused, where the class overrides what CPython's asyncio would call.
bool check_overrides(VM& vm, Type& type);
/// The same for `object.name = value`.
bool check_attribute(VM& vm, const Value& object, const Str& name);

}  // namespace sluice
