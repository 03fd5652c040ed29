// list[int] and int | None as objects: types.GenericAlias and types.UnionType.
#include "vm/generic_alias.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/reference_visitor.h"
#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/identity.h"
#include "vm/iterators.h"
#include "vm/object_types.h"
#include "vm/operations.h"
#include "vm/type_parameters.h"
#include "vm/typing_access.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Either of the two; a union has no origin.
class TypeExpression : public NativeData {
 public:
  TypeExpression(Type* expression_type, Value of, Ref<Tuple> arguments)
      : NativeData(expression_type), origin(static_cast<Value&&>(of)), args(static_cast<Ref<Tuple>&&>(arguments)) {}
  bool visit_references(ReferenceVisitor& visit) const override { return visit(origin, args); }
  Value origin;
  Ref<Tuple> args;
  bool is_starred = false;  ///< `*list[int]`
};

TypeExpression* self_of(const Value& value) { return static_cast<TypeExpression*>(value.as<NativeData>()); }

/// The class that was defined for one of the two; each is in a table of VM's builtin types under this name.
Type* union_type(VM& vm);

bool is_union(VM& vm, const Value& value) {
  return value.is(ObjectKind::NativeData) && value.as<NativeData>()->type == union_type(vm);
}

std::string text_of(VM& vm, const Value& value) {
  if (value.is_ellipsis()) return "...";
  if (value.is_same(Value(vm.types.none_type)) && alias_texts_say_none(vm.python())) return "None";
  if (!value.is(ObjectKind::Type)) return vm.repr_text(value);
  const Type* type = value.as<Type>();
  const std::string name = static_cast<Str*>(type->qualified_name.get())->text();
  const std::string module = type->module_name ? static_cast<Str*>(type->module_name.get())->text() : "builtins";
  return module == "builtins" ? name : module + "." + name;
}

std::string joined(VM& vm, const Tuple& args, const char* separator) {
  std::string text;
  for (std::size_t i = 0; i < args.size(); ++i) text += (i > 0 ? separator : "") + text_of(vm, args[i]);
  return text;
}

/// Whether the first part of Callable[…, result] is no list of types: `...`, a ParamSpec, or Concatenate[int, P].
bool stands_for_parameters(VM& vm, const Value& part) {
  const bool is_named = part.is_ellipsis() || vm.class_name(part) == std::string_view("ParamSpec");
  return is_named || text_of(vm, part).substr(0, 19) == "typing.Concatenate[";
}

// ---- list[int] ----

Value alias_repr(VM& vm, Value* arguments) {
  const TypeExpression* self = self_of(arguments[0]);
  const std::string origin = (self->is_starred ? "*" : "") + text_of(vm, self->origin);
  const std::size_t count = self->args->size();
  if (origin == "collections.abc.Callable" && count > 0 &&
      !(count == 2 && stands_for_parameters(vm, (*self->args)[0]))) {
    const std::string before = joined(vm, *Tuple::of(self->args->span().first(count - 1)), ", ");
    return vm.str(origin + "[[" + before + "], " + text_of(vm, (*self->args)[count - 1]) + "]");
  }
  const std::string args = count == 0 ? "()" : joined(vm, *self->args, ", ");
  return vm.str(origin + "[" + args + "]");
}
Value alias_call(VM& vm, Value* arguments) {
  const Value origin = self_of(arguments[0])->origin;
  const Value made = vm.call(origin, arguments[1].as<Tuple>()->span(), arguments[2].as<Dict>());
  if (!made || vm.set_attribute(made, vm.intern("__orig_class__"), arguments[0])) return made;
  // Many objects take no attributes. Source: CPython's ga_call.
  if (!vm.error_is(vm.types.attribute_error) && !vm.error_is(vm.types.type_error)) return Value();
  vm.take_error();
  return made;
}
Value alias_getattr(VM& vm, Value* arguments) {
  return vm.get_attribute(self_of(arguments[0])->origin, vm.intern(arguments[1]));
}
Value alias_mro_entries(VM& vm, Value* arguments) {
  const Value origin[1] = {self_of(arguments[0])->origin};
  return vm.tuple(origin);
}
Value alias_instance_check(VM& vm, Value*) {
  return vm.raise_type_error("isinstance() argument 2 cannot be a parameterized generic");
}
Value alias_subclass_check(VM& vm, Value*) {
  return vm.raise_type_error("issubclass() argument 2 cannot be a parameterized generic");
}
/// Gives `*list[int]`, once.
class AliasIterator final : public NativeIterator {
 public:
  explicit AliasIterator(TypeExpression* iterated) : NativeIterator("generic_alias_iterator"), alias_(iterated) {}
  Value next(VM&) override {
    if (!alias_) return Value();
    const Ref<TypeExpression> starred = make<TypeExpression>(alias_->type, alias_->origin, alias_->args);
    starred->is_starred = true;
    alias_.reset();
    return Value(starred);
  }

