#include "vm/exception_group.h"

#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/interpreter_operations.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

bool is_group(VM& vm, const Value& exception) {
  return exception.is(ObjectKind::Exception) &&
         exception.as<Exception>()->type->is_subtype_of(vm.types.base_exception_group);
}

const Tuple& group_members(const Value& group) { return *(*group.as<Exception>()->detail.as<Tuple>())[1].as<Tuple>(); }

std::string group_message(const Value& group) {
  return (*group.as<Exception>()->detail.as<Tuple>())[0].as<Str>()->text();
}

Value group_text(VM& vm, const Exception& group) {
  const Tuple& detail = *group.detail.as<Tuple>();
  const std::size_t count = detail[1].as<Tuple>()->size();
  return vm.str(detail[0].as<Str>()->text() + " (" + std::to_string(count) + " sub-exception" +
                (count == 1 ? "" : "s") + ")");
}

Value new_group(VM& vm, Type* type, std::span<const Value> positional) {
  if (positional.size() != 2) {
    return vm.raise_type_error("BaseExceptionGroup.__new__() takes exactly 2 arguments (" +
                               std::to_string(positional.size()) + " given)");
  }
  if (!positional[0].is(ObjectKind::Str)) {
    return vm.raise_type_error(std::string("BaseExceptionGroup.__new__() argument 1 must be str, not ") +
                               vm.type_name(positional[0]));
  }
  const Value& given = positional[1];
  const bool is_sequence = given.is(ObjectKind::List) || given.is(ObjectKind::Tuple);
  if (!is_sequence) return vm.raise_type_error("second argument (exceptions) must be a sequence");
  std::vector<Value> members;
  if (!vm.extend(members, given)) return Value();
  if (members.empty()) return vm.raise_value_error("second argument (exceptions) must be a non-empty sequence");
  bool all_exceptions = true;
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (!members[i].is(ObjectKind::Exception)) {
      return vm.raise_value_error("Item " + std::to_string(i) + " of second argument (exceptions) is not an exception");
    }
    all_exceptions = all_exceptions && vm.is_instance(members[i], vm.types.exception);
  }
  if (type == vm.types.base_exception_group && all_exceptions) type = vm.types.exception_group;
  if (!all_exceptions && type == vm.types.exception_group) {
    return vm.raise_type_error("Cannot nest BaseExceptions in an ExceptionGroup");
  }
  if (!all_exceptions && type->is_subtype_of(vm.types.exception)) {
    return vm.raise_type_error(std::string("Cannot nest BaseExceptions in '") + type->name_text() + "'");
  }
  Ref<Exception> group = make<Exception>(type, Tuple::of(positional));
  const Value detail[2] = {positional[0], vm.tuple(members)};
  group->detail = vm.tuple(detail);
  return Value(group);
}

