// Builtin functions of numbers: abs, round, divmod, pow, sum, min, max, hex, oct, bin, hash, id.
#include <cmath>
#include <string>

#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/builtins.h"
#include "vm/complex.h"
#include "vm/identity.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"

namespace sluice {

namespace {

/// The special method that a class of the program (or a native data class) has for an operation on `value`.
Value own_special(VM& vm, const Value& value, SpecialMethod method) {
  if (!value.is(ObjectKind::Instance) && !value.is(ObjectKind::NativeData)) return Value();
  const Value special = vm.type_of(value)->special(vm, method);
  if (special.is(ObjectKind::NativeFunction) && is_number(unwrapped(value))) return Value();
  return special;
}

Value builtin_abs(VM& vm, Value* arguments) {
  if (const Value special = own_special(vm, arguments[0], SpecialMethod::Abs)) {
    return vm.call_found(special, arguments[0]);
  }
  const Value result = number_absolute(vm, unwrapped(arguments[0]));
  if (!result || !result.is_not_implemented()) return result;
  return vm.raise_type_error("bad operand type for abs(): '" + type_text(vm, arguments[0]) + "'");
}

Value builtin_round(VM& vm, Value* arguments) {
  if (const Value special = own_special(vm, arguments[0], SpecialMethod::Round)) {
    if (!given(arguments[1]) || arguments[1].is_none()) return vm.call_found(special, arguments[0]);
    const Value digits[1] = {arguments[1]};
    return vm.call_found(special, arguments[0], digits);
  }
  const Value result = round_number(vm, unwrapped(arguments[0]), arguments[1]);
  if (!result || !result.is_not_implemented()) return result;
  return vm.raise_type_error("type " + type_text(vm, arguments[0]) + " doesn't define __round__ method");
}

Value builtin_divmod(VM& vm, Value* arguments) {
  const Value result = number_divmod(vm, unwrapped(arguments[0]), unwrapped(arguments[1]));
  if (!result || !result.is_not_implemented()) return result;
  if (const Value special = own_special(vm, arguments[0], SpecialMethod::DivMod)) {
    const Value other[1] = {arguments[1]};
    const Value pair = vm.call_found(special, arguments[0], other);
    if (!pair || !pair.is_not_implemented()) return pair;
  }
  if (const Value special = own_special(vm, arguments[1], SpecialMethod::RDivMod)) {
    const Value other[1] = {arguments[0]};
    const Value pair = vm.call_found(special, arguments[1], other);
    if (!pair || !pair.is_not_implemented()) return pair;
  }
  return vm.raise_type_error("unsupported operand type(s) for divmod(): '" + type_text(vm, arguments[0]) + "' and '" +
                             type_text(vm, arguments[1]) + "'");
}

Value builtin_pow(VM& vm, Value* arguments) {
  if (arguments[2].is_none()) {
    return vm.binary(static_cast<std::uint8_t>(BinaryOperator::Power), arguments[0], arguments[1]);
  }
  for (int i = 0; i < 3 && !unwrapped(arguments[i]).is_double(); ++i) {
    if (complex_or_null(vm, arguments[i]) == nullptr) continue;
    const auto is_operand = [&vm](const Value& value) {
      return is_number(unwrapped(value)) || complex_or_null(vm, value) != nullptr;
    };
    if (is_operand(arguments[0]) && is_operand(arguments[1])) return vm.raise_value_error("complex modulo");
  }
  if (const Value special = own_special(vm, arguments[0], SpecialMethod::Pow)) {
    const Value others[2] = {arguments[1], arguments[2]};
    const Value power = vm.call_found(special, arguments[0], others);
    if (!power || !power.is_not_implemented()) return power;
  }
  const Value result =
      integer_power_modulo(vm, unwrapped(arguments[0]), unwrapped(arguments[1]), unwrapped(arguments[2]));
  if (!result || !result.is_not_implemented()) return result;
  return vm.raise_type_error("unsupported operand type(s) for ** or pow(): '" + type_text(vm, arguments[0]) + "', '" +
                             type_text(vm, arguments[1]) + "', '" + type_text(vm, arguments[2]) + "'");
}

// ---- sum ----

/// Adds floats as CPython does: since 3.12 with Neumaier's compensation.
class FloatSum {
 public:
  FloatSum(double start, bool compensated) : sum_(start), compensated_(compensated) {}
  void add(double value) {
    if (!compensated_) {
      sum_ += value;
      return;
    }
    const double total = sum_ + value;
    correction_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - total) + value : (value - total) + sum_;
    sum_ = total;
  }
  void add_whole(double value) {
    // Ints are added without compensation.
    sum_ += value;
  }
  [[nodiscard]] double result() const {
    return correction_ != 0 && correction_ - correction_ == 0 ? sum_ + correction_ : sum_;
  }