 private:
  Ref<TypeExpression> alias_;
};
Value alias_iter(VM&, Value* arguments) { return make<AliasIterator>(self_of(arguments[0])); }
Value expression_eq(VM& vm, Value* arguments) {
  const bool both = arguments[1].is(ObjectKind::NativeData) &&
                    arguments[1].as<NativeData>()->type == arguments[0].as<NativeData>()->type;
  if (!both) return Value::not_implemented();
  const TypeExpression* a = self_of(arguments[0]);
  const TypeExpression* b = self_of(arguments[1]);
  if (!a->origin) {
    // Unions are equal in any order; none has a member twice.
    bool all = a->args->size() == b->args->size();
    for (std::size_t i = 0; all && i < a->args->size(); ++i) {
      const int found = vm.contains(Value(b->args), (*a->args)[i]);
      if (found < 0) return Value();
      all = found > 0;
    }
    return Value::boolean(all);
  }
  if (!a->origin.is_same(b->origin) || a->is_starred != b->is_starred) return Value::boolean(false);
  const int same = vm.equal(Value(a->args), Value(b->args));
  return same < 0 ? Value() : Value::boolean(same == 1);
}
Value expression_hash(VM& vm, Value* arguments) {
  std::uint64_t hash = 0;
  const TypeExpression& self = *self_of(arguments[0]);
  Value parts(self.args);
  if (!self.origin) {  // a union is equal to one in another order, and to typing's
    const Value given[1] = {parts};
    parts = vm.call(Value(vm.types.frozenset), given);
  }
  if (!parts || !vm.hash(parts, hash)) return Value();
  return vm.integer(static_cast<std::int64_t>(hash));
}
Value alias_get_item(VM& vm, Value* arguments) {
  const TypeExpression* self = self_of(arguments[0]);
  // A class of the program that is derived from typing.Generic speaks as typing does.
  const Value bases = vm.find_attribute(self->origin, vm.intern("__orig_bases__"));
  if (!bases) return Value();
  const AliasWords words = bases.is_missing() ? AliasWords::Builtin : AliasWords::Typing;
  const Ref<Tuple> args = with_type_arguments(vm, *self->args, arguments[1], vm.repr_text(arguments[0]), words);
  if (!args) return Value();
  const Ref<TypeExpression> made = make<TypeExpression>(self->type, self->origin, args);
  made->is_starred = self->is_starred;
  return Value(made);
}
Value get_parameters(VM& vm, const Value& self) {
  const Ref<Tuple> found = type_parameters(vm, *self_of(self)->args);
  return found ? Value(found) : Value();
}
Value get_origin(VM&, const Value& self) { return self_of(self)->origin; }
Value get_args(VM&, const Value& self) { return Value(self_of(self)->args); }

Value get_unpacked(VM&, const Value& self) { return Value::boolean(self_of(self)->is_starred); }
Value get_unpacked_args(VM& vm, const Value& self) {
  const TypeExpression& alias = *self_of(self);
  return alias.is_starred && alias.origin.is_same(Value(vm.types.tuple)) ? Value(alias.args) : Value::none();
}

// ---- int | None ----

/// False: an exception is pending.
bool add_member(VM& vm, std::vector<Value>& members, const Value& member) {
  if (is_union(vm, member)) {
    for (const Value& one : self_of(member)->args->span()) {
      if (!add_member(vm, members, one)) return false;
    }
    return true;
  }
  const Value added = member.is_none() ? Value(vm.types.none_type) : member;
  for (const Value& known : members) {
    const int same = vm.equal(known, added);
    if (same != 0) return same > 0;
  }
  members.push_back(added);
  return true;
}

bool may_be_member(VM& vm, const Value& value) {
  const bool is_expression = value.is(ObjectKind::NativeData) && value.as<NativeData>()->type != nullptr &&
                             vm.type_of(value)->find(vm.intern("__args__")) != nullptr;
  return value.is_none() || value.is(ObjectKind::Type) || is_expression;
}

