// standard_library.h — what CPython's standard library has, so that what is not modelled is refused and not taken for
// missing.
#pragma once

#include <string>

#include "base/python_version.h"

namespace sluice {

/// True for a top-level module of CPython's standard library.
[[nodiscard]] bool is_standard_module(const std::string& name);

/// True if the module has that public attribute in CPython of that version (for modules that are modelled in part).
[[nodiscard]] bool is_known_attribute(PythonVersion version, const std::string& module, const std::string& attribute);

}  // namespace sluice
