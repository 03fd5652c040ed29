// big_integer.h — BigInteger, an int that does not fit into a Value; and ints of any size as BigInt.
#pragma once

#include <cstddef>

#include "base/bigint.h"
#include "base/heap.h"
#include "base/object.h"
#include "base/value.h"

namespace sluice {

class VM;

/// An int beyond 49 bits. Invariant: the value does not fit a small Value, so that equal ints have one form.
class BigInteger : public Object {
 public:
  explicit BigInteger(BigInt big) : Object(ObjectKind::BigInteger), value(static_cast<BigInt&&>(big)) {
    Heap::current().adjust(static_cast<std::ptrdiff_t>(value.byte_size()));
  }
  ~BigInteger() override { Heap::current().adjust(-static_cast<std::ptrdiff_t>(value.byte_size())); }
  const BigInt value;
};

/// The int as a Value: small where it fits.
[[nodiscard]] Value make_integer(BigInt value);
/// REQUIRES: builtin_is_integer(value).
[[nodiscard]] BigInt big_of(const Value& value);
/// An int of any size from anything with `__index__`; TypeError otherwise.
bool index_of_any_size(VM& vm, const Value& value, BigInt& result);

/// The exact int of a float; ValueError for a NaN, OverflowError for an infinity.
Value integer_of_double(VM& vm, double value);
/// str(int): ValueError beyond the limit of digits.
Value integer_text(VM& vm, const Value& value);

}  // namespace sluice