 private:
  double sum_;
  double correction_ = 0;
  bool compensated_;
};

Value builtin_sum(VM& vm, Value* arguments) {
  Value total = given(arguments[1]) ? arguments[1] : Value::small_int(0);
  const Value iterator = vm.iterate(arguments[0]);
  if (!iterator) return Value();
  if (text_or_null(total) != nullptr) {
    return vm.raise_type_error("sum() can't sum strings [use ''.join(seq) instead]");
  }
  if (unwrapped(total).is(ObjectKind::Bytes)) {
    const bool is_bytes = vm.type_of(total)->is_subtype_of(vm.type_of(unwrapped(total)));
    return vm.raise_type_error(std::string("sum() can't sum ") + (is_bytes ? "bytes" : vm.type_name(total)) +
                               " [use b''.join(seq) instead]");
  }
  const bool compensated = sum_is_compensated(vm.python());
  while (true) {
    Value item = vm.next(iterator);
    if (!item) return Value();
    if (item.is_missing()) return total;
    if (total.is_double() && (item.is_double() || builtin_is_integer(item))) {
      FloatSum sum(total.as_double(), compensated);
      while (item && !item.is_missing() && (item.is_double() || item.is_small_int() || item.is_bool())) {
        if (item.is_double()) {
          sum.add(item.as_double());
        } else {
          sum.add_whole(item.is_small_int() ? static_cast<double>(item.as_small_int()) : item.is_true());
        }
        item = vm.next(iterator);
      }
      total = Value::number(sum.result());
      if (!item) return Value();
      if (item.is_missing()) return total;
    }
    if (complex_sum_is_compensated(vm.python()) && vm.type_of(total) == vm.types.complex_number) {
      const ComplexNumber start = *complex_or_null(vm, total);
      FloatSum real(start.real, true);
      FloatSum imaginary(start.imaginary, true);
      while (item && !item.is_missing()) {
        double value = 0;
        if (vm.type_of(item) == vm.types.complex_number) {
          real.add(complex_or_null(vm, item)->real);
          imaginary.add(complex_or_null(vm, item)->imaginary);
        } else if (!is_number(unwrapped(item))) {
          break;
        } else if (builtin_real(vm, unwrapped(item), value) == Handled::Done) {
          real.add(value);
        } else {
          return Value();
        }
        item = vm.next(iterator);
      }
      total = make_complex(vm, {real.result(), imaginary.result()});
      if (!item) return Value();
      if (item.is_missing()) return total;
    }
    total = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Add), total, item);
    if (!total) return Value();
  }
}

// ---- min and max ----

Value extreme(VM& vm, Value* arguments, const char* name, CompareOperator better) {
  // Slots: key, default, *args.
  const Value& key = arguments[0];
  const Tuple& all = rest(arguments[2]);
  if (all.size() == 0) return vm.raise_type_error(std::string(name) + " expected at least 1 argument, got 0");
  if (all.size() > 1 && given(arguments[1])) {
    return vm.raise_type_error(std::string("Cannot specify a default for ") + name +
                               "() with multiple positional arguments");
  }
  const Value iterator = vm.iterate(all.size() == 1 ? all[0] : arguments[2]);
  if (!iterator) return Value();
  Value best;
  Value best_key;
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return Value();
    if (item.is_missing()) break;
    Value item_key = item;
    if (!key.is_none()) {
      const Value one[1] = {item};
      item_key = vm.call(key, one);
      if (!item_key) return Value();
    }
    if (best) {
      const Value verdict = vm.compare(static_cast<std::uint8_t>(better), item_key, best_key);
      const int truth = verdict ? vm.truth(verdict) : -1;
      if (truth < 0) return Value();
      if (truth == 0) continue;
    }
    best = item;
    best_key = item_key;
  }
  if (best) return best;
  if (given(arguments[1])) return arguments[1];
  return vm.raise_value_error(std::string(name) + (empty_extreme_error_says_iterable(vm.python())
                                                       ? "() iterable argument is empty"
                                                       : "() arg is an empty sequence"));
}

Value builtin_min(VM& vm, Value* arguments) { return extreme(vm, arguments, "min", CompareOperator::Less); }
Value builtin_max(VM& vm, Value* arguments) { return extreme(vm, arguments, "max", CompareOperator::Greater); }

// ---- Digits ----

template <int kBase>
Value in_base(VM& vm, Value* arguments) {
  BigInt value;
  if (!index_of_any_size(vm, arguments[0], value)) return Value();
  const char* prefix = kBase == 16 ? "0x" : kBase == 8 ? "0o" : "0b";
  return vm.str((value.is_negative() ? "-" : "") + std::string(prefix) + value.abs().to_text(kBase));
}

Value builtin_hash_function(VM& vm, Value* arguments) {
  std::uint64_t hash = 0;
  return vm.hash(arguments[0], hash) ? vm.integer(static_cast<std::int64_t>(hash)) : Value();
}

Value builtin_id(VM& vm, Value* arguments) { return vm.integer(static_cast<std::int64_t>(identity_of(arguments[0]))); }

constexpr NativeEntry kFunctions[] = {
    {"abs", builtin_abs, "x, /"},
    {"round", builtin_round, "number, ndigits=()"},
    {"divmod", builtin_divmod, "x, y, /"},
    {"pow", builtin_pow, "base, exp, mod=None"},
    {"sum", builtin_sum, "iterable, /, start=()"},
    {"min", builtin_min, "*args, key=None, default=()"},
    {"max", builtin_max, "*args, key=None, default=()"},
    {"hex", in_base<16>, "number, /"},
    {"oct", in_base<8>, "number, /"},
    {"bin", in_base<2>, "number, /"},
    {"hash", builtin_hash_function, "obj, /"},
    {"id", builtin_id, "obj, /"},
};

}  // namespace

void install_builtin_numbers(VM& vm) {
  for (const NativeEntry& entry : kFunctions) {
    vm.builtins().set(vm.intern(entry.name), vm.make_native(entry, "builtins"));
  }
}

}  // namespace sluice
