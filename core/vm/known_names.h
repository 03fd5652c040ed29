// known_names.h — names that CPython has and that are not modelled: reaching for one is refused, not AttributeError.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/python_version.h"
#include "base/value.h"

namespace sluice {

class Str;
class VM;

/// Hashes of names that belong to the same versions; see scripts/generate-known-names.
struct KnownNames {
  std::uint8_t versions;  ///< bit 0: 3.10, … bit 4: 3.14
  const unsigned char* distances;
  std::size_t size;
};

std::span<const KnownNames> known_names();

/// True if `name` of the module or type `scope` ("asyncio", "asyncio.locks.Lock", "str") is in CPython and not here.
[[nodiscard]] bool is_known_name(PythonVersion version, std::string_view scope, std::string_view name);

/// True if `name` of a standard module is one of its own (`functools._CacheInfo`), which CPython may have and the table
/// does not know.
[[nodiscard]] bool is_private_name(const std::string& module, std::string_view name);

/// True if the program reaches for `object.name`, which CPython's object would have. Library code that asks is told no.
[[nodiscard]] bool is_known_to_cpython(VM& vm, const Value& object, const Str& name);

/// Refuses it. Always no value.
Value refuse_known(VM& vm, const Value& object, const Str& name);

}  // namespace sluice
