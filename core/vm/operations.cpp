// Operators and protocols for any value: special methods of classes first, builtin data next, errors as CPython words
// them.
#include "vm/operations.h"

#include <string>
#include <utility>

#include "base/reference_visitor.h"
#include "base/runtime_changes.h"
#include "vm/binary_parts.h"
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/complex.h"
#include "vm/container_text.h"
#include "vm/exception.h"
#include "vm/function.h"
#include "vm/function_homes.h"
#include "vm/generic_alias.h"
#include "vm/interpreter.h"
#include "vm/iterators.h"
#include "vm/number_operations.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

namespace {

constexpr const char* kBinaryTexts[] = {"+", "-", "*", "/", "//", "%", "** or pow()", "@", "<<", ">>", "&", "|", "^"};
constexpr const char* kInPlaceTexts[] = {
    "+=", "-=", "*=", "/=", "//=", "%=", "**=", "@=", "<<=", ">>=", "&=", "|=", "^="};

constexpr SpecialMethod kForward[] = {
    SpecialMethod::Add, SpecialMethod::Sub, SpecialMethod::Mul,    SpecialMethod::TrueDiv, SpecialMethod::FloorDiv,
    SpecialMethod::Mod, SpecialMethod::Pow, SpecialMethod::MatMul, SpecialMethod::LShift,  SpecialMethod::RShift,
    SpecialMethod::And, SpecialMethod::Or,  SpecialMethod::Xor};
constexpr SpecialMethod kReflected[] = {
    SpecialMethod::RAdd, SpecialMethod::RSub, SpecialMethod::RMul,    SpecialMethod::RTrueDiv, SpecialMethod::RFloorDiv,
    SpecialMethod::RMod, SpecialMethod::RPow, SpecialMethod::RMatMul, SpecialMethod::RLShift,  SpecialMethod::RRShift,
    SpecialMethod::RAnd, SpecialMethod::ROr,  SpecialMethod::RXor};
constexpr SpecialMethod kInPlaceMethods[] = {
    SpecialMethod::IAdd, SpecialMethod::ISub, SpecialMethod::IMul,    SpecialMethod::ITrueDiv, SpecialMethod::IFloorDiv,
    SpecialMethod::IMod, SpecialMethod::IPow, SpecialMethod::IMatMul, SpecialMethod::ILShift,  SpecialMethod::IRShift,
    SpecialMethod::IAnd, SpecialMethod::IOr,  SpecialMethod::IXor};
constexpr SpecialMethod kCompare[] = {SpecialMethod::Lt, SpecialMethod::Le, SpecialMethod::Eq,
                                      SpecialMethod::Ne, SpecialMethod::Gt, SpecialMethod::Ge};
constexpr CompareOperator kSwapped[] = {CompareOperator::Greater, CompareOperator::GreaterEqual,
                                        CompareOperator::Equal,   CompareOperator::NotEqual,
                                        CompareOperator::Less,    CompareOperator::LessEqual};

/// Data whose operators the builtin_ functions know completely: no look-up of special methods is needed.
bool is_plain_data(const Value& value) {
  if (!value.is_object()) return true;
  switch (value.object()->kind()) {
    case ObjectKind::Str:
    case ObjectKind::Bytes:
    case ObjectKind::BigInteger:
    case ObjectKind::Tuple:
    case ObjectKind::List:
    case ObjectKind::Dict:
    case ObjectKind::Set:
    case ObjectKind::FrozenSet:
    case ObjectKind::Slice:
    case ObjectKind::Range:
      return true;
    default:
      return false;
  }
}

/// The special method of a class that the program (or a module) defines; no value where builtin data answers for
/// itself.
Value special_of(VM& vm, const Value& value, SpecialMethod method) {
  if (is_plain_data(value)) return Value();
  const Value& found = vm.type_of(value)->special(vm, method);
  if (!found) return Value();
  // `class Money(int)`: int's own methods are what the builtin_ functions do.
  if (value.is(ObjectKind::Instance) && found.is(ObjectKind::NativeFunction)) {
    const Value& payload = value.as<Instance>()->payload;
    const Type* owner = found.as<NativeFunction>()->owner;
    // A builtin class that derives from data itself (time.struct_time from tuple) has methods of its own.
    const bool is_of_data = owner == nullptr || vm.type_of(payload)->is_subtype_of(owner);
    if (payload && is_of_data && is_plain_data(payload)) return Value();
  }
  return found;
}

Value call_one(VM& vm, const Value& method, const Value& self, const Value& argument) {
  const Value arguments[1] = {argument};
  return vm.call_found(method, self, arguments);
}

/// What fills an operator's place among the number methods of a class in CPython (`nb_add` …).
enum class NumberSlot : std::uint8_t {
  Data,    ///< builtin data, which answers for itself; also where it has no answer
  Method,  ///< `__add__` or `__radd__` of a class written in Python, or of one of ours that stands for such a class
  Other,   ///< nothing
};

/// True for `__add__`, `__mul__` and their like of deque and bytearray: in CPython these are methods of sequences,
/// which are asked when both sides' number methods had no answer.
bool is_sequence_method(const Value& method) {
  if (method.is(ObjectKind::NativeFunction)) {
    const Type* owner = method.as<NativeFunction>()->owner;
    return owner != nullptr && std::string_view(owner->name_text()) == "deque";
  }
  if (!method.is(ObjectKind::Function)) return false;
  const CodeObject& code = *method.as<Function>()->code;
  return !code.is_program && static_cast<const Str*>(code.qualified_name.get())->view().starts_with("bytearray.");
}

/// The method of a number; no value if a sequence's.
Value number_special(VM& vm, const Value& value, SpecialMethod method) {
  const Value found = special_of(vm, value, method);
  const bool may_be_sequences = method == SpecialMethod::Add || method == SpecialMethod::Mul ||
                                method == SpecialMethod::RMul || method == SpecialMethod::IAdd ||
                                method == SpecialMethod::IMul;
  return found && may_be_sequences && is_sequence_method(found) ? Value() : found;
}

NumberSlot number_slot(VM& vm, const Value& value, std::uint8_t op) {
  if (is_plain_data(value)) return NumberSlot::Data;
  if (number_special(vm, value, kForward[op]) || number_special(vm, value, kReflected[op])) return NumberSlot::Method;
  return is_plain_data(unwrapped(value)) ? NumberSlot::Data : NumberSlot::Other;
}

/// Calls `self.method(argument)` if its class has such a method, be it that of int or list.
Value call_if_defined(VM& vm, SpecialMethod method, const Value& self, const Value& argument) {
  const Value found = vm.type_of(self)->special(vm, method);
  return found ? call_one(vm, found, self, argument) : Value::not_implemented();
}

/// The methods of one or two classes that have some. Source: SLOT1BINFULL in CPython's typeobject.c.
Value binary_by_methods(VM& vm, std::uint8_t op, const Value& a, const Value& b, bool left_has, bool right_has) {
  Type* left_type = vm.type_of(a);
  Type* right_type = vm.type_of(b);
  bool right_left = right_has && left_type != right_type;
  if (left_has) {
    if (right_left && right_type->is_subtype_of(left_type)) {
      const Value& mine = left_type->special(vm, kReflected[op]);
      const Value& others = right_type->special(vm, kReflected[op]);
      if (others && !(mine && mine.is_same(others))) {
        const Value result = call_one(vm, others, b, a);
        if (!result.is_not_implemented()) return result;
        right_left = false;
      }
    }
    const Value result = call_if_defined(vm, kForward[op], a, b);
    if (!result.is_not_implemented()) return result;
  }
  return right_left ? call_if_defined(vm, kReflected[op], b, a) : Value::not_implemented();
}

/// The number methods of both sides. not_implemented: nobody knows it. Source: binary_op1 in CPython's abstract.c.
Value number_round(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const NumberSlot left = number_slot(vm, a, op);
  const NumberSlot right = vm.type_of(a) == vm.type_of(b) ? NumberSlot::Other : number_slot(vm, b, op);
  const bool left_has = left == NumberSlot::Method;
  const bool right_has = right == NumberSlot::Method;
  const bool methods_first = left_has || (right_has && vm.type_of(b)->is_subtype_of(vm.type_of(a)));
  if (methods_first) {
    const Value result = binary_by_methods(vm, op, a, b, left_has, right_has);
    if (!result.is_not_implemented()) return result;
  }
  // A template shows the object itself: its __str__, not that of the data in it.
  const bool is_template = op == static_cast<std::uint8_t>(BinaryOperator::Modulo) &&
                           (unwrapped(a).is(ObjectKind::Str) || unwrapped(a).is(ObjectKind::Bytes));
  if (left == NumberSlot::Data || (right == NumberSlot::Data && !is_template)) {
    const Value result = builtin_number_binary(vm, op, unwrapped(a), is_template ? b : unwrapped(b));
    if (!result.is_not_implemented()) return result;
  }
  if (methods_first || !right_has) return Value::not_implemented();
  return binary_by_methods(vm, op, a, b, left_has, right_has);
}

bool has_index(VM& vm, const Value& key) {
  return builtin_is_integer(unwrapped(key)) || static_cast<bool>(vm.type_of(key)->special(vm, SpecialMethod::Index));
}

/// For `object[key] = …` of a class without the method: CPython makes a number of an int all the same. False with an
/// IndexError pending.
bool key_fits(VM& vm, const Value& key) {
  std::int64_t place = 0;
  if (!builtin_is_integer(unwrapped(key)) || VM::as_int64(unwrapped(key), place)) return true;
  vm.raise(vm.types.index_error, std::string("cannot fit '") + vm.type_name(key) + "' into an index-sized integer");
  return false;
}

/// True if CPython's type of `value` can be added (sq_concat) or multiplied (sq_repeat) as a sequence. A class that
/// overrides the method in Python has it among the number methods only.
bool is_summable(VM& vm, const Value& value, bool is_sum) {
  const Value method = special_of(vm, value, is_sum ? SpecialMethod::Add : SpecialMethod::Mul);
  const Value other = is_sum ? method : special_of(vm, value, SpecialMethod::RMul);
  if (method || other) return method && other && is_sequence_method(method) && is_sequence_method(other);
  return is_summable_sequence(unwrapped(value));
}

/// True if CPython's type of `value` has methods of sequences at all: then `value *= …` does not ask the right side.
bool is_sequence_like(VM& vm, const Value& value) {
  if (value.is(ObjectKind::Instance)) return !std::string_view(vm.type_name(value)).starts_with("datetime.");
  if (complex_or_null(vm, value) != nullptr) return false;
  return value.is(ObjectKind::NativeData) || vm.type_of(value)->special(vm, SpecialMethod::Len) ||
         builtin_length(vm, value) != -2;
}

/// What is left of `a op b` once no number method knew it: sums and multiples of sequences. not_implemented: not those.
/// Source: PyNumber_Add, PyNumber_Multiply, PyNumber_InPlaceAdd, PyNumber_InPlaceMultiply.
Value sequence_round(VM& vm, std::uint8_t op, const Value& a, const Value& b, bool is_in_place) {
  const bool is_sum = op == static_cast<std::uint8_t>(BinaryOperator::Add);
  if (!is_sum && op != static_cast<std::uint8_t>(BinaryOperator::Multiply)) return Value::not_implemented();
  const Value& data = unwrapped(a);
  if (is_sum && data.is(ObjectKind::Bytes) && is_summable(vm, a, true) && !unwrapped(b).is(ObjectKind::Bytes)) {
    return vm.raise_type_error(std::string("can't concat ") + vm.type_name(b) + " to " + vm.type_name(a));
  }
  Value sequence = a;
  Value other = b;
  Value method = is_in_place ? special_of(vm, a, kInPlaceMethods[op]) : Value();
  const bool changes = is_in_place && (method ? is_sequence_method(method) : unwrapped(a).is(ObjectKind::List));
  if (!changes) {
    if (!is_summable(vm, a, is_sum)) {
      if (is_sum || !is_summable(vm, b, false) || (is_in_place && is_sequence_like(vm, a))) {
        return Value::not_implemented();
      }
      std::swap(sequence, other);
    }
    method = special_of(vm, sequence, kForward[op]);
  }
  if (!method) {
    const auto which = static_cast<std::uint8_t>(changes ? op + kInPlace : op);
    const Value result = builtin_sequence_binary(vm, which, unwrapped(sequence), other);
    return result && changes ? a : result;
  }
  if (!is_sum && !has_index(vm, other)) {
    return vm.raise_type_error(std::string("can't multiply sequence by non-int of type '") + vm.type_name(other) + "'");
  }
  if (std::int64_t times = 0; !is_sum && builtin_is_integer(other) && !VM::as_int64(other, times)) {
    return vm.raise(vm.types.overflow_error, "cannot fit 'int' into an index-sized integer");
  }
  return call_one(vm, method, sequence, other);
}

Value raise_binary(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const std::string left = vm.type_name(a);
  const std::string right = vm.type_name(b);
  std::string message = std::string("unsupported operand type(s) for ") + binary_operator_text(op) + ": '" + left +
                        "' and '" + right + "'";
  if (op == static_cast<std::uint8_t>(BinaryOperator::RightShift) && a.is(ObjectKind::NativeFunction) &&
      std::string_view(a.as<NativeFunction>()->name) == "print") {
    message += ". Did you mean \"print(<message>, file=<output_stream>)\"?";
  }
  return vm.raise_type_error(message);
}

}  // namespace

