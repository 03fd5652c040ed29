// containers.h — Tuple, List, Dict, Set, FrozenSet: the containers that the interpreter itself handles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <new>
#include <span>
#include <vector>

#include "base/drop.h"
#include "base/heap.h"
#include "base/object.h"
#include "base/value.h"
#include "vm/set_table.h"

namespace sluice {

class VM;
class Str;

/// Immutable sequence; its items lie behind the object in the same cell.
class Tuple : public Object {
 public:
  /// A tuple of `size` None values, to be filled by the maker before anyone sees it.
  static Ref<Tuple> create(std::size_t size);
  static Ref<Tuple> of(std::span<const Value> items);
  ~Tuple() override;
  static void operator delete(Tuple* tuple, std::destroying_delete_t);
  bool visit_references(ReferenceVisitor& visit) const override;

  [[nodiscard]] std::size_t size() const { return size_; }
  [[nodiscard]] Value* items() { return reinterpret_cast<Value*>(this + 1); }
  [[nodiscard]] const Value* items() const { return reinterpret_cast<const Value*>(this + 1); }
  [[nodiscard]] std::span<const Value> span() const { return {items(), size_}; }
  Value& operator[](std::size_t index) { return items()[index]; }
  const Value& operator[](std::size_t index) const { return items()[index]; }

 private:
  explicit Tuple(std::size_t size);
  static void* operator new(std::size_t base, std::size_t size);
  static void operator delete(void* memory, std::size_t size);
  std::size_t size_;
};

/// Mutable sequence. Who lets `items` grow calls `report_memory`, so that the heap knows.
class List : public Object {
 public:
  List() : Object(ObjectKind::List) {}
  explicit List(std::vector<Value> values)
      : Object(ObjectKind::List), items(static_cast<std::vector<Value>&&>(values)) {
    report_memory();
  }
  ~List() override {
    drop_last_first(items);
    Heap::current().adjust(-static_cast<std::ptrdiff_t>(reported_ * sizeof(Value)));
  }
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  /// Cost: one comparison where the capacity is as before.
  void report_memory() {
    if (items.capacity() == reported_) return;
    const auto grown = static_cast<std::ptrdiff_t>(items.capacity()) - static_cast<std::ptrdiff_t>(reported_);
    Heap::current().adjust(grown * static_cast<std::ptrdiff_t>(sizeof(Value)));
    reported_ = items.capacity();
  }
  std::vector<Value> items;

 private:
  std::size_t reported_ = 0;  ///< capacity that the heap knows of
};

/// Mapping in insertion order.
///
/// Open addressing over a table of indices into an array of entries, as CPython's compact dict. Keys that are Str
/// compare without calling Python; any other key may call `__eq__`, so operations with an arbitrary key take the VM and
/// can fail. Invariants: (1) entries are in order of insertion; a deleted one has a missing key; (2) `size()` counts
/// live ones; (3) `version()` changes whenever a key comes or goes (iteration checks it).
class Dict : public Object {
 public:
  struct Entry {
    std::uint64_t hash;
    Value key;  ///< missing where deleted
    Value value;
  };
  explicit Dict(ObjectKind kind = ObjectKind::Dict) : Object(kind) {}
  ~Dict() override;
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;

  [[nodiscard]] std::size_t size() const { return live_; }
  [[nodiscard]] std::uint32_t version() const { return version_; }

  /// The value under a text key, or null. Never fails.
  [[nodiscard]] Value* find(const Str* key);
  /// The same for an interned key, looked for first at the index where it was last: `place`, which is kept up to date.
  [[nodiscard]] Value* find_near(const Str* key, std::uint32_t& place) {
    if (place < entries_.size() && entries_[place].key.bits() == reinterpret_cast<std::uintptr_t>(key)) {
      return &entries_[place].value;
    }
    return find_and_note(key, place);
  }
  void set(Str* key, Value value);
  bool erase(const Str* key);

  /// The value under any key. Null when absent, or when hashing or comparing raised (`vm.has_error()`).
  [[nodiscard]] Value* find(VM& vm, const Value& key);
  /// False with an exception pending when the key is unhashable or comparing raised.
  bool set(VM& vm, const Value& key, Value value);
  /// The same, but what is there stays as it is. `is_new`: the key was not there.
  bool add(VM& vm, const Value& key, bool& is_new);
  /// 1 erased, 0 absent, -1 exception pending. The erased value is moved to `*removed` if given.
  int erase(VM& vm, const Value& key, Value* removed = nullptr);
  void clear();

