// container_text.h — repr() and str() of the builtin data types.
#pragma once

#include <string>
#include <string_view>

#include "base/value.h"

namespace sluice {

class VM;
class Dict;
class Set;

/// Appends repr(value); false with an exception pending.
bool append_repr(VM& vm, std::string& text, const Value& value);
/// "{1: 'a', 2: 'b'}"
bool append_dict_repr(VM& vm, std::string& text, Dict& dict);
/// The items between an opening and a closing text, with ", " between them.
bool append_members(VM& vm, std::string& text, Set& set);

/// `Names({'a'})` of an instance of a class derived from set or frozenset.
Value subclass_set_repr(VM& vm, const Value& value);

}  // namespace sluice