const char* binary_operator_text(std::uint8_t op) {
  return op >= kInPlace ? kInPlaceTexts[op - kInPlace] : kBinaryTexts[op];
}

const char* compare_operator_text(CompareOperator op) {
  constexpr const char* kTexts[] = {"<", "<=", "==", "!=", ">", ">="};
  return kTexts[static_cast<std::size_t>(op)];
}

Value VM::binary(std::uint8_t op, const Value& a, const Value& b) {
  if (is_plain_data(a) && is_plain_data(b)) {
    const Value result = builtin_binary(*this, op, a, b);
    if (!result.is_not_implemented()) return result;
    return has_error() ? Value() : raise_binary(*this, op, a, b);
  }
  const bool is_in_place = op >= kInPlace;
  const auto plain = static_cast<std::uint8_t>(is_in_place ? op - kInPlace : op);
  if (is_in_place) {
    if (const Value method = number_special(*this, a, kInPlaceMethods[plain])) {
      const Value result = call_one(*this, method, a, b);
      if (!result.is_not_implemented()) return result;
    } else if (const Value payload = unwrapped(a); is_plain_data(payload)) {
      // `mine |= {…}` where mine is an instance of a class derived from set: the set inside changes, the object stays.
      const bool takes_any = payload.is(ObjectKind::Dict);
      const Value result =
          builtin_change(*this, static_cast<BinaryOperator>(plain), payload, takes_any ? b : unwrapped(b));
      if (!result || !result.is_not_implemented()) return result ? a : result;
      // CPython gives classes derived from list its += among the methods of numbers, which come first.
      if (a.is(ObjectKind::Instance) && plain == static_cast<std::uint8_t>(BinaryOperator::Add) &&
          payload.is(ObjectKind::List)) {
        return sequence_round(*this, plain, a, b, true);
      }
    }
  }
  Value result = number_round(*this, plain, a, b);
  if (result.is_not_implemented()) result = sequence_round(*this, plain, a, b, is_in_place);
  if (!result || !result.is_not_implemented()) return result;
  return raise_binary(*this, op, a, b);
}

