// containers.h — Tuple, List, Dict, Set, FrozenSet: the containers that the interpreter itself handles.
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <span>
#include <vector>

#include "base/heap.h"
#include "base/object.h"
#include "base/value.h"

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

/// Mutable sequence.
class List : public Object {
 public:
  List() : Object(ObjectKind::List) {}
  explicit List(std::vector<Value> values)
      : Object(ObjectKind::List), items(static_cast<std::vector<Value>&&>(values)) {}
  std::vector<Value> items;
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

  [[nodiscard]] std::size_t size() const { return live_; }
  [[nodiscard]] std::uint32_t version() const { return version_; }

  /// The value under a text key, or null. Never fails.
  [[nodiscard]] Value* find(const Str* key);
  void set(Str* key, Value value);
  bool erase(const Str* key);

  /// The value under any key. Null when absent, or when hashing or comparing raised (`vm.has_error()`).
  [[nodiscard]] Value* find(VM& vm, const Value& key);
  /// False with an exception pending when the key is unhashable or comparing raised.
  bool set(VM& vm, const Value& key, Value value);
  /// 1 erased, 0 absent, -1 exception pending. The erased value is moved to `*removed` if given.
  int erase(VM& vm, const Value& key, Value* removed = nullptr);
  void clear();

  /// Walks in order: `for (std::size_t i = 0; const Entry* e = dict.next(i);)`. Skips deleted ones; safe against
  /// changes (may miss or repeat).
  [[nodiscard]] Entry* next(std::size_t& position);
  [[nodiscard]] Ref<Dict> copy() const;

 private:
  std::uint32_t* slot_for(VM* vm, const Value& key, std::uint64_t hash, bool& failed);
  void rebuild(std::size_t capacity);

  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  ///< 0 empty, 1 deleted, else index + 2; size is a power of two
  std::size_t live_ = 0;
  std::uint32_t version_ = 0;
};

/// Set or frozenset: a Dict whose values do not matter, in insertion order (decision D2: CPython's order is left to
/// chance).
class Set : public Object {
 public:
  explicit Set(ObjectKind kind = ObjectKind::Set) : Object(kind) {}
  Dict members;  ///< keys are the members; never seen by Python as an object
};

}  // namespace sluice
