// sequence_operations.h — items, slices, sums and comparisons of str, bytes, tuple, list and range.
#pragma once

#include <cstdint>

#include "base/value.h"
#include "vm/builtin_operations.h"

namespace sluice {

class List;
class Range;

/// True for the five kinds.
[[nodiscard]] bool is_sequence(const Value& value);

Value sequence_get_item(VM& vm, const Value& sequence, const Value& key);
bool list_set_item(VM& vm, List& list, const Value& key, const Value& value);
bool list_delete_item(VM& vm, List& list, const Value& key);
/// 1, 0, -1
int sequence_contains(VM& vm, const Value& sequence, const Value& item);

/// `a + b`; `in_place` changes a list.
Value sequence_add(VM& vm, const Value& a, const Value& b, bool in_place);
/// `sequence * count`
Value sequence_repeat(VM& vm, const Value& sequence, const Value& count, bool in_place);
/// not_implemented unless both are of one of these kinds.
Value sequence_compare(VM& vm, CompareOperator op, const Value& a, const Value& b);

/// Position of the first item equal to `item`; -1: none, -2: exception pending.
std::int64_t range_index(VM& vm, const Range& range, const Value& item);

}  // namespace sluice
