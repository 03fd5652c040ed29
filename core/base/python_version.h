// Which Python a run reproduces. What differs between Pythons is in language_changes.h, loop_changes.h and
// runtime_changes.h: code elsewhere asks a predicate by name and never compares a minor version itself.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sluice {

/// A CPython 3.x release line. Ordered by age.
struct PythonVersion {
  int minor = 13;  ///< the x of 3.x

  friend constexpr bool operator==(PythonVersion a, PythonVersion b) { return a.minor == b.minor; }
  friend constexpr bool operator!=(PythonVersion a, PythonVersion b) { return a.minor != b.minor; }
  friend constexpr bool operator<(PythonVersion a, PythonVersion b) { return a.minor < b.minor; }
  friend constexpr bool operator>=(PythonVersion a, PythonVersion b) { return a.minor >= b.minor; }
};

inline constexpr PythonVersion kOldestPython{10};
inline constexpr PythonVersion kNewestPython{14};
inline constexpr PythonVersion kDefaultPython{13};

/// Reads "3.10" .. "3.14"; nothing else is a version here (no patch level, no blanks).
[[nodiscard]] inline std::optional<PythonVersion> parse_python_version(std::string_view text) {
  if (text.size() != 4 || text.substr(0, 3) != "3.1") return std::nullopt;
  const int digit = text[3] - '0';
  const PythonVersion version{10 + digit};
  if (digit < 0 || version < kOldestPython || version >= PythonVersion{kNewestPython.minor + 1}) return std::nullopt;
  return version;
}

/// "3.13", as the command line and the page write it.
[[nodiscard]] inline std::string python_version_text(PythonVersion version) {
  return "3." + std::to_string(version.minor);
}

}  // namespace sluice
