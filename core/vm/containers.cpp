#include "vm/containers.h"

#include <string>
#include <utility>

#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/str.h"
#include "vm/vm.h"

namespace sluice {

// ---- Tuple ----

Tuple::Tuple(std::size_t size) : Object(ObjectKind::Tuple), size_(size) {
  for (std::size_t i = 0; i < size; ++i) new (items() + i) Value(Value::none());
}

Ref<Tuple> Tuple::create(std::size_t size) { return Ref<Tuple>(new (size) Tuple(size)); }

Ref<Tuple> Tuple::of(std::span<const Value> values) {
  Ref<Tuple> tuple = create(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) (*tuple)[i] = values[i];
  return tuple;
}

Tuple::~Tuple() {
  // The last one first, as in CPython: what goes with them shows the order.
  for (std::size_t i = size_; i-- > 0;) items()[i].~Value();
}

void* Tuple::operator new(std::size_t base, std::size_t size) {
  return Object::operator new(base + size * sizeof(Value));
}

void Tuple::operator delete(void* memory, std::size_t size) {
  Object::operator delete(memory, sizeof(Tuple) + size * sizeof(Value));
}

void Tuple::operator delete(Tuple* tuple, std::destroying_delete_t) {
  const std::size_t size = tuple->size_;
  tuple->~Tuple();
  Object::operator delete(tuple, sizeof(Tuple) + size * sizeof(Value));
}

// ---- Dict ----

namespace {

/// Up to so many entries are searched one by one: no table is needed then. Most instances have no more attributes.
constexpr std::size_t kLinearEntries = 8;

/// Spreads hashes, of which ints have only low bits, over the table.
std::size_t slot_of(std::uint64_t hash, std::size_t mask) {
  return static_cast<std::size_t>((hash * 0x9e3779b97f4a7c15) >> 29) & mask;
}

/// Instances of classes derived from str are found by their text, too.
bool same_text(const Value& stored, const Str* key) {
  if (!stored.is_object()) return false;
  if (stored.object()->kind() == ObjectKind::Str) return equal(*stored.as<Str>(), *key);
  const Value& inner = unwrapped(stored);
  return inner.is(ObjectKind::Str) && equal(*inner.as<Str>(), *key);
}

}  // namespace

Dict::~Dict() {
  drop(entries_);
  Heap::current().adjust(-static_cast<std::ptrdiff_t>(reported_bytes_));
}

void Dict::drop(std::vector<Entry>& entries) {
  for (Entry& entry : entries) {
    entry.value = Value();
    entry.key = Value();
  }
}

void Dict::report_memory() {
  const std::size_t bytes = entries_.capacity() * sizeof(Entry) + slots_.capacity() * sizeof(std::uint32_t);
  Heap::current().adjust(static_cast<std::ptrdiff_t>(bytes) - static_cast<std::ptrdiff_t>(reported_bytes_));
  reported_bytes_ = bytes;
}

std::size_t Dict::index_of(const Str* key, std::uint64_t hash) const {
  if (slots_.empty()) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].key.bits() == reinterpret_cast<std::uintptr_t>(key)) return i;
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      if (entries_[i].hash == hash && same_text(entries_[i].key, key)) return i;
    }
    return kNowhere;
  }
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = slot_of(hash, mask); slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.key.bits() == reinterpret_cast<std::uintptr_t>(key)) return slots_[slot] - 1;
    if (entry.hash == hash && same_text(entry.key, key)) return slots_[slot] - 1;
  }
  return kNowhere;
}

Value* Dict::find(const Str* key) {
  const std::size_t index = index_of(key, key->hash());
  return index == kNowhere ? nullptr : &entries_[index].value;
}

Value* Dict::find_and_note(const Str* key, std::uint32_t& place) {
  const std::size_t index = index_of(key, key->hash());
  if (index == kNowhere) return nullptr;
  place = static_cast<std::uint32_t>(index);
  return &entries_[index].value;
}

void Dict::set(Str* key, Value value) {
  const std::uint64_t hash = key->hash();
  const std::size_t index = index_of(key, hash);
  if (index == kNowhere) {
    append(Value(key), hash, std::move(value));
    return;
  }
  entries_[index].value.swap(value);  // the old value dies after the dict is whole again
}

