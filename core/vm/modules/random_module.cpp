// random: CPython's numbers. A Random is base's RandomSource; the functions of the module are methods of a hidden one.
#include <algorithm>
#include <string>
#include <vector>

#include "base/random_source.h"
#include "base/runtime_changes.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/module.h"
#include "vm/modules/standard_modules.h"
#include "vm/native_helpers.h"
#include "vm/number_operations.h"

namespace sluice {

namespace {

class RandomObject : public NativeData {
 public:
  RandomObject(Type* random_type, PythonVersion python) : NativeData(random_type), source(python) {}
  RandomSource source;
};

RandomSource& source_of(const Value* arguments) { return static_cast<RandomObject*>(arguments[0].object())->source; }

/// random.seed(a): None has no counterpart in CPython that could be repeated, and seeds with 0.
bool seed_with(VM& vm, RandomSource& source, const Value& seed) {
  const Value& inner = unwrapped(seed);
  if (!given(seed) || seed.is_none()) {
    source.seed(BigInt(0));
  } else if (builtin_is_integer(inner)) {
    source.seed(big_of(inner).abs());
  } else if (inner.is(ObjectKind::Str)) {
    source.seed_bytes(inner.as<Str>()->view());
  } else if (inner.is(ObjectKind::Bytes)) {
    source.seed_bytes(inner.as<Bytes>()->data());
  } else if (inner.is_double()) {
    std::uint64_t hash = 0;
    if (!vm.hash(inner, hash)) return false;
    source.seed_hash(static_cast<std::int64_t>(hash));
  } else {
    if (random_seed_is_strict(vm.python())) {
      vm.raise_type_error(random_seed_error_is_tidy(vm.python())
                              ? "The only supported seed types are:\nNone, int, float, str, bytes, and bytearray."
                              : "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
      return false;
    }
    std::uint64_t hash = 0;
    if (!vm.hash(seed, hash)) return false;
    source.seed_hash(static_cast<std::int64_t>(hash));
  }
  return true;
}

Value random_new(VM& vm, Value* arguments) {
  auto* object = new RandomObject(arguments[0].as<Type>(), vm.python());
  const Value result(object);
  return seed_with(vm, object->source, arguments[1]) ? result : Value();
}

Value random_seed(VM& vm, Value* arguments) {
  return seed_with(vm, source_of(arguments), arguments[1]) ? Value::none() : Value();
}

Value random_random(VM&, Value* arguments) { return Value::number(source_of(arguments).random()); }

Value random_getrandbits(VM& vm, Value* arguments) {
  std::int64_t bits = 0;
  if (!vm.index(arguments[1], bits)) return Value();
  if (bits < 0) {
    return vm.raise_value_error(bit_counts_are_unsigned(vm.python()) ? "Cannot convert negative int"
                                                                     : "number of bits must be non-negative");
  }
  if (!check_allocation(vm, static_cast<std::uint64_t>(bits), 1)) return Value();
  return make_integer(source_of(arguments).generator().getrandbits(static_cast<std::uint64_t>(bits)));
}

Value random_randbytes(VM& vm, Value* arguments) {
  std::int64_t count = 0;
  if (!vm.index(arguments[1], count)) return Value();
  if (count < 0) return vm.raise_value_error("number of bits must be non-negative");
  if (!check_allocation(vm, static_cast<std::uint64_t>(count), 16)) return Value();
  const auto size = static_cast<std::size_t>(count);
  const BigInt bits = source_of(arguments).generator().getrandbits(size * 8);
  return Value(new Bytes(bits.to_bytes(size, false, false).value_or(std::string())));
}

// ---- Integers ----

/// An int argument of randrange, which messages call `what`: before 3.12 integral floats pass, too.
bool range_argument(VM& vm, const Value& value, const std::string& what, BigInt& result) {
  const Value& inner = unwrapped(value);
  if (inner.is_double() && randrange_takes_floats(vm.python())) {
    const double number = inner.as_double();
    const std::optional<BigInt> whole = BigInt::from_double(number);
    if (whole && BigInt::compare(*whole, number) == 0) {
      result = *whole;
      return true;
    }
    vm.raise_value_error("non-integer " + what + " for randrange()");
    return false;
  }
  return index_of_any_size(vm, value, result);
}

/// start + step * randbelow(n), with randrange's errors.
Value draw_range(VM& vm, RandomSource& source, const BigInt& start, const BigInt& stop, const BigInt& step) {
  const BigInt width = stop - start;
  if (step.is_zero()) return vm.raise_value_error("zero step for randrange()");
  BigInt count;
  const BigInt one(1);
  if (step == one) {
    count = width;
  } else if (!step.is_negative()) {
    count = BigInt::floor_divmod(width + step - one, step).quotient;
  } else {
    count = BigInt::floor_divmod(width + step + one, step).quotient;
  }
  if (count.sign() <= 0) {
    const std::string range = step == one ? "(" + start.to_text() + ", " + stop.to_text() : "";
    if (step == one) {
      const std::string text = randrange_error_is_short(vm.python())
                                   ? "empty range in randrange(" + start.to_text() + ", " + stop.to_text() + ")"
                                   : "empty range for randrange() " + range + ", " + width.to_text() + ")";
      return vm.raise_value_error(text);
    }
    if (randrange_error_is_short(vm.python())) {
      return vm.raise_value_error("empty range in randrange(" + start.to_text() + ", " + stop.to_text() + ", " +
                                  step.to_text() + ")");
    }
    return vm.raise_value_error("empty range for randrange()");
  }
  return make_integer(start + step * source.randbelow(count));
}

Value random_randrange(VM& vm, Value* arguments) {
  BigInt start;
  BigInt stop;
  BigInt step(1);
  if (!range_argument(vm, arguments[1], "arg 1", start)) return Value();
  if (!given(arguments[2]) || arguments[2].is_none()) {
    if (given(arguments[3])) return vm.raise_type_error("Missing a non-None stop argument");
    if (start.sign() <= 0) return vm.raise_value_error("empty range for randrange()");
    return make_integer(source_of(arguments).randbelow(start));
  }
  if (!range_argument(vm, arguments[2], "stop", stop)) return Value();
  if (given(arguments[3]) && !range_argument(vm, arguments[3], "step", step)) return Value();
  return draw_range(vm, source_of(arguments), start, stop, step);
}

Value random_randint(VM& vm, Value* arguments) {
  BigInt low;
  BigInt high;
  if (bit_counts_are_unsigned(vm.python())) {
    if (!range_argument(vm, arguments[1], "arg 1", low) || !range_argument(vm, arguments[2], "stop", high))
      return Value();
    if (high < low) {
      return vm.raise_value_error("empty range in randint(" + low.to_text() + ", " + high.to_text() + ")");
    }
    return draw_range(vm, source_of(arguments), low, high + BigInt(1), BigInt(1));
  }
  // It asks randrange() for b + 1.
  const Value end = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Add), arguments[2], vm.integer(1));
  if (!end || !range_argument(vm, arguments[1], "arg 1", low) || !range_argument(vm, end, "stop", high)) return Value();
  return draw_range(vm, source_of(arguments), low, high, BigInt(1));
}

// ---- Choosing ----

Value item_at(VM& vm, const Value& sequence, std::size_t index) {
  return vm.get_item(sequence, vm.integer(static_cast<std::int64_t>(index)));
}

Value random_choice(VM& vm, Value* arguments) {
  const std::int64_t length = vm.length(arguments[1]);
  if (length < 0) return Value();
  if (length == 0 && choice_error_is_own(vm.python())) {
    return vm.raise(vm.types.index_error, "Cannot choose from an empty sequence");
  }
  if (length == 0) return item_at(vm, arguments[1], 0);
  return item_at(vm, arguments[1], source_of(arguments).choice(static_cast<std::size_t>(length)));
}

/// Sums of the weights so far, as the values that accumulate() gives.
bool cumulative_weights(VM& vm, const Value& weights, bool is_cumulative, std::vector<Value>& sums) {
  std::vector<Value> items;
  if (!vm.extend(items, weights)) return false;
  for (std::size_t i = 0; i < items.size(); ++i) {
    Value sum = items[i];
    if (!is_cumulative && i > 0) sum = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Add), sums.back(), items[i]);
    if (!sum) return false;
    sums.push_back(sum);
  }
  return true;
}

