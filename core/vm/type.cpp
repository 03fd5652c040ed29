#include "vm/type.h"

#include <algorithm>

#include "base/heap.h"
#include "base/loop_changes.h"
#include "base/runtime_changes.h"
#include "loop/future.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Where an attribute was found, by type and name. An entry is valid for one class version of all classes together.
struct LookupEntry {
  const Type* type = nullptr;
  const Str* name = nullptr;
  std::uint32_t version = 0;
  Value* found = nullptr;
};
constexpr std::size_t kLookupEntries = 1024;  // a power of two; the programs of the corpus use a few hundred pairs
LookupEntry lookup_cache[kLookupEntries];

Value* find_along(const std::vector<Type*>& mro, const Str* name) {
  for (Type* type : mro) {
    if (Value* found = type->attributes.find(name)) return found;
  }
  return nullptr;
}

}  // namespace

Type::Type(Str* type_name) : Object(ObjectKind::Type), name(type_name), qualified_name(type_name), metaclass(nullptr) {}

Type::~Type() {
  if (!Heap::current().is_ending()) {
    for (const Ref<Type>& base : bases) std::erase(base->subclasses, this);
  }
  if (VM* vm = VM::current()) vm->class_changed();
}

const char* Type::name_text() const { return static_cast<Str*>(name.get())->text().c_str(); }

Value* Type::find(const Str* attribute) const {
  if (!attribute->is_interned()) return find_along(mro, attribute);
  const std::uint32_t version = VM::current()->class_version();
  const std::size_t mixed =
      (reinterpret_cast<std::uintptr_t>(this) >> 4) ^ (reinterpret_cast<std::uintptr_t>(attribute) >> 5);
  LookupEntry& entry = lookup_cache[mixed & (kLookupEntries - 1)];
  if (entry.type == this && entry.name == attribute && entry.version == version) return entry.found;
  Value* found = find_along(mro, attribute);
  entry = LookupEntry{this, attribute, version, found};
  return found;
}

const Value& Type::special(VM& vm, SpecialMethod method) {
  if (cached_version_ != vm.class_version() || special_.empty()) {
    special_.assign(kSpecialMethodCount, Value::missing());
    cached_version_ = vm.class_version();
  }
  Value& entry = special_[static_cast<std::size_t>(method)];
  if (!entry.is_missing()) return entry;
  entry = Value();
  Value* found = find(vm.special_name(method));
  if (found == nullptr) return entry;
  // What `object` itself defines is the default that every operation knows anyway.
  const Value& function = found->is(ObjectKind::StaticMethod) ? found->as<StaticMethod>()->function : *found;
  const bool is_default =
      function.is(ObjectKind::NativeFunction) && function.as<NativeFunction>()->owner == vm.types.object;
  if (!is_default) entry = *found;
  return entry;
}

bool Type::is_subtype_of(const Type* other) const {
  if (this == other) return true;
  return std::find(mro.begin(), mro.end(), other) != mro.end();
}

bool Type::compute_mro(VM& vm) {
  std::vector<std::vector<Type*>> sequences;
  for (const Ref<Type>& base : bases) sequences.push_back(base->mro);
  std::vector<Type*> direct;
  for (const Ref<Type>& base : bases) direct.push_back(base.get());
  sequences.push_back(direct);

  mro.assign(1, this);
  while (true) {
    std::erase_if(sequences, [](const std::vector<Type*>& sequence) { return sequence.empty(); });
    if (sequences.empty()) return true;
    Type* next = nullptr;
    for (const std::vector<Type*>& sequence : sequences) {
      Type* candidate = sequence.front();
      const bool blocked = std::any_of(sequences.begin(), sequences.end(), [&](const std::vector<Type*>& other) {
        return std::find(other.begin() + 1, other.end(), candidate) != other.end();
      });
      if (blocked) continue;
      next = candidate;
      break;
    }
    if (next == nullptr) {
      std::string names;
      for (Type* base : direct) names += (names.empty() ? "" : ", ") + std::string(base->name_text());
      const char gap = order_error_is_one_line(vm.python()) ? ' ' : '\n';
      vm.raise_type_error(std::string("Cannot create a consistent method resolution") + gap + "order (MRO) for bases " +
                          names);
      return false;
    }
    mro.push_back(next);
    for (std::vector<Type*>& sequence : sequences) {
      if (sequence.front() == next) sequence.erase(sequence.begin());
    }
  }
}

void Instance::finalize() {
  VM* vm = VM::current();
  if (vm == nullptr || vm->ending() != nullptr) return;
  const Value method = type->special(*vm, SpecialMethod::Del);
  if (!method) return;
  // An exception may be on its way; __del__ runs aside from it.
  Value pending = vm->has_error() ? vm->take_error() : Value();
  Value arguments[1] = {Value(this)};
  vm->call(method, arguments);
  if (vm->has_error()) vm->report_unraisable(method);
  if (pending) vm->restore_error(static_cast<Value&&>(pending));
}

}  // namespace sluice
