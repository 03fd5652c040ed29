// catch.h — the test framework: Catch2 2 (Debian 12) or Catch2 3 (Debian 13, Ubuntu 24.04), with one set of names.
//
// Beyond Catch2's own macros a test uses `Approx` and `contains("text")`, the matcher.
#pragma once

#include <string>

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <catch2/generators/catch_generators_range.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
inline auto contains(const std::string& text) { return Catch::Matchers::ContainsSubstring(text); }
using Approx = Catch::Approx;
#else
#include <catch2/catch.hpp>
inline auto contains(const std::string& text) { return Catch::Matchers::Contains(text); }
using Approx = Catch::Detail::Approx;
#endif