Value random_choices(VM& vm, Value* arguments) {
  // Slots: self, population, weights, cum_weights, k.
  const std::int64_t length = vm.length(arguments[1]);
  std::int64_t count = 1;
  if (length < 0 || (given(arguments[4]) && !vm.index(arguments[4], count))) return Value();
  count = std::max<std::int64_t>(count, 0);
  if (!check_allocation(vm, static_cast<std::uint64_t>(count), 2 * sizeof(Value))) return Value();
  const bool has_weights = !arguments[2].is_none();
  const bool has_cumulative = !arguments[3].is_none();
  std::vector<std::size_t> indices;
  const auto wanted = static_cast<std::size_t>(count);
  if (!has_weights && !has_cumulative) {
    if (length == 0 && count > 0) return vm.raise(vm.types.index_error, "list index out of range");
    indices = source_of(arguments).choices(static_cast<std::size_t>(length), wanted);
  } else {
    if (has_weights && has_cumulative) {
      return vm.raise_type_error("Cannot specify both weights and cumulative weights");
    }
    std::vector<Value> sums;
    if (builtin_is_integer(unwrapped(arguments[2]))) {
      const Value shown = vm.to_str(arguments[2]);
      return shown
                 ? vm.raise_type_error("The number of choices must be a keyword argument: k=" + shown.as<Str>()->text())
                 : shown;
    }
    if (!cumulative_weights(vm, has_weights ? arguments[2] : arguments[3], has_cumulative, sums)) return Value();
    if (sums.size() != static_cast<std::size_t>(length)) {
      return vm.raise_value_error("The number of weights does not match the population");
    }
    std::vector<double> cumulative;
    for (const Value& sum : sums) {
      double number = 0;
      if (!vm.real(sum, number)) return Value();
      cumulative.push_back(number);
    }
    if (cumulative.empty()) return vm.raise(vm.types.index_error, "list index out of range");
    if (cumulative.back() <= 0) return vm.raise_value_error("Total of weights must be greater than zero");
    if (cumulative.back() - cumulative.back() != 0) return vm.raise_value_error("Total of weights must be finite");
    indices = source_of(arguments).choices_weighted(cumulative, wanted);
  }
  std::vector<Value> items;
  for (const std::size_t index : indices) {
    Value item = item_at(vm, arguments[1], index);
    if (!item) return Value();
    items.push_back(static_cast<Value&&>(item));
  }
  return vm.list(static_cast<std::vector<Value>&&>(items));
}

