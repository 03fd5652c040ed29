// object.h — Object, the base of everything on a run's heap, and its reference count.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/cells.h"
#include "base/inlining.h"

namespace sluice {

template <typename T>
class Ref;

/// What C++ class an object is of; see object_kinds.def.
enum class ObjectKind : std::uint8_t {
#define KIND(name, python) name,
#include "base/object_kinds.def"
#undef KIND
};

/// Number of kinds, for tables indexed by kind.
inline constexpr std::size_t kObjectKindCount = 0
#define KIND(name, python) +1
#include "base/object_kinds.def"
#undef KIND
    ;

/// Python's name of the type behind a kind ("coroutine", "Task", …).
const char* kind_name(ObjectKind kind);

class ReferenceVisitor;

/// Base of all objects of a run: counted references, because CPython's schedule can depend on when an object dies.
///
/// An object is born with no reference; the first Value or Ref that holds it makes one. It dies when the last one goes,
/// on the spot (decision D3). Cycles live until the program
/// has them collected, or until the run's Heap goes.
/// Objects are made with `new` only; the memory comes from the current Heap (base/heap.h).
class Object {
 public:
  explicit Object(ObjectKind kind) : kind_(kind) {}
  virtual ~Object() = default;
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

  [[nodiscard]] ObjectKind kind() const { return kind_; }
  [[nodiscard]] bool is(ObjectKind kind) const { return kind_ == kind; }
  [[nodiscard]] std::uint32_t reference_count() const { return references_; }

  /// A mark for whoever looks through a set of objects, and takes it off again at once.
  [[nodiscard]] bool is_marked() const { return is_marked_; }
  void mark(bool marked) { is_marked_ = marked; }

  void retain() { ++references_; }
  void release() {
    if (--references_ == 0) last_reference_gone();
  }

  /// Called when the last reference goes, while the object is whole and has asked for it (`ask_to_finalize`); may keep
  /// it alive by taking a new reference (an abandoned asynchronous generator does). Runs at most once an object. Never
  /// called when the Heap goes.
  virtual void finalize() {}
  /// Where an object that may ask to finalize stands in the order of their making: numbers from Heap::next_birth, or
  /// one before such a number; 0: unknown.
  [[nodiscard]] virtual std::uint32_t birth() const { return 0; }

  /// Shows `visit` each reference that the object holds, as often as it counts, for the collector of cycles. False: it
  /// does not tell, and whatever it holds is taken to be in use.
  virtual bool visit_references(ReferenceVisitor& visit) const;
  /// Lets go of what others may refer to it by: done to all objects of a cycle, it breaks that up.
  virtual void clear_references() {}

  /// True while `finalize` is to run when it dies.
  [[nodiscard]] bool wants_to_finalize() const { return wants_finalize_; }

  /// What the language has hung on an object that has no room of its own for it (the attributes that a program gives
  /// to a task); null: nothing. Goes with the object.
  [[nodiscard]] Ref<Object>* extra() const;
  Ref<Object>& make_extra();

  /// When it dies, after `finalize`, the heap's `watched_object_gone` is told: weak references lead to it.
  void watch() { is_watched_ = true; }
  [[nodiscard]] bool is_watched() const { return is_watched_; }

  static void* operator new(std::size_t size) { return Cells::current().take(size); }
  static void operator delete(void* memory, std::size_t size) { Cells::current().give(memory, size); }

 protected:
  /// From now on `finalize` runs when the last reference goes, unless it has run before; or no longer. Most objects
  /// never ask, and die without a virtual call more.
  void ask_to_finalize(bool asks) { wants_finalize_ = asks && !finalized_; }

  /// Spare bits for the class that derives: flags that would otherwise cost a word.
  std::uint8_t small_flags_ = 0;
  std::uint8_t more_flags_ = 0;

 private:
  friend class Heap;
  void last_reference_gone();
  void destroy();

  ObjectKind kind_;
  bool wants_finalize_ : 1 = false;
  bool finalized_ : 1 = false;
  bool has_extra_ : 1 = false;
  bool is_marked_ : 1 = false;
  bool is_watched_ : 1 = false;
  std::uint32_t references_ = 0;
};

/// A counted pointer to an object of a known class; null unless set.
template <typename T>
class SLUICE_IN_REGISTER Ref {
 public:
  Ref() = default;
  SLUICE_INLINE Ref(T* object) : object_(object) {      // NOLINT: conversion from a raw pointer is the point
    if (object_ != nullptr) object_->Object::retain();  // a lock has a release() of its own
  }
  SLUICE_INLINE Ref(const Ref& other) : Ref(other.object_) {}
  SLUICE_INLINE Ref(Ref&& other) noexcept : object_(other.object_) { other.object_ = nullptr; }
  template <typename U>
  Ref(const Ref<U>& other) : Ref(static_cast<T*>(other.get())) {}  // NOLINT: to a base class
  SLUICE_INLINE ~Ref() {
    if (object_ != nullptr) object_->Object::release();
  }
  SLUICE_INLINE Ref& operator=(const Ref& other) {
    Ref copy(other);
    swap(copy);
    return *this;
  }
  SLUICE_INLINE Ref& operator=(Ref&& other) noexcept {
    Ref taken(static_cast<Ref&&>(other));
    swap(taken);
    return *this;
  }

  [[nodiscard]] T* get() const { return object_; }
  T* operator->() const { return object_; }
  T& operator*() const { return *object_; }
  explicit operator bool() const { return object_ != nullptr; }
  void reset() { *this = Ref(); }
  void swap(Ref& other) noexcept {
    T* mine = object_;
    object_ = other.object_;
    other.object_ = mine;
  }
  friend bool operator==(const Ref& a, const Ref& b) { return a.object_ == b.object_; }
  friend bool operator==(const Ref& a, const T* b) { return a.object_ == b; }

 private:
  T* object_ = nullptr;
};

/// Makes an object on the current heap: `make<List>(3)`.
template <typename T, typename... Arguments>
Ref<T> make(Arguments&&... arguments) {
  return Ref<T>(new T(static_cast<Arguments&&>(arguments)...));
}

}  // namespace sluice
