// library_sources.h — the library modules that are written in Python, as the build has embedded them.
//
// core/vm/library/*.py are in the engine. What few programs import, core/vm/library/packed/*.py, is the library pack: a
// text of its own (see library_pack.h), which is a file beside the engine in wasm, and embedded too everywhere else.
//
// The tables are generated: see scripts/cmake/LibrarySources.cmake.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace sluice {

/// One module. `name` is what a program imports; `text` ends with a NUL that `size` (in bytes) does not count.
struct LibrarySource {
  const char* name;
  const char* text;
  std::size_t size;
};

/// All modules that are in the engine, sorted by file name. The texts live as long as the process.
std::span<const LibrarySource> library_sources();

/// The names of the modules in the pack, sorted by file name.
std::span<const char* const> packed_modules();

/// The first line of the pack that was built with this engine, without its end: it has a digest of the texts, so that
/// engines of different packs are different, and no engine takes a pack of another build.
std::string_view library_pack_head();

/// The pack; empty where it is a file beside the engine.
std::string_view library_pack_text();

}  // namespace sluice
