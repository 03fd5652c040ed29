// Tests of core/base/arena.h.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

#include "base/arena.h"
#include "catch.h"

using sluice::Arena;

TEST_CASE("pieces of an arena are apart from each other, and aligned for anything", "[arena]") {
  Arena arena;
  constexpr std::size_t kSize = 65'535;  // odd, so that alignment is the arena's own doing
  std::vector<unsigned char*> pieces;
  for (int i = 0; i < 120; ++i) {  // more than a megabyte, and more than two regions
    auto* piece = static_cast<unsigned char*>(arena.take(kSize));
    REQUIRE(reinterpret_cast<std::uintptr_t>(piece) % alignof(std::max_align_t) == 0);
    std::memset(piece, i, kSize);
    pieces.push_back(piece);
  }
  for (int i = 0; i < 120; ++i) {
    const unsigned char* piece = pieces[static_cast<std::size_t>(i)];
    REQUIRE(piece[0] == i);
    REQUIRE(piece[kSize - 1] == i);
  }
}

TEST_CASE("a piece may be as large as a region", "[arena]") {
  Arena arena;
  for (int i = 0; i < 3; ++i) std::memset(arena.take(Arena::kRegionBytes), 1, Arena::kRegionBytes);
}