  /// Walks in order: `for (std::size_t i = 0; Entry* e = dict.next(i);)`. Skips deleted ones; safe against changes (may
  /// miss or repeat).
  [[nodiscard]] Entry* next(std::size_t& position) {
    while (position < entries_.size()) {
      Entry& entry = entries_[position++];
      if (!entry.key.is_missing()) return &entry;
    }
    return nullptr;
  }
  /// The same from the end: start with `position = entry_count()`.
  [[nodiscard]] Entry* previous(std::size_t& position) {
    if (position > entries_.size()) position = entries_.size();
    while (position > 0) {
      Entry& entry = entries_[--position];
      if (!entry.key.is_missing()) return &entry;
    }
    return nullptr;
  }
  /// Entries, deleted ones included.
  [[nodiscard]] std::size_t entry_count() const { return entries_.size(); }
  /// The entry at an index, for caches of places; null beyond the end. Its key may be missing.
  [[nodiscard]] Entry* at(std::size_t index) { return index < entries_.size() ? &entries_[index] : nullptr; }
  /// Erases the live entry at an index.
  void erase_entry(std::size_t index) { erase_at(index); }
  [[nodiscard]] Ref<Dict> copy() const;
  /// Takes over what `other` holds. REQUIRES: this one is empty.
  void copy_from(const Dict& other);
  /// Each has what the other had. Places found in this one before are no longer valid: its version is a new one.
  void swap_contents(Dict& other);
  /// Puts the live entries into the given order: `order[i]` is the place, among the live ones, of the i-th to be.
  void reorder(const std::vector<std::uint32_t>& order);

  /// Makes messages about keys speak of set elements.
  void mark_as_set() { small_flags_ = 1; }
  /// The hash that look-ups use; equal to hash(key). False with an exception pending when `key` is unhashable.
  static bool hash_of(VM& vm, const Value& key, std::uint64_t& hash);

 private:
  static constexpr std::size_t kNowhere = ~std::size_t{0};
  [[nodiscard]] std::size_t index_of(const Str* key, std::uint64_t hash) const;
  /// Index of the entry, or kNowhere; `failed` when comparing raised.
  [[nodiscard]] std::size_t index_of(VM& vm, const Value& key, std::uint64_t hash, bool& failed);
  bool hash_key(VM& vm, const Value& key, std::uint64_t& hash);
  /// `index`: where the key is; kNowhere: it was not there, and is now, with the value. False: an exception is pending.
  bool find_or_append(VM& vm, const Value& key, Value& value, std::size_t& index);
  [[nodiscard]] Value* find_and_note(const Str* key, std::uint32_t& place);
  void append(Value key, std::uint64_t hash, Value value);
  void erase_at(std::size_t index);
  void rebuild();
  void report_memory();
  /// Lets entries go in their order, as CPython does; that of a vector's own end differs from one standard library to
  /// another.
  static void drop(std::vector<Entry>& entries);

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< empty while there are few entries; else index + 1 or 0; a power of two
  std::size_t live_ = 0;
  std::size_t reported_bytes_ = 0;  ///< what the heap knows of
  std::uint32_t version_ = 0;
};

/// Set or frozenset: a Dict whose values are nobody's but set_order.h's, which adds members, takes them out, and says
/// in which order they are visited.
class Set : public Object {
 public:
  explicit Set(ObjectKind kind = ObjectKind::Set) : Object(kind) { members.mark_as_set(); }
  bool visit_references(ReferenceVisitor& visit) const override;
  void clear_references() override;
  Dict members;  ///< keys are the members; never seen by Python as an object. With a table, values are their slots
  std::unique_ptr<SetTable> table;                     ///< null: order of insertion, or no member has come yet
  std::uint32_t arranged_version = ~std::uint32_t{0};  ///< of `members` that are in the order of the table
  std::uint32_t finger = 0;                            ///< slot where pop() goes on
};

}  // namespace sluice