Value random_shuffle(VM& vm, Value* arguments) {
  const Value sequence = arguments[1];
  if (unwrapped(sequence).is(ObjectKind::List) && sequence.is(ObjectKind::List)) {
    std::vector<Value>& items = sequence.as<List>()->items;
    source_of(arguments).shuffle(items.size(), [&](std::size_t i, std::size_t j) { items[i].swap(items[j]); });
    return Value::none();
  }
  const std::int64_t length = vm.length(sequence);
  if (length < 0) return Value();
  bool failed = false;
  source_of(arguments).shuffle(static_cast<std::size_t>(length), [&](std::size_t i, std::size_t j) {
    if (failed) return;
    const Value a = item_at(vm, sequence, i);
    const Value b = a ? item_at(vm, sequence, j) : Value();
    failed = !b || !vm.set_item(sequence, vm.integer(static_cast<std::int64_t>(i)), b) ||
             !vm.set_item(sequence, vm.integer(static_cast<std::int64_t>(j)), a);
  });
  return failed ? Value() : Value::none();
}

Value random_sample(VM& vm, Value* arguments) {
  // Slots: self, population, k, counts.
  Value population = arguments[1];
  const Value& inner = unwrapped(population);
  const bool is_set = inner.is(ObjectKind::Set) || inner.is(ObjectKind::FrozenSet);
  const bool is_mapping = inner.is(ObjectKind::Dict);
  const bool sequence = !is_set && !is_mapping && vm.type_of(population)->special(vm, SpecialMethod::GetItem);
  if (is_set && sample_takes_sets(vm.python())) {
    std::vector<Value> items;
    if (!vm.extend(items, population)) return Value();
    population = vm.list(static_cast<std::vector<Value>&&>(items));
  } else if (!sequence) {
    return vm.raise_type_error("Population must be a sequence.  For dicts or sets, use sorted(d).");
  }
  if (!arguments[3].is_none()) {
    std::vector<Value> items;
    std::vector<Value> counts;
    std::vector<Value> repeated;
    if (!vm.extend(items, population) || !vm.extend(counts, arguments[3])) return Value();
    if (counts.size() != items.size())
      return vm.raise_value_error("The number of counts does not match the population");
    for (std::size_t i = 0; i < items.size(); ++i) {
      std::int64_t count = 0;
      if (!vm.index(counts[i], count)) return Value();
      if (count < 0) return vm.raise_value_error("Counts must be non-negative");
      if (!check_allocation(vm, repeated.size() + static_cast<std::uint64_t>(count), sizeof(Value))) return Value();
      repeated.insert(repeated.end(), static_cast<std::size_t>(count), items[i]);
    }
    population = vm.list(static_cast<std::vector<Value>&&>(repeated));
  }
  const std::int64_t length = vm.length(population);
  std::int64_t count = 0;
  if (length < 0 || !vm.index(arguments[2], count)) return Value();
  if (count < 0 || count > length) return vm.raise_value_error("Sample larger than population or is negative");
  if (!check_allocation(vm, static_cast<std::uint64_t>(count), 4 * sizeof(Value))) return Value();
  std::vector<Value> items;
  for (const std::size_t index :
       source_of(arguments).sample(static_cast<std::size_t>(length), static_cast<std::size_t>(count))) {
    Value item = item_at(vm, population, index);
    if (!item) return Value();
    items.push_back(static_cast<Value&&>(item));
  }
  return vm.list(static_cast<std::vector<Value>&&>(items));
}

