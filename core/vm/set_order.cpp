#include "vm/set_order.h"

#include <vector>

#include "vm/builtin_operations.h"
#include "vm/complex.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// True if CPython's hash of the value is the same in every run, and ours equals it.
bool has_fixed_hash(const Value& value, int depth) {
  if (value.is_small_int() || value.is_double() || value.is_bool()) return true;
  if (value.is(ObjectKind::BigInteger) || complex_or_null(*VM::current(), value) != nullptr) return true;
  if (!value.is(ObjectKind::Tuple) || depth > 4) return false;
  for (const Value& item : value.as<Tuple>()->span()) {
    if (!has_fixed_hash(item, depth + 1)) return false;
  }
  return true;
}

/// Three fifths full.
bool is_full(std::size_t members, std::size_t slots) { return members * 5 >= (slots - 1) * 3; }

std::size_t slots_beyond(std::size_t least) {
  std::size_t size = Set::kLeastSlots;
  while (size <= least) size *= 2;
  return size;
}

/// A full table grows to the first power of two beyond four times (large ones: twice) its members.
std::size_t grown(std::size_t members) { return slots_beyond(members > 50000 ? members * 2 : members * 4); }

/// How large the table is by now, after insertions one by one. Cost: O(log n).
std::size_t slots_now(const Set& set) {
  std::size_t slots = set.table_slots;
  for (;;) {
    const std::size_t fills = ((slots - 1) * 3 + 4) / 5;
    if (set.members.size() < fills) return slots;
    slots = grown(fills);
  }
}

/// CPython's set table, reduced to which member stands where. Source: the layout of Objects/setobject.c since 3.7.
class Table {
 public:
  /// The first members lie where `places` says.
  Table(std::size_t slots, const std::vector<std::uint32_t>& places) : slots_(slots, kEmpty), used_(places.size()) {
    for (std::uint32_t i = 0; i < places.size(); ++i) slots_[places[i]] = i;
  }
  [[nodiscard]] std::size_t size() const { return slots_.size(); }

  void add(std::uint32_t member, const std::vector<std::uint64_t>& hashes) {
    insert(member, hashes);
    ++used_;
    if (!is_full(used_, slots_.size())) return;
    std::vector<std::uint32_t> old(grown(used_), kEmpty);
    old.swap(slots_);
    for (const std::uint32_t moved : old) {
      if (moved != kEmpty) insert(moved, hashes);
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> places() const {
    std::vector<std::uint32_t> taken;
    for (std::uint32_t i = 0; i < slots_.size(); ++i) {
      if (slots_[i] != kEmpty) taken.push_back(i);
    }
    return taken;
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
  std::size_t used_;
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
  // A table that has lost nearly all of its members is not worth its size.
  constexpr std::size_t kSparse = 32;
  if (set.table_slots > hashes.size() * kSparse) {
    set.table_slots = Set::kLeastSlots;
    set.places.clear();
  }
  Table table(set.table_slots, set.places);
  for (auto i = static_cast<std::uint32_t>(set.places.size()); i < hashes.size(); ++i) table.add(i, hashes);
  set.members.reorder(table.order());
  set.arranged_version = set.members.version();
  set.table_slots = static_cast<std::uint32_t>(table.size());
  set.places = table.places();
}

void make_room(VM& vm, Set& set, std::size_t count) {
  const std::size_t size = set.members.size();
  if (!is_full(size + count, slots_now(set))) return;
  arrange_set(vm, set);
  set.table_slots = static_cast<std::uint32_t>(slots_beyond((size + count) * 2));
  set.places.clear();
}

bool make_room_for(VM& vm, Set& set, Set& other) {
  if (&set == &other || other.members.size() == 0) return false;
  arrange_set(vm, other);
  make_room(vm, set, other.members.size());
  return set.members.size() == 0 && set.table_slots == other.table_slots;
}

void arrange_constant(VM& vm, Set& set) {
  arrange_set(vm, set);
  if (!constants_are_made_anew(vm.python())) return;
  set.arranged_version = ~std::uint32_t{0};
  set.table_slots = Set::kLeastSlots;
  set.places.clear();
  arrange_set(vm, set);
}

}  // namespace sluice
