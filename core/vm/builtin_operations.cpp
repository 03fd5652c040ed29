// What each operation does by kind of value; the work itself is in number_, sequence_ and set_operations.cpp.
#include "vm/builtin_operations.h"

#include <cmath>

#include "base/float_math.h"
#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/binary_parts.h"
#include "vm/builtins.h"
#include "vm/complex.h"
#include "vm/dict_views.h"
#include "vm/identity.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"
#include "vm/sequence_operations.h"
#include "vm/set_operations.h"
#include "vm/set_order.h"
#include "vm/slice.h"
#include "vm/str_format.h"

namespace sluice {

namespace {

/// `a | b` of dicts.
Value dict_union(VM& vm, const Value& a, const Value& b) {
  const Ref<Dict> right(b.as<Dict>());
  const Ref<Dict> result = a.as<Dict>()->copy();
  std::size_t position = 0;
  while (Dict::Entry* entry = right->next(position)) {
    const Value key = entry->key;
    const Value value = entry->value;
    if (!result->set(vm, key, value)) return Value();
  }
  return Value(result);
}

Value dict_compare(VM& vm, CompareOperator op, Dict& a, Dict& b) {
  if (op != CompareOperator::Equal && op != CompareOperator::NotEqual) return Value::not_implemented();
  const bool unequal = op == CompareOperator::NotEqual;
  if (a.size() != b.size()) return Value::boolean(unequal);
  const NestingGuard guard(vm, " in comparison");
  if (!guard.ok()) return Value();
  std::size_t position = 0;
  while (Dict::Entry* entry = a.next(position)) {
    const Value key = entry->key;
    const Value mine = entry->value;
    const Value* found = b.find(vm, key);
    if (vm.has_error()) return Value();
    if (found == nullptr) return Value::boolean(unequal);
    const Value other = *found;
    const int same = vm.equal(mine, other);
    if (same < 0) return Value();
    if (same == 0) return Value::boolean(unequal);
  }
  return Value::boolean(!unequal);
}

}  // namespace

bool is_summable_sequence(const Value& value) { return is_sequence(value) && !value.is(ObjectKind::Range); }

Value builtin_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const bool in_place = op >= kInPlace;
  const auto plain = static_cast<BinaryOperator>(in_place ? op - kInPlace : op);
  if (in_place) {
    const Value changed = builtin_change(vm, plain, a, b);
    if (!changed || !changed.is_not_implemented()) return changed;
  }
  const Value result = builtin_number_binary(vm, static_cast<std::uint8_t>(plain), a, b);
  if (!result || !result.is_not_implemented()) return result;
  if (plain == BinaryOperator::Add && is_summable_sequence(a)) return sequence_add(vm, a, b, in_place);
  if (plain != BinaryOperator::Multiply) return Value::not_implemented();
  if (is_summable_sequence(a)) return sequence_repeat(vm, a, b, in_place);
  if (!is_summable_sequence(b) || (in_place && builtin_length(vm, a) != -2)) return Value::not_implemented();
  return sequence_repeat(vm, b, a, false);
}

Value builtin_change(VM& vm, BinaryOperator op, const Value& a, const Value& b) {
  if (op == BinaryOperator::Or && a.is(ObjectKind::Dict)) return dict_update(vm, *a.as<Dict>(), b) ? a : Value();
  return a.is(ObjectKind::Set) ? set_binary(vm, op, true, a, b) : Value::not_implemented();
}

Value builtin_number_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const auto which = static_cast<BinaryOperator>(op);
  const Value result = number_binary(vm, which, a, b);
  if (!result || !result.is_not_implemented()) return result;
  if (which == BinaryOperator::Modulo) {
    if (a.is(ObjectKind::Bytes)) return percent_format_bytes(vm, a, b);
    return a.is(ObjectKind::Str) ? percent_format(vm, *a.as<Str>(), b) : Value::not_implemented();
  }
  if (which == BinaryOperator::Or && a.is(ObjectKind::Dict) && b.is(ObjectKind::Dict)) return dict_union(vm, a, b);
  return set_binary(vm, which, false, a, b);
}

Value builtin_sequence_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const bool in_place = op >= kInPlace;
  const auto plain = static_cast<BinaryOperator>(in_place ? op - kInPlace : op);
  if (plain == BinaryOperator::Multiply) return sequence_repeat(vm, a, b, in_place);
  const bool same = unwrapped(b).is_object() && unwrapped(b).object()->kind() == a.object()->kind();
  return sequence_add(vm, a, same && !in_place ? unwrapped(b) : b, in_place);
}