namespace {

bool warn_of_inverted_bool(VM& vm) {
  if (!inverted_bool_is_deprecated(vm.python())) return true;
  const std::string last = inverted_bool_has_last_version(vm.python()) ? " and will be removed in Python 3.16" : "";
  return vm.warn(
      vm.types.deprecation_warning,
      "Bitwise inversion '~' on bool is deprecated" + last +
          ". This returns the bitwise inversion of the underlying int object and is usually not what you "
          "expect from negating a bool. Use the 'not' operator for boolean negation or ~int(x) if you really "
          "want the bitwise inversion of the underlying int.");
}

}  // namespace

Value VM::unary(UnaryOperator op, const Value& a) {
  constexpr SpecialMethod kMethods[] = {SpecialMethod::Neg, SpecialMethod::Pos, SpecialMethod::Invert};
  constexpr const char* kTexts[] = {"unary -", "unary +", "unary ~"};
  const auto index = static_cast<std::size_t>(op);
  if (const Value method = special_of(*this, a, kMethods[index])) return call_found(method, a);
  if (op == UnaryOperator::Invert && a.is_bool() && !warn_of_inverted_bool(*this)) return Value();
  const Value result = builtin_unary(*this, op, unwrapped(a));
  if (!result || !result.is_not_implemented()) return result;
  return raise_type_error(std::string("bad operand type for ") + kTexts[index] + ": '" + type_name(a) + "'");
}

