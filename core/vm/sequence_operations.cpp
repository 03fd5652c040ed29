#include "vm/sequence_operations.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/runtime_changes.h"
#include "base/utf8.h"
#include "vm/big_integer.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"
#include "vm/slice.h"

namespace sluice {

bool is_sequence(const Value& value) {
  return value.is(ObjectKind::Str) || value.is(ObjectKind::List) || value.is(ObjectKind::Tuple) ||
         value.is(ObjectKind::Bytes) || value.is(ObjectKind::Range);
}

namespace {

/// What messages call the kind when an index is no int, and when it is out of range.
struct SequenceWords {
  const char* indices;
  const char* out_of_range;
};

SequenceWords words_of(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::List:
      return {"list indices", "list index out of range"};
    case ObjectKind::Tuple:
      return {"tuple indices", "tuple index out of range"};
    case ObjectKind::Bytes:
      return {"byte indices", "index out of range"};
    case ObjectKind::Range:
      return {"range indices", "range object index out of range"};
    default:
      return {"string indices", "string index out of range"};
  }
}

bool raise_bad_index(VM& vm, ObjectKind kind, const Value& key) {
  const std::string type = type_text(vm, key);
  if (kind == ObjectKind::Str) {
    const bool quoted = string_index_error_names_type(vm.python());
    vm.raise_type_error("string indices must be integers" + (quoted ? ", not '" + type + "'" : std::string()));
    return false;
  }
  vm.raise_type_error(std::string(words_of(kind).indices) + " must be integers or slices, not " + type);
  return false;
}

/// An index into `length` items, negative ones counted from the end. False with an exception pending.
bool resolve_index(VM& vm, ObjectKind kind, const Value& key, std::size_t length, const char* out_of_range,
                   std::size_t& result) {
  std::int64_t index = 0;
  if (!VM::as_int64(key, index)) {
    const bool has_index =
        builtin_is_integer(unwrapped(key)) || static_cast<bool>(vm.type_of(key)->special(vm, SpecialMethod::Index));
    if (!has_index) return raise_bad_index(vm, kind, key);
    BigInt number;
    if (!index_of_any_size(vm, key, number)) return false;
    if (!number.fits_int64()) {
      vm.raise(vm.types.index_error, "cannot fit 'int' into an index-sized integer");
      return false;
    }
    index = number.to_int64();
  }
  const auto size = static_cast<std::int64_t>(length);
  if (index < 0) index += size;
  if (index < 0 || index >= size) {
    vm.raise(vm.types.index_error, out_of_range);
    return false;
  }
  result = static_cast<std::size_t>(index);
  return true;
}

std::size_t sequence_length(const Value& sequence) {
  switch (sequence.object()->kind()) {
    case ObjectKind::List:
      return sequence.as<List>()->items.size();
    case ObjectKind::Tuple:
      return sequence.as<Tuple>()->size();
    case ObjectKind::Bytes:
      return sequence.as<Bytes>()->data().size();
    case ObjectKind::Range:
      return static_cast<std::size_t>(sequence.as<Range>()->small_length);
    default:
      return sequence.as<Str>()->length();
  }
}

Value str_item(VM& vm, const Str& text, std::size_t index) {
  const std::string_view all = text.view();
  if (text.is_ascii()) return vm.str(all.substr(index, 1));
  const std::size_t offset = utf8_offset(all, index);
  return vm.str(all.substr(offset, utf8_width(all[offset])));
}

Value str_slice(VM& vm, const Str& text, const SliceRange& range) {
  const std::string_view all = text.view();
  const auto start = static_cast<std::size_t>(range.start);
  if (range.step == 1) {
    if (range.count == 0) return vm.str("");
    if (text.is_ascii()) return vm.str(all.substr(start, range.count));
    return vm.str(utf8_slice(all, start, start + range.count));
  }
  std::string result;
  if (text.is_ascii()) {
    std::int64_t index = range.start;
    for (std::size_t i = 0; i < range.count; ++i, index += range.step) result += all[static_cast<std::size_t>(index)];
    return vm.str(result);
  }
  const std::u32string wide = utf8_to_utf32(all);
  std::int64_t index = range.start;
  for (std::size_t i = 0; i < range.count; ++i, index += range.step) {
    utf8_append(result, wide[static_cast<std::size_t>(index)]);
  }
  return vm.str(result);
}

Value range_slice(VM& vm, const Range& range, const Slice& slice) {
  if (!range.is_small()) return vm.raise(vm.types.overflow_error, "Python int too large to convert to C ssize_t");
  SliceRange part;
  if (!resolve_slice(vm, slice, static_cast<std::size_t>(range.small_length), part)) return Value();
  const std::int64_t first = range.small_start + range.small_step * part.start;
  const std::int64_t last = range.small_start + range.small_step * part.stop;
  return Value(new Range(first, last, range.small_step * part.step));
}

Value sequence_slice(VM& vm, const Value& sequence, const Slice& slice) {
  if (sequence.is(ObjectKind::Range)) return range_slice(vm, *sequence.as<Range>(), slice);
  SliceRange range;
  // Bounds may be objects with __index__ that change the list; its length is taken again afterwards.
  if (!resolve_slice(vm, slice, sequence_length(sequence), range)) return Value();
  if (!check_allocation(vm, range.count, sizeof(Value))) return Value();
  std::int64_t index = range.start;
  if (sequence.is(ObjectKind::Str)) return str_slice(vm, *sequence.as<Str>(), range);
  if (sequence.is(ObjectKind::Bytes)) {
    std::string bytes;
    for (std::size_t i = 0; i < range.count; ++i, index += range.step) {
      bytes += sequence.as<Bytes>()->data()[static_cast<std::size_t>(index)];
    }
    return Value(new Bytes(std::move(bytes)));
  }
  if (sequence.is(ObjectKind::Tuple)) {
    Tuple* tuple = sequence.as<Tuple>();
    if (range.step == 1 && range.count == tuple->size()) return sequence;
    Ref<Tuple> result = Tuple::create(range.count);
    for (std::size_t i = 0; i < range.count; ++i, index += range.step) {
      (*result)[i] = (*tuple)[static_cast<std::size_t>(index)];
    }
    return Value(result);
  }
  const std::vector<Value>& items = sequence.as<List>()->items;
  std::vector<Value> result;
  result.reserve(range.count);
  for (std::size_t i = 0; i < range.count; ++i, index += range.step) {
    if (static_cast<std::size_t>(index) < items.size()) result.push_back(items[static_cast<std::size_t>(index)]);
  }
  return vm.list(std::move(result));
}

Value range_item(VM& vm, const Range& range, const Value& key) {
  BigInt index;
  const bool has_index =
      builtin_is_integer(unwrapped(key)) || static_cast<bool>(vm.type_of(key)->special(vm, SpecialMethod::Index));
  if (!has_index) {
    raise_bad_index(vm, ObjectKind::Range, key);
    return Value();
  }
  if (!index_of_any_size(vm, key, index)) return Value();
  const BigInt length = range.length();
  if (index.is_negative()) index = index + length;
  if (index.is_negative() || !(index < length)) {
    return vm.raise(vm.types.index_error, "range object index out of range");
  }
  return range.item(vm, index);
}

}  // namespace