bool Dict::erase(const Str* key) {
  const std::size_t index = index_of(key, key->hash());
  if (index == kNowhere) return false;
  erase_at(index);
  return true;
}

bool Dict::hash_of(VM& vm, const Value& key, std::uint64_t& hash) {
  if (key.is(ObjectKind::Str)) {
    hash = key.as<Str>()->hash();
    return true;
  }
  if (key.is_small_int() && key.as_small_int() != -1) {
    hash = static_cast<std::uint64_t>(key.as_small_int());
    return true;
  }
  return vm.hash(key, hash);
}

/// hash_of, with the error in the words of a dict or a set.
bool Dict::hash_key(VM& vm, const Value& key, std::uint64_t& hash) {
  if (hash_of(vm, key, hash)) return true;
  if (!unhashable_error_names_use(vm.python()) || !vm.error_is(vm.types.type_error)) return false;
  const Value error = vm.take_error();
  const Value text = vm.to_str(error);
  if (!text) return false;
  vm.raise_type_error(std::string("cannot use '") + vm.type_name(key) + "' as a " +
                      (small_flags_ != 0 ? "set element" : "dict key") + " (" + text.as<Str>()->text() + ")");
  return false;
}

std::size_t Dict::index_of(VM& vm, const Value& key, std::uint64_t hash, bool& failed) {
  if (key.is(ObjectKind::Str)) return index_of(key.as<Str>(), hash);
  std::size_t mask = slots_.empty() ? 0 : slots_.size() - 1;
  std::size_t step = slots_.empty() ? 0 : slot_of(hash, mask);
  while (true) {
    std::size_t index = step;
    if (slots_.empty()) {
      if (index >= entries_.size()) return kNowhere;
      ++step;
    } else {
      if (slots_[step] == 0) return kNowhere;
      index = slots_[step] - 1;
      step = (step + 1) & mask;
    }
    const Entry& entry = entries_[index];
    if (entry.hash != hash || entry.key.is_missing()) continue;
    if (entry.key.is_same(key)) return index;
    const std::uint32_t before = version_;
    const std::size_t slots_before = slots_.size();
    const Value stored = entry.key;
    const int same = vm.equal(stored, key);
    if (same < 0) {
      failed = true;
      return kNowhere;
    }
    // `__eq__` changed the dict, this entry or the table: what was seen so far means nothing. As in CPython, keys that
    // come and go elsewhere do not matter.
    const bool is_there = index < entries_.size() && entries_[index].key.is_same(stored);
    if (version_ != before && (!is_there || slots_.size() != slots_before)) {
      mask = slots_.empty() ? 0 : slots_.size() - 1;
      step = slots_.empty() ? 0 : slot_of(hash, mask);
      continue;
    }
    if (same > 0) return index;
  }
}

Value* Dict::find(VM& vm, const Value& key) {
  if (key.is(ObjectKind::Str)) return find(key.as<Str>());
  std::uint64_t hash = 0;
  bool failed = false;
  if (!hash_key(vm, key, hash)) return nullptr;
  const std::size_t index = index_of(vm, key, hash, failed);
  return index == kNowhere ? nullptr : &entries_[index].value;
}

bool Dict::set(VM& vm, const Value& key, Value value) {
  std::size_t index = 0;
  if (!find_or_append(vm, key, value, index)) return false;
  if (index != kNowhere) entries_[index].value.swap(value);
  return true;
}

bool Dict::add(VM& vm, const Value& key, bool& is_new) {
  std::size_t index = 0;
  Value value = Value::none();
  if (!find_or_append(vm, key, value, index)) return false;
  is_new = index == kNowhere;
  return true;
}

bool Dict::find_or_append(VM& vm, const Value& key, Value& value, std::size_t& index) {
  std::uint64_t hash = 0;
  bool failed = false;
  if (!hash_key(vm, key, hash)) return false;
  index = index_of(vm, key, hash, failed);
  if (failed) return false;
  if (index != kNowhere) return true;
  const std::size_t count = entries_.size();
  const bool grows = count == entries_.capacity() && count >= 1024;
  if (grows && !vm.check_memory(count * sizeof(Entry) * 2)) return false;
  append(key, hash, std::move(value));
  return true;
}

