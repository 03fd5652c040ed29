// iterators.h — iterators over the builtin data types, and zip, map and their like. The interpreter may look inside the
// first few, to step them without a virtual call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/bigint.h"
#include "vm/containers.h"
#include "vm/native.h"
#include "vm/str.h"

namespace sluice {

class Range;

class ListIterator final : public NativeIterator {
 public:
  explicit ListIterator(List* iterated) : NativeIterator("list_iterator"), list(iterated) { set_quick(Quick::List); }
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;
  [[nodiscard]] std::size_t length_hint() const override;
  Ref<List> list;  ///< null at the end
  std::size_t index = 0;
};

class TupleIterator final : public NativeIterator {
 public:
  explicit TupleIterator(Tuple* iterated) : NativeIterator("tuple_iterator"), tuple(iterated) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;
  [[nodiscard]] std::size_t length_hint() const override { return tuple ? tuple->size() - index : 0; }
  Ref<Tuple> tuple;  ///< null at the end
  std::size_t index = 0;
};

/// Over a range whose items fit 64 bits.
class RangeIterator final : public NativeIterator {
 public:
  RangeIterator(std::int64_t first, std::int64_t stride, std::int64_t count)
      : NativeIterator("range_iterator"), current(first), step(stride), remaining(count) {
    set_quick(Quick::Range);
  }
  Value next(VM& vm) override;
  [[nodiscard]] std::size_t length_hint() const override { return static_cast<std::size_t>(remaining); }
  std::int64_t current;
  std::int64_t step;
  std::int64_t remaining;
};

class BigRangeIterator final : public NativeIterator {
 public:
  explicit BigRangeIterator(Range* iterated, bool backwards);
  Value next(VM& vm) override;

 private:
  Ref<Object> range_;
  BigInt index_;
  BigInt remaining_;
  bool backwards_;
};

class StrIterator final : public NativeIterator {
 public:
  StrIterator(Str* iterated, const char* python_name) : NativeIterator(python_name), text(iterated) {}
  Value next(VM& vm) override;
  Ref<Str> text;  ///< null at the end
  std::size_t offset = 0;
};

class BytesIterator final : public NativeIterator {
 public:
  explicit BytesIterator(Bytes* iterated) : NativeIterator("bytes_iterator"), bytes(iterated) {}
  Value next(VM& vm) override;
  Ref<Bytes> bytes;
  std::size_t index = 0;
};

enum class DictPart : std::uint8_t { Keys, Values, Items };

/// Over a dict in order of insertion, or backwards. RuntimeError when keys came or went; refused when both.
class DictIterator final : public NativeIterator {
 public:
  DictIterator(Dict* iterated, DictPart what, bool is_backwards);
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;
  [[nodiscard]] std::size_t length_hint() const override { return remaining; }
  Ref<Dict> dict;  ///< null at the end
  DictPart part;
  bool backwards;
  std::size_t size;       ///< of the dict when the iteration began
  std::uint32_t version;  ///< likewise
  std::size_t position;
  std::size_t remaining;
};

class SetIterator final : public NativeIterator {
 public:
  explicit SetIterator(Set* iterated);
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;
  [[nodiscard]] std::size_t length_hint() const override { return remaining; }
  Ref<Set> set;  ///< null at the end
  std::size_t size;
  std::size_t position = 0;
  std::size_t remaining;
};

class ReversedListIterator final : public NativeIterator {
 public:
  explicit ReversedListIterator(List* iterated)
      : NativeIterator("list_reverseiterator"), list(iterated), index(iterated->items.size()) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;
  [[nodiscard]] std::size_t length_hint() const override { return index; }
  Ref<List> list;
  std::size_t index;
};

/// reversed() of anything with `__len__` and `__getitem__`.
class ReversedIterator final : public NativeIterator {
 public:
  ReversedIterator(Value iterated, std::int64_t length)
      : NativeIterator("reversed"), sequence(static_cast<Value&&>(iterated)), index(length) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;
  Value sequence;
  std::int64_t index;
};

class EnumerateIterator final : public NativeIterator {
 public:
  EnumerateIterator(Value iterator, BigInt start);
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;

 private:
  Value iterator_;
  std::int64_t small_ = 0;
  BigInt big_;
  bool is_big_;
};

class ZipIterator final : public NativeIterator {
 public:
  ZipIterator(std::vector<Value> iterators, bool is_strict)
      : NativeIterator("zip"), iterators_(static_cast<std::vector<Value>&&>(iterators)), strict_(is_strict) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;

 private:
  Value uneven(VM& vm, std::size_t ended);
  std::vector<Value> iterators_;
  bool strict_;
};

class MapIterator final : public NativeIterator {
 public:
  MapIterator(Value function, std::vector<Value> iterators, bool strict)
      : NativeIterator("map"),
        function_(static_cast<Value&&>(function)),
        iterators_(static_cast<std::vector<Value>&&>(iterators)),
        strict_(strict) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;

 private:
  Value function_;
  std::vector<Value> iterators_;
  bool strict_;
};

/// filter(); `keep` tells which truth lets an item through (false: itertools.filterfalse).
class FilterIterator final : public NativeIterator {
 public:
  FilterIterator(const char* python_name, Value function, Value iterator, bool keep)
      : NativeIterator(python_name),
        function_(static_cast<Value&&>(function)),
        iterator_(static_cast<Value&&>(iterator)),
        keep_(keep) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;

 private:
  Value function_;  ///< None: the item itself
  Value iterator_;
  bool keep_;
};

/// iter(function, sentinel)
class CallableIterator final : public NativeIterator {
 public:
  CallableIterator(Value function, Value sentinel)
      : NativeIterator("callable_iterator"),
        function_(static_cast<Value&&>(function)),
        sentinel_(static_cast<Value&&>(sentinel)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value next(VM& vm) override;

 private:
  Value function_;  ///< no value at the end
  Value sentinel_;
};

/// reversed(value); the caller has looked for `__reversed__` of the program's classes.
Value make_reversed(VM& vm, const Value& value);

/// What VM::next gives after an exception: missing if it is StopIteration, whoever raised it (the iterator of a
/// coroutine, a function that map() called), which is taken away; else no value.
Value end_of_items(VM& vm);
/// VM::next for iterators that end as the one within them does: a StopIteration that it raised stays pending, with its
/// value. No value then, or an error; missing at a plain end.
Value next_uncaught(VM& vm, const Value& iterator);
/// The next item for next() and `__next__`, which pass a StopIteration on as it was raised; at the end they raise one.
/// REQUIRES: a NativeIterator.
Value next_as_it_is(VM& vm, const Value& iterator);

/// Appends what is left of an iterator; false on error.
bool take_items(VM& vm, std::vector<Value>& items, const Value& iterator);
/// VM::extend as list() does it, which asks for the length (`__len__` may print), once it has the iterator.
bool extend_by_length(VM& vm, std::vector<Value>& items, const Value& iterable);
/// VM::extend as tuple() does it.
bool extend_tuple(VM& vm, std::vector<Value>& items, const Value& iterable);

}  // namespace sluice
