#include "vm/iterators.h"

#include <string>
#include <utility>

#include "base/runtime_changes.h"
#include "base/utf8.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/dict_views.h"
#include "vm/native_helpers.h"
#include "vm/slice.h"

namespace sluice {

Value ListIterator::next(VM&) {
  if (!list) return Value();
  if (index < list->items.size()) return list->items[index++];
  list.reset();
  return Value();
}

std::size_t ListIterator::length_hint() const {
  return list && index < list->items.size() ? list->items.size() - index : 0;
}

Value TupleIterator::next(VM&) {
  if (!tuple) return Value();
  if (index < tuple->size()) return (*tuple)[index++];
  tuple.reset();
  return Value();
}

Value RangeIterator::next(VM& vm) {
  if (remaining == 0) return Value();
  const Value item = builtin_integer(vm, current);
  --remaining;
  current += step;
  return item;
}

BigRangeIterator::BigRangeIterator(Range* iterated, bool backwards)
    : NativeIterator("longrange_iterator"), range_(iterated), remaining_(iterated->length()), backwards_(backwards) {
  if (backwards) index_ = remaining_ - BigInt(1);
}

Value BigRangeIterator::next(VM& vm) {
  if (remaining_.is_zero()) return Value();
  const Value item = static_cast<Range*>(range_.get())->item(vm, index_);
  const BigInt one(1);
  remaining_ = remaining_ - one;
  index_ = backwards_ ? index_ - one : index_ + one;
  return item;
}

Value StrIterator::next(VM& vm) {
  if (!text) return Value();
  const std::string_view all = text->view();
  if (offset >= all.size()) {
    text.reset();
    return Value();
  }
  const std::size_t width = utf8_width(all[offset]);
  const Value item = vm.str(all.substr(offset, width));
  offset += width;
  return item;
}

Value BytesIterator::next(VM&) {
  if (!bytes) return Value();
  if (index < bytes->data().size()) return Value::small_int(static_cast<unsigned char>(bytes->data()[index++]));
  bytes.reset();
  return Value();
}

namespace {

const char* dict_iterator_name(DictPart part, bool backwards) {
  switch (part) {
    case DictPart::Keys:
      return backwards ? "dict_reversekeyiterator" : "dict_keyiterator";
    case DictPart::Values:
      return backwards ? "dict_reversevalueiterator" : "dict_valueiterator";
    case DictPart::Items:
      return backwards ? "dict_reverseitemiterator" : "dict_itemiterator";
  }
  return "";
}

}  // namespace

DictIterator::DictIterator(Dict* iterated, DictPart what, bool is_backwards)
    : NativeIterator(dict_iterator_name(what, is_backwards)),
      dict(iterated),
      part(what),
      backwards(is_backwards),
      size(iterated->size()),
      version(iterated->version()),
      position(is_backwards ? iterated->entry_count() : 0),
      remaining(size) {}

Value DictIterator::next(VM& vm) {
  if (!dict) return Value();
  if (dict->version() != version && dict->extra() != nullptr) {  // an OrderedDict's
    if (remaining == 0) return Value();
    return vm.raise(vm.types.runtime_error, "OrderedDict mutated during iteration");
  }
  if (dict->size() != size) {
    size = ~std::size_t{0};  // this error stays
    return vm.raise(vm.types.runtime_error, "dictionary changed size during iteration");
  }
  // What CPython does next, to go on, to leave keys out or to raise, depends on where its table keeps the keys.
  if (dict->version() != version) {
    return vm.refuse("going on with a dict that has other keys than when the iteration began, but as many",
                     "iterate over a copy: list(d)");
  }
  Dict::Entry* entry = backwards ? dict->previous(position) : dict->next(position);
  if (entry == nullptr) {
    dict.reset();
    return Value();
  }
  --remaining;
  switch (part) {
    case DictPart::Keys:
      return entry->key;
    case DictPart::Values:
      return entry->value;
    case DictPart::Items:
      break;
  }
  const Value pair[2] = {entry->key, entry->value};
  return vm.tuple(pair);
}

SetIterator::SetIterator(Set* iterated)
    : NativeIterator("set_iterator"), set(iterated), size(iterated->members.size()), remaining(size) {}

Value SetIterator::next(VM& vm) {
  if (!set) return Value();
  if (set->members.size() != size) {
    size = ~std::size_t{0};
    return vm.raise(vm.types.runtime_error, "Set changed size during iteration");
  }
  Dict::Entry* entry = set->members.next(position);
  if (entry == nullptr) {
    set.reset();
    return Value();
  }
  if (remaining > 0) --remaining;
  return entry->key;
}

Value ReversedListIterator::next(VM&) {
  if (!list) return Value();
  if (index > 0 && index <= list->items.size()) return list->items[--index];
  list.reset();
  index = 0;
  return Value();
}

Value ReversedIterator::next(VM& vm) {
  if (!sequence) return Value();
  if (index > 0) {
    --index;
    const Value item = vm.get_item(sequence, vm.integer(index));
    if (item) return item;
    if (!vm.error_is(vm.types.index_error) && !vm.error_is(vm.types.stop_iteration)) return Value();
    vm.take_error();
  }
  sequence = Value();
  return Value();
}

EnumerateIterator::EnumerateIterator(Value iterator, BigInt start)
    : NativeIterator("enumerate"), iterator_(std::move(iterator)), is_big_(!start.fits_int64()) {
  if (is_big_) {
    big_ = std::move(start);
  } else {
    small_ = start.to_int64();
  }
}

Value EnumerateIterator::next(VM& vm) {
  Value item = next_uncaught(vm, iterator_);
  if (!item || item.is_missing()) return Value();
  if (!is_big_ && small_ == INT64_MAX) {
    is_big_ = true;
    big_ = BigInt(small_);
  }
  Ref<Tuple> pair = Tuple::create(2);
  if (is_big_) {
    (*pair)[0] = make_integer(big_);
    big_ = big_ + BigInt(1);
  } else {
    (*pair)[0] = builtin_integer(vm, small_++);
  }
  (*pair)[1] = std::move(item);
  return Value(pair);
}

namespace {

/// "zip() argument 2 is shorter than argument 1", "map() argument 3 is longer than arguments 1-2".
Value raise_uneven(VM& vm, const char* what, std::size_t argument, bool is_shorter) {
  const std::string before = argument == 2 ? " 1" : "s 1-" + std::to_string(argument - 1);
  return vm.raise_value_error(std::string(what) + "() argument " + std::to_string(argument) + " is " +
                              (is_shorter ? "shorter" : "longer") + " than argument" + before);
}

/// One item of each iterator into `items`. False at the end, and on error.
bool next_of_all(VM& vm, const char* what, bool strict, std::vector<Value>& iterators, Value* items) {
  const std::size_t count = iterators.size();
  for (std::size_t i = 0; i < count; ++i) {
    items[i] = strict ? vm.next(iterators[i]) : next_uncaught(vm, iterators[i]);
    if (!items[i]) return false;
    if (!items[i].is_missing()) continue;
    if (!strict) return false;
    if (i > 0) {
      raise_uneven(vm, what, i + 1, true);
      return false;
    }
    for (std::size_t later = 1; later < count; ++later) {
      const Value item = vm.next(iterators[later]);
      if (!item) return false;
      if (item.is_missing()) continue;
      raise_uneven(vm, what, later + 1, false);
      return false;
    }
    return false;
  }
  return true;
}

}  // namespace

Value ZipIterator::next(VM& vm) {
  if (iterators_.empty()) return Value();
  Ref<Tuple> tuple = Tuple::create(iterators_.size());
  if (!next_of_all(vm, "zip", strict_, iterators_, tuple->items())) return Value();
  return Value(tuple);
}

Value MapIterator::next(VM& vm) {
  if (iterators_.size() == 1) {
    const Value item = next_uncaught(vm, iterators_[0]);
    if (!item || item.is_missing()) return Value();
    const Value arguments[1] = {item};
    return vm.call(function_, arguments);
  }
  std::vector<Value> items(iterators_.size());
  if (!next_of_all(vm, "map", strict_, iterators_, items.data())) return Value();
  return vm.call(function_, items);
}

Value FilterIterator::next(VM& vm) {
  while (true) {
    const Value item = next_uncaught(vm, iterator_);
    if (!item || item.is_missing()) return Value();
    Value verdict = item;
    if (!function_.is_none()) {
      const Value arguments[1] = {item};
      verdict = vm.call(function_, arguments);
      if (!verdict) return Value();
    }
    const int truth = vm.truth(verdict);
    if (truth < 0) return Value();
    if ((truth != 0) == keep_) return item;
  }
}

Value CallableIterator::next(VM& vm) {
  if (!function_) return Value();
  const Value item = vm.call(function_);
  if (!item) {
    if (!vm.error_is(vm.types.stop_iteration)) return Value();
    vm.take_error();
    function_ = Value();
    return Value();
  }
  const int same = vm.equal(item, sentinel_);
  if (same == 0) return item;
  if (same > 0) function_ = Value();
  return Value();
}

Value make_reversed(VM& vm, const Value& value) {
  const Value& inner = unwrapped(value);
  if (inner.is(ObjectKind::List)) return Value(new ReversedListIterator(inner.as<List>()));
  if (inner.is(ObjectKind::Dict)) return Value(new DictIterator(inner.as<Dict>(), DictPart::Keys, true));
  if (const DictView* view = dict_view_or_null(vm, inner)) {
    return Value(new DictIterator(view->dict.get(), view->part, true));
  }
  if (inner.is(ObjectKind::Range)) {
    Range* range = inner.as<Range>();
    if (!range->is_small()) return Value(new BigRangeIterator(range, true));
    const std::int64_t last = range->small_start + range->small_step * (range->small_length - 1);
    return Value(new RangeIterator(last, -range->small_step, range->small_length));
  }
  const bool is_sequence = inner.is(ObjectKind::Tuple) || inner.is(ObjectKind::Str) || inner.is(ObjectKind::Bytes) ||
                           static_cast<bool>(vm.type_of(value)->special(vm, SpecialMethod::GetItem));
  if (!is_sequence || inner.is(ObjectKind::Set) || inner.is(ObjectKind::FrozenSet)) {
    return vm.raise_type_error("'" + type_text(vm, value) + "' object is not reversible");
  }
  const std::int64_t length = vm.length(value);
  return length < 0 ? Value() : Value(new ReversedIterator(value, length));
}

Value end_of_items(VM& vm) {
  if (!vm.error_is(vm.types.stop_iteration)) return Value();
  vm.take_error();
  return Value::missing();
}

Value next_uncaught(VM& vm, const Value& iterator) {
  if (iterator.is(ObjectKind::Instance)) return vm.call_special(iterator, SpecialMethod::Next);
  if (!iterator.is(ObjectKind::NativeIterator)) return vm.next(iterator);
  const Value item = iterator.as<NativeIterator>()->next(vm);
  return item || vm.has_error() ? item : Value::missing();
}

Value next_as_it_is(VM& vm, const Value& iterator) {
  const Value item = iterator.as<NativeIterator>()->next(vm);
  return item || vm.has_error() ? item : raise_plain(vm, vm.types.stop_iteration);
}

bool take_items(VM& vm, std::vector<Value>& items, const Value& iterator) {
  while (true) {
    Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return true;
    items.push_back(static_cast<Value&&>(item));
    if ((items.size() & 0xfff) == 0 && !vm.check_memory(items.size() * sizeof(Value))) return false;
  }
}

bool extend_by_length(VM& vm, std::vector<Value>& items, const Value& iterable) {
  if (!iterable.is(ObjectKind::Instance)) return vm.extend(items, iterable);
  const Value iterator = vm.iterate(iterable);
  if (!iterator) return false;
  if (vm.type_of(iterable)->special(vm, SpecialMethod::Len) && vm.length(iterable) < 0) {
    if (!vm.error_is(vm.types.type_error)) return false;
    vm.take_error();
  }
  return take_items(vm, items, iterator);
}

bool extend_tuple(VM& vm, std::vector<Value>& items, const Value& iterable) {
  return tuple_asks_for_length(vm.python()) ? extend_by_length(vm, items, iterable) : vm.extend(items, iterable);
}

}  // namespace sluice
