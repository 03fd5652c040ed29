// set_table.h — SetTable, where the members of a set lie in CPython's hash table. It decides in which order a set of
// numbers is visited.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sluice {

/// Slots by index; a taken one holds the number of its member, which is the caller's.
///
/// Open addressing with nine linear probes at each step, as Objects/setobject.c has had it since 3.7. A slot whose
/// member has gone is not used again before the table is made anew.
class SetTable {
 public:
  static constexpr std::size_t kLeastSlots = 8;
  static constexpr std::uint32_t kFree = ~std::uint32_t{0};
  static constexpr std::uint32_t kGone = kFree - 1;

  SetTable() : slots_(kLeastSlots, kFree) {}

  [[nodiscard]] std::size_t size() const { return slots_.size(); }
  [[nodiscard]] std::size_t used() const { return used_; }
  [[nodiscard]] std::size_t fill() const { return fill_; }  ///< used ones, and those whose member has gone
  /// Three fifths full once `more` have come.
  [[nodiscard]] bool is_full(std::size_t more = 0) const { return (fill_ + more) * 5 >= (slots_.size() - 1) * 3; }

  /// Takes a slot. Does not grow. Cost: O(1) on average.
  std::uint32_t insert(std::uint64_t hash, std::uint32_t member);
  void remove(std::uint32_t slot);
  /// The member in a slot, or kFree, or kGone.
  [[nodiscard]] std::uint32_t member_at(std::uint32_t slot) const { return slots_[slot]; }
  void rename(std::uint32_t slot, std::uint32_t member) { slots_[slot] = member; }
  /// The first taken slot from `slot` on, around the end. REQUIRES: there is one.
  [[nodiscard]] std::uint32_t next_taken(std::size_t slot) const;
  /// Makes it empty, with the least power of two of slots beyond `least`; gives the members in their order. False:
  /// nothing was to be done.
  bool reset(std::size_t least, std::vector<std::uint32_t>& members);
  /// The members in the order of their slots.
  [[nodiscard]] std::vector<std::uint32_t> members() const;

 private:
  std::vector<std::uint32_t> slots_;
  std::size_t used_ = 0;
  std::size_t fill_ = 0;
};

}  // namespace sluice
