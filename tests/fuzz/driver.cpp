// driver.cpp — runs a fuzz target without libFuzzer, so that every compiler and every test run can: the programs that it is given, and
// changes of them by tokens and lines.
//
//   fuzz_<name> [--seed 1] [--changes 20] FILE ...
//
// Each file is taken as it is, once for each version of Python, then so many times changed; same seed: same inputs. An input that ends
// the process, or takes longer than half a minute, is left in the present folder as fuzz-failure. The last line is "N passed, 0 failed".
#include <fcntl.h>
#include <sys/time.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "token_mutator.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

/// The mutator asks for libFuzzer's changes of bytes; here there are none.
extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t*, std::size_t size, std::size_t) { return size; }

namespace {

constexpr int kMostSeconds = 30;
constexpr int kVersions = 5;

std::string g_input;  // what runs now; a signal's handler has no other way to it

/// Only what a handler may call.
void keep_input(int signal) {
  const int file = open("fuzz-failure", O_CREAT | O_WRONLY | O_TRUNC, 0644);
  const bool kept = file >= 0 && write(file, g_input.data(), g_input.size()) == static_cast<ssize_t>(g_input.size());
  static constexpr char kSaid[] = "the input that failed is in fuzz-failure\n";
  if (kept && write(STDERR_FILENO, kSaid, sizeof kSaid - 1) < 0) _exit(2);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

/// The first byte of an input chooses a version, and where its highest bit is set, little memory.
void run_input(std::uint32_t choice, std::string_view text) {
  g_input = static_cast<char>(choice);
  g_input += text;
  // Of the processor: a busy machine is no fault of the input.
  const itimerval most{{0, 0}, {kMostSeconds, 0}};
  setitimer(ITIMER_VIRTUAL, &most, nullptr);
  LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(g_input.data()), g_input.size());
}

}  // namespace

int main(int argc, char** argv) {
  std::uint32_t seed = 1;
  unsigned changes = 20;
  std::vector<std::string> texts;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--seed" && i + 1 < argc) {
      seed = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
    } else if (word == "--changes" && i + 1 < argc) {
      changes = static_cast<unsigned>(std::strtoul(argv[++i], nullptr, 10));
    } else {
      std::ifstream file(word, std::ios::binary);
      if (!file) {
        std::fprintf(stderr, "error: %s: %s\n", word.c_str(), std::strerror(errno));
        return 2;
      }
      texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
  }
  for (const int signal : {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGVTALRM}) std::signal(signal, keep_input);
  unsigned long passed = 0;
  for (const std::string& text : texts) {
    for (int version = 0; version < kVersions; ++version, ++passed) run_input(static_cast<std::uint32_t>(version), text);
    std::string changed = text;
    for (unsigned i = 0; i < changes; ++i, ++passed) {
      // Changes pile up for a while: the fourth from the whole is still like a program.
      changed = sluice::mutate_program(i % 4 == 0 ? text : changed, ++seed);
      run_input(seed * 37U, changed);
    }
  }
  std::printf("%lu passed, 0 failed\n", passed);
  return 0;
}
