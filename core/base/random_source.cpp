// random.py's algorithms. The order of draws and of operations is part of the result: nothing here may be simplified
// arithmetically. All five versions draw alike; what changed between them are arguments and errors, which the vm has.
#include "base/random_source.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "base/float_math.h"
#include "base/gamma.h"
#include "base/transcendental.h"

namespace sluice {
namespace {

constexpr double kPi = 3.141592653589793;
constexpr double kTwoPi = 2.0 * kPi;
constexpr double kE = 2.718281828459045;

// random.py computes these four when it is imported; here are the doubles that come out.
constexpr double kNormalMagic = 1.7155277699214135;  // 4 * exp(-0.5) / sqrt(2.0)
constexpr double kLog4 = 1.3862943611198906;
constexpr double kGammaMagic = 2.504077396776274;  // 1.0 + log(4.5)

}  // namespace

void RandomSource::seed(const BigInt& value) {
  generator_.seed(value);
  gauss_next_.reset();
}

void RandomSource::seed_bytes(std::string_view bytes) {
  generator_.seed_bytes(bytes);
  gauss_next_.reset();
}

void RandomSource::seed_hash(std::int64_t hash) {
  generator_.seed_hash(hash);
  gauss_next_.reset();
}

std::size_t RandomSource::choice(std::size_t n) {
  return static_cast<std::size_t>(generator_.randbelow(std::uint64_t{n}));
}

std::vector<std::size_t> RandomSource::choices(std::size_t n, std::size_t k) {
  std::vector<std::size_t> picked(k);
  const double count = static_cast<double>(n);
  for (std::size_t& index : picked) index = static_cast<std::size_t>(std::floor(random() * count));
  return picked;
}

std::vector<std::size_t> RandomSource::choices_weighted(const std::vector<double>& cumulative, std::size_t k) {
  std::vector<std::size_t> picked(k);
  const double total = cumulative.back() + 0.0;
  for (std::size_t& index : picked) {
    // bisect_right among all but the last: a draw that rounds up to the total still picks the last.
    const auto end = cumulative.end() - 1;
    index = static_cast<std::size_t>(std::upper_bound(cumulative.begin(), end, random() * total) - cumulative.begin());
  }
  return picked;
}

void RandomSource::shuffle(std::size_t n, const std::function<void(std::size_t, std::size_t)>& swap) {
  for (std::size_t i = n; i-- > 1;) swap(i, choice(i + 1));
}

std::vector<std::size_t> RandomSource::sample(std::size_t n, std::size_t k) {
  // Which of two methods is used decides the numbers, so that the bound must be random.py's: the size of a small set,
  // for more than five the table of a set of that many, 4 ** ceil(log(3 k, 4)). 3 k is no power of 4, so that counting
  // powers is as good as the logarithm.
  std::size_t pool_limit = 21;
  if (k > 5) {
    std::size_t table = 1;
    while (table < 3 * k) table *= 4;
    pool_limit += table;
  }
  std::vector<std::size_t> picked(k);
  if (n <= pool_limit) {
    std::vector<std::size_t> pool(n);
    for (std::size_t i = 0; i < n; ++i) pool[i] = i;
    for (std::size_t i = 0; i < k; ++i) {
      const std::size_t j = choice(n - i);
      picked[i] = pool[j];
      pool[j] = pool[n - i - 1];
    }
    return picked;
  }
  std::set<std::size_t> selected;
  for (std::size_t& index : picked) {
    do {
      index = choice(n);
    } while (!selected.insert(index).second);
  }
  return picked;
}

double RandomSource::uniform(double a, double b) { return a + (b - a) * random(); }

double RandomSource::triangular(double low, double high, std::optional<double> mode) {
  double u = random();
  if (mode && high - low == 0.0) return low;
  double c = mode ? (*mode - low) / (high - low) : 0.5;
  if (u > c) {
    u = 1.0 - u;
    c = 1.0 - c;
    std::swap(low, high);
  }
  return low + (high - low) * std::sqrt(u * c);
}

double RandomSource::normalvariate(double mu, double sigma) {
  while (true) {
    const double u1 = random();
    const double u2 = 1.0 - random();
    const double z = kNormalMagic * (u1 - 0.5) / u2;
    if (z * z / 4.0 <= -math_log(u2)) return mu + z * sigma;
  }
}

double RandomSource::gauss(double mu, double sigma) {
  double z = 0.0;
  if (gauss_next_) {
    z = *gauss_next_;
    gauss_next_.reset();
  } else {
    const double angle = random() * kTwoPi;
    const double radius = std::sqrt(-2.0 * math_log(1.0 - random()));
    z = math_cos(angle) * radius;
    gauss_next_ = math_sin(angle) * radius;
  }
  return mu + z * sigma;
}

double RandomSource::lognormvariate(double mu, double sigma) { return math_exp(normalvariate(mu, sigma)); }

std::optional<double> RandomSource::expovariate(double lambd) {
  const double draw = -math_log(1.0 - random());
  if (lambd == 0.0) return std::nullopt;
  return draw / lambd;
}

double RandomSource::vonmisesvariate(double mu, double kappa) {
  if (kappa <= 1e-6) return kTwoPi * random();
  const double s = 0.5 / kappa;
  const double r = s + std::sqrt(1.0 + s * s);
  double z = 0.0;
  while (true) {
    z = math_cos(kPi * random());
    const double d = z / (r + z);
    const double u2 = random();
    if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * math_exp(d)) break;
  }
  const double q = 1.0 / r;
  const double f = (q + z) / (1.0 + q * z);
  const double angle = random() > 0.5 ? mu + math_acos(f) : mu - math_acos(f);
  return float_modulo(angle, kTwoPi);
}