Value builtin_compare(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const auto which = static_cast<CompareOperator>(op);
  const Value order = number_compare(which, a, b);
  if (!order.is_not_implemented()) return order;
  if (is_sequence(a)) return sequence_compare(vm, which, a, b);
  if (is_set(a)) return set_compare(vm, which, a, b);
  if (a.is(ObjectKind::Dict) && b.is(ObjectKind::Dict)) return dict_compare(vm, which, *a.as<Dict>(), *b.as<Dict>());
  if (a.is(ObjectKind::Slice) && b.is(ObjectKind::Slice)) {
    const Slice* left = a.as<Slice>();
    const Slice* right = b.as<Slice>();
    const Value lefts[3] = {left->start, left->stop, left->step};
    const Value rights[3] = {right->start, right->stop, right->step};
    return vm.compare(op, vm.tuple(lefts), vm.tuple(rights));
  }
  return Value::not_implemented();
}

Value builtin_unary(VM& vm, UnaryOperator op, const Value& a) { return number_unary(vm, op, a); }

// ---- Hash ----

namespace {

constexpr std::uint64_t kPrime1 = 11400714785074694791u;
constexpr std::uint64_t kPrime2 = 14029467366897019727u;
constexpr std::uint64_t kPrime5 = 2870177450012600261u;

/// CPython's tuple hash (a form of xxHash), so that tuples of numbers hash as there.
bool tuple_hash(VM& vm, const Tuple& tuple, std::uint64_t& result) {
  const NestingGuard guard(vm, "");
  if (!guard.ok()) return false;
  std::uint64_t sum = kPrime5;
  for (const Value& item : tuple.span()) {
    std::uint64_t lane = 0;
    if (!vm.hash(item, lane)) return false;
    sum += lane * kPrime2;
    sum = (sum << 31) | (sum >> 33);
    sum *= kPrime1;
  }
  sum += tuple.size() ^ (kPrime5 ^ 3527539u);
  result = sum == ~std::uint64_t{0} ? 1546275796u : sum;
  return true;
}

/// CPython's frozenset hash: independent of order, of the hashes that the members had when they came.
std::uint64_t frozenset_hash(Set& set) {
  std::uint64_t hash = 0;
  std::size_t position = 0;
  while (Dict::Entry* entry = set.members.next(position)) {
    const std::uint64_t one = entry->hash;
    hash ^= ((one ^ 89869747u) ^ (one << 16)) * 3644798167u;
  }
  hash ^= (static_cast<std::uint64_t>(set.members.size()) + 1) * 1927868237u;
  hash ^= (hash >> 11) ^ (hash >> 25);
  hash = hash * 69069u + 907133923u;
  return hash == ~std::uint64_t{0} ? 590923713u : hash;
}

Handled raise_unhashable(VM& vm, const Value& value) {
  vm.raise_type_error("unhashable type: '" + type_text(vm, value) + "'");
  return Handled::Failed;
}

}  // namespace

Handled builtin_hash(VM& vm, const Value& value, std::uint64_t& result) {
  if (value.is_small_int()) {
    const std::int64_t number = value.as_small_int();
    result = static_cast<std::uint64_t>(number == -1 ? -2 : number);
    return Handled::Done;
  }
  if (value.is_double()) {
    result = static_cast<std::uint64_t>(float_hash(value.as_double()));
    return Handled::Done;
  }
  if (value.is_bool()) {
    result = value.is_true();
    return Handled::Done;
  }
  if (!value.is_object()) {
    // hash(None) is constant since 3.12; before, an address.
    result = 0xfca86420;
    return Handled::Done;
  }
  switch (value.object()->kind()) {
    case ObjectKind::BigInteger:
      result = static_cast<std::uint64_t>(value.as<BigInteger>()->value.hash());
      return Handled::Done;
    case ObjectKind::Str:
      take_chance();
      result = value.as<Str>()->hash();
      return Handled::Done;
    case ObjectKind::Bytes:
      take_chance();
      result = Str(value.as<Bytes>()->data()).hash();
      return Handled::Done;
    case ObjectKind::Tuple:
      return tuple_hash(vm, *value.as<Tuple>(), result) ? Handled::Done : Handled::Failed;
    case ObjectKind::FrozenSet:
      result = frozenset_hash(*value.as<Set>());
      return Handled::Done;
    case ObjectKind::Range: {
      const Range* range = value.as<Range>();
      const bool is_empty = range->length().is_zero();
      const bool is_single = range->length() == BigInt(1);
      const Value parts[3] = {make_integer(range->length()), is_empty ? Value::none() : make_integer(range->start()),
                              is_empty || is_single ? Value::none() : make_integer(range->step())};
      return tuple_hash(vm, *Tuple::of(parts), result) ? Handled::Done : Handled::Failed;
    }
    case ObjectKind::Slice: {
      if (!slices_are_hashable(vm.python())) return raise_unhashable(vm, value);
      const Slice* slice = value.as<Slice>();
      const Value parts[3] = {slice->start, slice->stop, slice->step};
      return tuple_hash(vm, *Tuple::of(parts), result) ? Handled::Done : Handled::Failed;
    }
    case ObjectKind::List:
    case ObjectKind::Dict:
    case ObjectKind::Set:
      return raise_unhashable(vm, value);
    default:
      if (const ComplexNumber* complex = complex_or_null(vm, value)) {
        result = static_cast<std::uint64_t>(complex_hash(*complex));
      } else {
        result = identity_of(value) >> 4;
      }
      return Handled::Done;
  }
}

