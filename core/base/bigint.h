// BigInt: Python's int beyond the machine word. Sign and magnitude in 32-bit limbs; every result is Python's.
//
// A BigInt may hold any value, small ones too; whether a result goes back into a small Value is the caller's affair
// (`fits_int64`). Nothing here limits sizes: a caller with a budget asks the *_bits_estimate functions first.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/python_version.h"

namespace sluice {

/// How many decimal digits CPython converts before int <-> str raises ValueError (3.10.7, 3.11; CVE-2020-10735).
/// Bases that are powers of two are not limited.
inline constexpr std::size_t kMaxStrDigits = 4300;

class BigInt {
 public:
  struct DivMod;

  BigInt() = default;
  explicit BigInt(std::int64_t value);
  [[nodiscard]] static BigInt from_uint64(std::uint64_t value);

  /// Truncates towards zero, as `int(float)`. None for an infinity or a NaN.
  [[nodiscard]] static std::optional<BigInt> from_double(double value);

  /// Python's `int(text, base)` for base 0 and 2..36: optional sign, prefix where the base allows it (0x, 0o, 0b),
  /// single underscores between digits. Blanks around are the caller's to strip, non-ASCII digits the caller's to
  /// translate (`decimal_digits_to_ascii`). None where Python raises ValueError for an invalid literal.
  /// Cost: O(n) for powers of two, O(n^1.6) otherwise.
  [[nodiscard]] static std::optional<BigInt> parse(std::string_view text, int base = 10);

  /// `int.from_bytes(bytes, byteorder, signed=...)`.
  [[nodiscard]] static BigInt from_bytes(std::string_view bytes, bool big_endian, bool is_signed);

  [[nodiscard]] bool is_zero() const { return limbs_.empty(); }
  [[nodiscard]] bool is_negative() const { return negative_; }
  [[nodiscard]] bool is_odd() const { return !limbs_.empty() && (limbs_[0] & 1u) != 0; }
  [[nodiscard]] int sign() const { return limbs_.empty() ? 0 : negative_ ? -1 : 1; }
  [[nodiscard]] bool fits_int64() const;
  /// Requires fits_int64().
  [[nodiscard]] std::int64_t to_int64() const;
  [[nodiscard]] std::optional<std::int64_t> try_int64() const;

  /// Digits in a base of 2..36, lower case, '-' in front of negatives, no prefix.
  [[nodiscard]] std::string to_text(int base = 10) const;
  /// `int.to_bytes(length, byteorder, signed=...)`; none where Python raises OverflowError.
  [[nodiscard]] std::optional<std::string> to_bytes(std::size_t length, bool big_endian, bool is_signed) const;

  [[nodiscard]] std::uint64_t bit_length() const;
  [[nodiscard]] std::uint64_t bit_count() const;
  /// Bytes on the heap, for memory budgets.
  [[nodiscard]] std::size_t byte_size() const { return limbs_.size() * sizeof(std::uint32_t); }
  /// CPython's hash(int): modulo 2**61 - 1, never -1.
  [[nodiscard]] std::int64_t hash() const;
  /// Nearest double, ties to even; none where Python raises "int too large to convert to float".
  [[nodiscard]] std::optional<double> to_double() const;
  /// value = m * 2**exponent with 0.5 <= |m| < 1, correctly rounded: for logarithms of huge numbers.
  [[nodiscard]] double to_mantissa(std::int64_t& exponent) const;

  [[nodiscard]] BigInt operator-() const;
  [[nodiscard]] BigInt operator~() const;
  [[nodiscard]] BigInt abs() const;
  friend BigInt operator+(const BigInt& a, const BigInt& b);
  friend BigInt operator-(const BigInt& a, const BigInt& b);
  friend BigInt operator*(const BigInt& a, const BigInt& b);
  friend BigInt operator&(const BigInt& a, const BigInt& b);
  friend BigInt operator|(const BigInt& a, const BigInt& b);
  friend BigInt operator^(const BigInt& a, const BigInt& b);
  /// Shift counts are the caller's to check (negative: ValueError; huge: memory).
  [[nodiscard]] BigInt shift_left(std::uint64_t count) const;
  /// Floors, as Python's >> on negatives does.
  [[nodiscard]] BigInt shift_right(std::uint64_t count) const;

  /// -1, 0 or 1.
  [[nodiscard]] static int compare(const BigInt& a, const BigInt& b);
  /// Exact comparison with a double: -1, 0, 1; 2 for NaN.
  [[nodiscard]] static int compare(const BigInt& a, double b);
  friend bool operator==(const BigInt& a, const BigInt& b) {
    return a.negative_ == b.negative_ && a.limbs_ == b.limbs_;
  }
  friend bool operator!=(const BigInt& a, const BigInt& b) { return !(a == b); }
  friend bool operator<(const BigInt& a, const BigInt& b) { return compare(a, b) < 0; }

  /// Python's // and %: the quotient is floored, the remainder has the divisor's sign. Requires b != 0.
  [[nodiscard]] static DivMod floor_divmod(const BigInt& a, const BigInt& b);
  /// Python's a / b, correctly rounded. Requires b != 0. None where Python raises "integer division result too large
  /// for a float".
  [[nodiscard]] static std::optional<double> true_divide(const BigInt& a, const BigInt& b);
  [[nodiscard]] static BigInt power(const BigInt& base, std::uint64_t exponent);
  /// pow(base, exponent, modulus); requires modulus != 0. None where Python raises "base is not invertible for the
  /// given modulus".
  [[nodiscard]] static std::optional<BigInt> power_mod(const BigInt& base, const BigInt& exponent,
                                                       const BigInt& modulus);
  [[nodiscard]] static BigInt gcd(const BigInt& a, const BigInt& b);
  /// Floor of the square root; requires a value >= 0.
  [[nodiscard]] BigInt isqrt() const;
  /// round(self, -digits) for digits > 0: to a multiple of 10**digits, ties to the even multiple.
  [[nodiscard]] BigInt round_to_power_of_ten(std::uint64_t digits) const;

  /// Upper bounds of the bits of a result, for budgets: saturate at UINT64_MAX.
  [[nodiscard]] static std::uint64_t power_bits_estimate(const BigInt& base, std::uint64_t exponent);
  [[nodiscard]] static std::uint64_t multiply_bits_estimate(const BigInt& a, const BigInt& b);

  /// True if `str(self)` exceeds kMaxStrDigits, so that Python raises ValueError (see str_digits_error).
  [[nodiscard]] bool exceeds_str_digits() const;

 private:
  using Limbs = std::vector<std::uint32_t>;
  BigInt(Limbs limbs, bool negative);
  void normalize();

  Limbs limbs_;            // least significant first, no leading zeros; empty is zero
  bool negative_ = false;  // never set on zero
};

/// What floor_divmod returns: a == quotient * b + remainder.
struct BigInt::DivMod {
  BigInt quotient;
  BigInt remainder;
};

/// How many digits an int literal or int() argument has, for the limit: digits only, without sign, prefix, underscores.
[[nodiscard]] std::size_t count_int_digits(std::string_view text);

/// True if int(text, base) exceeds the digits limit; `base` as int() takes it, already resolved if it was 0.
[[nodiscard]] bool exceeds_int_digits(std::string_view text, int base);

/// The ValueError texts of the limit: int -> str, and str of `digits` digits -> int.
[[nodiscard]] std::string str_digits_error(PythonVersion version);
[[nodiscard]] std::string int_digits_error(std::size_t digits, PythonVersion version);

}  // namespace sluice
