// slice.h — Slice and Range, and how slices are applied to sequences.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include "base/bigint.h"
#include "base/object.h"
#include "base/value.h"

namespace sluice {

class VM;

/// slice(start, stop, step); each may be any value.
class Slice : public Object {
 public:
  Slice(Value first, Value last, Value stride)
      : Object(ObjectKind::Slice),
        start(static_cast<Value&&>(first)),
        stop(static_cast<Value&&>(last)),
        step(static_cast<Value&&>(stride)) {}
  bool visit_references(ReferenceVisitor& visit) const override;
  Value start;
  Value stop;
  Value step;
};

/// A slice applied to a sequence of known length: items start, start + step, …, `count` of them, all inside.
struct SliceRange {
  std::int64_t start = 0;
  std::int64_t stop = 0;
  std::int64_t step = 1;
  std::size_t count = 0;
};

/// False with an exception pending: a bound that is no index, or a step of zero.
bool resolve_slice(VM& vm, const Slice& slice, std::size_t length, SliceRange& result);

/// range(start, stop, step): an immutable sequence of ints of any size. Nearly all have bounds that fit 64 bits.
class Range : public Object {
 public:
  /// REQUIRES: step != 0, and is_small_range(start, stop, step).
  Range(std::int64_t first, std::int64_t last, std::int64_t stride);
  Range(BigInt first, BigInt last, BigInt stride);
  /// True if neither an item nor the step beyond the last one overflows.
  static bool is_small_range(std::int64_t start, std::int64_t stop, std::int64_t step);

  [[nodiscard]] bool is_small() const { return big_ == nullptr; }
  [[nodiscard]] BigInt start() const { return big_ ? big_->start : BigInt(small_start); }
  [[nodiscard]] BigInt stop() const { return big_ ? big_->stop : BigInt(small_stop); }
  [[nodiscard]] BigInt step() const { return big_ ? big_->step : BigInt(small_step); }
  [[nodiscard]] BigInt length() const { return big_ ? big_->length : BigInt(small_length); }
  /// REQUIRES: 0 <= index < length.
  [[nodiscard]] Value item(VM& vm, const BigInt& index) const;

  // Only where is_small().
  std::int64_t small_start = 0;
  std::int64_t small_stop = 0;
  std::int64_t small_step = 1;
  std::int64_t small_length = 0;

 private:
  struct Big {
    BigInt start, stop, step, length;
  };
  std::unique_ptr<Big> big_;
};

/// range(…) of one to three ints.
Value make_range(VM& vm, const Value& start, const Value& stop, const Value& step);

}  // namespace sluice
