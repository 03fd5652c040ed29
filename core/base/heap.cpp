#include "base/heap.h"

#include <algorithm>
#include <cstdlib>

#include "base/check.h"
#include "base/object.h"

namespace sluice {

namespace {

/// What is current before there is a heap: none of its cells is free, so the first object asks for a heap.
Cells no_cells;

/// How deep destructors may nest before the rest waits in a list: a chain of a million objects must not use a million
/// frames of the C++ stack.
constexpr std::size_t kDeepestRelease = 64;

}  // namespace

Heap::Heap() { large_.previous = large_.next = &large_; }

Heap::~Heap() { destroy_all(); }

Cells* Cells::current_ = &no_cells;
bool Heap::has_current_ = false;

void* Cells::take_elsewhere(std::size_t size) {
  Heap& heap = Heap::current();
  if (size > kLargestSmall) return heap.take_large(size);
  heap.add_cells(class_of(size));
  return heap.take(size);
}

void* Heap::take_large(std::size_t size) {
  used_bytes_ += size;
  auto* block = static_cast<LargeBlock*>(std::malloc(sizeof(LargeBlock) + size));
  SLUICE_CHECK(block != nullptr);
  block->previous = large_.previous;
  block->next = &large_;
  block->previous->next = block;
  large_.previous = block;
  *reinterpret_cast<void**>(block + 1) = nullptr;
  return block + 1;
}

void Cells::give_large(void* memory, std::size_t size) {
  Heap::current().used_bytes_ -= size;
  Heap::LargeBlock* block = static_cast<Heap::LargeBlock*>(memory) - 1;
  block->previous->next = block->next;
  block->next->previous = block->previous;
  std::free(block);
}

void Heap::add_cells(std::size_t size_class) {
  // So many at a time: they fill a page of the processor's memory or so.
  constexpr std::size_t kBatchBytes = 4096;
  const std::size_t cell_size = size_class * kGranule;
  const bool has_room =
      open_pages_[size_class] != 0 && (pages_[open_pages_[size_class] - 1].cell_count + 1) * cell_size <= kPageBytes;
  if (!has_room) {
    pages_.push_back(Page{static_cast<char*>(arena_.take(kPageBytes)), cell_size, 0});
    open_pages_[size_class] = static_cast<std::uint32_t>(pages_.size());
  }
  Page& page = pages_[open_pages_[size_class] - 1];
  const std::size_t most = page.cell_count + (kBatchBytes + cell_size - 1) / cell_size;
  const std::size_t end = std::min(most, kPageBytes / cell_size);
  for (std::size_t i = end; i-- > page.cell_count;) {
    auto* cell = reinterpret_cast<FreeCell*>(page.memory + i * cell_size);
    cell->no_vtable = nullptr;
    cell->next = free_[size_class];
    free_[size_class] = cell;
  }
  page.cell_count = end;
}

template <typename Look>
void Heap::for_each_object(Look look_at) const {
  const auto look_at_memory = [&look_at](void* memory, std::size_t size) {
    if (*static_cast<void**>(memory) != nullptr) look_at(static_cast<Object*>(memory), size);
  };
  for (const Page& page : pages_) {
    for (std::size_t i = 0; i < page.cell_count; ++i) look_at_memory(page.memory + i * page.cell_size, page.cell_size);
  }
  for (LargeBlock* block = large_.next; block != &large_; block = block->next) {
    look_at_memory(block + 1, sizeof(Object));
  }
}

std::vector<Heap::Living> Heap::living() const {
  std::vector<Living> found;
  for_each_object([&found](Object* object, std::size_t size) {
    if (object->references_ > 0) found.push_back({object, size});
  });
  return found;
}

void Heap::report_gone(Object& object) {
  if (!object.is_watched_) return;
  object.is_watched_ = false;
  watched_object_gone(object);
}

std::vector<Ref<Object>> Heap::waiting_to_finalize() const {
  std::vector<Ref<Object>> found;
  for_each_object([&found](Object* object, std::size_t) {
    if (object->wants_finalize_ && object->references_ > 0) found.emplace_back(object);
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const Ref<Object>& a, const Ref<Object>& b) { return a->birth() < b->birth(); });
  return found;
}

void Heap::finalize_alive(Object& object) {
  if (!object.wants_finalize_) return;
  object.wants_finalize_ = false;
  object.finalized_ = true;
  object.finalize();
}

void Heap::destroy_all() {
  is_ending_ = true;
  Scope scope(*this);
  extras_.clear();
  // All are destroyed before any is freed: a destructor still counts down what it held.
  for_each_object([](Object* object, std::size_t) { object->~Object(); });
  while (large_.next != &large_) {
    LargeBlock* block = large_.next;
    large_.next = block->next;
    block->next->previous = &large_;
    std::free(block);
  }
}

Heap& Heap::process_heap() {
  static Heap heap;
  current_ = &heap;
  has_current_ = true;
  return heap;
}

Heap::Scope::Scope(Heap& heap) : outer_(current_), had_outer_(has_current_) {
  current_ = &heap;
  has_current_ = true;
}
Heap::Scope::~Scope() {
  current_ = outer_;
  has_current_ = had_outer_;
}

const char* kind_name(ObjectKind kind) {
  static const char* const kNames[] = {
#define KIND(name, python) python,
#include "base/object_kinds.def"
#undef KIND
  };
  return kNames[static_cast<std::size_t>(kind)];
}

bool Object::visit_references(ReferenceVisitor&) const { return false; }

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

/// Weak references to a generator or coroutine end before it is finalized, those to other objects after that. Source:
/// CPython's gen_dealloc and subtype_dealloc.
static bool is_forgotten_first(ObjectKind kind) {
  return kind == ObjectKind::Generator || kind == ObjectKind::Coroutine || kind == ObjectKind::AsyncGenerator;
}

void Object::last_reference_gone() {
  Heap& heap = Heap::current();
  if (heap.is_ending_) return;
  if (wants_finalize_) {
    if (is_forgotten_first(kind_)) heap.report_gone(*this);
    ++references_;
    Heap::finalize_alive(*this);
    if (--references_ != 0) return;
  }
  heap.report_gone(*this);
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