namespace {

/// `a op b` by rich comparison; not_implemented if neither side knows.
Value compare_round(VM& vm, std::uint8_t op, const Value& a, const Value& b) {
  const auto swapped = static_cast<std::uint8_t>(kSwapped[op]);
  const Value left = special_of(vm, a, kCompare[op]);
  const Value right = special_of(vm, b, kCompare[swapped]);
  Type* left_type = vm.type_of(a);
  Type* right_type = vm.type_of(b);
  const bool right_first = right && left_type != right_type && right_type->is_subtype_of(left_type);
  if (right_first) {
    const Value result = call_one(vm, right, b, a);
    if (!result.is_not_implemented()) return result;
  }
  // `__ne__` that nobody wrote is the opposite of `__eq__`.
  const bool is_ne = op == static_cast<std::uint8_t>(CompareOperator::NotEqual);
  const Value equality = is_ne && !left ? special_of(vm, a, SpecialMethod::Eq) : Value();
  if (left) {
    Value result = call_one(vm, left, a, b);
    if (!result.is_not_implemented()) return result;
    // The right side may be data that knows: {} != Counter().
    if (!right && is_plain_data(unwrapped(b))) {
      result = builtin_compare(vm, swapped, unwrapped(b), unwrapped(a));
      if (!result.is_not_implemented()) return result;
    }
  } else if (equality) {
    const Value result = call_one(vm, equality, a, b);
    if (!result) return result;
    if (!result.is_not_implemented()) {
      const int truth = vm.truth(result);
      return truth < 0 ? Value() : Value::boolean(truth == 0);
    }
  } else {
    const Value result = builtin_compare(vm, op, unwrapped(a), unwrapped(b));
    if (!result.is_not_implemented()) return result;
  }
  if (right && !right_first) {
    const Value result = call_one(vm, right, b, a);
    if (!result.is_not_implemented()) return result;
  } else if (is_ne && !right_first) {
    if (const Value other = special_of(vm, b, SpecialMethod::Eq)) {
      const Value result = call_one(vm, other, b, a);
      if (!result) return result;
      if (!result.is_not_implemented()) {
        const int truth = vm.truth(result);
        return truth < 0 ? Value() : Value::boolean(truth == 0);
      }
    }
  }
  return Value::not_implemented();
}

}  // namespace

