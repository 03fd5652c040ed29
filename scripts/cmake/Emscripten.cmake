# What the wasm build needs beside the common flags (measured; see README.md, "How the engine is built").
#
# The loop and the interpreter are compiled for speed, the rest for size: with -Oz everywhere reference counting is not
# inlined and programs run several times slower for a few kilobytes less. EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES goes together
# with -fno-rtti, which the link line needs as well: it selects the variant of Embind's library.
set(CMAKE_CXX_FLAGS_RELEASE "-DNDEBUG")
#
# INLINING_LIMIT: emcc takes from any -Os or -Oz, also one that an -O2 follows, that functions are not to be inlined. Not even
# opcode_of() was, and programs ran 3 to 8 times slower.
#
# A size_t has 32 bits here, so every index computed in 64 bits would be a warning. Sizes are bounded by the memory budget
# before they get here, as they have to be natively.
target_compile_options(sluice_flags INTERFACE -flto -fno-exceptions -sINLINING_LIMIT=0 -Wno-shorten-64-to-32)
target_compile_definitions(sluice_flags INTERFACE EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)

# emcc runs a JavaScript optimiser that needs the package acorn. A Node.js that is not Debian's does not look where Debian
# puts it, so every link is told.
if(EXISTS /usr/share/nodejs/acorn)
  set_property(GLOBAL PROPERTY RULE_LAUNCH_LINK "${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs")
endif()
