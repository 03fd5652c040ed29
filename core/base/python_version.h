// Which Python a run reproduces, and the list of what differs between Pythons: one predicate a change, each with the
// CPython change it stands for. Code elsewhere asks a predicate by name and never compares a minor version itself.
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

// ---- What changed, oldest first; then by topic ----------------------------------------------------------------------

/// 3.11: an invalid format specifier is quoted in its error together with the type's name (gh-71053 follow-up,
/// bpo-27772).
[[nodiscard]] constexpr bool format_error_quotes_specifier(PythonVersion version) { return version.minor >= 11; }

/// 3.11: the error of the int <-> str digits limit says "(4300 digits)" rather than "(4300)".
[[nodiscard]] constexpr bool digits_limit_error_names_unit(PythonVersion version) { return version.minor >= 11; }

/// 3.12: f-strings may reuse their own quotes, hold backslashes and comments in fields, and are part of the grammar
/// (PEP 701).
[[nodiscard]] constexpr bool fstrings_nest_freely(PythonVersion version) { return version.minor >= 12; }

/// 3.14: template strings, t"…" (PEP 750).
[[nodiscard]] constexpr bool has_template_strings(PythonVersion version) { return version.minor >= 14; }

/// 3.12: list, set and dict comprehensions run in the frame around them (PEP 709).
[[nodiscard]] constexpr bool comprehensions_are_inlined(PythonVersion version) { return version.minor >= 12; }

/// 3.13: the error of a call with an unexpected keyword suggests the parameter that is meant (gh-107944).
[[nodiscard]] constexpr bool unexpected_keyword_has_suggestion(PythonVersion version) { return version.minor >= 13; }

/// 3.13: builtin functions say "f() got an unexpected keyword argument 'x'" as functions in Python do (gh-92223 follow-up).
[[nodiscard]] constexpr bool native_names_unexpected_keyword_first(PythonVersion version) { return version.minor >= 13; }

}  // namespace sluice
