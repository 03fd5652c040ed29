#include "vm/exception.h"

#include <string>

#include "base/runtime_changes.h"
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/exception_group.h"
#include "vm/function.h"
#include "vm/interpreter.h"
#include "vm/native_helpers.h"
#include "vm/python_language.h"
#include "vm/object_types.h"
#include "vm/vm.h"

namespace sluice {

// ---- Raising ----

Ref<Exception> VM::make_exception(Type* type, std::string_view message) {
  const Value argument[1] = {str(message)};
  Ref<Exception> exception = make<Exception>(type, Tuple::of(argument));
  complete_exception(*this, *exception);
  return exception;
}

Value VM::raise(Value exception) {
  Exception* error = exception.as<Exception>();
  const Value handled = thread().handled();
  if (handled && !handled.is_same(exception)) {
    // The new exception may itself stand somewhere in the chain behind the one being handled: a ring is cut there.
    // A program may have closed a ring that it does not stand in: a second one follows at half the pace and meets it
    // there.
    Exception* slow = handled.as<Exception>();
    bool slow_moves = false;
    for (Exception* link = slow; link->context; link = link->context.as<Exception>()) {
      if (link->context.is_same(exception)) {
        link->context = Value();
        break;
      }
      if (slow_moves) slow = slow->context.as<Exception>();
      slow_moves = !slow_moves;
      if (link->context.is_same(Value(slow))) break;
    }
    error->context = handled;
  }
  thread().seen_traceback = error->traceback.get();
  if (error->traceback) error->traceback->was_handled = true;
  error_ = static_cast<Value&&>(exception);
  return Value();
}

Value VM::raise(Type* type, std::string_view message) { return raise(Value(make_exception(type, message))); }

Value VM::raise(Type* type, Value argument) {
  Ref<Exception> exception = make<Exception>(type, Tuple::of(std::span<const Value>(&argument, 1)));
  complete_exception(*this, *exception);
  return raise(Value(exception));
}

Value VM::take_error() {
  Value taken;
  taken.swap(error_);
  return taken;
}

bool VM::error_is(Type* type) const { return error_ && is_instance(error_, type) && ending_ == nullptr; }

Value VM::refuse(std::string_view what, std::string_view instead) { return end_run(EndedBy::Refusal, what, instead); }

Value VM::end_by_budget(std::string_view budget, std::string_view message) {
  return end_run(EndedBy::Budget, budget, message);
}

Value VM::want_library(std::string_view module) {
  return end_run(EndedBy::Library, module, "the module is in the library pack: give that to the engine, and run again");
}

Value VM::end_run(EndedBy by, std::string_view what, std::string_view message) {
  if (ending_ == nullptr) {
    ending_.reset(new Ending{by, std::string(what), std::string(message), current_line()});
  }
  if (!error_) {
    // What travels up is an ordinary exception object; `ending()` keeps every handler from seeing it.
    error_ = Value(make_exception(types.base_exception, what));
  }
  return Value();
}

// ---- What builtin classes keep besides their arguments ----

/// OSError takes so many: number, text, file name, its number on Windows, second file name.
constexpr std::size_t kMostOsArguments = 5;

void complete_exception(VM& vm, Exception& exception) {
  const BuiltinTypes& types = vm.types;
  Type* type = exception.type.get();
  const std::size_t count = exception.args->size();
  if (type->is_subtype_of(types.stop_iteration)) {
    exception.detail = count > 0 ? (*exception.args)[0] : Value::none();
  } else if (type->is_subtype_of(types.system_exit)) {
    exception.detail = count == 0 ? Value::none() : count == 1 ? (*exception.args)[0] : Value(exception.args);
  } else if (type->is_subtype_of(types.os_error) && count > 2 && count <= kMostOsArguments) {
    // The file's name is an attribute of its own, and no argument.
    if ((*exception.args)[2].is_none()) return;
    exception.detail = (*exception.args)[2];
    exception.args = Tuple::of(exception.args->span().first(2));
  }
}

namespace {

Exception* self_of(Value* arguments) { return arguments[0].as<Exception>(); }

/// The class's own arguments go to `__init__`; what BaseException.__new__ keeps are the positional ones.
Value base_exception_new(VM& vm, Value* arguments) {
  if (!arguments[0].is(ObjectKind::Type)) {
    return vm.raise_type_error(std::string("BaseException.__new__(X): X is not a type object (") +
                               vm.type_name(arguments[0]) + ")");
  }
  Type* type = arguments[0].as<Type>();
  if (!type->is_subtype_of(vm.types.base_exception)) {
    return vm.raise_type_error(std::string("BaseException.__new__(") + type->name_text() + "): " + type->name_text() +
                               " is not a subtype of BaseException");
  }
  const Value rest = arguments[1];
  if (type->is_subtype_of(vm.types.syntax_error) && rest.as<Tuple>()->size() > 1) {
    return vm.refuse("a SyntaxError with its place in a source", "give the message alone");
  }
  return new_exception_of(vm, type, *rest.as<Tuple>(), arguments[2].as<Dict>());
}

Value base_exception_init(VM& vm, Value* arguments) {
  Exception* self = self_of(arguments);
  if (arguments[2].as<Dict>()->size() > 0) {
    return vm.raise_type_error(std::string(self->type->name_text()) + "() takes no keyword arguments");
  }
  self->args = Ref<Tuple>(arguments[1].as<Tuple>());
  complete_exception(vm, *self);
  return Value::none();
}

Value base_exception_str(VM& vm, Value* arguments) {
  const Exception* self = self_of(arguments);
  if (self->type->is_subtype_of(vm.types.key_error) && self->args->size() == 1) return vm.repr((*self->args)[0]);
  if (self->type->is_subtype_of(vm.types.os_error) && self->args->size() >= 2) {
    const Value number = vm.to_str((*self->args)[0]);
    const Value text = number ? vm.to_str((*self->args)[1]) : Value();
    if (!text) return Value();
    std::string result = "[Errno " + number.as<Str>()->text() + "] " + text.as<Str>()->text();
    if (self->detail) {
      const Value name = vm.repr(self->detail);
      if (!name) return Value();
      result += ": " + name.as<Str>()->text();
    }
    return vm.str(result);
  }
  if (self->type->is_subtype_of(vm.types.base_exception_group)) return group_text(vm, *self);
  if (self->args->size() == 0) return vm.str("");
  if (self->args->size() == 1) return vm.to_str((*self->args)[0]);
  return vm.repr(Value(self->args));
}

Value base_exception_repr(VM& vm, Value* arguments) {
  const Exception* self = self_of(arguments);
  const std::string name = self->type->name_text();
  if (self->args->size() == 1) {
    const Value text = vm.repr((*self->args)[0]);
    return text ? vm.str(name + "(" + text.as<Str>()->text() + ")") : Value();
  }
  const Value text = vm.repr(Value(self->args));
  return text ? vm.str(name + text.as<Str>()->text()) : Value();
}

Value with_traceback(VM& vm, Value* arguments) {
  if (!arguments[1].is_none() && !arguments[1].is(ObjectKind::Traceback)) {
    return vm.raise_type_error("__traceback__ must be a traceback or None");
  }
  vm.language().set_traceback(arguments[0], arguments[1]);
  return arguments[0];
}

Value add_note(VM& vm, Value* arguments) {
  if (!arguments[1].is(ObjectKind::Str)) {
    const std::string type = vm.type_name(arguments[1]);
    return vm.raise_type_error(note_error_names_function(vm.python())
                                   ? "add_note() argument must be str, not " + argument_type(vm, arguments[1])
                                   : "note must be a str, not '" + type + "'");
  }
  const Value notes = vm.find_attribute(arguments[0], vm.names.dunder_notes);
  if (!notes) return Value();
  if (notes.is(ObjectKind::List)) {
    notes.as<List>()->items.push_back(arguments[1]);
    return Value::none();
  }
  if (!notes.is_missing()) return vm.raise_type_error("Cannot add note: __notes__ is not a list");
  return vm.set_attribute(arguments[0], vm.names.dunder_notes, vm.list({arguments[1]})) ? Value::none() : Value();
}

Value or_none(const Value& value) { return value ? value : Value::none(); }

Value get_args(VM&, const Value& self) { return Value(self.as<Exception>()->args); }
/// False, with TypeError, where what every exception has is to be deleted.
bool check_kept(VM& vm, const Value& value, const char* what) {
  if (value) return true;
  vm.raise_type_error(std::string(what) + " may not be deleted");
  return false;
}

bool set_args(VM& vm, const Value& self, const Value& value) {
  if (!check_kept(vm, value, "args")) return false;
  std::vector<Value> items;
  if (!vm.extend(items, value)) return false;
  self.as<Exception>()->args = Tuple::of(items);
  return true;
}
Value get_cause(VM&, const Value& self) { return or_none(self.as<Exception>()->cause); }
Value get_context(VM&, const Value& self) { return or_none(self.as<Exception>()->context); }
Value get_suppress(VM&, const Value& self) { return Value::boolean(self.as<Exception>()->suppress_context); }
Value get_traceback(VM&, const Value& self) {
  const Ref<Traceback>& traceback = self.as<Exception>()->traceback;
  return traceback ? Value(traceback) : Value::none();
}

bool is_exception_or_none(VM& vm, const Value& value, const char* what) {
  if (!check_kept(vm, value, (std::string("__") + what + "__").c_str())) return false;
  if (value.is_none() || value.is(ObjectKind::Exception)) return true;
  vm.raise_type_error(std::string("exception ") + what + " must be None or derive from BaseException");
  return false;
}

bool set_cause(VM& vm, const Value& self, const Value& value) {
  if (!is_exception_or_none(vm, value, "cause")) return false;
  self.as<Exception>()->cause = value.is_none() ? Value() : value;
  self.as<Exception>()->suppress_context = true;
  return true;
}
bool set_context(VM& vm, const Value& self, const Value& value) {
  if (!is_exception_or_none(vm, value, "context")) return false;
  self.as<Exception>()->context = value.is_none() ? Value() : value;
  return true;
}
bool set_suppress(VM& vm, const Value& self, const Value& value) {
  if (!value) {
    vm.raise_type_error("can't delete numeric/char attribute");
    return false;
  }
  const int truth = vm.truth(value);
  if (truth < 0) return false;
  self.as<Exception>()->suppress_context = truth == 1;
  return true;
}
bool set_traceback(VM& vm, const Value& self, const Value& value) {
  if (!check_kept(vm, value, "__traceback__")) return false;
  Value arguments[2] = {self, value};
  return static_cast<bool>(with_traceback(vm, arguments));
}

Value get_detail(VM&, const Value& self) { return or_none(self.as<Exception>()->detail); }
bool set_detail(VM&, const Value& self, const Value& value) {
  self.as<Exception>()->detail = value ? value : Value::none();
  return true;
}

/// `.name` and `.obj` of NameError, AttributeError, ImportError: from `detail`, (name, object), which we set when we
/// raise them.
Value detail_at(const Value& self, std::size_t index) {
  const Value& detail = self.as<Exception>()->detail;
  if (!detail.is(ObjectKind::Tuple) || detail.as<Tuple>()->size() <= index) return Value::none();
  return (*detail.as<Tuple>())[index];
}
Value get_error_name(VM&, const Value& self) { return detail_at(self, 0); }
Value get_error_object(VM&, const Value& self) { return detail_at(self, 1); }

Value os_argument(const Value& self, std::size_t index) {
  const Tuple& args = *self.as<Exception>()->args;
  return args.size() >= 2 && args.size() > index ? args[index] : Value::none();
}
Value get_errno(VM&, const Value& self) { return os_argument(self, 0); }
Value get_strerror(VM&, const Value& self) { return os_argument(self, 1); }
Value get_filename(VM&, const Value& self) {
  const Value& name = self.as<Exception>()->detail;
  return name ? name : Value::none();
}

constexpr NativeEntry kBaseMethods[] = {
    {"__init__", base_exception_init, "self, /, *args, **kwargs"},
    {"__str__", base_exception_str, "self, /"},
    {"__repr__", base_exception_repr, "self, /"},
    {"with_traceback", with_traceback, "self, tb, /"},
};
constexpr NativeEntry kNoteMethods[] = {{"add_note", add_note, "self, note, /"}};
constexpr NativeAttribute kBaseAttributes[] = {
    {"args", get_args, set_args},
    {"__cause__", get_cause, set_cause},
    {"__context__", get_context, set_context},
    {"__suppress_context__", get_suppress, set_suppress},
    {"__traceback__", get_traceback, set_traceback},
};
constexpr NativeAttribute kValueAttribute[] = {{"value", get_detail, set_detail}};
constexpr NativeAttribute kCodeAttribute[] = {{"code", get_detail, set_detail}};
/// What a program's own SyntaxError was given. Those of CPython's compiler cannot be caught here.
Value get_error_message(VM&, const Value& self) {
  const Tuple& args = *self.as<Exception>()->args;
  return args.size() > 0 ? args[0] : Value::none();
}
constexpr NativeAttribute kMessageAttribute[] = {{"msg", get_error_message, nullptr}};
constexpr NativeAttribute kNameAttribute[] = {{"name", get_error_name, nullptr}};
constexpr NativeAttribute kNameObjectAttributes[] = {{"name", get_error_name, nullptr},
                                                     {"obj", get_error_object, nullptr}};
constexpr NativeAttribute kOsAttributes[] = {
    {"errno", get_errno, nullptr}, {"strerror", get_strerror, nullptr}, {"filename", get_filename, nullptr}};

/// One builtin exception: where it goes in VM::types, its name and its base's. Bases come first.
struct HierarchyEntry {
  Type* BuiltinTypes::*member;
  const char* name;
  Type* BuiltinTypes::*base;
};

constexpr HierarchyEntry kHierarchy[] = {
#define ERROR(member, name, base) {&BuiltinTypes::member, name, &BuiltinTypes::base},
#include "vm/builtin_exceptions.def"
#undef ERROR
};

/// What OSError(number, text) makes of itself: numbers as Linux has them. Source: CPython, Objects/exceptions.c.
struct NumberedError {
  std::int64_t number;
  Type* BuiltinTypes::*type;
};

constexpr NumberedError kNumberedErrors[] = {
    {1, &BuiltinTypes::permission_error},         {2, &BuiltinTypes::file_not_found_error},
    {3, &BuiltinTypes::process_lookup_error},     {4, &BuiltinTypes::interrupted_error},
    {10, &BuiltinTypes::child_process_error},     {11, &BuiltinTypes::blocking_io_error},
    {13, &BuiltinTypes::permission_error},        {17, &BuiltinTypes::file_exists_error},
    {20, &BuiltinTypes::not_a_directory_error},   {21, &BuiltinTypes::is_a_directory_error},
    {32, &BuiltinTypes::broken_pipe_error},       {103, &BuiltinTypes::connection_aborted_error},
    {104, &BuiltinTypes::connection_reset_error}, {108, &BuiltinTypes::broken_pipe_error},
    {110, &BuiltinTypes::timeout_error},          {111, &BuiltinTypes::connection_refused_error},
    {114, &BuiltinTypes::blocking_io_error},      {115, &BuiltinTypes::blocking_io_error},
};

Type* os_error_of(VM& vm, const Tuple& positional) {
  std::int64_t number = 0;
  if (positional.size() < 2 || positional.size() > kMostOsArguments || !VM::as_int64(positional[0], number)) {
    return vm.types.os_error;
  }
  for (const NumberedError& one : kNumberedErrors) {
    if (one.number == number) return vm.types.*one.type;
  }
  return vm.types.os_error;
}

}  // namespace

Value new_exception_of(VM& vm, Type* type, const Tuple& positional, Dict* keywords) {
  if (type->is_subtype_of(vm.types.base_exception_group)) return new_group(vm, type, positional.span());
  if (type == vm.types.os_error) type = os_error_of(vm, positional);
  Ref<Exception> exception = make<Exception>(type, Tuple::of(positional.span()));
  complete_exception(vm, *exception);
  // A class that takes keywords has an __init__ of its own.
  const bool keywords_allowed = type->special(vm, SpecialMethod::Init).is(ObjectKind::Function);
  if (keywords == nullptr || keywords->size() == 0 || keywords_allowed) return Value(exception);
  // name=, obj=, path= of AttributeError, NameError and ImportError are the only keywords that builtin exceptions take.
  const bool named = type->is_subtype_of(vm.types.attribute_error) || type->is_subtype_of(vm.types.name_error) ||
                     type->is_subtype_of(vm.types.import_error);
  if (!named) return vm.raise_type_error(std::string(type->name_text()) + "() takes no keyword arguments");
  const bool has_object = type->is_subtype_of(vm.types.attribute_error);
  const bool has_path = type->is_subtype_of(vm.types.import_error);
  for (std::size_t i = 0; const Dict::Entry* entry = keywords->next(i);) {
    const std::string& word = entry->key.as<Str>()->text();
    if (word == "name" || (word == "obj" && has_object) || ((word == "path" || word == "name_from") && has_path))
      continue;
    const std::string who = std::string(type->name_text()) + "()";
    return vm.raise_type_error(native_names_unexpected_keyword_first(vm.python())
                                   ? who + " got an unexpected keyword argument '" + word + "'"
                                   : "'" + word + "' is an invalid keyword argument for " + who);
  }
  const Value* name = keywords->find(vm.intern("name"));
  const Value* object = keywords->find(vm.intern("obj"));
  const Value about[2] = {name != nullptr ? *name : Value::none(), object != nullptr ? *object : Value::none()};
  exception->detail = vm.tuple(about);
  return Value(exception);
}

Value new_exception(VM& vm, Type* type, const Arguments& arguments) {
  Ref<Tuple> positional = Tuple::of(std::span<const Value>(arguments.values, arguments.positional));
  Ref<Dict> keywords;
  if (arguments.names != nullptr) {
    keywords = make<Dict>();
    for (std::size_t i = 0; i < arguments.names->size(); ++i) {
      keywords->set((*arguments.names)[i].as<Str>(), arguments.values[arguments.positional + i]);
    }
  }
  return new_exception_of(vm, type, *positional, keywords.get());
}

void install_exceptions(VM& vm) {
  BuiltinTypes& types = vm.types;
  for (const HierarchyEntry& entry : kHierarchy) {
    Type* base = types.*(entry.base);
    Type* const bases[1] = {base};
    Type* type = vm.define_type(entry.name, "builtins", bases, ObjectKind::Exception);
    types.*(entry.member) = type;
    vm.builtins().set(vm.intern(entry.name), Value(type));
  }
  Type* const deadlock_bases[1] = {types.base_exception};
  types.deadlock = vm.define_type("Deadlock", "builtins", deadlock_bases, ObjectKind::Exception);
  if (!has_exception_groups(vm.python())) {
    vm.builtins().erase(vm.intern("BaseExceptionGroup"));
  }
  vm.add_methods(types.base_exception, kBaseMethods);
  if (has_exception_groups(vm.python())) vm.add_methods(types.base_exception, kNoteMethods);
  vm.add_attributes(types.base_exception, kBaseAttributes);
  constexpr NativeEntry kNew = {"__new__", base_exception_new, "cls, /, *args, **kwargs"};
  vm.add_static_methods(types.base_exception, std::span<const NativeEntry>(&kNew, 1));
  vm.add_attributes(types.stop_iteration, kValueAttribute);
  vm.add_attributes(types.system_exit, kCodeAttribute);
  vm.add_attributes(types.attribute_error, kNameObjectAttributes);
  vm.add_attributes(types.name_error, kNameAttribute);
  vm.add_attributes(types.import_error, kNameAttribute);
  vm.add_attributes(types.syntax_error, kMessageAttribute);
  vm.add_attributes(types.os_error, kOsAttributes);
  install_exception_groups(vm);
  install_generic_aliases(vm);
  vm.builtins().set(vm.intern("EnvironmentError"), Value(types.os_error));
  vm.builtins().set(vm.intern("IOError"), Value(types.os_error));
}

}  // namespace sluice
