#include "vm/set_table.h"

namespace sluice {

std::uint32_t SetTable::insert(std::uint64_t hash, std::uint32_t member) {
  constexpr std::size_t kLinearProbes = 9;
  const std::size_t mask = slots_.size() - 1;
  std::uint64_t perturb = hash;
  std::size_t at = static_cast<std::size_t>(hash) & mask;
  std::uint32_t left = kFree;
  while (true) {
    const std::size_t probes = at + kLinearProbes <= mask ? kLinearProbes : 0;
    for (std::size_t i = at; i <= at + probes; ++i) {
      if (slots_[i] == kGone) left = static_cast<std::uint32_t>(i);
      if (slots_[i] != kFree) continue;
      ++used_;
      if (left == kFree) {
        ++fill_;
        left = static_cast<std::uint32_t>(i);
      }
      slots_[left] = member;
      return left;
    }
    perturb >>= 5;
    at = (at * 5 + 1 + static_cast<std::size_t>(perturb)) & mask;
  }
}

void SetTable::remove(std::uint32_t slot) {
  slots_[slot] = kGone;
  --used_;
}

std::uint32_t SetTable::next_taken(std::size_t slot) const {
  std::size_t at = slot & (slots_.size() - 1);
  while (slots_[at] >= kGone) at = at + 1 == slots_.size() ? 0 : at + 1;
  return static_cast<std::uint32_t>(at);
}

bool SetTable::reset(std::size_t least, std::vector<std::uint32_t>& members) {
  std::size_t size = kLeastSlots;
  while (size <= least) size *= 2;
  if (size == kLeastSlots && slots_.size() == kLeastSlots && fill_ == used_) return false;
  members = this->members();
  slots_.assign(size, kFree);
  used_ = fill_ = 0;
  return true;
}

std::vector<std::uint32_t> SetTable::members() const {
  std::vector<std::uint32_t> found;
  found.reserve(used_);
  for (const std::uint32_t member : slots_) {
    if (member < kGone) found.push_back(member);
  }
  return found;
}

}  // namespace sluice