double RandomSource::gammavariate(double alpha, double beta) {
  if (alpha == 1.0) return -math_log(1.0 - random()) * beta;
  if (alpha > 1.0) {
    const double ainv = std::sqrt(2.0 * alpha - 1.0);
    const double bbb = alpha - kLog4;
    const double ccc = alpha + ainv;
    while (true) {
      const double u1 = random();
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      const double u2 = 1.0 - random();
      const double v = math_log(u1 / (1.0 - u1)) / ainv;
      const double x = alpha * math_exp(v);
      const double z = u1 * u1 * u2;
      const double r = bbb + ccc * v - x;
      if (r + kGammaMagic - 4.5 * z >= 0.0 || r >= math_log(z)) return x * beta;
    }
  }
  while (true) {
    const double b = (kE + alpha) / kE;
    const double p = b * random();
    const double x = p <= 1.0 ? float_power(p, 1.0 / alpha).value : -math_log((b - p) / alpha);
    const double u1 = random();
    const double bound = p > 1.0 ? float_power(x, alpha - 1.0).value : math_exp(-x);
    if (u1 <= bound) return x * beta;
  }
}

double RandomSource::betavariate(double alpha, double beta) {
  const double y = gammavariate(alpha, 1.0);
  if (y == 0.0) return 0.0;
  return y / (y + gammavariate(beta, 1.0));
}

double RandomSource::paretovariate(double alpha) {
  const double u = 1.0 - random();
  return float_power(u, -1.0 / alpha).value;
}

double RandomSource::weibullvariate(double alpha, double beta) {
  const double u = 1.0 - random();
  return alpha * float_power(-math_log(u), 1.0 / beta).value;
}

std::int64_t RandomSource::binomialvariate(std::int64_t n, double p) {
  if (p == 0.0) return 0;
  if (p == 1.0) return n;
  if (n == 1) return random() < p ? 1 : 0;
  if (p > 0.5) return n - binomialvariate(n, 1.0 - p);
  const double count = static_cast<double>(n);
  if (count * p < 10.0) {
    const double c = math_log2(1.0 - p);
    if (c == 0.0) return 0;
    std::int64_t successes = 0;
    for (double trials = 0.0;; ++successes) {
      trials += std::floor(math_log2(random()) / c) + 1;
      if (trials > count) return successes;
    }
  }

  // Hoermann's transformed rejection.
  const double spq = std::sqrt(count * p * (1.0 - p));
  const double b = 1.15 + 2.53 * spq;
  const double a = -0.0873 + 0.0248 * b + 0.01 * p;
  const double c = count * p + 0.5;
  const double vr = 0.92 - 4.2 / b;
  const double alpha = (2.83 + 5.1 / b) * spq;
  const double lpq = math_log(p / (1.0 - p));
  const double m = std::floor((count + 1) * p);
  const double h = math_lgamma(m + 1) + math_lgamma(count - m + 1);
  while (true) {
    const double u = random() - 0.5;
    const double us = 0.5 - std::fabs(u);
    const double k = std::floor((2.0 * a / us + b) * u + c);
    if (k < 0 || k > count) continue;
    double v = random();
    if (us >= 0.07 && v <= vr) return static_cast<std::int64_t>(k);
    v *= alpha / (a / (us * us) + b);
    if (math_log(v) <= h - math_lgamma(k + 1) - math_lgamma(count - k + 1) + (k - m) * lpq) {
      return static_cast<std::int64_t>(k);
    }
  }
}

}  // namespace sluice
