// math: functions of floats by base's own libm, so that all platforms agree; gcd, comb and others of ints of any size.
#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "base/bigint.h"
#include "base/double_double.h"
#include "base/float_math.h"
#include "base/float_text.h"
#include "base/gamma.h"
#include "base/runtime_changes.h"
#include "base/transcendental.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"

namespace sluice {

namespace {

bool is_finite(double value) { return value - value == 0; }

/// What a function takes, for the message of 3.14.
constexpr char kAny[] = "";
constexpr char kNonnegative[] = "a nonnegative input";
constexpr char kPositive[] = "a positive input";
constexpr char kFinite[] = "a finite input";
constexpr char kAboveMinusOne[] = "argument value > -1";
constexpr char kFromMinusOneToOne[] = "a number in range from -1 up to 1";
constexpr char kBetweenMinusOneAndOne[] = "a number between -1 and 1";
constexpr char kNotLessThanOne[] = "argument value not less than 1";
constexpr char kNoPole[] = "a noninteger or positive integer";

Value raise_domain(VM& vm) { return vm.raise_value_error("math domain error"); }
/// `expected` empty: no version says what it takes. `x` null: an int, which is not named.
Value raise_domain(VM& vm, const char* expected, const double* x) {
  if (*expected == 0 || !domain_errors_name_argument(vm.python())) return raise_domain(vm);
  const std::string got = x != nullptr ? ", got " + float_repr(*x) : std::string();
  return vm.raise_value_error(std::string("expected ") + expected + got);
}
Value raise_range(VM& vm) { return vm.raise(vm.types.overflow_error, "math range error"); }

/// The result of a function of one float: a NaN out of a number is a domain error, an infinity a range error.
Value checked(VM& vm, double argument, double result, bool can_overflow, const char* expected) {
  if (result != result && argument == argument) return raise_domain(vm, expected, &argument);
  if (!is_finite(result) && is_finite(argument)) {
    return can_overflow ? raise_range(vm) : raise_domain(vm, expected, &argument);
  }
  return Value::number(result);
}

template <double (*kFunction)(double), bool kCanOverflow, const char* kExpected = kAny>
Value of_one(VM& vm, Value* arguments) {
  double x = 0;
  if (!vm.real(arguments[0], x)) return Value();
  return checked(vm, x, kFunction(x), kCanOverflow, kExpected);
}

double square_root(double x) { return std::sqrt(x); }
double absolute(double x) { return std::fabs(x); }

/// An int of any size: its logarithm is taken of mantissa and exponent where it is no double.
Value log_of(VM& vm, const Value& value, double (*function)(double)) {
  const Value& inner = unwrapped(value);
  if (builtin_is_integer(inner)) {
    const BigInt big = big_of(inner);
    if (big.sign() <= 0) return raise_domain(vm, kPositive, nullptr);
    const std::optional<double> real = big.to_double();
    if (real) return Value::number(function(*real));
    std::int64_t exponent = 0;
    const double mantissa = big.to_mantissa(exponent);
    return Value::number(function(mantissa) + function(2.0) * static_cast<double>(exponent));
  }
  double x = 0;
  if (!vm.real(value, x)) return Value();
  if (x <= 0) return raise_domain(vm, kPositive, &x);
  return Value::number(function(x));
}

Value math_log_function(VM& vm, Value* arguments) {
  const Value numerator = log_of(vm, arguments[0], math_log);
  if (!numerator || !given(arguments[1])) return numerator;
  const Value denominator = log_of(vm, arguments[1], math_log);
  if (!denominator) return Value();
  return vm.binary(static_cast<std::uint8_t>(BinaryOperator::TrueDivide), numerator, denominator);
}

Value math_log2_function(VM& vm, Value* arguments) { return log_of(vm, arguments[0], math_log2); }
Value math_log10_function(VM& vm, Value* arguments) { return log_of(vm, arguments[0], math_log10); }

Value math_pow_function(VM& vm, Value* arguments) {
  double x = 0;
  double y = 0;
  if (!vm.real(arguments[0], x) || !vm.real(arguments[1], y)) return Value();
  if (x == 1 || y == 0) return Value::number(1);
  const double result = math_pow(x, y);
  if (!is_finite(x) || !is_finite(y)) return Value::number(result);
  if (result != result) return raise_domain(vm);
  if (!is_finite(result)) return x == 0 ? raise_domain(vm) : raise_range(vm);
  return Value::number(result);
}

Value math_fmod(VM& vm, Value* arguments) {
  double x = 0;
  double y = 0;
  if (!vm.real(arguments[0], x) || !vm.real(arguments[1], y)) return Value();
  if (!is_finite(y) && y == y && is_finite(x)) return Value::number(x);
  const double result = std::fmod(x, y);
  if (result != result && x == x && y == y) return raise_domain(vm);
  return Value::number(result);
}

Value math_remainder(VM& vm, Value* arguments) {
  double x = 0;
  double y = 0;
  if (!vm.real(arguments[0], x) || !vm.real(arguments[1], y)) return Value();
  const double result = std::remainder(x, y);
  return result != result && x == x && y == y ? raise_domain(vm) : Value::number(result);
}

template <double (*kFunction)(double, double)>
Value of_two(VM& vm, Value* arguments) {
  double x = 0;
  double y = 0;
  if (!vm.real(arguments[0], x) || !vm.real(arguments[1], y)) return Value();
  return Value::number(kFunction(x, y));
}

Value math_gamma_function(VM& vm, Value* arguments) {
  double x = 0;
  if (!vm.real(arguments[0], x)) return Value();
  const double result = math_gamma(x);
  if (result != result && x == x) return raise_domain(vm, kNoPole, &x);
  return !is_finite(result) && is_finite(x) ? raise_range(vm) : Value::number(result);
}

Value math_lgamma_function(VM& vm, Value* arguments) {
  double x = 0;
  if (!vm.real(arguments[0], x)) return Value();
  const double result = math_lgamma(x);
  if (is_finite(result) || !is_finite(x)) return Value::number(result);
  return x <= 0 && std::floor(x) == x ? raise_domain(vm, kNoPole, &x) : raise_range(vm);
}

double copy_sign(double x, double y) { return std::copysign(x, y); }

// ---- To ints ----

/// floor, ceil and trunc: of floats here, else by the special method.
template <double (*kRound)(double), SpecialMethod kSpecial>
Value to_whole(VM& vm, Value* arguments) {
  const Value& value = arguments[0];
  const Value& inner = unwrapped(value);
  if (value.is_double()) return integer_of_double(vm, kRound(value.as_double()));
  if (inner.is_double()) {  // of a class that may have its own
    const Value own = vm.call_special(value, kSpecial);
    if (!own || !own.is_not_implemented()) return own;
    return integer_of_double(vm, kRound(inner.as_double()));
  }
  if (builtin_is_integer(inner)) return inner.is_bool() ? Value::small_int(inner.is_true()) : inner;
  const Value own = vm.call_special(value, kSpecial);
  if (!own || !own.is_not_implemented()) return own;
  if (kSpecial == SpecialMethod::Trunc) {
    return vm.raise_type_error("type " + type_text(vm, value) + " doesn't define __trunc__ method");
  }
  double x = 0;
  return vm.real(value, x) ? integer_of_double(vm, kRound(x)) : Value();
}

double round_down(double x) { return std::floor(x); }
double round_up(double x) { return std::ceil(x); }
double round_to_zero(double x) { return std::trunc(x); }

// ---- Questions ----

template <bool (*kTest)(double)>
Value tested(VM& vm, Value* arguments) {
  double x = 0;
  return vm.real(arguments[0], x) ? Value::boolean(kTest(x)) : Value();
}

bool is_nan(double x) { return x != x; }
bool is_infinite(double x) { return x == x && !is_finite(x); }

Value math_isclose(VM& vm, Value* arguments) {
  double a = 0;
  double b = 0;
  double relative = 1e-9;
  double absolute_tolerance = 0;
  if (!vm.real(arguments[0], a) || !vm.real(arguments[1], b)) return Value();
  if (given(arguments[2]) && !vm.real(arguments[2], relative)) return Value();
  if (given(arguments[3]) && !vm.real(arguments[3], absolute_tolerance)) return Value();
  if (relative < 0 || absolute_tolerance < 0) return vm.raise_value_error("tolerances must be non-negative");
  if (a == b) return Value::boolean(true);
  if (is_infinite(a) || is_infinite(b)) return Value::boolean(false);
  const double difference = std::fabs(b - a);
  return Value::boolean(difference <= std::fabs(relative * b) || difference <= std::fabs(relative * a) ||
                        difference <= absolute_tolerance);
}

// ---- Ints ----

Value math_gcd(VM& vm, Value* arguments) {
  BigInt result;
  for (const Value& one : rest(arguments[0]).span()) {
    BigInt number;
    if (!index_of_any_size(vm, one, number)) return Value();
    result = BigInt::gcd(result, number);
  }
  return make_integer(result.abs());
}

Value math_lcm(VM& vm, Value* arguments) {
  BigInt result(1);
  for (const Value& one : rest(arguments[0]).span()) {
    BigInt number;
    if (!index_of_any_size(vm, one, number)) return Value();
    if (number.is_zero() || result.is_zero()) {
      result = BigInt();
      continue;
    }
    result = (BigInt::floor_divmod(result, BigInt::gcd(result, number)).quotient * number).abs();
    if (!check_allocation(vm, result.byte_size(), 2)) return Value();
  }
  return make_integer(result);
}

Value math_isqrt(VM& vm, Value* arguments) {
  BigInt number;
  if (!index_of_any_size(vm, arguments[0], number)) return Value();
  if (number.is_negative()) return vm.raise_value_error("isqrt() argument must be nonnegative");
  return make_integer(number.isqrt());
}

/// The product of `count` numbers from `first` on, the last of which may be the largest of 64 bits; checked against the
/// memory budget now and then.
Value product_of(VM& vm, std::int64_t first, std::int64_t count) {
  BigInt result(1);
  for (std::int64_t place = 0; place < count; ++place) {
    result = result * BigInt(first + place);
    if ((place & 0xff) == 0 && !check_allocation(vm, result.byte_size(), 2)) return Value();
    if (vm.has_error()) return Value();
  }
  return make_integer(result);
}

Value math_factorial(VM& vm, Value* arguments) {
  if (unwrapped(arguments[0]).is_double()) {
    return vm.raise_type_error("'float' object cannot be interpreted as an integer");
  }
  BigInt number;
  if (!index_of_any_size(vm, arguments[0], number)) return Value();
  if (number.is_negative()) return vm.raise_value_error("factorial() not defined for negative values");
  if (!number.fits_int64() || number.to_int64() > 100000) {
    return vm.raise(vm.types.overflow_error, "factorial() argument should not exceed 9223372036854775807");
  }
  return product_of(vm, 1, number.to_int64());
}

/// Reads n and k of comb() and perm(); no value: both are sound, and `count` is k. Otherwise what the function gives.
Value read_choice(VM& vm, Value* arguments, bool is_symmetric, BigInt& n, std::int64_t& count) {
  BigInt k;
  if (!index_of_any_size(vm, arguments[0], n) || !index_of_any_size(vm, arguments[1], k)) return Value();
  if (n.is_negative()) return vm.raise_value_error("n must be a non-negative integer");
  if (k.is_negative()) return vm.raise_value_error("k must be a non-negative integer");
  if (n < k) return Value::small_int(0);
  if (is_symmetric && n - k < k) k = n - k;
  if (!k.fits_int64()) {
    return vm.raise(vm.types.overflow_error,
                    std::string(is_symmetric ? "min(n - k, k)" : "k") + " must not exceed 9223372036854775807");
  }
  count = k.to_int64();
  return count > 100000 ? raise_memory_error(vm) : Value();
}

Value math_comb(VM& vm, Value* arguments) {
  BigInt n;
  std::int64_t k = 0;
  if (Value other = read_choice(vm, arguments, true, n, k); other || vm.has_error()) return other;
  BigInt result(1);
  for (std::int64_t i = 0; i < k; ++i) {
    result = BigInt::floor_divmod(result * (n - BigInt(i)), BigInt(i + 1)).quotient;
    if ((i & 0xff) == 0 && !check_allocation(vm, result.byte_size(), 2)) return Value();
  }
  return make_integer(result);
}

Value math_perm(VM& vm, Value* arguments) {
  BigInt n;
  std::int64_t k = 0;
  if (arguments[1].is_none()) return math_factorial(vm, arguments);
  if (Value other = read_choice(vm, arguments, false, n, k); other || vm.has_error()) return other;
  if (n.fits_int64() && k > 0) return product_of(vm, n.to_int64() - (k - 1), k);
  BigInt result(1);
  for (std::int64_t i = 0; i < k; ++i) {
    result = result * (n - BigInt(i));
    if ((i & 0xff) == 0 && !check_allocation(vm, result.byte_size(), 2)) return Value();
  }
  return make_integer(result);
}

// ---- Sequences ----

/// The floats of an iterable; false with an exception pending.
bool floats_of(VM& vm, const Value& iterable, std::vector<double>& numbers) {
  std::vector<Value> items;
  if (!vm.extend(items, iterable)) return false;
  for (const Value& item : items) {
    double x = 0;
    if (!vm.real(item, x)) return false;
    numbers.push_back(x);
  }
  return true;
}

/// Exact sum of doubles, rounded once: Shewchuk's partial sums.
class ExactSum {
 public:
  void add(double x) {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < partials_.size(); ++i) {
      double y = partials_[i];
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y;
      const double low = y - (high - x);
      if (low != 0) partials_[kept++] = low;
      x = high;
    }
    partials_.resize(kept);
    partials_.push_back(x);
  }
  [[nodiscard]] double result() const {
    if (partials_.empty()) return 0;
    std::size_t n = partials_.size() - 1;
    double high = partials_[n];
    double low = 0;
    while (n > 0) {
      const double x = high;
      const double y = partials_[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0) break;
    }
    // Half-way cases are decided by the next partial sum.
    if (n > 0 && ((low < 0 && partials_[n - 1] < 0) || (low > 0 && partials_[n - 1] > 0))) {
      const double twice = low * 2;
      const double candidate = high + twice;
      if (twice == candidate - high) high = candidate;
    }
    return high;
  }

