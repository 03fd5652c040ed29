#include "base/arena.h"

#include <cstdlib>

#include "base/check.h"

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace sluice {

namespace {

/// So much is taken piece by piece: most runs need no more, and a region is cleared as a whole when it is first
/// touched.
#ifdef __linux__
constexpr std::size_t kPiecemeal = 1024 * 1024;
#else
constexpr std::size_t kPiecemeal = static_cast<std::size_t>(-1);
#endif

constexpr std::size_t kAlignment = alignof(std::max_align_t);

}  // namespace

Arena::~Arena() {
  for (void* block : blocks_) std::free(block);
}

void* Arena::take(std::size_t size) {
  SLUICE_CHECK(size <= kRegionBytes);
  if (taken_ < kPiecemeal) {
    taken_ += size;
    void* piece = std::malloc(size);
    SLUICE_CHECK(piece != nullptr);
    blocks_.push_back(piece);
    return piece;
  }
  size = (size + kAlignment - 1) / kAlignment * kAlignment;
  if (left_ < size) add_region();
  char* piece = next_;
  next_ += size;
  left_ -= size;
  return piece;
}

void Arena::add_region() {
#ifdef __linux__
  void* region = std::aligned_alloc(kRegionBytes, kRegionBytes);
  SLUICE_CHECK(region != nullptr);
  // A wish: without huge pages it is memory all the same.
  static_cast<void>(madvise(region, kRegionBytes, MADV_HUGEPAGE));
  blocks_.push_back(region);
  next_ = static_cast<char*>(region);
  left_ = kRegionBytes;
#endif
}

}  // namespace sluice
