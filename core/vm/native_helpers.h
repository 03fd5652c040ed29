// native_helpers.h — small things that many native functions need.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/value.h"
#include "vm/vm.h"

namespace sluice {

/// MemoryError without a message, as CPython raises it for what no machine could hold.
Value raise_memory_error(VM& vm);
/// `count` things of `size` bytes: MemoryError beyond what addresses can count, the memory budget's end beyond that.
bool check_allocation(VM& vm, std::uint64_t count, std::uint64_t size);
/// An exception without arguments (StopIteration, …).
Value raise_plain(VM& vm, Type* type);

/// "unsupported operand …" and the like need the Python name as std::string.
[[nodiscard]] std::string type_text(const VM& vm, const Value& value);

/// The same as messages about arguments have it: "None" for None.
[[nodiscard]] std::string argument_type(const VM& vm, const Value& value);

/// True if the argument was given.
[[nodiscard]] inline bool given(const Value& argument) { return !argument.is_missing(); }

/// The Str inside `value` (an instance of a class derived from str included); null for anything else.
[[nodiscard]] const Str* text_or_null(const Value& value);

/// The arguments of "*args".
[[nodiscard]] inline Tuple& rest(const Value& arguments) { return *arguments.as<Tuple>(); }

/// An index argument as a slice bound: None and absent give `fallback`, huge values are clipped. False: TypeError.
bool slice_bound(VM& vm, const Value& value, std::int64_t fallback, std::int64_t& result);
/// start and stop of `index(x, start, stop)` and the like, clipped to 0..length.
bool search_bounds(VM& vm, const Value& start, const Value& stop, std::size_t length, std::size_t& from,
                   std::size_t& to);

/// Guards the C++ stack while a repr, comparison or hash goes into nested containers; false: RecursionError is pending.
class NestingGuard {
 public:
  /// `ending` completes "maximum recursion depth exceeded": " while getting the repr of an object".
  NestingGuard(VM& vm, const char* ending);
  ~NestingGuard();
  NestingGuard(const NestingGuard&) = delete;
  NestingGuard& operator=(const NestingGuard&) = delete;
  [[nodiscard]] bool ok() const { return ok_; }

 private:
  VM& vm_;
  bool ok_;
};

/// A container whose repr is being made: a second visit gives "[...]".
class ReprGuard {
 public:
  explicit ReprGuard(const Object* object);
  ~ReprGuard();
  ReprGuard(const ReprGuard&) = delete;
  ReprGuard& operator=(const ReprGuard&) = delete;
  [[nodiscard]] bool is_repeated() const { return is_repeated_; }

 private:
  bool is_repeated_;
};

/// An int that stands for a byte. Errors: ValueError "bytes must be in range(0, 256)", however long the int is.
bool byte_argument(VM& vm, const Value& value, char& byte);

}  // namespace sluice