 private:
  std::vector<double> partials_;
};

Value math_fsum(VM& vm, Value* arguments) {
  std::vector<double> numbers;
  if (!floats_of(vm, arguments[0], numbers)) return Value();
  ExactSum sum;
  double special = 0;
  bool has_special = false;
  bool plus = false;
  bool minus = false;
  for (const double x : numbers) {
    if (is_finite(x)) {
      if (!has_special) sum.add(x);
      continue;
    }
    has_special = true;
    special += x;
    plus = plus || (is_infinite(x) && x > 0);
    minus = minus || (is_infinite(x) && x < 0);
  }
  if (plus && minus) return vm.raise_value_error("-inf + inf in fsum");
  if (has_special) return Value::number(special);
  const double result = sum.result();
  if (!is_finite(result)) return vm.raise(vm.types.overflow_error, "intermediate overflow in fsum");
  return Value::number(result);
}

/// Length of a vector: scaled by a power of two, squares summed exactly, one rounding of the root corrected.
double vector_length(const std::vector<double>& numbers) {
  double largest = 0;
  bool has_nan = false;
  for (const double x : numbers) {
    if (is_infinite(x)) return std::fabs(x);
    has_nan = has_nan || x != x;
    largest = std::max(largest, std::fabs(x));
  }
  if (has_nan) return std::nan("");
  if (largest == 0) return 0;
  int exponent = 0;
  std::frexp(largest, &exponent);
  const auto squares = [&](ExactSum& sum) {
    for (const double x : numbers) {
      const double scaled = std::ldexp(x, -exponent);
      // A square as the sum of two doubles (Veltkamp and Dekker).
      const double big = scaled * 134217729.0;
      const double high = big - (big - scaled);
      const double low = scaled - high;
      sum.add(high * high);
      sum.add(2 * high * low);
      sum.add(low * low);
    }
  };
  ExactSum sum;
  squares(sum);
  double root = std::sqrt(sum.result());
  ExactSum rest_sum;
  squares(rest_sum);
  const double big = root * 134217729.0;
  const double high = big - (big - root);
  const double low = root - high;
  rest_sum.add(-(high * high));
  rest_sum.add(-2 * high * low);
  rest_sum.add(-(low * low));
  root += rest_sum.result() / (2 * root);
  return std::ldexp(root, exponent);
}

Value math_hypot(VM& vm, Value* arguments) {
  std::vector<double> numbers;
  if (!floats_of(vm, arguments[0], numbers)) return Value();
  return Value::number(vector_length(numbers));
}

Value math_dist(VM& vm, Value* arguments) {
  std::vector<double> p;
  std::vector<double> q;
  if (!floats_of(vm, arguments[0], p) || !floats_of(vm, arguments[1], q)) return Value();
  if (p.size() != q.size()) return vm.raise_value_error("both points must have the same number of dimensions");
  for (std::size_t i = 0; i < p.size(); ++i) p[i] -= q[i];
  return Value::number(vector_length(p));
}

Value math_prod(VM& vm, Value* arguments) {
  Value product = given(arguments[1]) ? arguments[1] : Value::small_int(1);
  const Value iterator = vm.iterate(arguments[0]);
  if (!iterator) return Value();
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return Value();
    if (item.is_missing()) return product;
    product = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Multiply), product, item);
    if (!product) return Value();
  }
}

