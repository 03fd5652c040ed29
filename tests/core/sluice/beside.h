// beside.h — the programs, and what CPython printed of them, that lie beside the tests.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "catch.h"

namespace sluice {

/// The text of a file in tests/core/sluice.
inline std::string read_beside(const std::string& name) {
  std::ifstream file(std::string(SLUICE_TESTS_DIR) + "/core/sluice/" + name);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace sluice
