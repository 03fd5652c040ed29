// words.h — numbers, moments and lists in plain words, as the sentences about a run use them.
#pragma once

#include "trace/trace.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

/// A moment or duration with the digits that mean something: "0 s", "30 µs", "5 ms", "0.10 s", "1.25 s", "61.005 s".
[[nodiscard]] std::string seconds_text(double seconds);

/// Two moments that differ, with as many decimals as it takes to tell them apart: {"0.10 s", "0.20 s"}, {"0.10004 s",
/// "0.10007 s"}.
struct MomentTexts {
  std::string first;
  std::string second;
};
[[nodiscard]] MomentTexts distinct_moments(double first, double second);

/// A number without superfluous digits: "7", "0.25".
[[nodiscard]] std::string number_text(double value);

/// "1 task", "3 tasks", "no tasks".
[[nodiscard]] std::string counted(std::int64_t count, std::string_view noun);

/// "a", "a and b", "a, b and c"; after `most` names: "a, b and 7 more".
[[nodiscard]] std::string listed(const std::vector<std::string>& names, std::size_t most = 5);

/// "semaphore", "task group": the common noun for an object of that kind.
[[nodiscard]] const char* noun_of(TraceObject kind);

/// The same with its article: "a semaphore", "an event".
[[nodiscard]] std::string a_noun(TraceObject kind);

/// The first line of a text, cut to `most` bytes at a code point, with "…" where something is missing.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t most = 60);

}  // namespace sluice