/// A sum of products in three doubles, as CPython's math.sumprod keeps it: rounded once, at the end.
struct TripleLength {
  double hi = 0;
  double lo = 0;
  double tiny = 0;

  void add_product(double x, double y) {
    const DoubleDouble product = two_product(x, y);
    const DoubleDouble sum = two_sum(hi, product.hi);
    const DoubleDouble low = two_sum(lo, product.lo);
    const DoubleDouble middle = two_sum(low.hi, sum.lo);
    hi = sum.hi;
    lo = middle.hi;
    tiny += low.lo + middle.lo;
  }
  [[nodiscard]] double rounded() const { return hi + two_sum(lo, tiny).hi; }
};

/// The sum, if each pair is of floats, or of a float and an int, and nothing overflows.
bool sum_of_float_products(VM& vm, const std::vector<Value>& p, const std::vector<Value>& q, double& sum) {
  TripleLength total;
  for (std::size_t i = 0; i < p.size(); ++i) {
    const bool is_float = p[i].is_double() || q[i].is_double();
    const bool are_plain = (p[i].is_double() || p[i].is_small_int()) && (q[i].is_double() || q[i].is_small_int());
    double x = 0;
    double y = 0;
    if (!is_float || !are_plain || !vm.real(p[i], x) || !vm.real(q[i], y)) return false;
    total.add_product(x, y);
    if (!is_finite(total.hi) || !is_finite(total.lo)) return false;
  }
  sum = total.rounded();
  return !p.empty();
}