// ---- Distributions ----

template <double (RandomSource::*kDraw)(double, double)>
Value of_two(VM& vm, Value* arguments) {
  double a = 0;
  double b = 1;
  if (given(arguments[1]) && !vm.real(arguments[1], a)) return Value();
  if (given(arguments[2]) && !vm.real(arguments[2], b)) return Value();
  return Value::number((source_of(arguments).*kDraw)(a, b));
}

/// uniform(a, b) is a + (b - a) * random(): of ints, too, so that the arithmetic is Python's.
Value random_uniform(VM& vm, Value* arguments) {
  double a = 0;
  double b = 0;
  if (!vm.real(arguments[1], a) || !vm.real(arguments[2], b)) return Value();
  return Value::number(source_of(arguments).uniform(a, b));
}

Value random_gamma(VM& vm, Value* arguments) {
  double alpha = 0;
  double beta = 0;
  if (!vm.real(arguments[1], alpha) || !vm.real(arguments[2], beta)) return Value();
  if (alpha <= 0 || beta <= 0) return vm.raise_value_error("gammavariate: alpha and beta must be > 0.0");
  return Value::number(source_of(arguments).gammavariate(alpha, beta));
}

Value random_expovariate(VM& vm, Value* arguments) {
  double rate = 1;
  if (!given(arguments[1]) && !expovariate_has_default(vm.python())) {
    return vm.raise_type_error("Random.expovariate() missing 1 required positional argument: 'lambd'");
  }
  if (given(arguments[1]) && !vm.real(arguments[1], rate)) return Value();
  const std::optional<double> drawn = source_of(arguments).expovariate(rate);
  if (drawn) return Value::number(*drawn);
  return vm.raise(vm.types.zero_division_error,
                  division_errors_are_uniform(vm.python()) ? "division by zero" : "float division by zero");
}

Value random_triangular(VM& vm, Value* arguments) {
  double low = 0;
  double high = 1;
  double mode = 0;
  if (given(arguments[1]) && !vm.real(arguments[1], low)) return Value();
  if (given(arguments[2]) && !vm.real(arguments[2], high)) return Value();
  const bool has_mode = !arguments[3].is_none();
  if (has_mode && !vm.real(arguments[3], mode)) return Value();
  return Value::number(
      source_of(arguments).triangular(low, high, has_mode ? std::optional<double>(mode) : std::nullopt));
}

Value random_pareto(VM& vm, Value* arguments) {
  double alpha = 0;
  return vm.real(arguments[1], alpha) ? Value::number(source_of(arguments).paretovariate(alpha)) : Value();
}

Value random_binomial(VM& vm, Value* arguments) {
  std::int64_t count = 1;
  double probability = 0.5;
  if (given(arguments[1]) && !vm.index(arguments[1], count)) return Value();
  if (given(arguments[2]) && !vm.real(arguments[2], probability)) return Value();
  if (count < 0) return vm.raise_value_error("n must be non-negative");
  if (!(probability >= 0 && probability <= 1)) return vm.raise_value_error("p must be in the range 0.0 <= p <= 1.0");
  return vm.integer(source_of(arguments).binomialvariate(count, probability));
}