Value sequence_get_item(VM& vm, const Value& sequence, const Value& key) {
  const ObjectKind kind = sequence.object()->kind();
  if (key.is(ObjectKind::Slice)) return sequence_slice(vm, sequence, *key.as<Slice>());
  if (kind == ObjectKind::Range) return range_item(vm, *sequence.as<Range>(), key);
  std::size_t index = 0;
  if (!resolve_index(vm, kind, key, sequence_length(sequence), words_of(kind).out_of_range, index)) return Value();
  switch (kind) {
    case ObjectKind::List: {
      const std::vector<Value>& items = sequence.as<List>()->items;
      // `__index__` may have shortened the list.
      return index < items.size() ? items[index] : vm.raise(vm.types.index_error, "list index out of range");
    }
    case ObjectKind::Tuple:
      return (*sequence.as<Tuple>())[index];
    case ObjectKind::Bytes:
      return Value::small_int(static_cast<unsigned char>(sequence.as<Bytes>()->data()[index]));
    default:
      return str_item(vm, *sequence.as<Str>(), index);
  }
}

// ---- Changing lists ----

namespace {

/// The slice with ints for bounds: what `__index__` of a bound does to the list has then happened. Null: exception.
Ref<Slice> with_plain_bounds(VM& vm, const Slice& slice) {
  const Value* bounds[] = {&slice.start, &slice.stop, &slice.step};
  Value plain[3];
  for (std::size_t i = 0; i < 3; ++i) {
    std::int64_t bound = 0;
    if (!slice_bound(vm, *bounds[i], 0, bound)) return Ref<Slice>();
    plain[i] = bounds[i]->is_none() ? Value::none() : vm.integer(bound);
  }
  return make<Slice>(plain[0], plain[1], plain[2]);
}

void set_plain_slice(List& list, const SliceRange& range, std::vector<Value> values) {
  const auto start = static_cast<std::size_t>(range.start);
  // What is replaced dies after the list is whole again.
  std::vector<Value> dead;
  const std::size_t common = std::min(values.size(), range.count);
  dead.reserve(range.count);
  for (std::size_t i = 0; i < common; ++i) {
    dead.push_back(std::move(list.items[start + i]));
    list.items[start + i] = std::move(values[i]);
  }
  const auto middle = list.items.begin() + static_cast<std::ptrdiff_t>(start + common);
  if (values.size() > common) {
    list.items.insert(middle, std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(common)),
                      std::make_move_iterator(values.end()));
    drop_last_first(dead);
    return;
  }
  const auto end = middle + static_cast<std::ptrdiff_t>(range.count - common);
  for (auto it = middle; it != end; ++it) dead.push_back(std::move(*it));
  list.items.erase(middle, end);
  drop_last_first(dead);
}