Value math_sumprod(VM& vm, Value* arguments) {
  std::vector<Value> p;
  std::vector<Value> q;
  if (!vm.extend(p, arguments[0]) || !vm.extend(q, arguments[1])) return Value();
  if (p.size() != q.size()) return vm.raise_value_error("Inputs are not the same length");
  double sum = 0;
  if (sum_of_float_products(vm, p, q, sum)) return Value::number(sum);
  Value total = Value::small_int(0);
  for (std::size_t i = 0; i < p.size(); ++i) {
    const Value product = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Multiply), p[i], q[i]);
    if (product) total = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Add), total, product);
    if (!product || !total) return Value();
  }
  return total;
}

// ---- Pieces of floats ----

Value math_modf(VM& vm, Value* arguments) {
  double x = 0;
  if (!vm.real(arguments[0], x)) return Value();
  double whole = 0;
  const double part = is_infinite(x) ? std::copysign(0.0, x) : std::modf(x, &whole);
  const Value items[2] = {Value::number(part), Value::number(is_infinite(x) ? x : whole)};
  return vm.tuple(items);
}

Value math_frexp(VM& vm, Value* arguments) {
  double x = 0;
  if (!vm.real(arguments[0], x)) return Value();
  int exponent = 0;
  const double mantissa = is_finite(x) ? std::frexp(x, &exponent) : x;
  const Value items[2] = {Value::number(mantissa), Value::small_int(exponent)};
  return vm.tuple(items);
}

