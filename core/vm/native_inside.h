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

class Future;
class VM;

/// The attributes that a program has given to an object of asyncio: its Object::extra.
class OwnAttributes : public Object {
 public:
  OwnAttributes() : Object(ObjectKind::LoopPrivate) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Ref<Dict> dict;
  Ref<Type> type;  ///< of a future or task whose class the program has derived; null: the builtin class
};

/// Makes a new future or task one of a class that derives from Future or Task. It stays the object that the loop knows:
/// what derives from other classes has the builtin object inside.
void become_derived(VM& vm, Future& future, Type* type);
/// Such an object before its `__init__` runs. No value, with an exception pending, where there is no loop at all.
Value empty_future(VM& vm, Type* type);

/// True for objects of asyncio and concurrent.futures that keep attributes a program gives them, as in CPython.
[[nodiscard]] bool takes_attributes(ObjectKind kind);

/// True if `name` may not be overridden in a class derived from objects of `kind`, nor set on one.
[[nodiscard]] bool is_inside(ObjectKind kind, const Str& name);

/// False, with the run refused, where the class overrides what CPython's asyncio would call.
bool check_overrides(VM& vm, Type& type);
/// The same for `object.name = value`.
bool check_attribute(VM& vm, const Value& object, const Str& name);

}  // namespace sluice
