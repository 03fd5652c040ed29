// measure.cpp — runs one program a few times and prints what each run took, one line of JSON a run.
//
//   sluice-measure PROGRAM.py ROUNDS      see bench.mjs, which calls it
//
// Without budgets, and without anything computed from the trace: the time is that of compiling and running. It is the
// processor's, not the wall's, so that other work on the machine hardly counts.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <string>

#include "sample.h"
#include "sluice/run.h"

namespace {

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::fprintf(stderr, "usage: sluice-measure PROGRAM.py ROUNDS\n");
    return 2;
  }
  const std::string source = read_file(words[1]);
  sluice::RunOptions options;
  options.budgets = sluice::RunBudgets{0, 0, 0, 0, 1000, 0};
  for (int round = std::atoi(words[2]); round > 0; --round) {
    const std::clock_t start = std::clock();
    const sluice::RunResult result = sluice::run(source, options);
    const double spent = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    if (result.failure.kind != sluice::Failure::Kind::None) {
      std::fprintf(stderr, "%s: %s\n", words[1], result.failure.text.c_str());
      return 1;
    }
    bench::print_sample(spent, *result.trace);
  }
  return 0;
}