namespace {

/// A group like `group` with other members: `group.derive(members)`, with its traceback, cause, context and notes.
Value derived(VM& vm, const Value& group, const std::vector<Value>& members) {
  const Value arguments[1] = {vm.list(members)};
  Value made = vm.call_method(group, vm.intern("derive"), arguments);
  if (!made) return made;
  if (!is_group(vm, made)) return vm.raise_type_error("derive must return an instance of BaseExceptionGroup");
  const Exception* from = group.as<Exception>();
  Exception* to = made.as<Exception>();
  to->traceback = from->traceback;
  to->context = from->context;
  to->cause = from->cause;
  to->suppress_context = true;  // which setting a cause does, be it none
  const Value notes = vm.find_attribute(group, vm.names.dunder_notes);
  if (!notes) return notes;
  if (notes.is(ObjectKind::List)) {
    const Value copy = vm.list(notes.as<List>()->items);
    if (!vm.set_attribute(made, vm.names.dunder_notes, copy)) return Value();
  }
  return made;
}

/// The condition of split() and subgroup(): a class, a tuple of classes, or a function.
int meets(VM& vm, const Value& exception, const Value& condition) {
  const bool is_type = condition.is(ObjectKind::Tuple) || condition.is(ObjectKind::Type);
  if (is_type) return exception_matches(vm, exception, condition);
  const Value arguments[1] = {exception};
  const Value result = vm.call(condition, arguments);
  return result ? vm.truth(result) : -1;
}

bool split_recursively(VM& vm, const Value& exception, const Value& condition, Value& match, Value& rest, int depth) {
  match = rest = Value::none();
  const int whole = meets(vm, exception, condition);
  if (whole < 0) return false;
  if (whole == 1) {
    match = exception;
    return true;
  }
  if (!is_group(vm, exception)) {
    rest = exception;
    return true;
  }
  constexpr int kDeepestGroup = 200;
  if (depth > kDeepestGroup) {
    vm.raise(vm.types.recursion_error, "maximum recursion depth exceeded in exceptiongroup_split_recursive");
    return false;
  }
  std::vector<Value> matching;
  std::vector<Value> others;
  const Value keep = exception;
  for (const Value& member : group_members(exception).span()) {
    Value inner_match;
    Value inner_rest;
    if (!split_recursively(vm, member, condition, inner_match, inner_rest, depth + 1)) return false;
    if (!inner_match.is_none()) matching.push_back(inner_match);
    if (!inner_rest.is_none()) others.push_back(inner_rest);
  }
  if (!matching.empty()) match = derived(vm, exception, matching);
  if (match && !others.empty()) rest = derived(vm, exception, others);
  return match && rest;
}

bool is_valid_condition(VM& vm, const Value& condition) {
  const auto is_class = [&](const Value& value) {
    return value.is(ObjectKind::Type) && value.as<Type>()->is_subtype_of(vm.types.base_exception);
  };
  if (condition.is(ObjectKind::Tuple)) {
    bool all = true;
    for (const Value& one : condition.as<Tuple>()->span()) all = all && is_class(one);
    if (all) return true;
  } else if (is_class(condition)) {
    return true;
  } else if (group_condition_may_be_callable(vm.python()) ? !condition.is(ObjectKind::Type) && vm.is_callable(condition)
                                                          : condition.is(ObjectKind::Function)) {
    return true;
  }
  vm.raise_type_error(group_condition_may_be_callable(vm.python())
                          ? "expected an exception type, a tuple of exception types, or a callable (other than a class)"
                          : "expected a function, exception type or tuple of exception types");
  return false;
}

Value group_split(VM& vm, Value* arguments) {
  if (!is_valid_condition(vm, arguments[1])) return Value();
  Value match;
  Value rest;
  if (!split_recursively(vm, arguments[0], arguments[1], match, rest, 0)) return Value();
  const Value both[2] = {match, rest};
  return vm.tuple(both);
}

/// As split, without making the rest.
Value subgroup_of(VM& vm, const Value& exception, const Value& condition, int depth) {
  const int whole = meets(vm, exception, condition);
  if (whole < 0) return Value();
  if (whole == 1) return exception;
  if (!is_group(vm, exception)) return Value::none();
  constexpr int kDeepestGroup = 200;
  if (depth > kDeepestGroup) return vm.raise(vm.types.recursion_error, "maximum recursion depth exceeded");
  std::vector<Value> matching;
  for (const Value& member : group_members(exception).span()) {
    const Value match = subgroup_of(vm, member, condition, depth + 1);
    if (!match) return Value();
    if (!match.is_none()) matching.push_back(match);
  }
  return matching.empty() ? Value::none() : derived(vm, exception, matching);
}

Value group_subgroup(VM& vm, Value* arguments) {
  if (!is_valid_condition(vm, arguments[1])) return Value();
  return subgroup_of(vm, arguments[0], arguments[1], 0);
}

Value group_derive(VM& vm, Value* arguments) {
  const Value both[2] = {(*arguments[0].as<Exception>()->detail.as<Tuple>())[0], arguments[1]};
  return new_group(vm, vm.types.base_exception_group, both);
}

Value get_message(VM&, const Value& self) { return (*self.as<Exception>()->detail.as<Tuple>())[0]; }
Value get_exceptions(VM&, const Value& self) { return (*self.as<Exception>()->detail.as<Tuple>())[1]; }

constexpr NativeEntry kGroupMethods[] = {
    {"split", group_split, "self, matcher_value, /"},
    {"subgroup", group_subgroup, "self, matcher_value, /"},
    {"derive", group_derive, "self, excs, /"},
};
constexpr NativeAttribute kGroupAttributes[] = {{"message", get_message, nullptr},
                                                {"exceptions", get_exceptions, nullptr}};

/// True if the two are the same group as far as except* is concerned: same notes, traceback, cause and context.
bool same_origin(VM& vm, const Value& a, const Value& b) {
  const Exception* left = a.as<Exception>();
  const Exception* right = b.as<Exception>();
  const auto notes = [&](const Exception* exception) {
    const Value* found = exception->attributes ? exception->attributes->find(vm.names.dunder_notes) : nullptr;
    return found != nullptr ? *found : Value();
  };
  return left->traceback == right->traceback && left->cause.is_same(right->cause) &&
         left->context.is_same(right->context) && static_cast<bool>(notes(left)) == static_cast<bool>(notes(right));
}

void collect_leaves(VM& vm, const Value& exception, std::vector<Value>& leaves) {
  if (!is_group(vm, exception)) {
    leaves.push_back(exception);
    return;
  }
  for (const Value& member : group_members(exception).span()) collect_leaves(vm, member, leaves);
}

/// The part of `group` whose leaves are in `leaves`, with its structure: a new group, even if that is all of it. None:
/// no leaf.
Value projection(VM& vm, const Value& group, const std::vector<Value>& leaves) {
  if (!is_group(vm, group)) {
    for (const Value& leaf : leaves) {
      if (leaf.is_same(group)) return group;
    }
    return Value::none();
  }
  std::vector<Value> members;
  for (const Value& member : group_members(group).span()) {
    const Value kept = projection(vm, member, leaves);
    if (!kept) return kept;
    if (!kept.is_none()) members.push_back(kept);
  }
  return members.empty() ? Value::none() : derived(vm, group, members);
}

}  // namespace

