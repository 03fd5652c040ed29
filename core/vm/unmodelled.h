// unmodelled.h — modules of the standard library that are not modelled: a program may import them, and is refused where
// it uses what it imported.
//
// Many programs import more than they use, or use it where a run does not come.
#pragma once

#include <string_view>

#include "base/value.h"

namespace sluice {

class Module;
class Str;
class VM;

/// The module `name`, without anything in it.
Ref<Module> make_unmodelled_module(Str* name);
/// What `from module import name` binds, and what `module.name` is in an annotation: an object of which every use is
/// refused.
Value unmodelled_name(VM& vm, const Module& module, const Str& name);
/// The refusal of `module.name`, or of the module as such where `name` is empty.
Value refuse_unmodelled(VM& vm, const Module& module, std::string_view name);
/// True if `value` is what unmodelled_name() made.
bool is_unmodelled(VM& vm, const Value& value);
/// True, with the run refused, if `value` is what unmodelled_name() made: for places that look at a value without
/// calling it.
bool refuse_if_unmodelled(VM& vm, const Value& value);

}  // namespace sluice
