#include "vm/type_parameters.h"

#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// How a type variable takes its argument: a method, or None where that is not modelled; missing for all else. No
/// value: an exception is pending.
Value substitution_of(VM& vm, const Value& arg) {
  if (arg.is(ObjectKind::Type)) return Value::missing();
  return vm.find_attribute(arg, vm.intern("__typing_subst__"));
}

/// The parameters of an expression within an expression: a tuple, or missing.
Value own_parameters(VM& vm, const Value& arg) {
  if (arg.is(ObjectKind::Type)) return Value::missing();
  const Value found = vm.find_attribute(arg, vm.intern("__parameters__"));
  return !found || found.is(ObjectKind::Tuple) ? found : Value::missing();
}

std::size_t place_of(const std::vector<Value>& parameters, const Value& parameter) {
  std::size_t place = 0;
  while (place < parameters.size() && !parameters[place].is_same(parameter)) ++place;
  return place;
}

bool collect(VM& vm, const Tuple& args, std::vector<Value>& found) {
  const auto add = [&found](const Value& parameter) {
    if (place_of(found, parameter) == found.size()) found.push_back(parameter);
  };
  for (const Value& arg : args.span()) {
    const Value method = substitution_of(vm, arg);
    if (!method) return false;
    if (!method.is_missing()) {
      add(arg);
      continue;
    }
    const Value inner = own_parameters(vm, arg);
    if (!inner) return false;
    if (inner.is_missing()) continue;
    for (const Value& parameter : inner.as<Tuple>()->span()) add(parameter);
  }
  return true;
}

bool is_counting(VM& vm, AliasWords words) {
  return words == AliasWords::Typing || alias_errors_count_arguments(vm.python());
}

Value raise_wrong_count(VM& vm, std::string_view whole, AliasWords words, std::size_t actual, std::size_t expected) {
  const bool is_few = actual < expected;
  std::string message = std::string("Too ") + (is_few ? "few" : "many") + " arguments for " + std::string(whole);
  if (is_counting(vm, words)) {
    message += "; actual " + std::to_string(actual) + ", expected ";
    if (is_few && alias_errors_know_defaults(vm.python())) message += "at least ";
    message += std::to_string(expected);
  }
  return vm.raise_type_error(message);
}

}  // namespace

Ref<Tuple> type_parameters(VM& vm, const Tuple& args) {
  std::vector<Value> found;
  return collect(vm, args, found) ? Tuple::of(found) : Ref<Tuple>();
}

Ref<Tuple> with_type_arguments(VM& vm, const Tuple& args, const Value& item, std::string_view whole, AliasWords words) {
  std::vector<Value> parameters;
  if (!collect(vm, args, parameters)) return {};
  for (const Value& parameter : parameters) {
    const Value method = substitution_of(vm, parameter);
    if (method.is_none()) {
      vm.refuse("substitution of a ParamSpec or a TypeVarTuple", "write the expression out");
      return {};
    }
    if (!method) return {};
  }
  if (parameters.empty()) {
    const std::string text(whole);
    vm.raise_type_error(is_counting(vm, words) ? text + " is not a generic class"
                                               : "There are no type variables left in " + text);
    return {};
  }
  const Value one[1] = {item};
  const std::span<const Value> items =
      item.is(ObjectKind::Tuple) ? item.as<Tuple>()->span() : std::span<const Value>(one);
  if (items.size() != parameters.size()) {
    raise_wrong_count(vm, whole, words, items.size(), parameters.size());
    return {};
  }
  std::vector<Value> made;
  for (const Value& arg : args.span()) {
    const Value method = substitution_of(vm, arg);
    if (!method) return {};
    const Value inner = method.is_missing() ? own_parameters(vm, arg) : Value::missing();
    if (!inner) return {};
    Value result = arg;
    if (!method.is_missing()) {
      result = vm.call(method, items.subspan(place_of(parameters, arg), 1));
    } else if (!inner.is_missing() && inner.as<Tuple>()->size() > 0) {
      std::vector<Value> chosen;
      for (const Value& parameter : inner.as<Tuple>()->span()) chosen.push_back(items[place_of(parameters, parameter)]);
      result = vm.get_item(arg, vm.tuple(chosen));
    }
    if (!result) return {};
    made.push_back(result);
  }
  return Tuple::of(made);
}

}  // namespace sluice
