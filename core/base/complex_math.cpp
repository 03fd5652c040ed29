#include "base/complex_math.h"

#include <algorithm>
#include <cmath>

#include "base/float_math.h"
#include "base/float_text.h"
#include "base/runtime_changes.h"
#include "base/transcendental.h"
#include "base/unicode.h"

namespace sluice {
namespace {

constexpr double kInfinity = __builtin_inf();
constexpr double kNan = __builtin_nan("");

bool is_nan(ComplexNumber a) { return std::isnan(a.real) && std::isnan(a.imaginary); }
bool is_infinite(ComplexNumber a) { return std::isinf(a.real) || std::isinf(a.imaginary); }
bool is_finite(ComplexNumber a) { return std::isfinite(a.real) && std::isfinite(a.imaginary); }

/// Infinities become ones, all else zeros: what is left is the direction.
ComplexNumber boxed(ComplexNumber a) {
  return {std::copysign(std::isinf(a.real) ? 1.0 : 0.0, a.real),
          std::copysign(std::isinf(a.imaginary) ? 1.0 : 0.0, a.imaginary)};
}

ComplexNumber without_nan(ComplexNumber a) {
  return {std::isnan(a.real) ? std::copysign(0.0, a.real) : a.real,
          std::isnan(a.imaginary) ? std::copysign(0.0, a.imaginary) : a.imaginary};
}

ComplexNumber plain_product(ComplexNumber a, ComplexNumber b) {
  return {a.real * b.real - a.imaginary * b.imaginary, a.real * b.imaginary + a.imaginary * b.real};
}

ComplexNumber scaled(double factor, ComplexNumber a) { return {factor * a.real, factor * a.imaginary}; }

/// Source: C11, annex G.5.1, as CPython follows it since 3.14.
ComplexNumber product(ComplexNumber a, ComplexNumber b, PythonVersion version) {
  const ComplexNumber plain = plain_product(a, b);
  if (!complex_recovers_infinities(version) || !is_nan(plain)) return plain;
  const bool left = is_infinite(a);
  if (left) {
    a = boxed(a);
    b = without_nan(b);
  }
  const bool right = is_infinite(b);
  if (right) {
    b = boxed(b);
    a = without_nan(a);
  }
  if (!left && !right) {
    const bool overflows = std::isinf(a.real * b.real) || std::isinf(a.imaginary * b.imaginary) ||
                           std::isinf(a.real * b.imaginary) || std::isinf(a.imaginary * b.real);
    if (!overflows) return plain;
    a = without_nan(a);
    b = without_nan(b);
  }
  return scaled(kInfinity, plain_product(a, b));
}

/// Smith's way: numerator and denominator are first divided by the larger part of the divisor. Without
/// `has_imaginary`, `a` is a real number and its missing part takes no part (3.14).
ComplexResult quotient(ComplexNumber a, bool has_imaginary, ComplexNumber b, PythonVersion version) {
  const double real_size = std::fabs(b.real);
  const double imaginary_size = std::fabs(b.imaginary);
  ComplexNumber result{kNan, kNan};
  if (real_size >= imaginary_size) {
    if (real_size == 0.0) return {{}, ComplexOutcome::kZeroDivision};
    const double ratio = b.imaginary / b.real;
    const double divisor = b.real + b.imaginary * ratio;
    result = has_imaginary
                 ? ComplexNumber{(a.real + a.imaginary * ratio) / divisor, (a.imaginary - a.real * ratio) / divisor}
                 : ComplexNumber{a.real / divisor, (-a.real * ratio) / divisor};
  } else if (imaginary_size >= real_size) {
    const double ratio = b.real / b.imaginary;
    const double divisor = b.real * ratio + b.imaginary;
    result = has_imaginary
                 ? ComplexNumber{(a.real * ratio + a.imaginary) / divisor, (a.imaginary * ratio - a.real) / divisor}
                 : ComplexNumber{(a.real * ratio) / divisor, -a.real / divisor};
  }
  if (!complex_recovers_infinities(version) || !is_nan(result)) return {result};
  if (is_infinite(a) && is_finite(b) && has_imaginary) {
    const ComplexNumber way = boxed(a);
    return {scaled(kInfinity,
                   {way.real * b.real + way.imaginary * b.imaginary, way.imaginary * b.real - way.real * b.imaginary})};
  }
  if (is_infinite(b) && is_finite(a)) {
    const ComplexNumber way = boxed(b);
    if (!has_imaginary) return {scaled(0.0, {a.real * way.real, -a.real * way.imaginary})};
    return {scaled(0.0,
                   {a.real * way.real + a.imaginary * way.imaginary, a.imaginary * way.real - a.real * way.imaginary})};
  }
  return {result};
}

/// glibc's hypot, which is not always the nearest double (math.hypot is CPython's own). For 0 <= y <= x.
double near_hypot(double x, double y) {
  const double rough = std::sqrt(x * x + y * y);
  double first = 0;
  double second = 0;
  if (rough <= 2.0 * y) {
    const double delta = rough - y;
    first = x * (2.0 * delta - x);
    second = (delta - 2.0 * (x - y)) * delta;
  } else {
    const double delta = rough - x;
    first = 2.0 * delta * (x - 2.0 * y);
    second = (4.0 * delta - y) * y + delta * delta;
  }
  return rough - (first + second) / (2.0 * rough);
}

double glibc_hypot(ComplexNumber a) {
  constexpr double kScale = 0x1p-600;
  constexpr double kNegligible = 0x1p-54;
  if (is_infinite(a)) return kInfinity;
  if (!is_finite(a)) return kNan;
  const double x = std::fmax(std::fabs(a.real), std::fabs(a.imaginary));
  const double y = std::fmin(std::fabs(a.real), std::fabs(a.imaginary));
  if (y <= x * kNegligible) return x + y;
  if (x > 0x1p+511) return near_hypot(x * kScale, y * kScale) / kScale;
  if (y < 0x1p-459) return near_hypot(x / kScale, y / kScale) * kScale;
  return near_hypot(x, y);
}

ComplexNumber whole_power(ComplexNumber base, int exponent, PythonVersion version) {
  ComplexNumber result{1, 0};
  for (int mask = 1; exponent >= mask; mask <<= 1) {
    if ((exponent & mask) != 0) result = product(result, base, version);
    base = product(base, base, version);
  }
  return result;
}

ComplexResult general_power(ComplexNumber a, ComplexNumber b) {
  if (b.real == 0 && b.imaginary == 0) return {{1, 0}};
  if (a.real == 0 && a.imaginary == 0) {
    return {{}, b.imaginary != 0 || b.real < 0 ? ComplexOutcome::kZeroDivision : ComplexOutcome::kOk};
  }
  const double size = glibc_hypot(a);
  const double angle = math_atan2(a.imaginary, a.real);
  double length = math_pow(size, b.real);
  double phase = angle * b.real;
  if (b.imaginary != 0) {
    length /= math_exp(angle * b.imaginary);
    phase += b.imaginary * math_log(size);
  }
  // C's cos and sin of an infinity report a domain error, which CPython takes for that of zero.
  const ComplexOutcome outcome = std::isinf(phase) ? ComplexOutcome::kZeroDivision : ComplexOutcome::kOk;
  return {{length * math_cos(phase), length * math_sin(phase)}, outcome};
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t skip_digits(std::string_view text, std::size_t at) {
  while (at < text.size() && is_digit(text[at])) ++at;
  return at;
}

bool begins_with(std::string_view text, std::string_view word) {
  if (text.size() < word.size()) return false;
  return std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == (b | 0x20); });
}

/// Takes the longest float off the front of `text`; none if there is no float.
std::optional<double> take_float(std::string_view& text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  std::size_t end = 0;
  for (const std::string_view word : {"infinity", "inf", "nan"}) {
    if (end == 0 && begins_with(text.substr(at), word)) end = at + word.size();
  }
  if (end == 0) {
    const std::size_t digits = skip_digits(text, at);
    std::size_t count = digits - at;
    end = digits;
    if (end < text.size() && text[end] == '.') {
      end = skip_digits(text, end + 1);
      count += end - digits - 1;
    }
    if (count == 0) return std::nullopt;
    if (end < text.size() && (text[end] | 0x20) == 'e') {
      at = end + 1;
      if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
      if (skip_digits(text, at) > at) end = skip_digits(text, at);
    }
  }
  const std::optional<double> value = parse_float(text.substr(0, end));
  text.remove_prefix(end);
  return value;
}

bool take_unit(std::string_view& text) {
  if (text.empty() || (text[0] | 0x20) != 'j') return false;
  text.remove_prefix(1);
  return true;
}

std::string part_text(double value) {
  FloatLayout layout;
  return float_text(value, layout);
}

}  // namespace

