// complex.h — Complex, a complex number, and what other files ask of it.
#pragma once

#include "base/complex_math.h"
#include "base/value.h"
#include "vm/vm.h"

namespace sluice {

/// A number of class complex. Its NaNs have no sign.
class Complex final : public NativeData {
 public:
  Complex(Type* complex_type, ComplexNumber complex);
  const ComplexNumber value;
};

[[nodiscard]] Value make_complex(VM& vm, ComplexNumber value);
/// The number in a complex, or in an instance of a class derived from it; null for anything else.
[[nodiscard]] const ComplexNumber* complex_or_null(const VM& vm, const Value& value);
/// a ** b of any two numbers, one of which makes the result complex. ZeroDivisionError and OverflowError are pending
/// where there is no value.
Value raise_to_complex_power(VM& vm, ComplexNumber a, ComplexNumber b);

}  // namespace sluice
