// str_format.h — str.format and the % operator of texts.
#pragma once

#include "base/value.h"

namespace sluice {

class VM;
class Dict;
class Str;
class Tuple;

/// `template % values`
Value percent_format(VM& vm, const Str& format, const Value& values);
/// The same with a template of bytes; what it gives is bytes.
Value percent_format_bytes(VM& vm, const Value& format, const Value& values);
/// format.format(*positional, **keywords); for format_map `keywords` is any mapping.
Value brace_format(VM& vm, const Str& format, const Tuple* positional, const Value& keywords);

}  // namespace sluice
