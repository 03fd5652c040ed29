// value.h — Value: any Python value in eight bytes.
//
// A double is kept as it is, a small int and the few constants without any memory, all else as a counted pointer to an
// Object. The 64 bits are
//
//     0x0000 pppp pppp pppp      pointer to an Object (8-byte aligned, never below 4096)
//     0x0000 0000 0000 00xx      xx = 0: no value; 02, 06, 0a, …: None, False, True, … (all below 4096)
//     0x0002 … 0xfff2 …          a double, with 2^49 added to its bits; a NaN is always the positive quiet one
//     0xfffe …, 0xffff …         an int of 49 bits, sign-extended
//
// "No value" (a default-constructed Value) is no Python value: functions that can fail return it, and the exception is
// then pending in the vm, as NULL in CPython's C interface.
#pragma once

#include <cstdint>
#include <cstring>

#include "base/object.h"

namespace sluice {

class SLUICE_IN_REGISTER Value {
 public:
  /// No value.
  Value() = default;
  SLUICE_INLINE Value(const Value& other) : bits_(other.bits_) {
    if (is_object()) object()->retain();
  }
  SLUICE_INLINE Value(Value&& other) noexcept : bits_(other.bits_) { other.bits_ = 0; }
  SLUICE_INLINE Value(Object* object)
      : bits_(reinterpret_cast<std::uintptr_t>(object)) {  // NOLINT: conversion is the point
    if (object != nullptr) object->retain();
  }
  template <typename T>
  Value(const Ref<T>& object) : Value(static_cast<Object*>(object.get())) {}  // NOLINT: conversion is the point
  SLUICE_INLINE ~Value() {
    if (is_object()) object()->release();
  }
  SLUICE_INLINE Value& operator=(const Value& other) {
    Value copy(other);
    swap(copy);
    return *this;
  }
  SLUICE_INLINE Value& operator=(Value&& other) noexcept {
    Value taken(static_cast<Value&&>(other));
    swap(taken);
    return *this;
  }
  void swap(Value& other) noexcept {
    const std::uint64_t mine = bits_;
    bits_ = other.bits_;
    other.bits_ = mine;
  }

  static Value none() { return from_bits(kNone); }
  static Value boolean(bool truth) { return from_bits(truth ? kTrue : kFalse); }
  static Value not_implemented() { return from_bits(kNotImplemented); }
  static Value ellipsis() { return from_bits(kEllipsis); }
  /// A mark that no program can see: an unassigned slot, a missing argument, a deleted dict entry.
  static Value missing() { return from_bits(kMissing); }
  static Value number(double value);
  /// REQUIRES: fits_small(value). Other ints are BigInteger objects (core/vm).
  static Value small_int(std::int64_t value) {
    return from_bits(kIntTag | (static_cast<std::uint64_t>(value) & kIntMask));
  }
  static constexpr bool fits_small(std::int64_t value) { return value >= kSmallIntMin && value <= kSmallIntMax; }

  static constexpr std::int64_t kSmallIntMin = -(std::int64_t{1} << 48);
  static constexpr std::int64_t kSmallIntMax = (std::int64_t{1} << 48) - 1;

  /// True unless this is "no value".
  explicit operator bool() const { return bits_ != 0; }
  [[nodiscard]] bool is_none() const { return bits_ == kNone; }
  [[nodiscard]] bool is_true() const { return bits_ == kTrue; }
  [[nodiscard]] bool is_false() const { return bits_ == kFalse; }
  [[nodiscard]] bool is_bool() const { return bits_ == kTrue || bits_ == kFalse; }
  [[nodiscard]] bool is_not_implemented() const { return bits_ == kNotImplemented; }
  [[nodiscard]] bool is_ellipsis() const { return bits_ == kEllipsis; }
  [[nodiscard]] bool is_missing() const { return bits_ == kMissing; }
  [[nodiscard]] bool is_small_int() const { return bits_ >= kIntTag; }
  [[nodiscard]] bool is_double() const { return bits_ >= kDoubleOffset && bits_ < kIntTag; }
  /// One comparison: what is below kLeastPointer wraps round to a large number.
  [[nodiscard]] bool is_object() const { return (bits_ - kLeastPointer) >> 48 == 0; }
  [[nodiscard]] bool is(ObjectKind kind) const { return is_object() && object()->kind() == kind; }

  [[nodiscard]] std::int64_t as_small_int() const { return static_cast<std::int64_t>(bits_ << 15) >> 15; }
  [[nodiscard]] double as_double() const;
  /// REQUIRES: is_object().
  [[nodiscard]] Object* object() const { return reinterpret_cast<Object*>(static_cast<std::uintptr_t>(bits_)); }
  /// The object as a `T`. REQUIRES: the kind has been checked.
  template <typename T>
  [[nodiscard]] T* as() const {
    return static_cast<T*>(object());
  }

  /// Python's `is`.
  [[nodiscard]] bool is_same(const Value& other) const { return bits_ == other.bits_; }
  [[nodiscard]] std::uint64_t bits() const { return bits_; }

 private:
  static constexpr std::uint64_t kNone = 0x02;
  static constexpr std::uint64_t kFalse = 0x06;
  static constexpr std::uint64_t kTrue = 0x0a;
  static constexpr std::uint64_t kNotImplemented = 0x0e;
  static constexpr std::uint64_t kEllipsis = 0x12;
  static constexpr std::uint64_t kMissing = 0x16;
  static constexpr std::uint64_t kDoubleOffset = 0x0002'0000'0000'0000;
  static constexpr std::uint64_t kIntTag = 0xfffe'0000'0000'0000;
  static constexpr std::uint64_t kIntMask = 0x0001'ffff'ffff'ffff;
  static constexpr std::uint64_t kLeastPointer = 4096;
  static constexpr std::uint64_t kQuietNan = 0x7ff8'0000'0000'0000;

  static Value from_bits(std::uint64_t bits) {
    Value value;
    value.bits_ = bits;
    return value;
  }

  std::uint64_t bits_ = 0;
};

inline Value Value::number(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  if (value != value) bits = kQuietNan;
  return from_bits(bits + kDoubleOffset);
}

inline double Value::as_double() const {
  const std::uint64_t bits = bits_ - kDoubleOffset;
  double value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

static_assert(sizeof(Value) == 8);

}  // namespace sluice
