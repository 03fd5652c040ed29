// recorded.h — programs with what CPython's compiler says of them, as record_compilations.py writes them down.
#pragma once

#include <sstream>
#include <string>
#include <vector>

#include "source.h"

namespace sluice {

struct Expectation {
  std::vector<int> minors;
  std::string answer;  ///< "line | kind: message", or "- | ok"
};

struct Case {
  std::string program;
  std::vector<Expectation> expectations;
};

inline Expectation read_expectation(const std::string& line) {
  Expectation made;
  const std::size_t bar = line.find(" | ");
  std::istringstream versions(line.substr(4, bar - 4));
  std::string version;
  while (versions >> version) made.minors.push_back(std::stoi(version.substr(2)));
  made.answer = line.substr(bar + 3);
  return made;
}

inline std::vector<Case> read_cases(const std::string& name) {
  std::vector<Case> cases(1);
  std::istringstream file(read_file(language_tests() + "/" + name));
  std::string line;
  while (std::getline(file, line)) {
    if (line == "---") {
      cases.emplace_back();
    } else if (line.rfind("#=>", 0) == 0) {
      cases.back().expectations.push_back(read_expectation(line));
    } else {
      cases.back().program += line + "\n";
    }
  }
  return cases;
}

/// "line | kind: message" of the error, or of each warning with "; " between; "- | ok" for neither.
inline std::string answer(int minor, const std::string& program) {
  const CompileResult result = compile_for(minor, program);
  if (result.diagnostic) {
    return std::to_string(result.diagnostic->range.begin.line) + " | " + diagnostic_kind_name(result.diagnostic->kind) +
           ": " + result.diagnostic->message;
  }
  std::string text;
  for (const CompileWarning& warning : result.warnings) {
    text += (text.empty() ? "" : "; ") + std::to_string(warning.place.line) + " | SyntaxWarning: " + warning.message;
  }
  return text.empty() ? "- | ok" : text;
}

/// Checks the answers against those in the file, for every program and version.
inline void check_recorded(const std::string& name) {
  for (const Case& one : read_cases(name)) {
    for (const Expectation& expectation : one.expectations) {
      for (const int minor : expectation.minors) {
        INFO("Python 3." << minor << "\n" << one.program);
        CHECK(answer(minor, one.program) == expectation.answer);
      }
    }
  }
}

}  // namespace sluice