Value math_ldexp(VM& vm, Value* arguments) {
  double x = 0;
  std::int64_t exponent = 0;
  if (!vm.real(arguments[0], x)) return Value();
  if (!builtin_is_integer(unwrapped(arguments[1]))) {
    return vm.raise_type_error("Expected an int as second argument to ldexp.");
  }
  const BigInt wanted = big_of(unwrapped(arguments[1]));
  exponent = wanted.fits_int64() ? wanted.to_int64() : wanted.sign() * std::int64_t{100000};
  if (x == 0 || !is_finite(x)) return Value::number(x);
  const double result = std::ldexp(x, static_cast<int>(std::clamp<std::int64_t>(exponent, -100000, 100000)));
  return is_finite(result) ? Value::number(result) : raise_range(vm);
}

Value math_nextafter(VM& vm, Value* arguments) {
  double x = 0;
  double y = 0;
  if (!vm.real(arguments[0], x) || !vm.real(arguments[1], y)) return Value();
  return Value::number(std::nextafter(x, y));
}

Value math_ulp(VM& vm, Value* arguments) {
  double x = 0;
  if (!vm.real(arguments[0], x)) return Value();
  x = std::fabs(x);
  if (!is_finite(x)) return Value::number(x);
  const double above = std::nextafter(x, HUGE_VAL);
  return Value::number(is_finite(above) ? above - x : x - std::nextafter(x, 0.0));
}

constexpr double kPi = 3.141592653589793;
constexpr double kE = 2.718281828459045;

