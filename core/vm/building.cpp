// Instructions that build, take apart and format values, and those that gather arguments and make functions.
#include <string>
#include <vector>

#include "base/runtime_changes.h"
#include "base/text_repr.h"
#include "vm/builtin_operations.h"
#include "vm/interpreter_operations.h"
#include "vm/iterators.h"
#include "vm/object_types.h"
#include "vm/set_operations.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Iterates for an assignment: another wording than elsewhere.
Value iterate_to_unpack(VM& vm, const Value& iterable) {
  const Value iterator = vm.iterate(iterable);
  if (iterator) return iterator;
  const bool not_iterable =
      vm.error_is(vm.types.type_error) && !vm.type_of(iterable)->special(vm, SpecialMethod::Iter) &&
      (iterable.is(ObjectKind::NativeData) || !vm.type_of(iterable)->special(vm, SpecialMethod::GetItem));
  if (!not_iterable) return Value();
  vm.take_error();
  return vm.raise_type_error(std::string("cannot unpack non-iterable ") + vm.type_name(iterable) + " object");
}

bool raise_too_few(VM& vm, std::uint32_t wanted, bool at_least, std::size_t got) {
  vm.raise_value_error(std::string("not enough values to unpack (expected ") + (at_least ? "at least " : "") +
                       std::to_string(wanted) + ", got " + std::to_string(got) + ")");
  return false;
}

std::string too_many_text(VM& vm, const Value& iterable, std::uint32_t wanted) {
  std::string text = "too many values to unpack (expected " + std::to_string(wanted);
  const bool sized = iterable.is(ObjectKind::List) || iterable.is(ObjectKind::Tuple) || iterable.is(ObjectKind::Dict);
  if (too_many_values_error_counts(vm.python()) && sized) text += ", got " + std::to_string(vm.length(iterable));
  return text + ")";
}

std::string callable_name(VM& vm, const Value& callable) {
  const Value name = vm.find_attribute(callable, vm.names.dunder_qualname);
  if (!name) vm.take_error();
  if (!name || !name.is(ObjectKind::Str)) return std::string(vm.type_name(callable)) + " object";
  std::string text = name.as<Str>()->text() + "()";
  const Value module = vm.find_attribute(callable, vm.names.dunder_module);
  if (!module) vm.take_error();
  if (module && module.is(ObjectKind::Str) && module.as<Str>()->view() != "builtins") {
    text = module.as<Str>()->text() + "." + text;
  }
  return text;
}

}  // namespace

bool unpack_sequence(VM& vm, const Value& iterable, std::uint32_t count, Value* to) {
  const Value iterator = iterate_to_unpack(vm, iterable);
  if (!iterator) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return raise_too_few(vm, count, false, i);
    to[count - 1 - i] = static_cast<Value&&>(item);
  }
  const Value more = vm.next(iterator);
  if (!more) return false;
  if (more.is_missing()) return true;
  vm.raise_value_error(too_many_text(vm, iterable, count));
  return false;
}

bool unpack_with_star(VM& vm, const Value& iterable, std::uint32_t before, std::uint32_t after, Value* to) {
  const Value iterator = iterate_to_unpack(vm, iterable);
  if (!iterator) return false;
  const std::uint32_t count = before + 1 + after;
  for (std::uint32_t i = 0; i < before; ++i) {
    Value item = vm.next(iterator);
    if (!item) return false;
    if (item.is_missing()) return raise_too_few(vm, before + after, true, i);
    to[count - 1 - i] = static_cast<Value&&>(item);
  }
  Ref<List> rest = make<List>();
  if (!extend_by_length(vm, rest->items, iterator)) return false;
  if (rest->items.size() < after) return raise_too_few(vm, before + after, true, before + rest->items.size());
  for (std::uint32_t i = 0; i < after; ++i) {
    to[i] = static_cast<Value&&>(rest->items.back());
    rest->items.pop_back();
  }
  to[after] = Value(rest);
  return true;
}

/// True if the error is that `value` cannot be iterated over, which is said anew of what follows a star.
static bool is_not_iterable(VM& vm, const Value& value) {
  Type& type = *vm.type_of(value);
  return vm.error_is(vm.types.type_error) && !type.special(vm, SpecialMethod::Iter) &&
         !(value.is(ObjectKind::Instance) && type.special(vm, SpecialMethod::GetItem));
}

bool extend_list(VM& vm, List& list, const Value& iterable) {
  const Ref<List> keep(&list);
  if (extend_by_length(vm, list.items, iterable)) return true;
  if (!is_not_iterable(vm, iterable)) return false;
  vm.take_error();
  vm.raise_type_error(std::string("Value after * must be an iterable, not ") + vm.type_name(iterable));
  return false;
}

bool update_set(VM& vm, Set& set, const Value& iterable) { return set_update(vm, set, iterable); }