ComplexNumber complex_sum(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version) {
  const ComplexNumber sum{a.value.real + b.value.real, a.value.imaginary + b.value.imaginary};
  if (!reals_are_not_complex(version) || (!a.is_real && !b.is_real)) return sum;
  return {sum.real, a.is_real ? b.value.imaginary : a.value.imaginary};
}

ComplexNumber complex_difference(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version) {
  const ComplexNumber difference{a.value.real - b.value.real, a.value.imaginary - b.value.imaginary};
  if (!reals_are_not_complex(version) || (!a.is_real && !b.is_real)) return difference;
  return {difference.real, a.is_real ? -b.value.imaginary : a.value.imaginary};
}

ComplexNumber complex_product(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version) {
  if (!reals_are_not_complex(version) || (!a.is_real && !b.is_real)) return product(a.value, b.value, version);
  return a.is_real ? scaled(a.value.real, b.value) : scaled(b.value.real, a.value);
}

ComplexResult complex_quotient(const ComplexOperand& a, const ComplexOperand& b, PythonVersion version) {
  if (!reals_are_not_complex(version) || !b.is_real) {
    return quotient(a.value, !reals_are_not_complex(version) || !a.is_real, b.value, version);
  }
  if (b.value.real == 0) return {{}, ComplexOutcome::kZeroDivision};
  return {{a.value.real / b.value.real, a.value.imaginary / b.value.real}};
}