bool list_set_slice(VM& vm, List& list, const Slice& slice, const Value& value) {
  std::vector<Value> values;
  const bool plain_step = slice.step.is_none() || (slice.step.is_small_int() && slice.step.as_small_int() == 1);
  if (!is_sequence(unwrapped(value))) {
    const Value iterator = vm.iterate(value);
    if (!iterator) {
      if (!vm.error_is(vm.types.type_error)) return false;
      vm.take_error();
      vm.raise_type_error(plain_step && !slice_errors_are_one(vm.python()) ? "can only assign an iterable"
                                                                           : "must assign iterable to extended slice");
      return false;
    }
    if (!extend_by_length(vm, values, iterator)) return false;
  } else if (!vm.extend(values, value)) {
    return false;
  }
  SliceRange range;
  const Ref<Slice> plain = with_plain_bounds(vm, slice);
  if (!plain || !resolve_slice(vm, *plain, list.items.size(), range)) return false;
  if (!check_allocation(vm, values.size(), sizeof(Value))) return false;
  if (range.step == 1) {
    set_plain_slice(list, range, std::move(values));
    list.report_memory();
    return true;
  }
  if (values.size() != range.count) {
    vm.raise_value_error("attempt to assign sequence of size " + std::to_string(values.size()) +
                         " to extended slice of size " + std::to_string(range.count));
    return false;
  }
  std::int64_t index = range.start;
  for (std::size_t i = 0; i < range.count; ++i, index += range.step) {
    list.items[static_cast<std::size_t>(index)].swap(values[i]);
  }
  return true;
}

}  // namespace

bool list_set_item(VM& vm, List& list, const Value& key, const Value& value) {
  if (key.is(ObjectKind::Slice)) return list_set_slice(vm, list, *key.as<Slice>(), value);
  std::size_t index = 0;
  if (!resolve_index(vm, ObjectKind::List, key, list.items.size(), "list assignment index out of range", index)) {
    return false;
  }
  if (index >= list.items.size()) {
    vm.raise(vm.types.index_error, "list assignment index out of range");
    return false;
  }
  Value replaced = value;
  list.items[index].swap(replaced);
  return true;
}

