// heap.h — Heap, the memory of one run.
#pragma once

#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/arena.h"
#include "base/object.h"

namespace sluice {

/// All objects of one run. Small ones lie in pages of equal cells, so that making and dropping one costs a few
/// instructions; larger ones come from malloc and are kept in a list. When the heap goes, what is still alive is
/// destroyed without running any more of the program (cycles, and what they hold).
///
/// One heap is current at a time (core is single-threaded); `Heap::Scope` makes one current.
/// Cost: O(1) an allocation; O(live objects) at the end. Memory of dead objects is reused by later ones of like size.
class Heap : public Cells {
 public:
  Heap();
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  /// Bytes of live objects, and of what objects have reported to own besides (`adjust`).
  [[nodiscard]] std::size_t used_bytes() const { return used_bytes_; }

  /// A container tells of memory that it got or gave back outside its own object.
  void adjust(std::ptrdiff_t bytes) { used_bytes_ += static_cast<std::size_t>(bytes); }

  /// The run is over: from now on no reference is followed, and no finalizer runs. Whoever holds references may go; the
  /// objects go with the heap.
  void begin_end() { is_ending_ = true; }
  /// True from then on, and while the heap destroys what is left.
  [[nodiscard]] bool is_ending() const { return is_ending_; }

  /// The objects that have asked to finalize, and live, in the order of their making.
  /// Cost: O(live objects), and sorting.
  [[nodiscard]] std::vector<Ref<Object>> waiting_to_finalize() const;
  /// All objects that live, in no order. Those that are being destroyed are not among them.
  struct Living {
    Object* object;
    std::size_t size;  ///< bytes of its cell; of a large one only those of its head
  };
  [[nodiscard]] std::vector<Living> living() const;
  /// Tells of a watched object's death before it dies, as CPython's collector does.
  void report_gone(Object& object);
  /// Finalizes an object that still has references, as CPython's collector does before it breaks up a cycle.
  static void finalize_alive(Object& object);
  /// The next number of that order. They are even.
  static std::uint32_t next_birth() { return current().births_ += 2; }

  /// Who is told of the death of a watched object. The object is whole still, but nothing may hold it any more.
  void (*watched_object_gone)(Object& object) = nullptr;
  /// For whoever that is: the living weak references to each watched object, oldest first.
  std::unordered_map<const Object*, std::vector<Object*>> watchers;

  /// The current heap. Outside any Scope there is a plain one for the process, so that tests and static data work.
  static Heap& current() { return has_current_ ? static_cast<Heap&>(*current_) : process_heap(); }

  /// Makes `heap` the current one while the scope lives.
  class Scope {
   public:
    explicit Scope(Heap& heap);
    ~Scope();
    Scope(const Scope&) = delete;
    Scope& operator=(const Scope&) = delete;

   private:
    Cells* outer_;
    bool had_outer_;
  };

 private:
  friend class Object;
  friend class Cells;
  struct Page {
    char* memory;
    std::size_t cell_size;
    std::size_t cell_count;  ///< cells that were made so far, from the start of the page on
  };
  struct LargeBlock {
    LargeBlock* previous;
    LargeBlock* next;
  };

  static constexpr std::size_t kPageBytes = 64 * 1024;

  static Heap& process_heap();
  void* take_large(std::size_t size);
  /// Makes some more free cells, on a new page if need be: memory that no object has needed yet is not touched.
  void add_cells(std::size_t size_class);
  void destroy_all();
  /// Calls `look_at` with each object that is not dead, and the bytes that are its own, as in `Living`.
  template <typename Look>
  void for_each_object(Look look_at) const;

  Arena arena_;
  std::vector<Page> pages_;
  std::uint32_t open_pages_[kLargestSmall / kGranule + 1] =
      {};                                                  ///< index + 1 of the page that cells of a class come from
  LargeBlock large_;                                       ///< ring of large blocks
  std::size_t release_depth_ = 0;                          ///< nesting of destructors that release further objects
  std::vector<Object*> to_destroy_;                        ///< objects whose destruction waits for a shallower moment
  std::unordered_map<const Object*, Ref<Object>> extras_;  ///< Object::extra, for the few objects that have one
  std::uint32_t births_ = 0;
  bool is_ending_ = false;
  static bool has_current_;  ///< `current_` is a Heap
};

}  // namespace sluice
