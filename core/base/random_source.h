// The algorithms of random.py over a MersenneTwister, by Python version: what random.Random's methods draw, as indices
// and doubles. The vm checks arguments, raises errors and moves the objects.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/bigint.h"
#include "base/mersenne_twister.h"
#include "base/python_version.h"

namespace sluice {

class RandomSource {
 public:
  explicit RandomSource(PythonVersion version = kDefaultPython) : version_(version) {}

  // Seeding forgets the second half of a pair of gauss() as well.
  void seed(const BigInt& value);
  void seed_bytes(std::string_view bytes);
  void seed_hash(std::int64_t hash);

  [[nodiscard]] MersenneTwister& generator() { return generator_; }
  [[nodiscard]] double random() { return generator_.random(); }

  /// start + step * randbelow(count): what randrange and randint come to; requires count > 0.
  [[nodiscard]] BigInt randbelow(const BigInt& count) { return generator_.randbelow(count); }
  /// choice: an index below n; requires n > 0.
  [[nodiscard]] std::size_t choice(std::size_t n);
  /// choices without weights: k indices below n; requires n > 0.
  [[nodiscard]] std::vector<std::size_t> choices(std::size_t n, std::size_t k);
  /// choices with cumulative weights as floats; requires a finite total > 0.
  [[nodiscard]] std::vector<std::size_t> choices_weighted(const std::vector<double>& cumulative, std::size_t k);
  /// shuffle: calls swap(i, j) in order.
  void shuffle(std::size_t n, const std::function<void(std::size_t, std::size_t)>& swap);
  /// sample: k indices below n, in selection order; requires k <= n. `n` may be the length of a range.
  [[nodiscard]] std::vector<std::size_t> sample(std::size_t n, std::size_t k);

  [[nodiscard]] double uniform(double a, double b);
  [[nodiscard]] double triangular(double low, double high, std::optional<double> mode);
  [[nodiscard]] double normalvariate(double mu, double sigma);
  [[nodiscard]] double gauss(double mu, double sigma);
  [[nodiscard]] double lognormvariate(double mu, double sigma);
  /// None where Python raises ZeroDivisionError (lambd == 0).
  [[nodiscard]] std::optional<double> expovariate(double lambd);
  [[nodiscard]] double vonmisesvariate(double mu, double kappa);
  /// Requires alpha > 0 and beta > 0 ("gammavariate: alpha and beta must be > 0.0").
  [[nodiscard]] double gammavariate(double alpha, double beta);
  [[nodiscard]] double betavariate(double alpha, double beta);
  [[nodiscard]] double paretovariate(double alpha);
  [[nodiscard]] double weibullvariate(double alpha, double beta);
  /// binomialvariate(n, p), 3.12; requires n >= 0 and 0 <= p <= 1.
  [[nodiscard]] std::int64_t binomialvariate(std::int64_t n, double p);

  [[nodiscard]] std::optional<double> gauss_next() const { return gauss_next_; }
  void set_gauss_next(std::optional<double> value) { gauss_next_ = value; }

 private:
  PythonVersion version_;
  MersenneTwister generator_;
  std::optional<double> gauss_next_;
};

}  // namespace sluice
