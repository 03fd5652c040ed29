// cells.h — Cells, the free cells of a heap: inline, since every object that comes or goes takes or gives one.
#pragma once

#include <cstddef>

#include "base/inlining.h"

namespace sluice {

/// Small memory in cells of some sizes; base of Heap, which owns the pages that they lie in.
class Cells {
 public:
  Cells() = default;
  Cells(const Cells&) = delete;
  Cells& operator=(const Cells&) = delete;

  /// Those of the current heap. Cost: one load.
  static Cells& current() { return *current_; }

  /// Cost: a few instructions where `size` is a constant and a cell is free.
  [[nodiscard]] SLUICE_INLINE void* take(std::size_t size) {
    if (size <= kLargestSmall) {
      FreeCell*& first = free_[class_of(size)];
      if (FreeCell* cell = first; cell != nullptr) [[likely]] {
        first = cell->next;
        used_bytes_ += size;
        return cell;
      }
    }
    return take_elsewhere(size);
  }
  SLUICE_INLINE void give(void* memory, std::size_t size) {
    if (size > kLargestSmall) return give_large(memory, size);
    used_bytes_ -= size;
    auto* cell = static_cast<FreeCell*>(memory);
    FreeCell*& first = free_[class_of(size)];
    cell->no_vtable = nullptr;
    cell->next = first;
    first = cell;
  }

 protected:
  struct FreeCell {
    void* no_vtable;  ///< null: tells a free cell from a live object, whose first word is its vtable
    FreeCell* next;
  };
  static constexpr std::size_t kGranule = 8;
  static constexpr std::size_t kLargestSmall = 512;
  static constexpr std::size_t class_of(std::size_t size) { return (size + kGranule - 1) / kGranule; }

  FreeCell* free_[kLargestSmall / kGranule + 1] = {};
  std::size_t used_bytes_ = 0;

  static Cells* current_;  ///< never null: before there is a heap, cells without any

 private:
  // Of the current heap, whichever object they are called on.
  static void* take_elsewhere(std::size_t size);
  static void give_large(void* memory, std::size_t size);
};

}  // namespace sluice
