// Schoolbook arithmetic in base 2**32, with Karatsuba for long factors and Knuth's algorithm D for division.
#include "base/limbs.h"

#include <algorithm>

#include "base/check.h"

namespace sluice::limbs {
namespace {

constexpr std::uint64_t kLimbMask = 0xFFFFFFFFu;

std::uint32_t low(std::uint64_t value) { return static_cast<std::uint32_t>(value & kLimbMask); }

Limbs slice(const Limbs& a, std::size_t from, std::size_t to) {
  if (from >= a.size()) return {};
  Limbs part(a.begin() + static_cast<std::ptrdiff_t>(from),
             a.begin() + static_cast<std::ptrdiff_t>(std::min(to, a.size())));
  trim(part);
  return part;
}

/// into += summand * 2**(32 * offset); `into` is long enough for the result.
void add_at(Limbs& into, const Limbs& summand, std::size_t offset) {
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < summand.size() || carry != 0; ++i) {
    carry += into[offset + i];
    if (i < summand.size()) carry += summand[i];
    into[offset + i] = low(carry);
    carry >>= 32;
  }
}

Limbs multiply_schoolbook(const Limbs& a, const Limbs& b) {
  Limbs product(a.size() + b.size(), 0);
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::uint64_t carry = 0;
    for (std::size_t j = 0; j < b.size(); ++j) {
      carry += product[i + j] + std::uint64_t{a[i]} * b[j];
      product[i + j] = low(carry);
      carry >>= 32;
    }
    product[i + b.size()] = low(carry);
  }
  trim(product);
  return product;
}

/// (a1 B + a0)(b1 B + b0) with three products: a1 b1, a0 b0 and (a1 + a0)(b1 + b0).
Limbs multiply_karatsuba(const Limbs& a, const Limbs& b) {
  const std::size_t half = (std::max(a.size(), b.size()) + 1) / 2;
  const Limbs a0 = slice(a, 0, half);
  const Limbs a1 = slice(a, half, a.size());
  const Limbs b0 = slice(b, 0, half);
  const Limbs b1 = slice(b, half, b.size());
  const Limbs low_part = multiply(a0, b0);
  const Limbs high_part = multiply(a1, b1);
  const Limbs middle = subtract(subtract(multiply(add(a0, a1), add(b0, b1)), low_part), high_part);

  Limbs product(a.size() + b.size() + 1, 0);
  add_at(product, low_part, 0);
  add_at(product, middle, half);
  add_at(product, high_part, 2 * half);
  trim(product);
  return product;
}

}  // namespace

Limbs from_uint64(std::uint64_t value) {
  Limbs a{low(value), low(value >> 32)};
  trim(a);
  return a;
}

std::uint64_t low_uint64(const Limbs& a) {
  std::uint64_t value = 0;
  if (!a.empty()) value = a[0];
  if (a.size() > 1) value |= std::uint64_t{a[1]} << 32;
  return value;
}

void trim(Limbs& a) {
  while (!a.empty() && a.back() == 0) a.pop_back();
}

int compare(const Limbs& a, const Limbs& b) {
  if (a.size() != b.size()) return a.size() < b.size() ? -1 : 1;
  for (std::size_t i = a.size(); i-- > 0;) {
    if (a[i] != b[i]) return a[i] < b[i] ? -1 : 1;
  }
  return 0;
}

std::uint64_t bit_length(const Limbs& a) {
  if (a.empty()) return 0;
  return std::uint64_t{32} * a.size() - static_cast<std::uint64_t>(__builtin_clz(a.back()));
}

Limbs add(const Limbs& a, const Limbs& b) {
  if (a.size() < b.size()) return add(b, a);
  Limbs sum(a);
  sum.push_back(0);
  add_at(sum, b, 0);
  trim(sum);
  return sum;
}

Limbs subtract(const Limbs& a, const Limbs& b) {
  Limbs difference(a);
  std::uint64_t borrow = 0;
  for (std::size_t i = 0; i < b.size() || borrow != 0; ++i) {
    SLUICE_CHECK(i < a.size());
    const std::uint64_t taken = (i < b.size() ? b[i] : 0) + borrow;
    borrow = difference[i] < taken ? 1 : 0;
    difference[i] = low(difference[i] - taken);
  }
  trim(difference);
  return difference;
}

Limbs multiply(const Limbs& a, const Limbs& b) {
  if (a.empty() || b.empty()) return {};
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  if (shorter < kKaratsubaLimbs) return multiply_schoolbook(a, b);
  if (longer < 2 * shorter) return multiply_karatsuba(a, b);

  // Very different lengths: the long factor in pieces as long as the short one, so that Karatsuba's halves fit.
  const Limbs& long_factor = a.size() == longer ? a : b;
  const Limbs& short_factor = a.size() == longer ? b : a;
  Limbs product(a.size() + b.size() + 1, 0);
  for (std::size_t from = 0; from < longer; from += shorter) {
    add_at(product, multiply(slice(long_factor, from, from + shorter), short_factor), from);
  }
  trim(product);
  return product;
}

