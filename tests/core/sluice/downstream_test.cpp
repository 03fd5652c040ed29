// What unbounded fan-out does to what is downstream, in numbers, and that a bound prevents it: the programs down_* of
// tests/conformance/own, under every version. That their traces are CPython's own is compare.mjs's business.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"
#include "printed.h"
#include "sluice/run.h"

namespace sluice {

namespace {

/// What such a program prints on its first line: "60 requests, 40 failed, peak 20".
struct Count {
  int requests = 0;
  int failed = 0;
  int peak = 0;
  std::string why;  ///< its second line, which ends with the failures by name
};

Count count(const std::string& program, int minor) {
  std::ifstream file(std::string(SLUICE_TESTS_DIR) + "/conformance/own/programs/" + program + ".py");
  REQUIRE(file);
  const std::string source{std::istreambuf_iterator<char>(file), {}};
  RunOptions options;
  options.python = PythonVersion{minor};

  const RunResult result = run(source, options);

  CHECK(result.failure.kind == Failure::Kind::None);
  const std::string text = printed(result);
  Count found;
  REQUIRE(std::sscanf(text.c_str(), "%d requests, %d failed, peak %d", &found.requests, &found.failed, &found.peak) ==
          3);
  const std::size_t second = text.find('\n') + 1;
  found.why = text.substr(second, text.find('\n', second) - second);
  return found;
}

struct Claim {
  const char* program;
  int failed;           ///< without a bound
  int bound;            ///< of the other program
  const char* failure;  ///< what those that fail fail with
};

constexpr int kClaimCount = 4;
constexpr Claim kClaims[kClaimCount] = {
    {"down_01_pool", 25, 5, "PoolTimeout"},
    {"down_02_rate", 40, 2, "RateLimited"},
    {"down_03_descriptors", 34, 10, "OSError"},
    {"down_04_collapse", 60, 10, "Overloaded"},
};

}  // namespace

TEST_CASE("without a bound more than half of the requests fail", "[downstream]") {
  const Claim claim = kClaims[GENERATE(range(0, kClaimCount))];
  const int minor = GENERATE(10, 11, 12, 13, 14);

  const Count found = count(std::string(claim.program) + "_unbounded", minor);

  CHECK(found.failed == claim.failed);
  CHECK(2 * found.failed > found.requests);
  CHECK(found.why.find("{'" + std::string(claim.failure) + "': " + std::to_string(claim.failed) + "}") !=
        std::string::npos);
}

TEST_CASE("with a bound no request fails", "[downstream]") {
  const Claim claim = kClaims[GENERATE(range(0, kClaimCount))];
  const int minor = GENERATE(10, 11, 12, 13, 14);

  const Count found = count(std::string(claim.program) + "_bounded", minor);

  CHECK(found.failed == 0);
  CHECK(found.peak <= claim.bound);
}

}  // namespace sluice