// ---- Truth and length ----

int builtin_truth(VM& vm, const Value& value) {
  if (value.is_small_int()) return value.as_small_int() != 0;
  if (value.is_double()) return value.as_double() != 0;
  if (!value.is_object()) return !value.is_none() && !value.is_false();
  const std::int64_t length = builtin_length(vm, value);
  return length == -2 ? 1 : length == -1 ? -1 : length != 0;
}

std::int64_t builtin_length(VM& vm, const Value& value) {
  if (!value.is_object()) return -2;
  switch (value.object()->kind()) {
    case ObjectKind::Str:
      return static_cast<std::int64_t>(value.as<Str>()->length());
    case ObjectKind::Bytes:
      return static_cast<std::int64_t>(value.as<Bytes>()->data().size());
    case ObjectKind::Tuple:
      return static_cast<std::int64_t>(value.as<Tuple>()->size());
    case ObjectKind::List:
      return static_cast<std::int64_t>(value.as<List>()->items.size());
    case ObjectKind::Dict:
      return static_cast<std::int64_t>(value.as<Dict>()->size());
    case ObjectKind::Set:
    case ObjectKind::FrozenSet:
      return static_cast<std::int64_t>(value.as<Set>()->members.size());
    case ObjectKind::Range: {
      const Range* range = value.as<Range>();
      if (range->is_small()) return range->small_length;
      const BigInt length = range->length();
      if (length.fits_int64()) return length.to_int64();
      vm.raise(vm.types.overflow_error, "Python int too large to convert to C ssize_t");
      return -1;
    }
    default:
      return -2;
  }
}

// ---- Items ----

Value builtin_get_item(VM& vm, const Value& container, const Value& key) {
  if (is_sequence(container)) return sequence_get_item(vm, container, key);
  if (!container.is(ObjectKind::Dict)) return Value::not_implemented();
  const Value* found = container.as<Dict>()->find(vm, key);
  if (found != nullptr) return *found;
  if (vm.has_error()) return Value();
  return vm.raise(vm.types.key_error, key);
}

Handled builtin_set_item(VM& vm, const Value& container, const Value& key, const Value& value) {
  if (container.is(ObjectKind::List)) {
    return list_set_item(vm, *container.as<List>(), key, value) ? Handled::Done : Handled::Failed;
  }
  if (!container.is(ObjectKind::Dict)) return Handled::NotMine;
  return container.as<Dict>()->set(vm, key, value) ? Handled::Done : Handled::Failed;
}

Handled builtin_delete_item(VM& vm, const Value& container, const Value& key) {
  if (container.is(ObjectKind::List)) {
    return list_delete_item(vm, *container.as<List>(), key) ? Handled::Done : Handled::Failed;
  }
  if (!container.is(ObjectKind::Dict)) return Handled::NotMine;
  const int erased = container.as<Dict>()->erase(vm, key);
  if (erased == 0) vm.raise(vm.types.key_error, key);
  return erased > 0 ? Handled::Done : Handled::Failed;
}

int builtin_contains(VM& vm, const Value& container, const Value& item) {
  if (is_sequence(container)) return sequence_contains(vm, container, item);
  if (is_set(container)) return set_contains(vm, *container.as<Set>(), item);
  if (!container.is(ObjectKind::Dict)) return -2;
  const bool found = container.as<Dict>()->find(vm, item) != nullptr;
  return vm.has_error() ? -1 : found;
}

Value builtin_iterate(VM& vm, const Value& value) {
  if (!value.is_object()) return Value::not_implemented();
  switch (value.object()->kind()) {
    case ObjectKind::NativeIterator:
      return value;
    case ObjectKind::List:
      return Value(new ListIterator(value.as<List>()));
    case ObjectKind::Tuple:
      return Value(new TupleIterator(value.as<Tuple>()));
    case ObjectKind::Dict:
      return Value(new DictIterator(value.as<Dict>(), DictPart::Keys, false));
    case ObjectKind::Set:
    case ObjectKind::FrozenSet:
      arrange_set(*value.as<Set>());
      return Value(new SetIterator(value.as<Set>()));
    case ObjectKind::Bytes:
      return Value(new BytesIterator(value.as<Bytes>()));
    case ObjectKind::Str: {
      const bool ascii = has_ascii_str_iterator(vm.python()) && value.as<Str>()->is_ascii();
      return Value(new StrIterator(value.as<Str>(), ascii ? "str_ascii_iterator" : "str_iterator"));
    }
    case ObjectKind::Range: {
      Range* range = value.as<Range>();
      if (!range->is_small()) return Value(new BigRangeIterator(range, false));
      return Value(new RangeIterator(range->small_start, range->small_step, range->small_length));
    }
    default:
      return Value::not_implemented();
  }
}

}  // namespace sluice
