#include "vm/set_order.h"

#include <vector>

#include "vm/builtin_operations.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// True if CPython's hash of the value is the same in every run, and ours equals it.
bool has_fixed_hash(const Value& value, int depth) {
  if (value.is_small_int() || value.is_double() || value.is_bool()) return true;
  if (value.is(ObjectKind::BigInteger)) return true;
  if (!value.is(ObjectKind::Tuple) || depth > 4) return false;
  for (const Value& item : value.as<Tuple>()->span()) {
    if (!has_fixed_hash(item, depth + 1)) return false;
  }
  return true;
}

/// CPython's set table, reduced to which member stands where. Source: the layout of Objects/setobject.c since 3.7.
class Table {
 public:
  Table() : slots_(8, kEmpty) {}

  void add(std::uint32_t member, const std::vector<std::uint64_t>& hashes) {
    insert(member, hashes);
    ++used_;
    // Three fifths full: it grows to the first power of two beyond four times (large ones: twice) its members.
    if (used_ * 5 < (slots_.size() - 1) * 3) return;
    const std::size_t least = used_ > 50000 ? used_ * 2 : used_ * 4;
    std::size_t size = 8;
    while (size <= least) size *= 2;
    std::vector<std::uint32_t> old(size, kEmpty);
    old.swap(slots_);
    for (const std::uint32_t moved : old) {
      if (moved != kEmpty) insert(moved, hashes);
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> order() const {
    std::vector<std::uint32_t> members;
    for (const std::uint32_t member : slots_) {
      if (member != kEmpty) members.push_back(member);
    }
    return members;
  }

 private:
  static constexpr std::uint32_t kEmpty = ~std::uint32_t{0};

  void insert(std::uint32_t member, const std::vector<std::uint64_t>& hashes) {
    constexpr std::size_t kLinearProbes = 9;
    const std::size_t mask = slots_.size() - 1;
    std::uint64_t perturb = hashes[member];
    std::size_t at = static_cast<std::size_t>(perturb) & mask;
    while (true) {
      const std::size_t probes = at + kLinearProbes <= mask ? kLinearProbes : 0;
      for (std::size_t i = 0; i <= probes; ++i) {
        if (slots_[at + i] != kEmpty) continue;
        slots_[at + i] = member;
        return;
      }
      perturb >>= 5;
      at = (at * 5 + 1 + static_cast<std::size_t>(perturb)) & mask;
    }
  }

  std::vector<std::uint32_t> slots_;
  std::size_t used_ = 0;
};

bool has_fixed_hashes(Set& set) {
  std::size_t position = 0;
  while (const Dict::Entry* entry = set.members.next(position)) {
    if (!has_fixed_hash(entry->key, 0)) return false;
  }
  return true;
}

}  // namespace

bool arrange_sets(VM& vm, Set& a, Set& b) {
  if (!has_fixed_hashes(a) || !has_fixed_hashes(b)) return false;
  arrange_set(vm, a);
  arrange_set(vm, b);
  return true;
}

void arrange_set(VM& vm, Set& set) {
  if (set.arranged_version == set.members.version() || set.members.size() < 2) return;
  set.arranged_version = set.members.version();
  if (!has_fixed_hashes(set)) return;
  std::vector<std::uint64_t> hashes;
  std::size_t position = 0;
  while (const Dict::Entry* entry = set.members.next(position)) {
    std::uint64_t hash = 0;
    if (builtin_hash(vm, entry->key, hash) != Handled::Done) return;
    hashes.push_back(hash);
  }
  Table table;
  for (std::uint32_t i = 0; i < hashes.size(); ++i) table.add(i, hashes);
  set.members.reorder(table.order());
  set.arranged_version = set.members.version();
}

}  // namespace sluice