Value VM::compare(std::uint8_t op, const Value& a, const Value& b) {
  Value result =
      is_plain_data(a) && is_plain_data(b) ? builtin_compare(*this, op, a, b) : compare_round(*this, op, a, b);
  if (!result || !result.is_not_implemented()) return result;
  if (op == static_cast<std::uint8_t>(CompareOperator::Equal)) return Value::boolean(a.is_same(b));
  if (op == static_cast<std::uint8_t>(CompareOperator::NotEqual)) return Value::boolean(!a.is_same(b));
  return raise_type_error(std::string("'") + compare_operator_text(static_cast<CompareOperator>(op)) +
                          "' not supported between instances of '" + type_name(a) + "' and '" + type_name(b) + "'");
}

int VM::equal(const Value& a, const Value& b) {
  if (a.is_same(b)) return 1;
  const Value result = compare(static_cast<std::uint8_t>(CompareOperator::Equal), a, b);
  return result ? truth(result) : -1;
}

namespace {

int truth_of_not_implemented(VM& vm) {
  const std::string text = "NotImplemented should not be used in a boolean context";
  if (!not_implemented_has_no_truth(vm.python())) return vm.warn(vm.types.deprecation_warning, text) ? 1 : -1;
  vm.raise_type_error(text);
  return -1;
}

}  // namespace

int VM::truth(const Value& value) {
  if (value.is_bool()) return value.is_true();
  if (value.is_none()) return 0;
  if (value.is_not_implemented()) [[unlikely]]
    return truth_of_not_implemented(*this);
  if (is_plain_data(value)) return builtin_truth(*this, value);
  if (const Value method = special_of(*this, value, SpecialMethod::Bool)) {
    const Value result = call_found(method, value);
    if (!result) return -1;
    if (result.is_bool()) return result.is_true();
    raise_type_error(std::string("__bool__ should return bool, returned ") + type_name(result));
    return -1;
  }
  if (special_of(*this, value, SpecialMethod::Len)) {
    const std::int64_t size = length(value);
    return size < 0 ? -1 : size != 0;
  }
  return builtin_truth(*this, unwrapped(value));
}

std::int64_t VM::length(const Value& object) {
  if (const Value method = special_of(*this, object, SpecialMethod::Len)) {
    const Value result = call_found(method, object);
    if (!result) return -1;
    std::int64_t size = 0;
    if (!as_int64(unwrapped(result), size)) {
      if (builtin_is_integer(unwrapped(result))) {
        raise(types.overflow_error, "cannot fit 'int' into an index-sized integer");
        return -1;
      }
      raise_type_error(std::string("'") + type_name(result) + "' object cannot be interpreted as an integer");
      return -1;
    }
    if (size < 0) {
      raise_value_error("__len__() should return >= 0");
      return -1;
    }
    return size;
  }
  const std::int64_t size = builtin_length(*this, unwrapped(object));
  if (size != -2) return size;
  raise_type_error(std::string("object of type '") + type_name(object) + "' has no len()");
  return -1;
}

bool VM::hash(const Value& value, std::uint64_t& result) {
  if (!is_plain_data(value)) {
    Type* type = type_of(value);
    const Value& method = type->special(*this, SpecialMethod::Hash);
    if (method.is_none()) {
      raise_type_error(std::string("unhashable type: '") + type_name(value) + "'");
      return false;
    }
    if (const Value found = special_of(*this, value, SpecialMethod::Hash)) {
      const Value number = call_found(found, value);
      if (!number) return false;
      if (!is_plain_data(unwrapped(number)) || !builtin_is_integer(unwrapped(number))) {
        raise_type_error("__hash__ method should return an integer");
        return false;
      }
      // What fits is taken as it is, so that an object can have the hash of another; what does not is folded.
      std::int64_t whole = 0;
      if (!as_int64(unwrapped(number), whole)) return builtin_hash(*this, unwrapped(number), result) == Handled::Done;
      result = static_cast<std::uint64_t>(whole == -1 ? -2 : whole);
      return true;
    }
  }
  const Handled handled = builtin_hash(*this, unwrapped(value), result);
  return handled == Handled::Done;
}

// ---- Text ----

Value VM::repr(const Value& value) {
  if (is_plain_data(value)) return builtin_repr(*this, value);
  if (const Value method = special_of(*this, value, SpecialMethod::Repr)) {
    const Value text = call_found(method, value);
    if (text.is(ObjectKind::Str) && is_sequence_method(method)) {
      // The deque in an instance of a derived class does not know the name of that class.
      const std::string_view shown = text.as<Str>()->view();
      return shown.starts_with("deque(") ? str(class_name(value) + std::string(shown.substr(5))) : text;
    }
    if (!text || text.is(ObjectKind::Str)) return text;
    if (unwrapped(text).is(ObjectKind::Str)) return unwrapped(text);
    return raise_type_error(std::string("__repr__ returned non-string (type ") + type_name(text) + ")");
  }
  const Value payload = unwrapped(value);
  if (!payload.is_same(value) && (payload.is(ObjectKind::Set) || payload.is(ObjectKind::FrozenSet))) {
    return subclass_set_repr(*this, value);
  }
  const Value text = builtin_repr(*this, payload);
  if (!text || !text.is_not_implemented()) return text;
  return default_repr(value);
}

