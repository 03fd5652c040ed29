#include "vm/container_text.h"

#include "base/float_text.h"
#include "base/text_repr.h"
#include "vm/big_integer.h"
#include "vm/builtin_operations.h"
#include "vm/native_helpers.h"
#include "vm/set_order.h"
#include "vm/slice.h"

namespace sluice {

bool append_repr(VM& vm, std::string& text, const Value& value) {
  if (value.is(ObjectKind::Str)) {
    text += repr_text(value.as<Str>()->view());
    return true;
  }
  const Value part = vm.repr(value);
  if (!part) return false;
  text += part.as<Str>()->view();
  // A few containers that contain each other make texts that grow exponentially.
  return text.size() < 1u << 20 || vm.check_memory(text.size());
}

namespace {

bool append_items(VM& vm, std::string& text, const std::vector<Value>& items) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += ", ";
    const Value item = items[i];
    if (!append_repr(vm, text, item)) return false;
  }
  return true;
}

Value tuple_repr(VM& vm, const Tuple& tuple) {
  std::string text = "(";
  for (std::size_t i = 0; i < tuple.size(); ++i) {
    if (i > 0) text += ", ";
    if (!append_repr(vm, text, tuple[i])) return Value();
  }
  return vm.str(text + (tuple.size() == 1 ? ",)" : ")"));
}

Value set_repr(VM& vm, const Value& value) {
  Set& set = *value.as<Set>();
  const bool frozen = value.is(ObjectKind::FrozenSet);
  if (set.members.size() == 0) return vm.str(frozen ? "frozenset()" : "set()");
  std::string text = frozen ? "frozenset({" : "{";
  if (!append_members(vm, text, set)) return Value();
  return vm.str(text + (frozen ? "})" : "}"));
}

Value range_repr(VM& vm, const Range& range) {
  std::string text = "range(" + range.start().to_text() + ", " + range.stop().to_text();
  if (range.step() != BigInt(1)) text += ", " + range.step().to_text();
  return vm.str(text + ")");
}

Value slice_repr(VM& vm, const Slice& slice) {
  std::string text = "slice(";
  const Value* parts[] = {&slice.start, &slice.stop, &slice.step};
  for (const Value* part : parts) {
    if (part != parts[0]) text += ", ";
    if (!append_repr(vm, text, *part)) return Value();
  }
  return vm.str(text + ")");
}

Value container_repr(VM& vm, const Value& value) {
  const NestingGuard depth(vm, " while getting the repr of an object");
  if (!depth.ok()) return Value();
  const ReprGuard visited(value.object());
  std::string text;
  switch (value.object()->kind()) {
    case ObjectKind::Tuple:
      if (visited.is_repeated()) return vm.str("(...)");
      return tuple_repr(vm, *value.as<Tuple>());
    case ObjectKind::List:
      if (visited.is_repeated()) return vm.str("[...]");
      text = "[";
      if (!append_items(vm, text, value.as<List>()->items)) return Value();
      return vm.str(text + "]");
    case ObjectKind::Dict:
      if (visited.is_repeated()) return vm.str("{...}");
      if (!append_dict_repr(vm, text, *value.as<Dict>())) return Value();
      return vm.str(text);
    case ObjectKind::Set:
    case ObjectKind::FrozenSet:
      if (visited.is_repeated()) return vm.str(value.is(ObjectKind::Set) ? "set(...)" : "frozenset(...)");
      return set_repr(vm, value);
    case ObjectKind::Slice:
      return slice_repr(vm, *value.as<Slice>());
    default:
      return Value::not_implemented();
  }
}

}  // namespace

bool append_members(VM& vm, std::string& text, Set& set) {
  arrange_set(set);
  std::size_t position = 0;
  bool first = true;
  while (Dict::Entry* entry = set.members.next(position)) {
    if (!first) text += ", ";
    first = false;
    const Value key = entry->key;
    if (!append_repr(vm, text, key)) return false;
  }
  return true;
}

bool append_dict_repr(VM& vm, std::string& text, Dict& dict) {
  text += "{";
  std::size_t position = 0;
  bool first = true;
  while (Dict::Entry* entry = dict.next(position)) {
    if (!first) text += ", ";
    first = false;
    const Value key = entry->key;
    const Value value = entry->value;
    if (!append_repr(vm, text, key)) return false;
    text += ": ";
    if (!append_repr(vm, text, value)) return false;
  }
  text += "}";
  return true;
}

Value builtin_repr(VM& vm, const Value& value) {
  if (value.is_double()) return vm.str(float_repr(value.as_double()));
  if (value.is_bool()) return vm.str(value.is_true() ? "True" : "False");
  if (builtin_is_integer(value)) return integer_text(vm, value);
  if (value.is_none()) return vm.str("None");
  if (value.is_ellipsis()) return vm.str("Ellipsis");
  if (value.is_not_implemented()) return vm.str("NotImplemented");
  if (!value.is_object()) return Value::not_implemented();
  switch (value.object()->kind()) {
    case ObjectKind::Str:
      return vm.str(repr_text(value.as<Str>()->view()));
    case ObjectKind::Bytes:
      return vm.str(repr_bytes(value.as<Bytes>()->data()));
    case ObjectKind::Range:
      return range_repr(vm, *value.as<Range>());
    default:
      return container_repr(vm, value);
  }
}

Value builtin_str(VM&, const Value& value) { return value.is(ObjectKind::Str) ? value : Value::not_implemented(); }

Value subclass_set_repr(VM& vm, const Value& value) {
  const std::string name = vm.class_name(value);
  const NestingGuard depth(vm, " while getting the repr of an object");
  if (!depth.ok()) return Value();
  const ReprGuard visited(value.object());
  if (visited.is_repeated()) return vm.str(name + "(...)");
  Set& set = *unwrapped(value).as<Set>();
  std::string text = name + "({";
  if (set.members.size() == 0) return vm.str(name + "()");
  return append_members(vm, text, set) ? vm.str(text + "})") : Value();
}

}  // namespace sluice
