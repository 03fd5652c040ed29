// special_wrappers.h — the special methods of builtin data types as attributes: `list.__len__`, `(3).__add__`,
// `super().__setitem__(key, value)` in a class derived from dict.
#pragma once

#include <cstdint>

namespace sluice {

class Type;
class VM;

/// What a type has; the method then does what the operator does.
enum class Special : std::uint32_t {
  Repr = 1,
  Equality = 2,
  Order = 4,
  Hash = 8,
  Unhashable = 16,  ///< `__hash__` is None
  Length = 32,
  GetItem = 64,
  ChangeItems = 128,
  Contains = 256,
  Iterate = 512,
  Concatenate = 1024,  ///< + and *
  InPlaceSums = 2048,  ///< += and *=
  Arithmetic = 4096,   ///< of numbers
  Bits = 8192,         ///< & | ^ << >> ~
  Algebra = 16384,     ///< | & - ^ of sets
  Union = 32768,       ///< | and |= of dicts
  Format = 65536,
  InPlaceAlgebra = 131072,
  Reversed = 262144,
};
constexpr std::uint32_t operator|(Special a, Special b) {
  return static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b);
}
constexpr std::uint32_t operator|(std::uint32_t a, Special b) { return a | static_cast<std::uint32_t>(b); }

void add_special_methods(VM& vm, Type* type, std::uint32_t what);

}  // namespace sluice