/// Whether this is Box[int] of a class of the program that is derived from typing.Generic.
bool is_of_typing(VM& vm, const Value& value) {
  if (!is_generic_alias(vm, value) || !self_of(value)->origin.is(ObjectKind::Type)) return false;
  const Type* origin = self_of(value)->origin.as<Type>();
  return std::any_of(origin->mro.begin(), origin->mro.end(), [](const Type* cls) {
    return cls->name_text() == std::string_view("Generic") && cls->module_name &&
           static_cast<const Str*>(cls->module_name.get())->view() == "typing";
  });
}

Value union_of(VM& vm, const Value& a, const Value& b) {
  if (!may_be_member(vm, a) || !may_be_member(vm, b)) return Value::not_implemented();
  const Value both[2] = {a, b};
  return is_of_typing(vm, a) || is_of_typing(vm, b) ? call_typing(vm, "_union", both) : make_union(vm, both);
}
Value type_or(VM& vm, Value* arguments) { return union_of(vm, arguments[0], arguments[1]); }
Value type_ror(VM& vm, Value* arguments) { return union_of(vm, arguments[1], arguments[0]); }

Value union_repr(VM& vm, Value* arguments) {
  std::string text;
  for (const Value& member : self_of(arguments[0])->args->span()) {
    text += text.empty() ? "" : " | ";
    text += member.is_same(Value(vm.types.none_type)) ? "None" : text_of(vm, member);
  }
  return vm.str(text);
}
/// (list[T] | None)[int]: the members with their arguments, put together again.
Value union_get_item(VM& vm, Value* arguments) {
  const TypeExpression* self = self_of(arguments[0]);
  const Ref<Tuple> args =
      with_type_arguments(vm, *self->args, arguments[1], vm.repr_text(arguments[0]), AliasWords::Builtin);
  if (!args) return Value();
  Value made = (*args)[0];
  for (std::size_t i = 1; made && i < args->size(); ++i) {
    made = vm.binary(static_cast<std::uint8_t>(BinaryOperator::Or), made, (*args)[i]);
  }
  return made;
}
Value union_instance_check(VM& vm, Value* arguments) {
  const Ref<Tuple> args = self_of(arguments[0])->args;
  for (const Value& member : args->span()) {
    const int result = vm.is_instance_of(arguments[1], member);
    if (result != 0) return result < 0 ? Value() : Value::boolean(true);
  }
  return Value::boolean(false);
}
Value union_subclass_check(VM& vm, Value* arguments) {
  const Value both[2] = {arguments[1], Value(self_of(arguments[0])->args)};
  return vm.call(*vm.builtins().find(vm.intern("issubclass")), both);
}

/// Since 3.14, when typing.Union is the class: what stands in its brackets is typing's business.
Value union_class_get_item(VM& vm, Value* arguments) {
  const Value form = typing_attribute(vm, vm.intern("_union_form"));
  return form ? vm.get_item(form, arguments[1]) : Value();
}
Value get_union_origin(VM& vm, const Value&) { return Value(union_type(vm)); }

constexpr NativeEntry kUnionClassMethods[] = {{"__class_getitem__", union_class_get_item, "cls, item, /"}};
constexpr NativeAttribute kUnionOrigin[] = {{"__origin__", get_union_origin, nullptr}};

constexpr NativeEntry kAliasMethods[] = {
    {"__repr__", alias_repr, "self, /"},
    {"__call__", alias_call, "self, /, *args, **kwargs"},
    {"__getattr__", alias_getattr, "self, name, /"},
    {"__getitem__", alias_get_item, "self, item, /"},
    {"__mro_entries__", alias_mro_entries, "self, bases, /"},
    {"__instancecheck__", alias_instance_check, "self, instance, /"},
    {"__subclasscheck__", alias_subclass_check, "self, subclass, /"},
    {"__eq__", expression_eq, "self, value, /"},
    {"__hash__", expression_hash, "self, /"},
    {"__or__", type_or, "self, value, /"},
    {"__ror__", type_ror, "self, value, /"},
};
constexpr NativeEntry kAliasIter[] = {{"__iter__", alias_iter, "self, /"}};
constexpr NativeEntry kUnionMethods[] = {
    {"__getitem__", union_get_item, "self, item, /"},
    {"__repr__", union_repr, "self, /"},
    {"__instancecheck__", union_instance_check, "self, instance, /"},
    {"__subclasscheck__", union_subclass_check, "self, subclass, /"},
    {"__eq__", expression_eq, "self, value, /"},
    {"__hash__", expression_hash, "self, /"},
    {"__or__", type_or, "self, value, /"},
    {"__ror__", type_ror, "self, value, /"},
};
constexpr NativeEntry kTypeMethods[] = {
    {"__or__", type_or, "self, value, /"},
    {"__ror__", type_ror, "self, value, /"},
};
Value get_class_of_origin(VM& vm, const Value& self) { return Value(vm.type_of(self_of(self)->origin)); }
constexpr NativeAttribute kAliasClass[] = {{"__class__", get_class_of_origin, nullptr}};
constexpr NativeAttribute kAliasAttributes[] = {
    {"__origin__", get_origin, nullptr}, {"__args__", get_args, nullptr}, {"__parameters__", get_parameters, nullptr}};