Value VM::to_str(const Value& value) {
  if (value.is(ObjectKind::Str)) return value;
  if (!is_plain_data(value)) {
    if (const Value method = special_of(*this, value, SpecialMethod::Str)) {
      const Value text = call_found(method, value);
      if (!text || text.is(ObjectKind::Str)) return text;
      if (unwrapped(text).is(ObjectKind::Str)) return unwrapped(text);
      return raise_type_error(std::string("__str__ returned non-string (type ") + type_name(text) + ")");
    }
    if (special_of(*this, value, SpecialMethod::Repr)) {
      // `class Name(str)` with its own __repr__ keeps str's text.
      if (!unwrapped(value).is(ObjectKind::Str)) return repr(value);
    }
  }
  const Value text = builtin_str(*this, unwrapped(value));
  if (!text || !text.is_not_implemented()) return text;
  return repr(value);
}

Value VM::format(const Value& value, std::string_view spec) {
  if (const Value method = special_of(*this, value, SpecialMethod::Format)) {
    const Value text = call_one(*this, method, value, str(spec));
    if (!text || text.is(ObjectKind::Str)) return text;
    return raise_type_error(std::string("__format__ must return a str, not ") + type_name(text));
  }
  // A class of the program that derives from builtin data and has its own text: format() without a spec is str().
  if (!is_plain_data(value) && spec.empty()) {
    const bool own_text = special_of(*this, value, SpecialMethod::Str) || special_of(*this, value, SpecialMethod::Repr);
    if (own_text) return to_str(value);
  }
  const Value text = builtin_format(*this, value, spec);
  if (!text || !text.is_not_implemented()) return text;
  if (spec.empty()) return to_str(value);
  return raise_type_error(std::string("unsupported format string passed to ") + type_name(value) + ".__format__");
}

// ---- Items and iteration ----

Value VM::get_item(const Value& object, const Value& key) {
  if (const Value method = special_of(*this, object, SpecialMethod::GetItem))
    return call_one(*this, method, object, key);
  const Value payload = unwrapped(object);
  if (payload.is(ObjectKind::Dict) && !payload.is_same(object)) {
    // A class derived from dict may know what a missing key stands for.
    Value* found = payload.as<Dict>()->find(*this, key);
    if (found != nullptr) return *found;
    if (has_error()) return Value();
    const Value method = type_of(object)->special(*this, SpecialMethod::Missing);
    return method ? call_one(*this, method, object, key) : raise(types.key_error, key);
  }
  if (object.is(ObjectKind::Type)) return class_get_item(object, key);
  const Value result = builtin_get_item(*this, payload, key);
  // It can also be what lies there.
  const bool is_item = payload.is(ObjectKind::Dict) || payload.is(ObjectKind::List) || payload.is(ObjectKind::Tuple);
  if (!result || is_item || !result.is_not_implemented()) return result;
  return raise_type_error(std::string("'") + type_name(object) + "' object is not subscriptable");
}

Value VM::class_get_item(const Value& cls, const Value& key) {
  Type* type = cls.as<Type>();
  // Not an attribute of `type`: every class would show it through its metaclass.
  if (type == types.type) return generic_alias(*this, cls, key);
  const Value function = find_attribute(cls, special_name(SpecialMethod::ClassGetItem));
  if (!function) return Value();
  if (function.is_missing()) {
    if (!subscript_error_names_class(python())) {
      return raise_type_error(std::string("'") + type_name(cls) + "' object is not subscriptable");
    }
    return raise_type_error(std::string("type '") + message_name(*type) + "' is not subscriptable");
  }
  const Value arguments[1] = {key};
  return call(function, arguments);
}

bool VM::set_item(const Value& object, const Value& key, const Value& value) {
  if (const Value method = special_of(*this, object, SpecialMethod::SetItem)) {
    const Value arguments[2] = {key, value};
    return static_cast<bool>(call_found(method, object, arguments));
  }
  const Handled handled = builtin_set_item(*this, unwrapped(object), key, value);
  if (handled != Handled::NotMine) return handled == Handled::Done;
  if (is_sequence_like(*this, object) && !key_fits(*this, key)) return false;
  raise_type_error(std::string("'") + type_name(object) + "' object does not support item assignment");
  return false;
}

bool VM::delete_item(const Value& object, const Value& key) {
  if (const Value method = special_of(*this, object, SpecialMethod::DelItem)) {
    const Value arguments[1] = {key};
    return static_cast<bool>(call_found(method, object, arguments));
  }
  const Handled handled = builtin_delete_item(*this, unwrapped(object), key);
  if (handled != Handled::NotMine) return handled == Handled::Done;
  if (is_sequence_like(*this, object) && !key_fits(*this, key)) return false;
  const bool item = is_sequence_like(*this, object) && has_index(*this, key);
  raise_type_error(std::string("'") + type_name(object) + "' object " +
                   (item ? "doesn't support item deletion" : "does not support item deletion"));
  return false;
}

