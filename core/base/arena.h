// arena.h — Arena, memory that is taken in pieces and given back all at once.
#pragma once

#include <cstddef>
#include <vector>

namespace sluice {

/// Memory for what lives as long as its owner. Where much is taken of it on Linux, it lies in regions that the kernel
/// can back with huge pages: a run with a hundred thousand tasks would spend a third of its time on page faults
/// otherwise. Cost: O(1) a piece.
class Arena {
 public:
  static constexpr std::size_t kRegionBytes = 2 * 1024 * 1024;

  Arena() = default;
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  /// A piece of memory that is aligned for anything, and not cleared.
  /// @param size bytes; at most kRegionBytes
  void* take(std::size_t size);

 private:
  void add_region();

  std::vector<void*> blocks_;  ///< regions, and the pieces before the first of them
  std::size_t taken_ = 0;      ///< bytes of those pieces
  char* next_ = nullptr;       ///< the free part of the newest region
  std::size_t left_ = 0;
};

}  // namespace sluice