constexpr NativeAttribute kAliasUnpacked[] = {{"__unpacked__", get_unpacked, nullptr},
                                              {"__typing_unpacked_tuple_args__", get_unpacked_args, nullptr}};

Type* hidden_type(VM& vm, const char* name) {
  const Value* found = vm.types.type->attributes.find(vm.intern(name));
  return found->as<Type>();
}
Type* union_type(VM& vm) { return hidden_type(vm, "<UnionType>"); }

/// GenericAlias(origin, args)
Value alias_new(VM& vm, Value* arguments) { return generic_alias(vm, arguments[1], arguments[2]); }

constexpr NativeEntry kClassGetItem[] = {{"__class_getitem__", make_generic_alias, "cls, item, /"}};

}  // namespace

Value make_generic_alias(VM& vm, Value* arguments) { return generic_alias(vm, arguments[0], arguments[1]); }

Value make_union(VM& vm, std::span<const Value> values) {
  std::vector<Value> members;
  for (const Value& value : values) {
    if (!add_member(vm, members, value)) return Value();
  }
  if (members.size() == 1) return members[0];
  return Value(new TypeExpression(union_type(vm), Value(), Tuple::of(members)));
}

bool is_generic_alias(VM& vm, const Value& value) {
  return value.is(ObjectKind::NativeData) && value.as<NativeData>()->type == hidden_type(vm, "<GenericAlias>");
}

Value generic_alias(VM& vm, const Value& origin, const Value& item) {
  Ref<Tuple> args;
  if (item.is(ObjectKind::Tuple)) {
    args = Ref<Tuple>(item.as<Tuple>());
  } else {
    args = Tuple::of(std::span<const Value>(&item, 1));
  }
  return Value(new TypeExpression(hidden_type(vm, "<GenericAlias>"), origin, args));
}

void install_generic_aliases(VM& vm) {
  BuiltinTypes& types = vm.types;
  Type* alias = vm.define_type("GenericAlias", "types", {}, ObjectKind::NativeData);
  vm.set_constructor(alias, {"GenericAlias", alias_new, "cls, origin, args, /"});
  vm.add_methods(alias, kAliasMethods);
  vm.add_attributes(alias, kAliasAttributes);
  if (alias_is_iterable(vm.python())) {
    vm.add_methods(alias, kAliasIter);
    vm.add_attributes(alias, kAliasUnpacked);
  }
  if (!alias_has_own_class(vm.python())) vm.add_attributes(alias, kAliasClass);
  const bool is_union = union_type_is_union(vm.python());
  Type* union_class =
      vm.define_type(is_union ? "Union" : "UnionType", is_union ? "typing" : "types", {}, ObjectKind::NativeData);
  vm.add_methods(union_class, kUnionMethods);
  vm.add_attributes(union_class, std::span<const NativeAttribute>(kAliasAttributes + 1, 2));
  union_class->is_final = true;
  if (is_union) {
    vm.add_class_methods(union_class, kUnionClassMethods);
    vm.add_attributes(union_class, kUnionOrigin);
  }
  // Kept where no program can name them.
  types.type->attributes.set(vm.intern("<GenericAlias>"), Value(alias));
  types.type->attributes.set(vm.intern("<UnionType>"), Value(union_class));
  vm.add_methods(types.type, kTypeMethods);
  for (Type* generic : {types.list, types.dict, types.set, types.frozenset, types.tuple}) {
    if (generic != nullptr) vm.add_class_methods(generic, kClassGetItem);
  }
}

}  // namespace sluice