bool split_by_type(VM& vm, const Value& exception, const Value& types, Value& match, Value& rest) {
  return split_recursively(vm, exception, types, match, rest, 0);
}

Value prepare_reraise(VM& vm, const Value& original, const std::vector<Value>& results) {
  std::vector<Value> raised;
  std::vector<Value> reraised_leaves;
  bool any_reraised = false;
  for (const Value& result : results) {
    if (result.is_none()) continue;
    if (!is_group(vm, original)) {
      // A plain exception is wrapped only where a clause took it; one that nobody took goes on as it is.
      if (result.is_same(original)) return original;
      raised.push_back(result);
      continue;
    }
    if (is_group(vm, result) && same_origin(vm, result, original)) {
      collect_leaves(vm, result, reraised_leaves);
      any_reraised = true;
    } else {
      raised.push_back(result);
    }
  }
  if (raised.empty() && !any_reraised) return Value::none();
  Value rest = Value::none();
  if (any_reraised) {
    rest = projection(vm, original, reraised_leaves);
    if (!rest) return rest;
    if (raised.empty()) return rest;
  }
  if (!rest.is_none()) raised.push_back(rest);
  if (raised.size() == 1) return raised[0];
  const Value arguments[2] = {vm.str(""), vm.list(raised)};
  return new_group(vm, vm.types.base_exception_group, arguments);
}

void install_exception_groups(VM& vm) {
  BuiltinTypes& types = vm.types;
  Type* const bases[2] = {types.base_exception_group, types.exception};
  types.exception_group = vm.define_type("ExceptionGroup", "builtins", bases, ObjectKind::Exception);
  vm.add_methods(types.base_exception_group, kGroupMethods);
  vm.add_attributes(types.base_exception_group, kGroupAttributes);
  constexpr NativeEntry kGeneric[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};
  vm.add_class_methods(types.base_exception_group, kGeneric);
  if (has_exception_groups(vm.python())) {
    vm.builtins().set(vm.intern("ExceptionGroup"), Value(types.exception_group));
  }
}

}  // namespace sluice