Limbs shift_left(const Limbs& a, std::uint64_t count) {
  if (a.empty()) return {};
  const std::size_t whole = static_cast<std::size_t>(count / 32);
  const int bits = static_cast<int>(count % 32);
  Limbs result(a.size() + whole + 1, 0);
  std::uint64_t carry = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    carry |= std::uint64_t{a[i]} << bits;
    result[i + whole] = low(carry);
    carry >>= 32;
  }
  result[a.size() + whole] = low(carry);
  trim(result);
  return result;
}

Limbs shift_right(const Limbs& a, std::uint64_t count) {
  if (count / 32 >= a.size()) return {};
  const std::size_t whole = static_cast<std::size_t>(count / 32);
  const int bits = static_cast<int>(count % 32);
  Limbs result(a.size() - whole, 0);
  for (std::size_t i = 0; i < result.size(); ++i) {
    std::uint64_t pair = a[i + whole];
    if (i + whole + 1 < a.size()) pair |= std::uint64_t{a[i + whole + 1]} << 32;
    result[i] = low(pair >> bits);
  }
  trim(result);
  return result;
}

bool any_low_bits(const Limbs& a, std::uint64_t count) {
  for (std::size_t i = 0; i < a.size() && std::uint64_t{i} * 32 < count; ++i) {
    const std::uint64_t left = count - std::uint64_t{i} * 32;
    const std::uint32_t mask = left >= 32 ? 0xFFFFFFFFu : (std::uint32_t{1} << left) - 1;
    if ((a[i] & mask) != 0) return true;
  }
  return false;
}

void multiply_add_small(Limbs& a, std::uint32_t factor, std::uint32_t summand) {
  std::uint64_t carry = summand;
  for (std::uint32_t& limb : a) {
    carry += std::uint64_t{limb} * factor;
    limb = low(carry);
    carry >>= 32;
  }
  if (carry != 0) a.push_back(low(carry));
  trim(a);
}

std::uint32_t divide_small(Limbs& a, std::uint32_t divisor) {
  std::uint64_t remainder = 0;
  for (std::size_t i = a.size(); i-- > 0;) {
    remainder = remainder << 32 | a[i];
    a[i] = low(remainder / divisor);
    remainder %= divisor;
  }
  trim(a);
  return low(remainder);
}

Limbs divide(const Limbs& a, const Limbs& b, Limbs* remainder) {
  SLUICE_CHECK(!b.empty());
  if (compare(a, b) < 0) {
    if (remainder != nullptr) *remainder = a;
    return {};
  }
  if (b.size() == 1) {
    Limbs quotient(a);
    const std::uint32_t rest = divide_small(quotient, b[0]);
    if (remainder != nullptr) *remainder = from_uint64(rest);
    return quotient;
  }

  // Knuth, The Art of Computer Programming 2, 4.3.1, algorithm D. The divisor's top bit is set first, so that a guess
  // from the two top limbs is at most two too large.
  const int shift = __builtin_clz(b.back());
  const Limbs v = shift_left(b, static_cast<std::uint64_t>(shift));
  Limbs u = shift_left(a, static_cast<std::uint64_t>(shift));
  u.resize(a.size() + 1, 0);
  const std::size_t n = v.size();
  Limbs quotient(a.size() - n + 1, 0);
  for (std::size_t j = quotient.size(); j-- > 0;) {
    const std::uint64_t top = std::uint64_t{u[j + n]} << 32 | u[j + n - 1];
    std::uint64_t guess = top / v[n - 1];
    std::uint64_t rest = top % v[n - 1];
    while (guess > kLimbMask || guess * v[n - 2] > (rest << 32 | u[j + n - 2])) {
      --guess;
      rest += v[n - 1];
      if (rest > kLimbMask) break;
    }
    std::uint64_t carry = 0;
    std::uint64_t borrow = 0;
    for (std::size_t i = 0; i < n; ++i) {
      carry += guess * v[i];
      const std::uint64_t taken = (carry & kLimbMask) + borrow;
      borrow = u[i + j] < taken ? 1 : 0;
      u[i + j] = low(u[i + j] - taken);
      carry >>= 32;
    }
    const std::uint64_t taken = carry + borrow;
    const bool too_large = u[j + n] < taken;
    u[j + n] = low(u[j + n] - taken);
    if (too_large) {
      --guess;
      carry = 0;
      for (std::size_t i = 0; i < n; ++i) {
        carry += std::uint64_t{u[i + j]} + v[i];
        u[i + j] = low(carry);
        carry >>= 32;
      }
      u[j + n] = low(u[j + n] + carry);
    }
    quotient[j] = low(guess);
  }
  trim(quotient);
  if (remainder != nullptr) {
    trim(u);
    *remainder = shift_right(u, static_cast<std::uint64_t>(shift));
  }
  return quotient;
}

Limbs power_of_ten(std::uint64_t exponent) {
  // 10**n = 5**n * 2**n, and the factor 2**n is only a shift.
  Limbs result{1};
  Limbs square{5};
  for (std::uint64_t left = exponent; left != 0; left >>= 1) {
    if ((left & 1) != 0) result = multiply(result, square);
    if (left > 1) square = multiply(square, square);
  }
  return shift_left(result, exponent);
}

}  // namespace sluice::limbs