// ---- State ----

Value random_getstate(VM& vm, Value* arguments) {
  RandomSource& source = source_of(arguments);
  std::vector<Value> words;
  for (const std::uint32_t word : source.generator().state()) words.push_back(Value::small_int(word));
  const std::optional<double> next = source.gauss_next();
  const Value items[3] = {Value::small_int(3), vm.tuple(words), next ? Value::number(*next) : Value::none()};
  return vm.tuple(items);
}

Value random_setstate(VM& vm, Value* arguments) {
  const Value& state = unwrapped(arguments[1]);
  const bool fits = state.is(ObjectKind::Tuple) && state.as<Tuple>()->size() == 3 &&
                    (*state.as<Tuple>())[1].is(ObjectKind::Tuple) &&
                    (*state.as<Tuple>())[1].as<Tuple>()->size() == MersenneTwister::kSize + 1;
  if (!fits) return vm.raise_value_error("state vector is the wrong size");
  const Tuple& parts = *state.as<Tuple>();
  std::vector<std::uint32_t> words;
  for (const Value& item : parts[1].as<Tuple>()->span()) {
    std::int64_t word = 0;
    if (!vm.index(item, word)) return Value();
    words.push_back(static_cast<std::uint32_t>(word));
  }
  if (words.back() > MersenneTwister::kSize) return vm.raise_value_error("invalid state");
  source_of(arguments).generator().set_state(words);
  double next = 0;
  const bool has_next = !parts[2].is_none();
  if (has_next && !vm.real(parts[2], next)) return Value();
  source_of(arguments).set_gauss_next(has_next ? std::optional<double>(next) : std::nullopt);
  return Value::none();
}

constexpr NativeEntry kMethods[] = {
    {"seed", random_seed, "self, a=(), version=2"},
    {"random", random_random, "self, /"},
    {"getrandbits", random_getrandbits, "self, k, /"},
    {"randbytes", random_randbytes, "self, n"},
    {"randrange", random_randrange, "self, start, stop=(), step=()"},
    {"randint", random_randint, "self, a, b"},
    {"choice", random_choice, "self, seq"},
    {"choices", random_choices, "self, population, weights=None, *, cum_weights=None, k=()"},
    {"shuffle", random_shuffle, "self, x"},
    {"sample", random_sample, "self, population, k, *, counts=None"},
    {"uniform", random_uniform, "self, a, b"},
    {"triangular", random_triangular, "self, low=(), high=(), mode=None"},
    {"normalvariate", of_two<&RandomSource::normalvariate>, "self, mu=(), sigma=()"},
    {"gauss", of_two<&RandomSource::gauss>, "self, mu=(), sigma=()"},
    {"lognormvariate", of_two<&RandomSource::lognormvariate>, "self, mu, sigma"},
    {"vonmisesvariate", of_two<&RandomSource::vonmisesvariate>, "self, mu, kappa"},
    {"betavariate", of_two<&RandomSource::betavariate>, "self, alpha, beta"},
    {"weibullvariate", of_two<&RandomSource::weibullvariate>, "self, alpha, beta"},
    {"gammavariate", random_gamma, "self, alpha, beta"},
    {"paretovariate", random_pareto, "self, alpha"},
    {"expovariate", random_expovariate, "self, lambd=()"},
    {"getstate", random_getstate, "self"},
    {"setstate", random_setstate, "self, state"},
};
constexpr NativeEntry kNew[] = {{"binomialvariate", random_binomial, "self, n=(), p=()"}};

}  // namespace

void fill_random(VM& vm, Module& module) {
  Type* type = vm.define_type("Random", "random", {}, ObjectKind::NativeData);
  vm.add_methods(type, kMethods);
  if (random_has_binomialvariate(vm.python())) vm.add_methods(type, kNew);
  vm.set_constructor(type, {"__new__", random_new, "cls, x=()"});
  module.set(vm, "Random", Value(type));
  const Value hidden(new RandomObject(type, vm.python()));
  module.set(vm, "_inst", hidden);
  const auto publish = [&](const NativeEntry& entry) {
    const Value method = vm.get_attribute(hidden, vm.intern(entry.name));
    module.set(vm, entry.name, method);
  };
  for (const NativeEntry& entry : kMethods) publish(entry);
  if (random_has_binomialvariate(vm.python())) publish(kNew[0]);
}

}  // namespace sluice