ComplexResult complex_power(ComplexNumber a, ComplexNumber b, PythonVersion version) {
  constexpr double kMostSteps = 100;
  ComplexResult result;
  // Small whole exponents are multiplied out.
  if (b.imaginary == 0 && b.real == std::floor(b.real) && std::fabs(b.real) <= kMostSteps) {
    const int exponent = static_cast<int>(b.real);
    if (exponent > 0) {
      result.value = whole_power(a, exponent, version);
    } else {
      result = quotient({1, 0}, true, whole_power(a, -exponent, version), version);
    }
  } else {
    result = general_power(a, b);
  }
  if (result.outcome == ComplexOutcome::kOk && is_infinite(result.value)) result.outcome = ComplexOutcome::kOverflow;
  return result;
}

ComplexSize complex_absolute(ComplexNumber a) {
  const double size = glibc_hypot(a);
  return {size, std::isinf(size) && is_finite(a) ? ComplexOutcome::kOverflow : ComplexOutcome::kOk};
}

std::int64_t complex_hash(ComplexNumber a) {
  constexpr std::uint64_t kFactor = 1000003;
  const auto real = static_cast<std::uint64_t>(float_hash(a.real));
  const auto imaginary = static_cast<std::uint64_t>(float_hash(a.imaginary));
  const auto hash = static_cast<std::int64_t>(real + kFactor * imaginary);
  return hash == -1 ? -2 : hash;
}

std::string complex_repr(ComplexNumber a) {
  const std::string imaginary = part_text(a.imaginary) + "j";
  if (a.real == 0 && !std::signbit(a.real)) return imaginary;
  return "(" + part_text(a.real) + (imaginary[0] == '-' ? "" : "+") + imaginary + ")";
}

std::optional<ComplexNumber> parse_complex(std::string_view text) {
  if (!text.empty() && text.front() == '(') {
    if (text.size() < 2 || text.back() != ')') return std::nullopt;
    text = text_strip(text.substr(1, text.size() - 2));
  }
  std::string digits(text);
  std::erase(digits, '_');
  text = digits;
  const auto sign_comes = [&text] { return !text.empty() && (text[0] == '+' || text[0] == '-'); };
  const auto take_one = [&text] {
    const double one = text[0] == '-' ? -1.0 : 1.0;
    text.remove_prefix(1);
    return one;
  };
  ComplexNumber result;
  const std::optional<double> first = take_float(text);
  if (first && text.empty()) return ComplexNumber{*first, 0};
  if (first && sign_comes()) {
    result.real = *first;
    const std::optional<double> second = take_float(text);
    result.imaginary = second ? *second : take_one();
  } else if (first) {
    result.imaginary = *first;
  } else {
    result.imaginary = sign_comes() ? take_one() : 1.0;
  }
  return take_unit(text) && text.empty() ? std::optional(result) : std::nullopt;
}

bool has_good_underscores(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' && (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1]))) {
      return false;
    }
  }
  return true;
}

}  // namespace sluice
