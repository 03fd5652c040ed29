// check.h — SLUICE_CHECK: ends the program when the code itself is wrong.
//
// Three kinds of error are never mixed. A fault of ours ends here. A fault of the reader's program is a Python
// exception or a Diagnostic. A fault of the page is a message in the page.
#pragma once

namespace sluice {

/// Prints the failed condition and its place to stderr and aborts.
[[noreturn]] void check_failed(const char* condition, const char* file, int line);

}  // namespace sluice

// The file's name alone: with its folder, what is built would name a place on the machine that built it, and differ
// from one to the next.
#define SLUICE_CHECK(condition) \
  ((condition) ? static_cast<void>(0) : ::sluice::check_failed(#condition, __FILE_NAME__, __LINE__))
