// Builtin functions of iterables: len, iter, next, aiter, anext, sorted, any, all.
#include <utility>

#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/coroutine_wrapper.h"
#include "vm/builtins.h"
#include "vm/iterators.h"
#include "vm/native_helpers.h"

namespace sluice {

namespace {

Value builtin_len(VM& vm, Value* arguments) {
  const std::int64_t length = vm.length(arguments[0]);
  return length < 0 ? Value() : vm.integer(length);
}

Value builtin_iter(VM& vm, Value* arguments) {
  if (!given(arguments[1])) return vm.iterate(arguments[0]);
  if (!vm.is_callable(arguments[0])) {
    return vm.raise_type_error(iter_error_names_object(vm.python()) ? "iter(object, sentinel): object must be callable"
                                                                    : "iter(v, w): v must be callable");
  }
  return Value(new CallableIterator(arguments[0], arguments[1]));
}

Value builtin_next(VM& vm, Value* arguments) {
  const Value& iterator = arguments[0];
  if (iterator.is(ObjectKind::NativeIterator)) {
    const Value item = next_as_it_is(vm, iterator);
    return item || !given(arguments[1]) || !end_of_items(vm) ? item : arguments[1];
  }
  if (!iterator.is(ObjectKind::Generator)) {
    // The program's own StopIteration goes on as it is, with its value, and that of a coroutine.
    const Value special = vm.type_of(iterator)->special(vm, SpecialMethod::Next);
    if (special) {
      const Value item = vm.call_found(special, iterator);
      if (item || !given(arguments[1]) || !vm.error_is(vm.types.stop_iteration)) return item;
      vm.take_error();
      return arguments[1];
    }
  }
  if (iterator.is(ObjectKind::Generator) && !given(arguments[1])) {
    const Value none[1] = {Value::none()};
    return vm.call_method(iterator, vm.names.send, none);
  }
  const Value item = vm.next(iterator);
  if (!item || !item.is_missing()) return item;
  return given(arguments[1]) ? arguments[1] : raise_plain(vm, vm.types.stop_iteration);
}

Value builtin_aiter(VM& vm, Value* arguments) {
  const Value iterator = vm.call_special(arguments[0], SpecialMethod::AIter);
  if (!iterator) return Value();
  if (iterator.is_not_implemented()) {
    return vm.raise_type_error("'" + type_text(vm, arguments[0]) + "' object is not an async iterable");
  }
  if (vm.type_of(iterator)->special(vm, SpecialMethod::ANext)) return iterator;
  return vm.raise_type_error("aiter() returned not an async iterator of type '" + type_text(vm, iterator) + "'");
}

Value builtin_anext(VM& vm, Value* arguments) {
  const Value& iterator = arguments[0];
  if (!vm.type_of(iterator)->special(vm, SpecialMethod::ANext)) {
    return vm.raise_type_error("'" + type_text(vm, iterator) + "' object is not an async iterator");
  }
  const Value awaitable = vm.call_special(iterator, SpecialMethod::ANext);
  if (!awaitable || !given(arguments[1])) return awaitable;
  // The part with a default is a coroutine, written in Python.
  const Value module = vm.import_module("_anext");
  const Value function = module ? vm.get_attribute(module, vm.intern("anext_with_default")) : Value();
  const Value both[2] = {awaitable, arguments[1]};
  const Value coroutine = function ? vm.call(function, both) : Value();
  return coroutine ? Value(make<CoroutineWrapper>("anext_awaitable", Ref<Coroutine>(coroutine.as<Coroutine>())))
                   : Value();
}

/// Hands its keywords to list.sort(), whose name is in errors about them.
Value builtin_sorted(VM& vm, Value* arguments) {
  std::vector<Value> items;
  if (!extend_by_length(vm, items, arguments[0])) return Value();
  Value key = Value::none();
  Value is_reverse = Value::boolean(false);
  for (std::size_t i = 0; const Dict::Entry* entry = arguments[1].as<Dict>()->next(i);) {
    const std::string& word = entry->key.as<Str>()->text();
    if (word == "key") {
      key = entry->value;
    } else if (word == "reverse") {
      is_reverse = entry->value;
    } else {
      return vm.raise_type_error(native_names_unexpected_keyword_first(vm.python())
                                     ? "sort() got an unexpected keyword argument '" + word + "'"
                                     : "'" + word + "' is an invalid keyword argument for sort()");
    }
  }
  const int reverse = vm.truth(is_reverse);
  if (reverse < 0 || !sort_values(vm, items, key, reverse > 0)) return Value();
  return vm.list(std::move(items));
}

/// any() looks for a true item, all() for a false one.
Value search_truth(VM& vm, const Value& iterable, bool wanted) {
  const Value iterator = vm.iterate(iterable);
  if (!iterator) return Value();
  while (true) {
    const Value item = vm.next(iterator);
    if (!item) return Value();
    if (item.is_missing()) return Value::boolean(!wanted);
    const int truth = vm.truth(item);
    if (truth < 0) return Value();
    if ((truth > 0) == wanted) return Value::boolean(wanted);
  }
}

Value builtin_any(VM& vm, Value* arguments) { return search_truth(vm, arguments[0], true); }
Value builtin_all(VM& vm, Value* arguments) { return search_truth(vm, arguments[0], false); }

constexpr NativeEntry kFunctions[] = {
    {"len", builtin_len, "obj, /"},
    {"iter", builtin_iter, "object, sentinel=(), /"},
    {"next", builtin_next, "iterator, default=(), /"},
    {"aiter", builtin_aiter, "async_iterable, /"},
    {"anext", builtin_anext, "async_iterator, default=(), /"},
    {"sorted", builtin_sorted, "iterable, /, **kwargs"},
    {"any", builtin_any, "iterable, /"},
    {"all", builtin_all, "iterable, /"},
};

}  // namespace

void install_builtin_iteration(VM& vm) {
  for (const NativeEntry& entry : kFunctions) {
    vm.builtins().set(vm.intern(entry.name), vm.make_native(entry, "builtins"));
  }
}

}  // namespace sluice
