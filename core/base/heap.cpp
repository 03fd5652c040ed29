#include "base/heap.h"

#include <cstdlib>

#include "base/check.h"
#include "base/object.h"

namespace sluice {

namespace {

Heap* current_heap = nullptr;

/// How deep destructors may nest before the rest waits in a list: a chain of a million objects must not use a million
/// frames of the C++ stack.
constexpr std::size_t kDeepestRelease = 64;

void* checked_malloc(std::size_t size) {
  void* memory = std::malloc(size);
  SLUICE_CHECK(memory != nullptr);
  return memory;
}

}  // namespace

Heap::Heap() { large_.previous = large_.next = &large_; }

Heap::~Heap() {
  destroy_all();
  for (const Page& page : pages_) std::free(page.memory);
}

void* Heap::allocate(std::size_t size) {
  used_bytes_ += size;
  if (size > kLargestSmall) {
    auto* block = static_cast<LargeBlock*>(checked_malloc(sizeof(LargeBlock) + size));
    block->previous = large_.previous;
    block->next = &large_;
    block->previous->next = block;
    large_.previous = block;
    *reinterpret_cast<void**>(block + 1) = nullptr;
    return block + 1;
  }
  const std::size_t size_class = (size + kGranule - 1) / kGranule;
  if (free_[size_class] == nullptr) add_page(size_class);
  FreeCell* cell = free_[size_class];
  free_[size_class] = cell->next;
  return cell;
}

void Heap::free(void* memory, std::size_t size) {
  used_bytes_ -= size;
  if (size > kLargestSmall) {
    LargeBlock* block = static_cast<LargeBlock*>(memory) - 1;
    block->previous->next = block->next;
    block->next->previous = block->previous;
    std::free(block);
    return;
  }
  const std::size_t size_class = (size + kGranule - 1) / kGranule;
  auto* cell = static_cast<FreeCell*>(memory);
  cell->no_vtable = nullptr;
  cell->next = free_[size_class];
  free_[size_class] = cell;
}

void Heap::add_page(std::size_t size_class) {
  const std::size_t cell_size = size_class * kGranule;
  const std::size_t count = kPageBytes / cell_size;
  Page page{static_cast<char*>(checked_malloc(kPageBytes)), cell_size, count};
  pages_.push_back(page);
  for (std::size_t i = count; i-- > 0;) {
    auto* cell = reinterpret_cast<FreeCell*>(page.memory + i * cell_size);
    cell->no_vtable = nullptr;
    cell->next = free_[size_class];
    free_[size_class] = cell;
  }
}

void Heap::destroy_all() {
  is_ending_ = true;
  Scope scope(*this);
  extras_.clear();
  for (const Page& page : pages_) {
    for (std::size_t i = 0; i < page.cell_count; ++i) {
      void* cell = page.memory + i * page.cell_size;
      if (*static_cast<void**>(cell) == nullptr) continue;
      static_cast<Object*>(cell)->~Object();
    }
  }
  // All are destroyed before any is freed: a destructor still counts down what it held.
  for (LargeBlock* block = large_.next; block != &large_; block = block->next) {
    void* memory = block + 1;
    if (*static_cast<void**>(memory) != nullptr) static_cast<Object*>(memory)->~Object();
  }
  while (large_.next != &large_) {
    LargeBlock* block = large_.next;
    large_.next = block->next;
    block->next->previous = &large_;
    std::free(block);
  }
}

Heap& Heap::current() {
  if (current_heap != nullptr) return *current_heap;
  static Heap process_heap;
  return process_heap;
}

Heap::Scope::Scope(Heap& heap) : outer_(current_heap) { current_heap = &heap; }
Heap::Scope::~Scope() { current_heap = outer_; }

const char* kind_name(ObjectKind kind) {
  static const char* const kNames[] = {
#define KIND(name, python) python,
#include "base/object_kinds.def"
#undef KIND
  };
  return kNames[static_cast<std::size_t>(kind)];
}

void* Object::operator new(std::size_t size) { return Heap::current().allocate(size); }

void Object::operator delete(void* memory, std::size_t size) { Heap::current().free(memory, size); }

void Object::destroy() {
  Ref<Object> extra;
  if (has_extra_) {
    const auto entry = Heap::current().extras_.find(this);
    extra.swap(entry->second);
    Heap::current().extras_.erase(entry);
  }
  delete this;
}

Ref<Object>* Object::extra() const { return has_extra_ ? &Heap::current().extras_.find(this)->second : nullptr; }

Ref<Object>& Object::make_extra() {
  has_extra_ = true;
  return Heap::current().extras_[this];
}

void Object::last_reference_gone() {
  Heap& heap = Heap::current();
  if (heap.is_ending_) return;
  if (!finalized_) {
    finalized_ = true;
    ++references_;
    finalize();
    if (--references_ != 0) return;
  }
  if (heap.release_depth_ >= kDeepestRelease) {
    heap.to_destroy_.push_back(this);
    return;
  }
  ++heap.release_depth_;
  destroy();
  if (heap.release_depth_ == 1) {
    while (!heap.to_destroy_.empty()) {
      Object* next = heap.to_destroy_.back();
      heap.to_destroy_.pop_back();
      next->destroy();
    }
  }
  --heap.release_depth_;
}

}  // namespace sluice