double degrees(double x) { return x * (180.0 / kPi); }
double radians(double x) { return x * (kPi / 180.0); }

constexpr NativeEntry kFunctions[] = {
    {"sqrt", of_one<square_root, false, kNonnegative>, "x, /"},
    {"exp", of_one<math_exp, true>, "x, /"},
    {"expm1", of_one<math_expm1, true>, "x, /"},
    {"log1p", of_one<math_log1p, false, kAboveMinusOne>, "x, /"},
    {"sin", of_one<math_sin, false, kFinite>, "x, /"},
    {"cos", of_one<math_cos, false, kFinite>, "x, /"},
    {"tan", of_one<math_tan, false, kFinite>, "x, /"},
    {"asin", of_one<math_asin, false, kFromMinusOneToOne>, "x, /"},
    {"acos", of_one<math_acos, false, kFromMinusOneToOne>, "x, /"},
    {"atan", of_one<math_atan, false>, "x, /"},
    {"sinh", of_one<math_sinh, true>, "x, /"},
    {"cosh", of_one<math_cosh, true>, "x, /"},
    {"tanh", of_one<math_tanh, false>, "x, /"},
    {"asinh", of_one<math_asinh, false>, "x, /"},
    {"acosh", of_one<math_acosh, false, kNotLessThanOne>, "x, /"},
    {"atanh", of_one<math_atanh, false, kBetweenMinusOneAndOne>, "x, /"},
    {"gamma", math_gamma_function, "x, /"},
    {"lgamma", math_lgamma_function, "x, /"},
    {"fabs", of_one<absolute, false>, "x, /"},
    {"degrees", of_one<degrees, false>, "x, /"},
    {"radians", of_one<radians, false>, "x, /"},
    {"log", math_log_function, "x, base=(), /"},
    {"log2", math_log2_function, "x, /"},
    {"log10", math_log10_function, "x, /"},
    {"pow", math_pow_function, "x, y, /"},
    {"fmod", math_fmod, "x, y, /"},
    {"remainder", math_remainder, "x, y, /"},
    {"atan2", of_two<math_atan2>, "y, x, /"},
    {"copysign", of_two<copy_sign>, "x, y, /"},
    {"floor", to_whole<round_down, SpecialMethod::Floor>, "x, /"},
    {"ceil", to_whole<round_up, SpecialMethod::Ceil>, "x, /"},
    {"trunc", to_whole<round_to_zero, SpecialMethod::Trunc>, "x, /"},
    {"isnan", tested<is_nan>, "x, /"},
    {"isinf", tested<is_infinite>, "x, /"},
    {"isfinite", tested<is_finite>, "x, /"},
    {"isclose", math_isclose, "a, b, *, rel_tol=(), abs_tol=()"},
    {"gcd", math_gcd, "*integers"},
    {"lcm", math_lcm, "*integers"},
    {"isqrt", math_isqrt, "n, /"},
    {"factorial", math_factorial, "x, /"},
    {"comb", math_comb, "n, k, /"},
    {"perm", math_perm, "n, k=None, /"},
    {"fsum", math_fsum, "seq, /"},
    {"hypot", math_hypot, "*coordinates"},
    {"dist", math_dist, "p, q, /"},
    {"prod", math_prod, "iterable, /, *, start=()"},
    {"modf", math_modf, "x, /"},
    {"frexp", math_frexp, "x, /"},
    {"ldexp", math_ldexp, "x, i, /"},
    {"nextafter", math_nextafter, "x, y, /"},
    {"ulp", math_ulp, "x, /"},
};
constexpr NativeEntry kRootsAndPowers[] = {
    {"cbrt", of_one<math_cbrt, false>, "x, /"},
    {"exp2", of_one<math_exp2, true>, "x, /"},
};
constexpr NativeEntry kNew[] = {{"sumprod", math_sumprod, "p, q, /"}};

}  // namespace

void fill_math(VM& vm, Module& module) {
  module.add_functions(vm, kFunctions);
  if (math_has_cbrt(vm.python())) module.add_functions(vm, kRootsAndPowers);
  if (math_has_sumprod(vm.python())) module.add_functions(vm, kNew);
  module.set(vm, "pi", Value::number(kPi));
  module.set(vm, "e", Value::number(kE));
  module.set(vm, "tau", Value::number(2 * kPi));
  module.set(vm, "inf", Value::number(HUGE_VAL));
  module.set(vm, "nan", Value::number(std::nan("")));
}

}  // namespace sluice