bool list_delete_item(VM& vm, List& list, const Value& key) {
  if (key.is(ObjectKind::Slice)) {
    SliceRange range;
    const Ref<Slice> plain = with_plain_bounds(vm, *key.as<Slice>());
    if (!plain || !resolve_slice(vm, *plain, list.items.size(), range)) return false;
    if (range.step == 1) {
      set_plain_slice(list, range, {});
      return true;
    }
    std::vector<bool> doomed(list.items.size(), false);
    std::int64_t index = range.start;
    for (std::size_t i = 0; i < range.count; ++i, index += range.step) doomed[static_cast<std::size_t>(index)] = true;
    std::vector<Value> kept;
    std::vector<Value> dead;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
      (doomed[i] ? dead : kept).push_back(std::move(list.items[i]));
    }
    list.items = std::move(kept);
    return true;
  }
  std::size_t index = 0;
  if (!resolve_index(vm, ObjectKind::List, key, list.items.size(), "list assignment index out of range", index)) {
    return false;
  }
  if (index >= list.items.size()) {
    vm.raise(vm.types.index_error, "list assignment index out of range");
    return false;
  }
  const Value dead = std::move(list.items[index]);
  list.items.erase(list.items.begin() + static_cast<std::ptrdiff_t>(index));
  return true;
}

// ---- Membership ----

std::int64_t range_index(VM& vm, const Range& range, const Value& item) {
  const Value& inner = unwrapped(item);
  if (builtin_is_integer(inner)) {
    const BigInt step = range.step();
    const BigInt::DivMod place = BigInt::floor_divmod(big_of(inner) - range.start(), step);
    const bool inside = place.remainder.is_zero() && !place.quotient.is_negative() && place.quotient < range.length();
    if (!inside) return -1;
    return place.quotient.fits_int64() ? place.quotient.to_int64() : 0;
  }
  if (!range.is_small()) return -1;
  for (std::int64_t i = 0; i < range.small_length; ++i) {
    const int same = vm.equal(builtin_integer(vm, range.small_start + i * range.small_step), item);
    if (same != 0) return same > 0 ? i : -2;
  }
  return -1;
}

int sequence_contains(VM& vm, const Value& sequence, const Value& item) {
  switch (sequence.object()->kind()) {
    case ObjectKind::Str: {
      const Str* part = text_or_null(item);
      if (part == nullptr) {
        vm.raise_type_error("'in <string>' requires string as left operand, not " + type_text(vm, item));
        return -1;
      }
      return sequence.as<Str>()->view().find(part->view()) != std::string_view::npos;
    }
    case ObjectKind::Bytes: {
      const std::string& data = sequence.as<Bytes>()->data();
      if (unwrapped(item).is(ObjectKind::Bytes)) {
        return data.find(unwrapped(item).as<Bytes>()->data()) != std::string::npos;
      }
      std::int64_t byte = -1;
      if (builtin_is_integer(unwrapped(item))) {
        if (!VM::as_int64(unwrapped(item), byte)) byte = -1;
      } else if (!vm.type_of(item)->special(vm, SpecialMethod::Index)) {
        vm.raise_type_error("a bytes-like object is required, not '" + type_text(vm, item) + "'");
        return -1;
      } else if (!vm.index(item, byte)) {
        return -1;
      }
      if (byte < 0 || byte > 255) {
        vm.raise_value_error("byte must be in range(0, 256)");
        return -1;
      }
      return data.find(static_cast<char>(byte)) != std::string::npos;
    }
    case ObjectKind::Range: {
      const std::int64_t index = range_index(vm, *sequence.as<Range>(), item);
      return index == -2 ? -1 : index >= 0;
    }
    case ObjectKind::Tuple: {
      const Ref<Tuple> tuple(sequence.as<Tuple>());
      for (const Value& one : tuple->span()) {
        const int same = vm.equal(one, item);
        if (same != 0) return same;
      }
      return 0;
    }
    default: {
      const Ref<List> list(sequence.as<List>());
      for (std::size_t i = 0; i < list->items.size(); ++i) {
        const Value one = list->items[i];
        const int same = vm.equal(one, item);
        if (same != 0) return same;
      }
      return 0;
    }
  }
}

// ---- Sums and multiples ----

