// The instructions of the match statement.
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/interpreter_operations.h"
#include "vm/vm.h"

namespace sluice {

namespace {

enum class Collection { None, Sequence, Mapping };

/// What the first class of its line says that an object is to patterns. Source: CPython's inherit_patma_flags.
Collection collection_of(VM& vm, const Value& value) {
  const Value& inside = unwrapped(value);
  if (inside.is(ObjectKind::NativeData) && vm.type_of(value)->find(vm.intern("appendleft")) != nullptr) {
    return Collection::Sequence;  // deque
  }
  Str* sequence = vm.intern("__match_sequence__");
  Str* mapping = vm.intern("__match_mapping__");
  const BuiltinTypes& types = vm.types;
  for (Type* cls : vm.type_of(value)->mro) {
    if (cls == types.dict || cls->attributes.find(mapping) != nullptr) return Collection::Mapping;
    const bool is_sequence = cls == types.list || cls == types.tuple || cls->attributes.find(sequence) != nullptr;
    if (is_sequence) return Collection::Sequence;
  }
  return inside.is(ObjectKind::Range)  ? Collection::Sequence
         : inside.is(ObjectKind::Dict) ? Collection::Mapping
                                       : Collection::None;
}

}  // namespace

bool is_match_sequence(VM& vm, const Value& value) {
  if (value.is(ObjectKind::List) || value.is(ObjectKind::Tuple)) return true;
  return !value.is(ObjectKind::Dict) && collection_of(vm, value) == Collection::Sequence;
}

bool is_match_mapping(VM& vm, const Value& value) {
  if (value.is(ObjectKind::Dict)) return true;
  return collection_of(vm, value) == Collection::Mapping;
}

Value match_keys(VM& vm, const Value& mapping, const Tuple& keys) {
  Ref<Set> seen = make<Set>();
  Ref<Tuple> values = Tuple::create(keys.size());
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (seen->members.find(vm, keys[i]) != nullptr) {
      const Value text = vm.repr(keys[i]);
      if (!text) return Value();
      return vm.raise_value_error("mapping pattern checks duplicate key (" + text.as<Str>()->text() + ")");
    }
    if (!seen->members.set(vm, keys[i], Value::none())) return Value();
    Value found;
    if (unwrapped(mapping).is(ObjectKind::Dict)) {
      // As `get` does: a default that __missing__ would make does not count.
      const Value* entry = unwrapped(mapping).as<Dict>()->find(vm, keys[i]);
      if (entry == nullptr) return vm.has_error() ? Value() : Value::none();
      found = *entry;
    } else {
      const int contained = vm.contains(mapping, keys[i]);
      if (contained < 0) return Value();
      if (contained == 0) return Value::none();
      found = vm.get_item(mapping, keys[i]);
      if (!found) return Value();
    }
    (*values)[i] = found;
  }
  return Value(values);
}

namespace {

/// Classes whose only positional pattern is the value itself.
bool matches_itself(VM& vm, const Type* type) {
  const BuiltinTypes& types = vm.types;
  const Type* const known[] = {types.boolean, types.bytes, types.dict, types.floating, types.frozenset,
                               types.integer, types.list,  types.set,  types.str,      types.tuple};
  for (const Type* one : known) {
    if (type->is_subtype_of(one)) return true;
  }
  // bytearray is written in Python here.
  for (const Type* cls : type->mro) {
    const bool is_ours = cls->module_name && static_cast<Str*>(cls->module_name.get())->view() == "builtins";
    if (is_ours && cls->name_text() == std::string_view("bytearray")) return true;
  }
  return false;
}

Value raise_too_many(VM& vm, const Type* type, std::size_t allowed, std::uint32_t given) {
  return vm.raise_type_error(std::string(type->name_text()) + "() accepts " + std::to_string(allowed) +
                             " positional sub-pattern" + (allowed == 1 ? "" : "s") + " (" + std::to_string(given) +
                             " given)");
}

}  // namespace

Value match_class(VM& vm, const Value& value, const Value& cls, std::uint32_t positional, const Tuple& names) {
  if (!cls.is(ObjectKind::Type)) {
    return vm.raise_type_error(match_error_says_class(vm.python()) ? "called match pattern must be a class"
                                                                   : "called match pattern must be a type");
  }
  const int is_instance = vm.is_instance_of(value, cls);
  if (is_instance < 0) return Value();
  if (is_instance == 0) return Value::none();
  Type* type = cls.as<Type>();
  std::vector<Value> attributes;
  std::vector<const Str*> seen;
  const auto take = [&](Str* name, bool& failed) {
    for (const Str* earlier : seen) {
      if (!equal(*earlier, *name)) continue;
      vm.raise_type_error(std::string(type->name_text()) + "() got multiple sub-patterns for attribute '" +
                          name->text() + "'");
      failed = true;
      return Value();
    }
    seen.push_back(name);
    const Value found = vm.find_attribute(value, name);
    failed = !found;
    return found;
  };
  if (positional > 0) {
    const Value match_args = vm.find_attribute(cls, vm.names.dunder_match_args);
    if (!match_args) return Value();
    if (match_args.is_missing()) {
      const bool itself = matches_itself(vm, type);
      if (positional > (itself ? 1U : 0U)) return raise_too_many(vm, type, itself ? 1 : 0, positional);
      attributes.push_back(value);
    } else {
      if (!match_args.is(ObjectKind::Tuple)) {
        return vm.raise_type_error(std::string(type->name_text()) + ".__match_args__ must be a tuple (got " +
                                   vm.type_name(match_args) + ")");
      }
      const Tuple& args = *match_args.as<Tuple>();
      if (positional > args.size()) return raise_too_many(vm, type, args.size(), positional);
      for (std::uint32_t i = 0; i < positional; ++i) {
        if (!args[i].is(ObjectKind::Str)) {
          return vm.raise_type_error(std::string("__match_args__ elements must be strings (got ") +
                                     vm.type_name(args[i]) + ")");
        }
        bool failed = false;
        const Value found = take(vm.intern(args[i]), failed);
        if (failed) return Value();
        if (found.is_missing()) return Value::none();
        attributes.push_back(found);
      }
    }
  }
  for (std::size_t i = 0; i < names.size(); ++i) {
    bool failed = false;
    const Value found = take(vm.intern(names[i]), failed);
    if (failed) return Value();
    if (found.is_missing()) return Value::none();
    attributes.push_back(found);
  }
  return vm.tuple(attributes);
}

Value copy_without_keys(VM& vm, const Value& mapping, const Tuple& keys) {
  Ref<Dict> rest = make<Dict>();
  if (!update_dict(vm, *rest, mapping)) return Value();
  for (const Value& key : keys.span()) {
    if (rest->erase(vm, key) < 0) return Value();
  }
  return Value(rest);
}

}  // namespace sluice
