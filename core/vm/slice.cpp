#include "vm/slice.h"

#include <algorithm>

#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/native_helpers.h"

namespace sluice {

bool resolve_slice(VM& vm, const Slice& slice, std::size_t length, SliceRange& result) {
  std::int64_t step = 1;
  if (!slice_bound(vm, slice.step, 1, step)) return false;
  if (step == 0) {
    vm.raise_value_error("slice step cannot be zero");
    return false;
  }
  // Steps beyond the length take one item; bounded, no sum below overflows.
  constexpr std::int64_t kFarthest = INT64_MAX / 4;
  step = std::clamp(step, -kFarthest, kFarthest);
  const auto size = static_cast<std::int64_t>(length);
  std::int64_t start = 0;
  std::int64_t stop = 0;
  if (!slice_bound(vm, slice.start, step > 0 ? 0 : INT64_MAX, start)) return false;
  if (!slice_bound(vm, slice.stop, step > 0 ? INT64_MAX : INT64_MIN, stop)) return false;
  const std::int64_t lowest = step > 0 ? 0 : -1;
  const std::int64_t highest = step > 0 ? size : size - 1;
  const bool open_stop = stop == INT64_MIN;
  if (start < 0) start = start < -size ? -1 - size : start;
  if (stop < 0) stop = stop < -size ? -1 - size : stop;
  if (start < 0) start += size;
  if (stop < 0) stop += size;
  if (open_stop) stop = lowest;
  result.start = std::clamp(start, lowest, highest);
  result.stop = std::clamp(stop, lowest, highest);
  result.step = step;
  const std::int64_t distance = step > 0 ? result.stop - result.start : result.start - result.stop;
  const std::int64_t stride = step > 0 ? step : -step;
  result.count = distance <= 0 ? 0 : static_cast<std::size_t>((distance - 1) / stride + 1);
  return true;
}

bool Range::is_small_range(std::int64_t start, std::int64_t stop, std::int64_t step) {
  constexpr std::int64_t kBound = std::int64_t{1} << 60;
  const auto inside = [](std::int64_t value) { return value > -kBound && value < kBound; };
  return inside(start) && inside(stop) && inside(step);
}

Range::Range(std::int64_t first, std::int64_t last, std::int64_t stride)
    : Object(ObjectKind::Range), small_start(first), small_stop(last), small_step(stride) {
  const std::int64_t distance = stride > 0 ? last - first : first - last;
  small_length = distance <= 0 ? 0 : (distance - 1) / (stride > 0 ? stride : -stride) + 1;
}

Range::Range(BigInt first, BigInt last, BigInt stride) : Object(ObjectKind::Range), big_(new Big) {
  big_->start = static_cast<BigInt&&>(first);
  big_->stop = static_cast<BigInt&&>(last);
  big_->step = static_cast<BigInt&&>(stride);
  const BigInt one(1);
  const BigInt distance = big_->step.is_negative() ? big_->start - big_->stop : big_->stop - big_->start;
  if (distance.sign() > 0) big_->length = BigInt::floor_divmod(distance - one, big_->step.abs()).quotient + one;
}

Value Range::item(VM& vm, const BigInt& index) const {
  if (is_small()) return builtin_integer(vm, small_start + small_step * index.to_int64());
  return make_integer(big_->start + big_->step * index);
}

Value make_range(VM& vm, const Value& start, const Value& stop, const Value& step) {
  std::int64_t small[3] = {0, 0, 1};
  const bool fits = (!given(start) || VM::as_int64(start, small[0])) && VM::as_int64(stop, small[1]) &&
                    (!given(step) || VM::as_int64(step, small[2]));
  if (fits && small[2] != 0 && Range::is_small_range(small[0], small[1], small[2])) {
    return Value(new Range(small[0], small[1], small[2]));
  }
  BigInt first;
  BigInt last;
  BigInt stride(1);
  if (given(start) && !index_of_any_size(vm, start, first)) return Value();
  if (!index_of_any_size(vm, stop, last)) return Value();
  if (given(step) && !index_of_any_size(vm, step, stride)) return Value();
  if (stride.is_zero()) return vm.raise_value_error("range() arg 3 must not be zero");
  return Value(new Range(static_cast<BigInt&&>(first), static_cast<BigInt&&>(last), static_cast<BigInt&&>(stride)));
}

}  // namespace sluice
