// library_sources.h — the library modules that are written in Python (core/vm/library/*.py), embedded in the build.
//
// The table is generated: see scripts/cmake/LibrarySources.cmake.
#pragma once

#include <cstddef>
#include <span>

namespace sluice {

/// One module. `name` is what a program imports; `text` ends with a NUL that `size` (in bytes) does not count.
struct LibrarySource {
  const char* name;
  const char* text;
  std::size_t size;
};

/// All modules, sorted by file name. The texts live as long as the process.
std::span<const LibrarySource> library_sources();

}  // namespace sluice