int VM::contains(const Value& container, const Value& item) {
  if (const Value method = special_of(*this, container, SpecialMethod::Contains)) {
    if (method.is_none()) {
      raise_type_error(std::string("'") + type_name(container) + "' object is not a container");
      return -1;
    }
    const Value result = call_one(*this, method, container, item);
    return result ? truth(result) : -1;
  }
  if (!special_of(*this, container, SpecialMethod::Iter)) {
    const int known = builtin_contains(*this, unwrapped(container), item);
    if (known != -2) return known;
  }
  const Value iterator = iterate_for(container, "argument of type '", not_container_ending(python()));
  if (!iterator) return -1;
  while (true) {
    const Value next_item = next(iterator);
    if (!next_item) return -1;
    if (next_item.is_missing()) return 0;
    const int same = equal(next_item, item);
    if (same != 0) return same;
  }
}

Value VM::iterate(const Value& iterable) { return iterate_for(iterable, "'", "' object is not iterable"); }

Value VM::iterate_for(const Value& iterable, const char* before, const char* after) {
  const Value method = special_of(*this, iterable, SpecialMethod::Iter);
  if (method && !method.is_none()) {
    const Value iterator = call_found(method, iterable);
    if (!iterator) return iterator;
    if (is_iterator(iterator)) return iterator;
    return raise_type_error(std::string("iter() returned non-iterator of type '") + type_name(iterator) + "'");
  }
  if (!method) {
    if (iterable.is(ObjectKind::Generator)) return iterable;
    const Value iterator = builtin_iterate(*this, unwrapped(iterable));
    if (!iterator || !iterator.is_not_implemented()) return iterator;
    // The subscripts of list[int] and int | None are no items.
    const bool may_have_items = !iterable.is(ObjectKind::Type) && !iterable.is(ObjectKind::NativeData);
    if (may_have_items && special_of(*this, iterable, SpecialMethod::GetItem)) {
      return make_sequence_iterator(iterable);
    }
  }
  return raise_type_error(std::string(before) + type_name(iterable) + after);
}

bool VM::is_iterator(const Value& value) {
  if (value.is(ObjectKind::NativeIterator) || value.is(ObjectKind::Generator)) return true;
  return static_cast<bool>(type_of(value)->special(*this, SpecialMethod::Next));
}

namespace {

/// Iterates over an object that has `__getitem__` only: 0, 1, 2, … until IndexError.
class SequenceIterator : public NativeIterator {
 public:
  explicit SequenceIterator(Value sequence) : NativeIterator("iterator"), sequence_(static_cast<Value&&>(sequence)) {}
  Value next(VM& vm) override {
    if (!sequence_) return Value();
    const Value item = vm.get_item(sequence_, Value::small_int(index_));
    ++index_;
    if (item) return item;
    if (vm.error_is(vm.types.index_error) || vm.error_is(vm.types.stop_iteration)) {
      vm.take_error();
      sequence_ = Value();
    }
    return Value();
  }
  bool visit_references(ReferenceVisitor& visit) const override { return visit(sequence_); }

 private:
  Value sequence_;
  std::int64_t index_ = 0;
};

}  // namespace

Value VM::make_sequence_iterator(const Value& sequence) { return Value(new SequenceIterator(sequence)); }

Value VM::next(const Value& iterator) {
  if (iterator.is(ObjectKind::NativeIterator)) {
    if (!interpreter_->count_native_step()) return Value();
    const Value item = iterator.as<NativeIterator>()->next(*this);
    if (item) return item;
    return has_error() ? end_of_items(*this) : Value::missing();
  }
  if (iterator.is(ObjectKind::Generator)) {
    const Ref<Generator> generator(iterator.as<Generator>());
    const Outcome outcome = interpreter_->resume(*generator, Value::none(), false);
    if (outcome.is_yield()) return outcome.value;
    if (outcome.is_return()) return Value::missing();
    restore_error(outcome.value);
    return Value();
  }
  const Value method = special_of(*this, iterator, SpecialMethod::Next);
  if (!method) return raise_type_error(std::string("'") + type_name(iterator) + "' object is not an iterator");
  const Value item = call_found(method, iterator);
  return item ? item : end_of_items(*this);
}

bool VM::extend(std::vector<Value>& items, const Value& iterable) {
  if (iterable.is(ObjectKind::List)) {
    const std::vector<Value> copy = iterable.as<List>()->items;
    items.insert(items.end(), copy.begin(), copy.end());
    return true;
  }
  if (iterable.is(ObjectKind::Tuple)) {
    const std::span<const Value> span = iterable.as<Tuple>()->span();
    items.insert(items.end(), span.begin(), span.end());
    return true;
  }
  const Value iterator = iterate(iterable);
  return iterator && take_items(*this, items, iterator);
}

