#include "vm/native_helpers.h"

#include <algorithm>
#include <vector>

#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/thread_state.h"

namespace sluice {

Value raise_plain(VM& vm, Type* type) { return vm.raise(Value(new Exception(type, Tuple::create(0)))); }

Value raise_memory_error(VM& vm) { return raise_plain(vm, vm.types.memory_error); }

bool check_allocation(VM& vm, std::uint64_t count, std::uint64_t size) {
  constexpr std::uint64_t kAddressable = std::uint64_t{1} << 47;
  if (size != 0 && count > kAddressable / size) {
    raise_memory_error(vm);
    return false;
  }
  if (count * size < 4096) return true;
  return vm.check_memory(static_cast<std::size_t>(count * size));
}

std::string type_text(const VM& vm, const Value& value) { return vm.type_name(value); }

std::string argument_type(const VM& vm, const Value& value) { return value.is_none() ? "None" : vm.type_name(value); }

const Str* text_or_null(const Value& value) {
  const Value& inner = unwrapped(value);
  return inner.is(ObjectKind::Str) ? inner.as<Str>() : nullptr;
}

bool slice_bound(VM& vm, const Value& value, std::int64_t fallback, std::int64_t& result) {
  result = fallback;
  if (value.is_none() || value.is_missing()) return true;
  if (VM::as_int64(value, result)) return true;
  BigInt number;
  const Value& inner = unwrapped(value);
  const bool has_index =
      builtin_is_integer(inner) || static_cast<bool>(vm.type_of(value)->special(vm, SpecialMethod::Index));
  if (!has_index) {
    vm.raise_type_error("slice indices must be integers or None or have an __index__ method");
    return false;
  }
  if (!index_of_any_size(vm, value, number)) return false;
  result = number.fits_int64() ? number.to_int64() : number.is_negative() ? INT64_MIN : INT64_MAX;
  return true;
}

bool search_bounds(VM& vm, const Value& start, const Value& stop, std::size_t length, std::size_t& from,
                   std::size_t& to) {
  const auto size = static_cast<std::int64_t>(length);
  std::int64_t first = 0;
  std::int64_t last = 0;
  if (!slice_bound(vm, start, 0, first) || !slice_bound(vm, stop, size, last)) return false;
  if (first < 0) first = std::max<std::int64_t>(first + size, 0);
  if (last < 0) last = std::max<std::int64_t>(last + size, 0);
  from = static_cast<std::size_t>(first);  // may lie beyond the end: then even "" is not found
  to = static_cast<std::size_t>(std::min(last, size));
  return true;
}

NestingGuard::NestingGuard(VM& vm, const char* ending) : vm_(vm), ok_(true) {
  // Containers in containers use the C++ stack of the machine, which is small in a browser.
  constexpr std::uint32_t kDeepest = 400;
  ThreadState& thread = vm.thread();
  if (thread.native_depth >= kDeepest) {
    vm.raise(vm.types.recursion_error, std::string("maximum recursion depth exceeded") + ending);
    ok_ = false;
    return;
  }
  ++thread.native_depth;
}

NestingGuard::~NestingGuard() {
  if (ok_) --vm_.thread().native_depth;
}

namespace {

/// Containers whose repr is being made, innermost last.
std::vector<const Object*>& objects_in_repr() {
  static std::vector<const Object*> objects;
  return objects;
}

}  // namespace

ReprGuard::ReprGuard(const Object* object) {
  std::vector<const Object*>& objects = objects_in_repr();
  is_repeated_ = std::find(objects.begin(), objects.end(), object) != objects.end();
  if (!is_repeated_) objects.push_back(object);
}

ReprGuard::~ReprGuard() {
  if (!is_repeated_) objects_in_repr().pop_back();
}

bool byte_argument(VM& vm, const Value& value, char& byte) {
  std::int64_t number = -1;
  if (!vm.index(value, number)) {
    if (!vm.error_is(vm.types.overflow_error)) return false;
    vm.take_error();
    number = -1;
  }
  if (number < 0 || number > 255) {
    vm.raise_value_error("bytes must be in range(0, 256)");
    return false;
  }
  byte = static_cast<char>(number);
  return true;
}

}  // namespace sluice
