// standard_library.h — what CPython's standard library has, so that what is not modelled is refused and not taken for
// missing.
#pragma once

#include <string>

namespace sluice {

/// True for a top-level module of CPython's standard library.
[[nodiscard]] bool is_standard_module(const std::string& name);

/// True for one of its private modules (`_thread`).
[[nodiscard]] bool is_private_standard_module(const std::string& name);

}  // namespace sluice
