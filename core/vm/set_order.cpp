#include "vm/set_order.h"

#include <utility>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/complex.h"
#include "vm/identity.h"
#include "vm/native_helpers.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// True if CPython's hash of the value is the same in every run, and ours equals it. REQUIRES: it was taken without
/// chance.
bool has_fixed_hash(const Value& value, int depth) {
  if (value.is(ObjectKind::Instance)) return true;
  if (value.is_small_int() || value.is_double() || value.is_bool() || value.is_none()) return true;
  if (value.is(ObjectKind::BigInteger) || value.is(ObjectKind::Range) ||
      complex_or_null(*VM::current(), value) != nullptr)
    return true;
  if (value.is(ObjectKind::FrozenSet)) return value.as<Set>()->table != nullptr || value.as<Set>()->members.size() == 0;
  if (!value.is(ObjectKind::Tuple) || depth > 4) return false;
  for (const Value& item : value.as<Tuple>()->span()) {
    if (!has_fixed_hash(item, depth + 1)) return false;
  }
  return true;
}

/// A full table grows to the first power of two beyond four times (large ones: twice) its members.
std::size_t grown(const SetTable& table) { return table.used() * (table.used() > 50000 ? 2 : 4); }

std::uint32_t slot_of(const Value& value) { return static_cast<std::uint32_t>(value.as_small_int()); }

void put(Set& set, std::uint32_t member) {
  Dict::Entry& entry = *set.members.at(member);
  entry.value = Value::small_int(set.table->insert(entry.hash, member));
}

void resize(Set& set, std::size_t least) {
  std::vector<std::uint32_t> members;
  if (!set.table->reset(least, members)) return;
  for (const std::uint32_t member : members) put(set, member);
  set.arranged_version = set.members.version() - 1;
}

/// The entries have moved; each knows its slot.
void number_anew(Set& set) {
  for (std::uint32_t i = 0; i < set.members.entry_count(); ++i) {
    const Dict::Entry& entry = *set.members.at(i);
    if (!entry.key.is_missing()) set.table->rename(slot_of(entry.value), i);
  }
}

/// The members of another set come into an empty table: without a look at what is there.
void fill_table(Set& set, Set& other) {
  const SetTable& from = *other.table;
  SetTable& to = *set.table;
  const bool is_copy = to.size() == from.size() && from.fill() == from.used();
  arrange_set(other);
  set.members.copy_from(other.members);
  for (std::uint32_t i = 0; i < set.members.entry_count(); ++i) put(set, i);
  if (!is_copy) return;
  to = from;
  std::uint32_t slot = 0;
  for (std::uint32_t i = 0; i < set.members.entry_count(); ++i, ++slot) {
    slot = to.next_taken(slot);
    to.rename(slot, i);
    set.members.at(i)->value = Value::small_int(slot);
  }
}

}  // namespace

bool set_insert(VM& vm, Set& set, const Value& key) {
  const std::size_t size = set.members.size();
  const std::size_t count = set.members.entry_count();
  const std::uint64_t chances = chances_taken();
  bool is_new = false;
  if (!set.members.add(vm, key, is_new)) return false;
  if (!is_new) return true;
  if (chances_taken() != chances || !has_fixed_hash(key, 0)) {
    set.table.reset();
    return true;
  }
  if (!set.table && size == 0) set.table = std::make_unique<SetTable>();
  if (!set.table) return true;
  put(set, static_cast<std::uint32_t>(set.members.entry_count() - 1));
  if (set.members.entry_count() != count + 1) number_anew(set);
  if (set.table->is_full()) resize(set, grown(*set.table));
  return true;
}

int set_erase(VM& vm, Set& set, const Value& key) {
  const bool is_arranged = set.arranged_version == set.members.version();
  const std::size_t count = set.members.entry_count();
  Value slot;
  const int erased = set.members.erase(vm, key, &slot);
  if (erased <= 0 || !set.table) return erased;
  set.table->remove(slot_of(slot));
  if (set.members.entry_count() != count) number_anew(set);
  if (is_arranged) set.arranged_version = set.members.version();
  return erased;
}

Value set_pop(Set& set) {
  if (set.members.size() == 0) return Value::missing();
  const bool is_arranged = set.arranged_version == set.members.version();
  const std::size_t count = set.members.entry_count();
  std::size_t place = 0;
  if (set.table) {
    const std::uint32_t slot = set.table->next_taken(set.finger);
    place = set.table->member_at(slot);
    set.table->remove(slot);
    set.finger = slot + 1;
  } else {
    while (set.members.at(place)->key.is_missing()) ++place;
  }
  const Value item = set.members.at(place)->key;
  set.members.erase_entry(place);
  if (!set.table) return item;
  if (set.members.entry_count() != count) number_anew(set);
  if (is_arranged) set.arranged_version = set.members.version();
  return item;
}

void set_clear(Set& set) {
  set.table.reset();
  set.members.clear();
}

void make_room(Set& set, std::size_t count) {
  if (!set.table && set.members.size() == 0) set.table = std::make_unique<SetTable>();
  if (set.table && set.table->is_full(count)) resize(set, (set.table->used() + count) * 2);
}

void tidy_up(Set& set) {
  if (set.table && set.table->fill() - set.table->used() > (set.table->size() - 1) / 4) {
    resize(set, grown(*set.table));
  }
}

bool set_merge(VM& vm, Set& set, Set& other) {
  const Ref<Set> alive(&other);
  if (&set == &other || other.members.size() == 0) return true;
  if (!other.table && set.members.size() == 0) {
    set_clear(set);
    set.members.copy_from(other.members);
    return true;
  }
  make_room(set, other.members.size());
  if (set.members.size() == 0 && set.table->fill() == 0) {
    fill_table(set, other);
    return true;
  }
  arrange_set(other);
  std::size_t position = 0;
  while (Dict::Entry* entry = other.members.next(position)) {
    const Value key = entry->key;
    if (!set_insert(vm, set, key)) return false;
  }
  return true;
}

void arrange_set(Set& set) {
  if (!set.table || set.members.size() < 2 || set.arranged_version == set.members.version()) return;
  std::vector<std::uint32_t> rank(set.members.entry_count());
  std::uint32_t live = 0;
  for (std::size_t i = 0; i < rank.size(); ++i) {
    if (!set.members.at(i)->key.is_missing()) rank[i] = live++;
  }
  std::vector<std::uint32_t> order = set.table->members();
  for (std::uint32_t& place : order) place = rank[place];
  set.members.reorder(order);
  number_anew(set);
  set.arranged_version = set.members.version();
}

void set_replace(Set& set, Set& with) {
  arrange_set(with);
  set_clear(set);
  set.members.copy_from(with.members);
  if (!with.table) return;
  set.table = std::make_unique<SetTable>(*with.table);
  number_anew(set);
  set.arranged_version = set.members.version();
}

Ref<Set> arranged_constant(VM& vm, const Ref<Set>& set) {
  if (!constants_are_made_anew(vm.python())) return set;
  arrange_set(*set);
  Ref<Set> made = make<Set>(ObjectKind::FrozenSet);
  std::size_t position = 0;
  while (Dict::Entry* entry = set->members.next(position)) {
    const Value key = entry->key;
    if (!set_insert(vm, *made, key)) return set;
  }
  return made;
}

}  // namespace sluice
