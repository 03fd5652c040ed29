// class_creation.h — how classes come to be: class statements, `type(name, bases, dict)`, and checks at instantiation.
#pragma once

#include "base/value.h"
#include "vm/interpreter.h"
#include "vm/type.h"

namespace sluice {

/// The class statement: `__build_class__(body, name, *bases, **keywords)`.
Value build_class(VM& vm, const Arguments& arguments);
/// The same as a native function: "*args, **kwargs".
Value build_class_native(VM& vm, Value* arguments);

/// type.__new__: makes a class of a namespace; runs `__set_name__` and `__init_subclass__`. `keywords` may be null.
Value new_class(VM& vm, Type* metaclass, const Value& name, const Value& bases, const Value& name_space,
                Dict* keywords);

/// False, with the TypeError that names the missing methods, when `type` is an abstract class.
bool check_not_abstract(VM& vm, Type* type);

/// The name of a class in CPython's messages (`tp_name`): one in C is written with its module, 'collections.deque'.
const char* message_name(const Type& type);

/// An instance of an exception class, with `args`; keyword arguments are for the class's own `__init__`.
Value new_exception(VM& vm, Type* type, const Arguments& arguments);

}  // namespace sluice