namespace {

/// Calls `each(key, value)` for all entries of a mapping; false on error. `*is_mapping` tells whether it is one.
template <typename Each>
bool for_each_entry(VM& vm, const Value& mapping, bool& is_mapping, const Each& each) {
  is_mapping = true;
  const Value& inside = unwrapped(mapping);
  const bool plain =
      inside.is(ObjectKind::Dict) && (inside.is_same(mapping) || !vm.type_of(mapping)->find(vm.names.keys) ||
                                      !vm.type_of(mapping)->find(vm.names.keys)->is(ObjectKind::Function));
  if (plain) {
    const Ref<Dict> dict(inside.as<Dict>());
    std::size_t position = 0;
    while (Dict::Entry* entry = dict->next(position)) {
      const Value key = entry->key;
      const Value value = entry->value;
      if (!each(key, value)) return false;
    }
    return true;
  }
  const Value keys_method = vm.find_attribute(mapping, vm.names.keys);
  if (!keys_method) return false;
  if (keys_method.is_missing()) {
    is_mapping = false;
    return false;
  }
  const Value keys = vm.call(keys_method);
  const Value iterator = keys ? vm.iterate(keys) : Value();
  if (!iterator) return false;
  while (true) {
    const Value key = vm.next(iterator);
    if (!key) return false;
    if (key.is_missing()) return true;
    const Value value = vm.get_item(mapping, key);
    if (!value || !each(key, value)) return false;
  }
}

}  // namespace

bool update_dict(VM& vm, Dict& dict, const Value& mapping) {
  bool is_mapping = true;
  const bool done = for_each_entry(vm, mapping, is_mapping,
                                   [&](const Value& key, const Value& value) { return dict.set(vm, key, value); });
  if (!is_mapping) vm.raise_type_error(std::string("'") + vm.type_name(mapping) + "' object is not a mapping");
  return done;
}

bool merge_keywords(VM& vm, Dict& dict, const Value& mapping, const Value& callable) {
  bool is_mapping = true;
  const bool done = for_each_entry(vm, mapping, is_mapping, [&](const Value& key, const Value& value) {
    if (!unwrapped(key).is(ObjectKind::Str)) {
      vm.raise_type_error("keywords must be strings");
      return false;
    }
    if (dict.find(unwrapped(key).as<Str>()) != nullptr) {
      vm.raise_type_error(callable_name(vm, callable) + " got multiple values for keyword argument '" +
                          unwrapped(key).as<Str>()->text() + "'");
      return false;
    }
    return dict.set(vm, key, value);
  });
  if (!is_mapping) {
    vm.raise_type_error(callable_name(vm, callable) + " argument after ** must be a mapping, not " +
                        vm.type_name(mapping));
  }
  return done;
}

Value format_value(VM& vm, const Value& value, std::uint32_t flags, const Value& spec) {
  const std::string spec_text = spec ? spec.as<Str>()->text() : std::string();
  Value converted = value;
  if (flags == 1) converted = vm.to_str(value);
  if (flags == 2) converted = vm.repr(value);
  if (flags == 3) converted = vm.ascii(value);
  if (!converted) return Value();
  if (spec_text.empty() && converted.is(ObjectKind::Str)) return converted;
  return vm.format(converted, spec_text);
}

Value VM::ascii(const Value& value) {
  const Value text = repr(value);
  return text ? str(escape_non_ascii(text.as<Str>()->view())) : Value();
}

Value build_string(VM& vm, const Value* parts, std::uint32_t count) {
  std::size_t size = 0;
  for (std::uint32_t i = 0; i < count; ++i) size += parts[i].as<Str>()->text().size();
  if (size > 4096 && !vm.check_memory(size)) return Value();
  std::string text;
  text.reserve(size);
  for (std::uint32_t i = 0; i < count; ++i) text += parts[i].as<Str>()->text();
  return vm.str(text);
}

Value make_function(VM& vm, Frame& frame, const Value& code, std::uint32_t flags, Value* parts) {
  Ref<Function> function = make<Function>();
  function->code = Ref<CodeObject>(code.as<CodeObject>());
  function->globals = frame.function->globals;
  function->name = function->code->name;
  function->qualified_name = function->code->qualified_name;
  const Code& compiled = *function->code->code;
  function->documentation = compiled.docstring ? vm.str(*compiled.docstring) : Value::none();
  const Value* module = function->globals->find(vm.names.dunder_name);
  function->module_name = module != nullptr ? *module : Value::none();
  if ((flags & 1) != 0) function->defaults = Ref<Tuple>((parts++)->as<Tuple>());
  if ((flags & 2) != 0) function->keyword_defaults = Ref<Dict>((parts++)->as<Dict>());
  if ((flags & 4) != 0) function->annotate = *parts++;
  if ((flags & 8) != 0) function->closure = Ref<Tuple>((parts++)->as<Tuple>());
  return Value(function);
}

bool spread_arguments(VM& vm, const Value& callable, const Value& positional, const Value& keywords,
                      std::vector<Value>& values, Ref<Tuple>& names, Arguments& arguments) {
  const std::size_t keyword_count = keywords ? keywords.as<Dict>()->size() : 0;
  if (positional.is(ObjectKind::Tuple)) {
    const std::span<const Value> span = positional.as<Tuple>()->span();
    values.reserve(span.size() + keyword_count);
    values.assign(span.begin(), span.end());
  } else if (!extend_tuple(vm, values, positional)) {
    if (!is_not_iterable(vm, positional)) return false;
    vm.take_error();
    vm.raise_type_error(callable_name(vm, callable) + " argument after * must be an iterable, not " +
                        vm.type_name(positional));
    return false;
  }
  const auto positional_count = static_cast<std::uint32_t>(values.size());
  if (keyword_count > 0) {
    names = Tuple::create(keyword_count);
    std::size_t position = 0;
    std::size_t count = 0;
    while (Dict::Entry* entry = keywords.as<Dict>()->next(position)) {
      (*names)[count++] = entry->key;
      values.push_back(entry->value);
    }
  }
  arguments = Arguments{values.data(), positional_count, names.get()};
  return true;
}

}  // namespace sluice
