// contextvars_module.cpp — the module contextvars: Context, ContextVar, Token, copy_context.
#include "base/runtime_changes.h"
#include "vm/modules/asyncio_support.h"
#include "vm/modules/modules.h"
#include "vm/object_types.h"

namespace sluice {

namespace {

Context& context_of(const Value& value) { return *value.as<Context>(); }
ContextVar& variable_of(const Value& value) { return *value.as<ContextVar>(); }

// ---- ContextVar ----

Value variable_new(VM& vm, Value* a) {
  const Str* name = text_or_null(a[1]);
  if (name == nullptr) return vm.raise_type_error("context variable name must be a str");
  return make<ContextVar>(*vm.world, name->text(), given(a[2]) ? a[2] : Value());
}

Value variable_get(VM& vm, Value* a) {
  Outcome outcome = variable_of(a[0]).get(given(a[1]) ? a[1] : Value());
  // The loop knows nothing of exceptions whose argument is an object.
  if (outcome.is_raise()) return vm.raise(vm.types.lookup_error, a[0]);
  return static_cast<Value&&>(outcome.value);
}

Value variable_set(VM&, Value* a) { return variable_of(a[0]).set(a[1]); }

Value variable_reset(VM& vm, Value* a) {
  if (!a[1].is(ObjectKind::ContextToken)) {
    return vm.raise_type_error("expected an instance of Token, got " + vm.repr_text(a[1]));
  }
  return done_or_raise(vm, variable_of(a[0]).reset(*a[1].as<ContextToken>()));
}

Value variable_name(VM& vm, const Value& self) { return vm.str(variable_of(self).name()); }

Value variable_repr(VM& vm, Value* a) {
  const ContextVar& variable = variable_of(a[0]);
  std::string text = "<ContextVar name=" + vm.repr_text(vm.str(variable.name()));
  if (variable.default_value()) text += " default=" + vm.repr_text(variable.default_value());
  return vm.str(text + " at 0x7f0000000000>");
}

const NativeEntry kVariableMethods[] = {
    {"get", variable_get, "self, default=..., /"},
    {"set", variable_set, "self, value, /"},
    {"reset", variable_reset, "self, token, /"},
    {"__repr__", variable_repr, "self, /"},
};
const NativeAttribute kVariableAttributes[] = {{"name", variable_name, nullptr}};

// ---- Token ----

Value token_variable(VM&, const Value& self) { return self.as<ContextToken>()->variable; }

Value token_old_value(VM& vm, const Value& self) {
  const Value& old = self.as<ContextToken>()->old_value;
  if (!old.is_missing()) return old;
  return vm.get_attribute(Value(vm.type_of(self)), vm.intern("MISSING"));
}

Value token_repr(VM& vm, Value* a) {
  const ContextToken& token = *a[0].as<ContextToken>();
  return vm.str(std::string("<Token") + (token.is_used ? " used" : "") + " var=" + vm.repr_text(token.variable) +
                " at 0x7f0000000000>");
}

Value token_enter(VM&, Value* a) { return a[0]; }

Value token_exit(VM& vm, Value* a) {
  ContextToken& token = *a[0].as<ContextToken>();
  return done_or_raise(vm, token.variable->reset(token));
}

const NativeAttribute kTokenAttributes[] = {{"var", token_variable, nullptr}, {"old_value", token_old_value, nullptr}};

const NativeEntry kTokenRepr[] = {{"__repr__", token_repr, "self, /"}};

/// 3.14: a token is a context manager that resets its variable (gh-129889).
const NativeEntry kTokenMethods[] = {
    {"__enter__", token_enter, "self, /"},
    {"__exit__", token_exit, "self, type, value, traceback, /"},
};

// ---- Context ----

Value context_new(VM& vm, Value* a) {
  if (a[1].as<Tuple>()->size() > 0 || a[2].as<Dict>()->size() > 0) {
    return vm.raise_type_error("Context() does not accept any arguments");
  }
  return make<Context>();
}

Value context_copy(VM&, Value* a) { return context_of(a[0]).copy(); }

Value context_run(VM& vm, Value* a) {
  const std::span<const Value> arguments = a[1].as<Tuple>()->span();
  if (arguments.empty()) return vm.raise_type_error("run() missing 1 required positional argument");
  Context& context = context_of(a[0]);
  if (Value refused = vm.world->enter(context)) return vm.raise(refused);
  const Value result = vm.call(arguments[0], arguments.subspan(1), a[2].as<Dict>());
  vm.world->leave(context);
  return result;
}

/// The variable that a key names; null with a TypeError pending.
ContextVar* key_variable(VM& vm, const Value& key) {
  if (key.is(ObjectKind::ContextVar)) return &variable_of(key);
  vm.raise_type_error("a ContextVar key was expected, got " + vm.repr_text(key));
  return nullptr;
}

Value context_get_item(VM& vm, Value* a) {
  const ContextVar* variable = key_variable(vm, a[1]);
  if (variable == nullptr) return Value();
  const Value value = context_of(a[0]).get(*variable);
  return value ? value : vm.raise(vm.types.key_error, a[1]);
}

Value context_get(VM& vm, Value* a) {
  const ContextVar* variable = key_variable(vm, a[1]);
  if (variable == nullptr) return Value();
  const Value value = context_of(a[0]).get(*variable);
  return value ? value : a[2];
}

Value context_contains(VM& vm, Value* a) {
  const ContextVar* variable = key_variable(vm, a[1]);
  if (variable == nullptr) return Value();
  return truth_value(static_cast<bool>(context_of(a[0]).get(*variable)));
}

Value context_length(VM& vm, Value* a) { return vm.integer(static_cast<std::int64_t>(context_of(a[0]).size())); }

/// Keys, values or pairs, in the order in which the variables were first set.
Value context_list(VM& vm, const Value& self, bool keys, bool values) {
  const Context& context = context_of(self);
  std::vector<Value> items;
  for (std::size_t i = 0; i < context.size(); ++i) {
    const auto& [variable, value] = context.entry(i);
    const Value pair[] = {Value(variable), value};
    items.push_back(keys && values ? vm.tuple(pair) : keys ? pair[0] : pair[1]);
  }
  return vm.list(static_cast<std::vector<Value>&&>(items));
}

Value context_keys(VM& vm, Value* a) { return context_list(vm, a[0], true, false); }
Value context_values(VM& vm, Value* a) { return context_list(vm, a[0], false, true); }
Value context_items(VM& vm, Value* a) { return context_list(vm, a[0], true, true); }

Value context_iterate(VM& vm, Value* a) {
  const Value keys = context_keys(vm, a);
  return keys ? vm.iterate(keys) : Value();
}

Value context_equal(VM& vm, Value* a) {
  if (!a[1].is(ObjectKind::Context)) return Value::not_implemented();
  const Context& one = context_of(a[0]);
  const Context& other = context_of(a[1]);
  bool same = one.size() == other.size();
  for (std::size_t i = 0; same && i < one.size(); ++i) {
    const Value value = other.get(*one.entry(i).first);
    const int equal = value ? vm.equal(one.entry(i).second, value) : 0;
    if (equal < 0) return Value();
    same = equal > 0;
  }
  return Value::boolean(same);
}

const NativeEntry kContextMethods[] = {
    {"__eq__", context_equal, "self, value, /"},
    {"copy", context_copy, "self, /"},
    {"run", context_run, "self, /, *args, **kwargs"},
    {"get", context_get, "self, key, default=None, /"},
    {"keys", context_keys, "self, /"},
    {"values", context_values, "self, /"},
    {"items", context_items, "self, /"},
    {"__getitem__", context_get_item, "self, key, /"},
    {"__contains__", context_contains, "self, key, /"},
    {"__len__", context_length, "self, /"},
    {"__iter__", context_iterate, "self, /"},
};

Value copy_context(VM& vm, Value*) { return vm.world->copy_context(); }

const NativeEntry kGeneric[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};
const NativeEntry kFunctions[] = {{"copy_context", copy_context, ""}};

}  // namespace

bool is_context_run(const NativeFunction& function) { return function.code == context_run; }

void fill_contextvars(VM& vm, Module& module) {
  Type* variable = define_asyncio_type(vm, "ContextVar", "_contextvars", ObjectKind::ContextVar);
  vm.set_constructor(variable, {"ContextVar", variable_new, "cls, name, /, *, default=..."});
  vm.add_methods(variable, kVariableMethods);
  vm.add_attributes(variable, kVariableAttributes);
  vm.add_class_methods(variable, kGeneric);
  Type* token = define_asyncio_type(vm, "Token", "_contextvars", ObjectKind::ContextToken);
  vm.add_attributes(token, kTokenAttributes);
  vm.add_methods(token, kTokenRepr);
  vm.add_class_methods(token, kGeneric);
  token->attributes.set(vm.special_name(SpecialMethod::Hash), Value::none());
  if (token_is_context_manager(vm.python())) vm.add_methods(token, kTokenMethods);
  token->attributes.set(vm.intern("MISSING"), vm.str("<Token.MISSING>"));
  Type* context = define_asyncio_type(vm, "Context", "_contextvars", ObjectKind::Context);
  vm.set_constructor(context, {"Context", context_new, "cls, /, *args, **kwargs"});
  vm.add_methods(context, kContextMethods);
  context->attributes.set(vm.special_name(SpecialMethod::Hash), Value::none());
  variable->is_final = context->is_final = true;
  module.set(vm, "ContextVar", variable);
  module.set(vm, "Token", token);
  module.set(vm, "Context", context);
  module.add_functions(vm, kFunctions);
}

}  // namespace sluice