int Dict::erase(VM& vm, const Value& key, Value* removed) {
  std::uint64_t hash = 0;
  bool failed = false;
  if (!hash_key(vm, key, hash)) return -1;
  const std::size_t index = index_of(vm, key, hash, failed);
  if (failed) return -1;
  if (index == kNowhere) return 0;
  if (removed != nullptr) *removed = std::move(entries_[index].value);
  erase_at(index);
  return 1;
}

void Dict::append(Value key, std::uint64_t hash, Value value) {
  ++version_;
  ++live_;
  // Deleted entries are swept out before the array grows.
  if (entries_.size() == entries_.capacity() && live_ <= entries_.size() - entries_.size() / 4) rebuild();
  const std::size_t capacity = entries_.capacity();
  entries_.push_back(Entry{hash, std::move(key), std::move(value)});
  if (entries_.capacity() != capacity) report_memory();
  const std::size_t count = entries_.size();
  if (slots_.empty() ? count > kLinearEntries : count * 3 > slots_.size() * 2) {
    rebuild();
    return;
  }
  if (slots_.empty()) return;
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = slot_of(hash, mask);
  while (slots_[slot] != 0) slot = (slot + 1) & mask;
  slots_[slot] = static_cast<std::uint32_t>(count);
}

void Dict::erase_at(std::size_t index) {
  ++version_;
  --live_;
  Entry& entry = entries_[index];
  // What dies here may call Python; it must find the dict whole.
  const Value key = std::move(entry.key);
  const Value value = std::move(entry.value);
  entry.key = Value::missing();
  entry.hash = 0;
  if (live_ == 0) {
    entries_.clear();
    slots_.clear();
  } else if (slots_.empty() && index + 1 == entries_.size()) {
    entries_.pop_back();
  } else if (slots_.empty()) {
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(index));
  }
}

void Dict::rebuild() {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].key.is_missing()) continue;
    if (kept != i) entries_[kept] = std::move(entries_[i]);
    ++kept;
  }
  entries_.resize(kept);
  slots_.clear();
  if (kept > kLinearEntries) {
    std::size_t size = 32;
    while (size < kept * 3) size *= 2;
    slots_.assign(size, 0);
    const std::size_t mask = size - 1;
    for (std::size_t i = 0; i < kept; ++i) {
      std::size_t slot = slot_of(entries_[i].hash, mask);
      while (slots_[slot] != 0) slot = (slot + 1) & mask;
      slots_[slot] = static_cast<std::uint32_t>(i + 1);
    }
  }
  report_memory();
}

void Dict::clear() {
  ++version_;
  live_ = 0;
  // The values die last, when the dict is empty already.
  std::vector<Entry> entries;
  entries.swap(entries_);
  slots_ = std::vector<std::uint32_t>();
  report_memory();
  drop(entries);
}

void Dict::copy_from(const Dict& other) {
  ++version_;
  entries_.reserve(other.live_);
  for (const Entry& entry : other.entries_) {
    if (!entry.key.is_missing()) entries_.push_back(entry);
  }
  live_ = entries_.size();
  rebuild();
}

Ref<Dict> Dict::copy() const {
  Ref<Dict> result = make<Dict>();
  result->copy_from(*this);
  return result;
}

void Dict::swap_contents(Dict& other) {
  entries_.swap(other.entries_);
  slots_.swap(other.slots_);
  std::swap(live_, other.live_);
  std::swap(reported_bytes_, other.reported_bytes_);
  ++version_;
  ++other.version_;
}

void Dict::reorder(const std::vector<std::uint32_t>& order) {
  ++version_;
  std::vector<Entry> live;
  live.reserve(live_);
  for (Entry& entry : entries_) {
    if (!entry.key.is_missing()) live.push_back(std::move(entry));
  }
  entries_.clear();
  for (const std::uint32_t place : order) entries_.push_back(std::move(live[place]));
  rebuild();
}

}  // namespace sluice