// ---- Numbers ----

bool VM::as_int64(const Value& value, std::int64_t& result) {
  if (value.is_small_int()) {
    result = value.as_small_int();
    return true;
  }
  return builtin_int64(value, result);
}

bool VM::index(const Value& value, std::int64_t& result) {
  if (as_int64(unwrapped(value), result)) return true;
  Value number = unwrapped(value);
  if (!builtin_is_integer(number)) {
    const Value method = special_of(*this, value, SpecialMethod::Index);
    if (!method) {
      raise_type_error(std::string("'") + type_name(value) + "' object cannot be interpreted as an integer");
      return false;
    }
    number = call_found(method, value);
    if (!number || !warn_of_subclass(*this, "__index__", number, types.integer)) return false;
    if (as_int64(unwrapped(number), result)) return true;
    if (!builtin_is_integer(unwrapped(number))) {
      raise_type_error(std::string("__index__ returned non-int (type ") + type_name(number) + ")");
      return false;
    }
  }
  raise(types.overflow_error, "Python int too large to convert to C ssize_t");
  return false;
}

bool VM::real(const Value& value, double& result) {
  if (value.is_double()) {
    result = value.as_double();
    return true;
  }
  const Handled handled = builtin_real(*this, unwrapped(value), result);
  if (handled != Handled::NotMine) return handled == Handled::Done;
  if (const Value method = special_of(*this, value, SpecialMethod::Float)) {
    const Value number = call_found(method, value);
    if (!number) return false;
    if (!warn_of_subclass(*this, std::string(type_name(value)) + ".__float__", number, types.floating)) return false;
    if (unwrapped(number).is_double()) {
      result = unwrapped(number).as_double();
      return true;
    }
    raise_type_error(std::string(type_name(value)) + ".__float__ returned non-float (type " + type_name(number) + ")");
    return false;
  }
  if (special_of(*this, value, SpecialMethod::Index)) {
    std::int64_t whole = 0;
    if (!index(value, whole)) return false;
    result = static_cast<double>(whole);
    return true;
  }
  raise_type_error(std::string("must be real number, not ") + type_name(value));
  return false;
}

// ---- Classes ----

/// Whether an object says by its own `__class__` that it is an instance, as proxies do: 1, 0, -1. Source: CPython's
/// object_isinstance.
static int claims_class(VM& vm, const Value& value, const Type& type) {
  if (!value.is(ObjectKind::Instance)) return 0;
  Str* name = vm.names.dunder_class;
  Type* own = vm.type_of(value);
  const bool is_plain =
      own->find(name) == vm.types.object->find(name) &&
      own->special(vm, SpecialMethod::GetAttribute).is_same(vm.types.object->special(vm, SpecialMethod::GetAttribute));
  if (is_plain) return 0;
  const Value claimed = vm.find_attribute(value, name);
  if (!claimed) return -1;
  return claimed.is(ObjectKind::Type) && claimed.as<Type>()->is_subtype_of(&type) ? 1 : 0;
}

int VM::is_instance_of(const Value& value, const Value& class_or_tuple) {
  if (class_or_tuple.is(ObjectKind::Type)) {
    Type* type = class_or_tuple.as<Type>();
    if (type_of(value) == type && !value.is(ObjectKind::Function)) return 1;
    if (type->metaclass != types.type) {
      if (const Value hook = type->metaclass->special(*this, SpecialMethod::InstanceCheck)) {
        const Value result = call_one(*this, hook, class_or_tuple, value);
        return result ? truth(result) : -1;
      }
    }
    if (value.is(ObjectKind::Function)) return visible_class(*this, value)->is_subtype_of(type) ? 1 : 0;
    if (type == types.type && !alias_has_own_class(python()) && is_generic_alias(*this, value)) return 1;
    return is_instance(value, type) ? 1 : claims_class(*this, value, *type);
  }
  if (class_or_tuple.is(ObjectKind::Tuple)) {
    const Ref<Tuple> tuple(class_or_tuple.as<Tuple>());
    for (const Value& one : tuple->span()) {
      const int result = is_instance_of(value, one);
      if (result != 0) return result;
    }
    return 0;
  }
  if (const Value hook = type_of(class_or_tuple)->special(*this, SpecialMethod::InstanceCheck)) {
    const Value result = call_one(*this, hook, class_or_tuple, value);
    return result ? truth(result) : -1;
  }
  raise_type_error("isinstance() arg 2 must be a type, a tuple of types, or a union");
  return -1;
}

bool VM::check_memory(std::size_t more_bytes) {
  const std::size_t bound = options.budgets.memory_bytes;
  if (bound == 0 || Heap::current().used_bytes() + more_bytes <= bound) return true;
  end_by_budget("memory", "the program's objects need more memory than the run may use");
  return false;
}

}  // namespace sluice
