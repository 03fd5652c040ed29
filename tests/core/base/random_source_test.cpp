// Random numbers against CPython's random module, draw by draw.
#include "base/random_source.h"

#include <string>
#include <utility>
#include <vector>

#include "base/gamma.h"
#include "base/sha512.h"
#include "catch.h"

namespace sluice {
namespace {

using Indices = std::vector<std::size_t>;

RandomSource seeded(std::int64_t seed) {
  RandomSource source;
  source.seed(BigInt(seed));
  return source;
}

std::string hex(const std::array<std::uint8_t, 64>& digest) {
  return BigInt::from_bytes(std::string(digest.begin(), digest.end()), true, false).to_text(16);
}

}  // namespace

TEST_CASE("equal seeds give CPython's numbers", "[random]") {
  RandomSource zero = seeded(0);
  CHECK(zero.random() == 0.8444218515250481);
  CHECK(zero.random() == 0.7579544029403025);
  CHECK(zero.random() == 0.420571580830845);
  CHECK(zero.generator().getrandbits(70).to_text() == "608105494072089140794");
  CHECK(seeded(42).random() == 0.6394267984578837);
  CHECK(seeded(-7).random() == 0.32383276483316237);
  RandomSource source;
  source.seed(BigInt::power(BigInt(2), 100) + BigInt(3));
  CHECK(source.random() == 0.3567616365770526);
}

TEST_CASE("text and floats are seeds too", "[random]") {
  RandomSource source;
  source.seed_bytes("abc");
  CHECK(source.random() == 0.7720246314157545);
  source.seed_hash(1152921504606846976);  // hash(0.5)
  CHECK(source.random() == 0.2794930785867423);
}

TEST_CASE("choices of all kinds draw in CPython's order", "[random]") {
  RandomSource source = seeded(0);
  Indices dice;
  for (int i = 0; i < 8; ++i) dice.push_back(static_cast<std::size_t>(source.randbelow(BigInt(6)).to_int64()) + 1);
  CHECK(dice == Indices{4, 4, 1, 3, 5, 4, 4, 3});
  CHECK(source.choice(10) == 7);
  CHECK(source.sample(100, 3) == Indices{45, 74, 27});
  CHECK(source.sample(20, 4) == Indices{16, 4, 9, 18});
  CHECK(source.choices(5, 4) == Indices{3, 3, 1, 4});
  CHECK(source.choices_weighted({1.0, 3.0, 6.0}, 5) == Indices{2, 2, 2, 1, 2});
  Indices deck{0, 1, 2, 3, 4, 5};
  source.shuffle(deck.size(), [&](std::size_t i, std::size_t j) { std::swap(deck[i], deck[j]); });
  CHECK(deck == Indices{1, 0, 4, 3, 2, 5});
}

TEST_CASE("distributions compute with CPython's operations", "[random]") {
  RandomSource source = seeded(0);
  CHECK(source.gauss(0, 1) == 0.9417154046806644);
  CHECK(source.gauss(0, 1) == -1.3965781047011498);
  CHECK(source.uniform(1, 3) == 1.84114316166169);
  CHECK(source.expovariate(2.0) == 0.14982115610690708);
  CHECK(source.normalvariate(0, 1) == 0.0325041290775818);
  CHECK(source.triangular(0, 1, 0.3) == 0.610974309748496);
  CHECK(source.betavariate(2, 3) == 0.26189582638467945);
  CHECK(source.gammavariate(0.5, 1) == 0.3570287343503804);
  CHECK(source.gammavariate(2, 1) == 3.8398927920656623);
  CHECK(source.vonmisesvariate(0, 1) == 0.398071039364649);
  CHECK(source.paretovariate(3) == 1.7401275284687514);
  CHECK(source.weibullvariate(1, 2) == 1.5246253990796452);
  CHECK(source.lognormvariate(0, 1) == 0.2995318915960044);
  CHECK(source.binomialvariate(100, 0.4) == 47);
  CHECK_FALSE(source.expovariate(0.0).has_value());
}

TEST_CASE("seeding forgets the second number of a pair", "[random]") {
  RandomSource source = seeded(0);
  const double first = source.gauss(0, 1);

  source.seed(BigInt(0));

  CHECK(source.gauss(0, 1) == first);
}

TEST_CASE("the generator's state can be taken and put back", "[random]") {
  RandomSource source = seeded(1);
  static_cast<void>(source.random());
  const std::vector<std::uint32_t> state = source.generator().state();
  const double next = source.random();

  source.generator().set_state(state);

  CHECK(source.random() == next);
}

TEST_CASE("SHA-512 of the standard's examples", "[random]") {
  CHECK(
      hex(sha512("abc")) ==
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e"
      "2a9ac94fa54ca49f");
  CHECK(hex(sha512(std::string(111, 'a'))).substr(0, 16) == "fa9121c7b32b9e01");
  CHECK(hex(sha512(std::string(112, 'a'))).substr(0, 16) == "c01d080efd492776");
}

TEST_CASE("gamma and its logarithm", "[random]") {
  CHECK(math_lgamma(3.7) == 1.4280723266653883);
  CHECK(math_gamma(5.0) == 24.0);
  CHECK(math_gamma(-2.5) == -0.9453087204829417);
  CHECK(math_gamma(170.6) == 9.295995953500918e+305);
  CHECK(math_gamma(0.0) != math_gamma(0.0));
}

}  // namespace sluice
