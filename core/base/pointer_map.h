// pointer_map.h — PointerMap, numbers under addresses.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice {

/// A small hash table without an order: nobody walks it, so nothing depends on addresses.
///
/// Open addressing, at most half full. Cost: O(1); no allocation but to grow.
class PointerMap {
 public:
  [[nodiscard]] bool empty() const { return count_ == 0; }
  /// False, and nothing is changed, if `key` is there already. REQUIRES: key is not null.
  bool insert(const void* key, std::uint32_t value) {
    if (count_ * 2 >= entries_.size()) grow();
    const std::size_t place = place_of(key);
    if (entries_[place].key != nullptr) return false;
    entries_[place] = Entry{key, value};
    ++count_;
    return true;
  }
  /// False if `key` is not there.
  bool find(const void* key, std::uint32_t& value) const {
    if (count_ == 0 || key == nullptr) return false;
    const Entry& entry = entries_[place_of(key)];
    value = entry.value;
    return entry.key != nullptr;
  }
  /// Takes `key` out; false if it was not there.
  bool take(const void* key, std::uint32_t& value) {
    if (count_ == 0) return false;
    std::size_t hole = place_of(key);
    if (entries_[hole].key == nullptr) return false;
    value = entries_[hole].value;
    --count_;
    // Who lies behind, and would have lain here, moves up: a search never has to step over a gap.
    const std::size_t mask = entries_.size() - 1;
    for (std::size_t next = (hole + 1) & mask; entries_[next].key != nullptr; next = (next + 1) & mask) {
      const std::size_t wanted = hash_of(entries_[next].key) & mask;
      if (((next - wanted) & mask) < ((next - hole) & mask)) continue;
      entries_[hole] = entries_[next];
      hole = next;
    }
    entries_[hole].key = nullptr;
    return true;
  }
  void clear() {
    entries_.clear();
    count_ = 0;
  }

 private:
  struct Entry {
    const void* key = nullptr;
    std::uint32_t value = 0;
  };
  static std::size_t hash_of(const void* key) {
    // Objects are at least eight bytes apart; neighbours stay neighbours, which caches like.
    return static_cast<std::size_t>(reinterpret_cast<std::uintptr_t>(key) >> 3);
  }
  [[nodiscard]] std::size_t place_of(const void* key) const {
    const std::size_t mask = entries_.size() - 1;
    std::size_t place = hash_of(key) & mask;
    while (entries_[place].key != nullptr && entries_[place].key != key) place = (place + 1) & mask;
    return place;
  }
  void grow() {
    std::vector<Entry> old(entries_.empty() ? 16 : entries_.size() * 2);
    old.swap(entries_);
    for (const Entry& entry : old) {
      if (entry.key != nullptr) entries_[place_of(entry.key)] = entry;
    }
  }

  std::vector<Entry> entries_;  ///< its size is a power of two
  std::size_t count_ = 0;
};

}  // namespace sluice
