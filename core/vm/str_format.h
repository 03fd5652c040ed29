// str_format.h — str.format and the % operator of texts.
#pragma once

#include "base/format_spec.h"
#include "base/value.h"

namespace sluice {

class VM;
class Dict;
class Str;
class Tuple;

/// What format_int and its like gave, as a str; or the exception it stands for is pending.
Value format_result(VM& vm, const TextResult& result);
/// `template % values`
Value percent_format(VM& vm, const Str& format, const Value& values);
/// The same with a template of bytes; what it gives is bytes.
Value percent_format_bytes(VM& vm, const Value& format, const Value& values);
/// format.format(*positional, **keywords); for format_map `keywords` is any mapping.
Value brace_format(VM& vm, const Str& format, const Tuple* positional, const Value& keywords);

}  // namespace sluice