namespace {

Value raise_concatenation(VM& vm, const Value& a, const Value& b) {
  const char* kind = a.is(ObjectKind::Str) ? "str" : a.is(ObjectKind::List) ? "list" : "tuple";
  return vm.raise_type_error(std::string("can only concatenate ") + kind + " (not \"" + type_text(vm, b) + "\") to " +
                             kind);
}

}  // namespace

Value sequence_add(VM& vm, const Value& a, const Value& b, bool in_place) {
  if (a.is(ObjectKind::Range)) return Value::not_implemented();
  if (a.is(ObjectKind::List) && in_place) {
    List* list = a.as<List>();
    // `a += a` doubles it once.
    std::vector<Value> items;
    if (!extend_by_length(vm, items, b)) return Value();
    if (!check_allocation(vm, list->items.size() + items.size(), sizeof(Value))) return Value();
    list->items.insert(list->items.end(), std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
    list->report_memory();
    return a;
  }
  if (a.is(ObjectKind::Bytes)) {
    if (!b.is(ObjectKind::Bytes)) return vm.raise_type_error("can't concat " + type_text(vm, b) + " to bytes");
    if (!check_allocation(vm, a.as<Bytes>()->data().size() + b.as<Bytes>()->data().size(), 1)) return Value();
    return Value(new Bytes(a.as<Bytes>()->data() + b.as<Bytes>()->data()));
  }
  if (!b.is_object() || a.object()->kind() != b.object()->kind()) return raise_concatenation(vm, a, b);
  if (a.is(ObjectKind::Str)) {
    const Str* left = a.as<Str>();
    const Str* right = b.as<Str>();
    if (left->text().empty()) return b;
    if (right->text().empty()) return a;
    if (!check_allocation(vm, left->text().size() + right->text().size(), 1)) return Value();
    std::string text;
    text.reserve(left->text().size() + right->text().size());
    text += left->view();
    text += right->view();
    return Value(new Str(std::move(text)));
  }
  if (a.is(ObjectKind::Tuple)) {
    const Tuple* left = a.as<Tuple>();
    const Tuple* right = b.as<Tuple>();
    if (!check_allocation(vm, left->size() + right->size(), sizeof(Value))) return Value();
    Ref<Tuple> sum = Tuple::create(left->size() + right->size());
    std::copy(left->span().begin(), left->span().end(), sum->items());
    std::copy(right->span().begin(), right->span().end(), sum->items() + left->size());
    return Value(sum);
  }
  const std::vector<Value>& left = a.as<List>()->items;
  const std::vector<Value>& right = b.as<List>()->items;
  if (!check_allocation(vm, left.size() + right.size(), sizeof(Value))) return Value();
  std::vector<Value> items;
  items.reserve(left.size() + right.size());
  items.insert(items.end(), left.begin(), left.end());
  items.insert(items.end(), right.begin(), right.end());
  return vm.list(std::move(items));
}

namespace {

std::string repeated(const std::string& text, std::size_t count) {
  std::string result;
  result.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

}  // namespace

Value sequence_repeat(VM& vm, const Value& sequence, const Value& count, bool in_place) {
  if (sequence.is(ObjectKind::Range)) return Value::not_implemented();
  std::int64_t times = 0;
  if (!VM::as_int64(count, times)) {
    const bool has_index =
        builtin_is_integer(unwrapped(count)) || static_cast<bool>(vm.type_of(count)->special(vm, SpecialMethod::Index));
    if (!has_index) {
      return vm.raise_type_error("can't multiply sequence by non-int of type '" + type_text(vm, count) + "'");
    }
    BigInt number;
    if (!index_of_any_size(vm, count, number)) return Value();
    if (!number.fits_int64()) {
      return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
    }
    times = number.to_int64();
  }
  times = std::max<std::int64_t>(times, 0);
  const auto repeats = static_cast<std::size_t>(times);
  const std::size_t length =
      sequence.is(ObjectKind::Str) ? sequence.as<Str>()->text().size() : sequence_length(sequence);
  const bool is_text = sequence.is(ObjectKind::Str) || sequence.is(ObjectKind::Bytes);
  if (length != 0 && repeats > SIZE_MAX / length / sizeof(Value)) return raise_memory_error(vm);
  if (!check_allocation(vm, length * repeats, is_text ? 1 : sizeof(Value))) return Value();
  if (sequence.is(ObjectKind::Str)) {
    if (repeats == 1) return sequence;
    return vm.str(length == 0 ? std::string() : repeated(sequence.as<Str>()->text(), repeats));
  }
  if (sequence.is(ObjectKind::Bytes)) {
    return Value(new Bytes(length == 0 ? std::string() : repeated(sequence.as<Bytes>()->data(), repeats)));
  }
  const std::size_t rounds = length == 0 ? 0 : repeats;
  if (sequence.is(ObjectKind::Tuple)) {
    const Tuple* tuple = sequence.as<Tuple>();
    if (repeats == 1) return sequence;
    Ref<Tuple> result = Tuple::create(length * rounds);
    for (std::size_t i = 0; i < rounds; ++i) {
      std::copy(tuple->span().begin(), tuple->span().end(), result->items() + i * length);
    }
    return Value(result);
  }
  List* list = sequence.as<List>();
  std::vector<Value> items;
  items.reserve(length * rounds);
  for (std::size_t i = 0; i < rounds; ++i) items.insert(items.end(), list->items.begin(), list->items.end());
  if (!in_place) return vm.list(std::move(items));
  items.swap(list->items);
  list->report_memory();
  return sequence;
}

// ---- Comparison ----

namespace {

Value from_order(CompareOperator op, int order) {
  return number_compare(op, Value::small_int(order), Value::small_int(0));
}

/// Copies of both lists' items are not taken: `__eq__` of an item may change a list, so bounds are looked at each time.
template <typename Items>
Value compare_items(VM& vm, CompareOperator op, const Items& a, const Items& b) {
  const NestingGuard guard(vm, " in comparison");
  if (!guard.ok()) return Value();
  const bool equality = op == CompareOperator::Equal || op == CompareOperator::NotEqual;
  if (equality && a.size() != b.size()) return Value::boolean(op == CompareOperator::NotEqual);
  for (std::size_t i = 0; i < a.size() && i < b.size(); ++i) {
    const Value left = a[i];
    const Value right = b[i];
    const int same = vm.equal(left, right);
    if (same < 0) return Value();
    if (same > 0) continue;
    if (equality) return Value::boolean(op == CompareOperator::NotEqual);
    return vm.compare(static_cast<std::uint8_t>(op), left, right);
  }
  return from_order(op, a.size() < b.size() ? -1 : a.size() > b.size());
}

Value compare_ranges(CompareOperator op, const Range& a, const Range& b) {
  if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return Value::not_implemented();
  const BigInt length = a.length();
  bool same = length == b.length();
  if (same && !length.is_zero()) same = a.start() == b.start() && (length == BigInt(1) || a.step() == b.step());
  return Value::boolean(same == (op == CompareOperator::Equal));
}

}  // namespace

Value sequence_compare(VM& vm, CompareOperator op, const Value& a, const Value& b) {
  if (!a.is_object() || !b.is_object() || a.object()->kind() != b.object()->kind()) return Value::not_implemented();
  switch (a.object()->kind()) {
    case ObjectKind::Str: {
      if (op == CompareOperator::Equal) return Value::boolean(equal(*a.as<Str>(), *b.as<Str>()));
      // UTF-8 sorts as code points do.
      return from_order(op, std::clamp(a.as<Str>()->view().compare(b.as<Str>()->view()), -1, 1));
    }
    case ObjectKind::Bytes:
      return from_order(op, std::clamp(a.as<Bytes>()->data().compare(b.as<Bytes>()->data()), -1, 1));
    case ObjectKind::Tuple:
      return compare_items(vm, op, *a.as<Tuple>(), *b.as<Tuple>());
    case ObjectKind::List: {
      const Ref<List> left(a.as<List>());
      const Ref<List> right(b.as<List>());
      return compare_items(vm, op, left->items, right->items);
    }
    case ObjectKind::Range:
      return compare_ranges(op, *a.as<Range>(), *b.as<Range>());
    default:
      return Value::not_implemented();
  }
}

}  // namespace sluice
