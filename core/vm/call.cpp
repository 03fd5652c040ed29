// Calls: of functions of the program, of native functions, of classes, of anything.
#include <algorithm>
#include <iterator>
#include <new>
#include <vector>

#include "base/check.h"
#include "loop/task.h"
#include "loop/task_group.h"
#include "vm/bind.h"
#include "vm/builtin_operations.h"
#include "vm/call_errors.h"
#include "vm/class_creation.h"
#include "vm/exception.h"
#include "vm/function.h"
#include "vm/function_homes.h"
#include "vm/generator.h"
#include "vm/interpreter.h"
#include "vm/interpreter_frames.h"
#include "vm/native_inside.h"
#include "vm/queue_hooks.h"
#include "vm/stack_array.h"
#include "vm/vm.h"

namespace sluice {

namespace {

/// Copies of arguments with one value before them.
class WithFirst {
 public:
  WithFirst(ThreadState& thread, const Value& first, const Arguments& arguments, bool keep)
      : array_(thread, 1 + arguments.positional + (arguments.names != nullptr ? arguments.names->size() : 0)) {
    const std::size_t count = arguments.positional + (arguments.names != nullptr ? arguments.names->size() : 0);
    array_[0] = first;
    for (std::size_t i = 0; i < count; ++i) {
      if (keep) {
        array_[i + 1] = arguments.values[i];
      } else {
        array_[i + 1] = static_cast<Value&&>(arguments.values[i]);
      }
    }
    arguments_ = Arguments{array_.data(), arguments.positional + 1, arguments.names};
  }
  [[nodiscard]] const Arguments& arguments() const { return arguments_; }

 private:
  StackArray array_;
  Arguments arguments_;
};

ObjectKind generator_kind(const Code& code) {
  if (code.is_async_generator) return ObjectKind::AsyncGenerator;
  return code.is_coroutine ? ObjectKind::Coroutine : ObjectKind::Generator;
}

}  // namespace

Frame* Interpreter::push_call(ThreadState& thread, Function* function, const Arguments& arguments, Value& made) {
  CodeObject* code = function->code.get();
  if (code->is_generator_like) {
    Ref<Generator> generator = Generator::create(vm_, generator_kind(*code->code), function);
    if (!bind_arguments(vm_, *function, arguments, generator->frame.fast)) {
      generator->end();
      return nullptr;
    }
    made = Value(generator);
    return nullptr;
  }
  Value* outer_top = thread.top;
  Value* slots = thread.reserve(outer_top, frame_size(*code));
  for (std::uint32_t i = 0; i < code->slot_count; ++i) new (slots + i) Value();
  thread.top = slots + code->slot_count;
  const bool bound = bind_arguments(vm_, *function, arguments, slots);
  thread.top = outer_top;
  if (!bound || !enter(thread)) {
    for (std::uint32_t i = 0; i < code->slot_count; ++i) slots[i].~Value();
    thread.give_back(outer_top);
    return nullptr;
  }
  return make_frame(thread, function, slots);
}

Value Interpreter::call(const Value& callable, const Arguments& arguments) {
  ThreadState& thread = vm_.thread();
  if (!callable.is_object()) {
    return vm_.raise_type_error("'" + std::string(vm_.type_name(callable)) + "' object is not callable");
  }
  switch (callable.object()->kind()) {
    case ObjectKind::Function: {
      const Value keep = callable;
      Value result;
      Frame* frame = push_call(thread, callable.as<Function>(), arguments, result);
      if (frame == nullptr) return result;
      frame->is_entry = true;
      const Result ended = execute(thread, result);
      SLUICE_CHECK(ended == Result::Returned || ended == Result::Raised);
      return result;
    }
    case ObjectKind::NativeFunction: {
      const Value keep = callable;
      return call_native(*callable.as<NativeFunction>(), arguments);
    }
    case ObjectKind::BoundMethod: {
      const Ref<BoundMethod> method(callable.as<BoundMethod>());
      const WithFirst all(thread, method->self, arguments, false);
      return call(method->function, all.arguments());
    }
    case ObjectKind::Type: {
      const Ref<Type> type(callable.as<Type>());
      return call_type(type.get(), arguments);
    }
    case ObjectKind::StaticMethod:
      return call(Value(callable.as<StaticMethod>()->function), arguments);
    default:
      break;
  }
  const Value method = vm_.type_of(callable)->special(vm_, SpecialMethod::Call);
  if (!method) return vm_.raise_type_error("'" + std::string(vm_.type_name(callable)) + "' object is not callable");
  if (!method.is(ObjectKind::Function) && !method.is(ObjectKind::NativeFunction)) {
    // What is called may be an object of the same class again.
    if (thread.native_depth >= kDeepestNative) {
      return vm_.raise(vm_.types.recursion_error, "maximum recursion depth exceeded while calling a Python object");
    }
    const Value bound = vm_.bind(method, callable);
    if (!bound) return bound;
    ++thread.native_depth;
    Value result = call(bound, arguments);
    --thread.native_depth;
    return result;
  }
  const WithFirst all(thread, callable, arguments, false);
  return call(method, all.arguments());
}

Value Interpreter::call_native(NativeFunction& function, const Arguments& arguments) {
  ThreadState& thread = vm_.thread();
  // A native function that calls Python which calls native code …: each level uses C++ stack, whatever the frames do.
  if (thread.native_depth >= kDeepestNative) {
    return vm_.raise(vm_.types.recursion_error, "maximum recursion depth exceeded");
  }
  const Signature& signature = *function.signature;
  const std::size_t count = signature.slot_count();
  StackArray slots(thread, count);
  const bool plain = arguments.names == nullptr && !signature.has_varargs && !signature.has_varkw &&
                     arguments.positional == count && count == signature.positional;
  if (plain) {
    for (std::size_t i = 0; i < count; ++i) slots[i] = static_cast<Value&&>(arguments.values[i]);
  } else if (!bind_native(vm_, function, arguments, slots.data())) {
    return Value();
  }
  return run_native(function, slots.data());
}

namespace {

/// An instance of a class that derives from Runner, an executor or TaskGroup, which `with` is to give to the program:
/// what enters is the object of ours inside it.
Value entered_whole(const NativeFunction& function, const Value& self) {
  if (!self.is(ObjectKind::Instance)) return Value();
  const Value& inside = self.as<Instance>()->payload;
  if (inside.is(ObjectKind::TaskGroup) && std::string_view(function.name) == "__aenter__") {
    inside.as<TaskGroup>()->enter_as(self);
  }
  const bool is_entered = inside.is(ObjectKind::Runner) || inside.is(ObjectKind::ThreadPool);
  return is_entered && std::string_view(function.name) == "__enter__" ? self : Value();
}

/// A function of asyncio that failed: in CPython its frame is in the traceback, with its arguments. So a coroutine that
/// nobody will await is dropped, and warned about, when the exception has been handled.
void keep_coroutines(VM& vm, const NativeFunction& function, const Value* slots) {
  for (std::size_t i = 0; i < function.signature->slot_count(); ++i) {
    const bool is_kept = slots[i].is(ObjectKind::Coroutine) || slots[i].is(ObjectKind::NativeCoroutine) ||
                         slots[i].is(ObjectKind::List) ||
                         (slots[i].is(ObjectKind::Tuple) && function.signature->has_varargs);
    if (is_kept) vm.world->language.keep_with_traceback(vm.error(), slots[i]);
  }
}

}  // namespace

Value Interpreter::run_native(NativeFunction& function, Value* slots) {
  ThreadState& thread = vm_.thread();
  const Value whole = function.takes_self ? entered_whole(function, slots[0]) : Value();
  if (function.takes_self && !adapt_self(function, slots[0])) return Value();
  if (!function.is_constructor) [[likely]] {
    ++thread.native_depth;
    Value result = function.code(vm_, slots);
    --thread.native_depth;
    if (!result && is_python_function(vm_, function)) keep_coroutines(vm_, function, slots);
    return whole && result.is_same(slots[0]) ? whole : result;
  }
  if (is_future(slots[0])) return function.code(vm_, slots);  // its `__init__`: see empty_future
  if (!slots[0].is(ObjectKind::Type)) {
    return vm_.raise_type_error(std::string(function.owner->name_text()) + ".__new__(X): X is not a type object (" +
                                vm_.type_name(slots[0]) + ")");
  }
  const Value cls = slots[0];
  if (cls.as<Type>() != function.owner && !cls.as<Type>()->is_subtype_of(function.owner)) {
    const std::string owner = function.owner->name_text();
    const std::string given = cls.as<Type>()->name_text();
    return vm_.raise_type_error(owner + ".__new__(" + given + "): " + given + " is not a subtype of " + owner);
  }
  const NativeFunction* maker = cls.as<Type>()->is_builtin ? cls.as<Type>()->native_new : nullptr;
  if (maker != nullptr && maker != &function) {
    const std::string given = cls.as<Type>()->name_text();
    return vm_.raise_type_error(std::string(function.owner->name_text()) + ".__new__(" + given + ") is not safe, use " +
                                given + ".__new__()");
  }
  ++thread.native_depth;
  Value result = function.code(vm_, slots);
  --thread.native_depth;
  if (!result || cls.as<Type>() == function.owner) return result;
  return wrap_in_class(cls.as<Type>(), static_cast<Value&&>(result));
}

/// What a builtin `__new__` made, as an instance of a class that derives from the builtin one.
Value Interpreter::wrap_in_class(Type* cls, Value made) {
  if (cls->is_builtin || made.is(ObjectKind::Instance) || made.is(ObjectKind::Exception) || made.is(ObjectKind::Type)) {
    return made;
  }
  if (!check_not_abstract(vm_, cls)) return Value();
  if (is_future(made)) {
    become_derived(vm_, future_of(made), cls);
    return made;
  }
  Ref<Instance> instance = make<Instance>(cls);
  instance->payload = static_cast<Value&&>(made);
  // Where the class has an __init__ of its own, that calls Queue.__init__.
  const bool is_ready = !cls->special(vm_, SpecialMethod::Init).is(ObjectKind::Function);
  if (is_ready && !attach_queue_hooks(vm_, *instance)) return Value();
  return Value(instance);
}

bool Interpreter::adapt_self(const NativeFunction& function, Value& self) {
  Type* owner = function.owner;
  Type* type = vm_.type_of(self);
  if (type != owner && !type->is_subtype_of(owner)) {
    raise_wrong_self(vm_, function, self);
    return false;
  }
  const bool is_future_method = type != owner && is_future(self) && owner->is_subtype_of(vm_.types.future);
  if (is_future_method && future_of(self).is_empty()) {
    const std::string_view name = function.name;
    if (name == "done" || name == "cancelled") return true;
    const ErrorKind kind = name == "result" || name == "exception" ? ErrorKind::InvalidState : ErrorKind::Runtime;
    vm_.restore_error(vm_.world->raise(kind, std::string(owner->name_text()) + " object is not initialized.").value);
    return false;
  }
  if (!self.is(ObjectKind::Instance) || owner->layout == ObjectKind::Instance) return true;
  const Value& payload = self.as<Instance>()->payload;
  if (payload) {
    self = Value(payload);
    return true;
  }
  if (owner->native_new == nullptr) return true;
  vm_.raise(vm_.types.runtime_error, std::string("super().__init__() of ") + owner->name_text() + " was not called");
  return false;
}

Value Interpreter::call_type(Type* type, const Arguments& arguments) {
  if (type->metaclass != vm_.types.type) {
    const Value method = type->metaclass->special(vm_, SpecialMethod::Call);
    if (method && method.is(ObjectKind::Function)) {
      const WithFirst all(vm_.thread(), Value(type), arguments, false);
      return call(method, all.arguments());
    }
  }
  return construct(type, arguments);
}

namespace {

/// A builtin class without a constructor here is called. None and its like give themselves, most others refuse as in
/// CPython; what CPython would make would be an object without its inside.
Value construct_without_maker(VM& vm, const Type& type, const Arguments& arguments) {
  const std::string name = type.name_text();
  const std::size_t given = arguments.positional + (arguments.names == nullptr ? 0 : arguments.names->size());
  const Value singleton = &type == vm.types.none_type              ? Value::none()
                          : &type == vm.types.ellipsis_type        ? Value::ellipsis()
                          : &type == vm.types.not_implemented_type ? Value::not_implemented()
                                                                   : Value();
  if (singleton) {
    if (given == 0) return singleton;
    return vm.raise_type_error((name == "ellipsis" ? "EllipsisType" : name) + " takes no arguments");
  }
  if (name == "module" && given > 2) {
    return vm.raise_type_error("module() takes at most 2 arguments (" + std::to_string(given) + " given)");
  }
  if (name == "function" && given > 1) return vm.raise_type_error("function() argument 'code' must be code, not str");
  constexpr const char* kMade[] = {"module", "function", "method", "code", "cell", "traceback"};
  const bool is_library = static_cast<Str*>(type.module_name.get())->view() != "builtins";
  if (is_library || std::find(std::begin(kMade), std::end(kMade), name) != std::end(kMade)) {
    return vm.refuse("an instance made by " + name + "()", "the operations of Python and asyncio make them");
  }
  return vm.raise_type_error("cannot create '" + name + "' instances");
}

/// Classes whose `__new__` looks at no keywords where a class that derives has an `__init__` of its own: they are for
/// that.
bool overlooks_keywords(const BuiltinTypes& types, const NativeFunction& constructor) {
  const Type* type = constructor.owner;
  const Signature& signature = *constructor.signature;
  const bool knows_none = signature.count == 1 || signature.positional_only == signature.count;
  return type == types.floating || type == types.tuple || type == types.frozenset || type == types.weak_reference ||
         (type->layout == ObjectKind::NativeIterator && knows_none && !signature.has_varkw);
}

}  // namespace

Value Interpreter::construct(Type* type, const Arguments& arguments) {
  ThreadState& thread = vm_.thread();
  const Value keep(type);
  const Value new_method = type->special(vm_, SpecialMethod::New);
  Value init = type->special(vm_, SpecialMethod::Init);
  const bool has_arguments = arguments.positional > 0 || arguments.names != nullptr;
  const bool python_init = init && !init.is(ObjectKind::NativeFunction);
  bool by_program = false;
  Value made;
  if (!new_method && type->layout != ObjectKind::Exception) {
    const bool is_made_elsewhere = type->is_builtin && (type->layout != ObjectKind::Instance || type->is_final);
    if (is_made_elsewhere && !init) return construct_without_maker(vm_, *type, arguments);
    if (has_arguments && !init) return vm_.raise_type_error(std::string(type->name_text()) + "() takes no arguments");
    if (!check_not_abstract(vm_, type)) return Value();
    if (is_made_elsewhere) return construct_without_maker(vm_, *type, arguments);
    made = Value(new Instance(type));
  } else if (!new_method) {
    made = new_exception(vm_, type, arguments);
    if (!made) return Value();
  } else {
    const bool is_static = new_method.is(ObjectKind::StaticMethod);
    // What is neither a function nor a static method is bound to the class, which it gets as its argument besides.
    const bool is_bound = !is_static && new_method.is(ObjectKind::ClassMethod);
    const Value function = is_static  ? new_method.as<StaticMethod>()->function
                           : is_bound ? vm_.get_attribute(keep, vm_.intern("__new__"))
                                      : new_method;
    if (!function) return function;
    const bool native = function.is(ObjectKind::NativeFunction) && function.as<NativeFunction>()->is_constructor;
    const bool postponed = native && python_init && !is_immutable(function.as<NativeFunction>()->owner);
    if (postponed) {
      made = empty_payload(type, *function.as<NativeFunction>());
    } else {
      const WithFirst all(thread, keep, arguments, true);
      Arguments passed = all.arguments();
      if (native && python_init && overlooks_keywords(vm_.types, *function.as<NativeFunction>())) {
        passed.names = nullptr;
      }
      made = call(function, passed);
    }
    if (!made) return Value();
    if (!vm_.is_instance(made, type)) return made;
    if (native && !python_init) return made;
    by_program = !function.is(ObjectKind::NativeFunction);
    init = vm_.type_of(made)->special(vm_, SpecialMethod::Init);
  }
  if (!init) return made;
  // An exception has its arguments from its making, unless the program's `__new__` has made it with others.
  if (!by_program && init.is(ObjectKind::NativeFunction) &&
      init.as<NativeFunction>()->owner->layout == ObjectKind::Exception) {
    return made;
  }
  const WithFirst all(thread, made, arguments, false);
  const Value result = call(init, all.arguments());
  if (!result) return Value();
  if (!result.is_none()) {
    return vm_.raise_type_error(std::string("__init__() should return None, not '") + vm_.type_name(result) + "'");
  }
  return made;
}

/// Iterators count as such, too: nothing about them is left to `__init__`.
bool Interpreter::is_immutable(const Type* type) const {
  const BuiltinTypes& types = vm_.types;
  return type->layout == ObjectKind::NativeIterator || type == types.integer || type == types.floating ||
         type == types.complex_number || type == types.str || type == types.bytes || type == types.tuple ||
         type == types.frozenset || type == types.type || type == types.weak_reference;
}

/// An instance whose builtin part is empty until its class's `__init__` calls `super().__init__(…)`.
Value Interpreter::empty_payload(Type* type, NativeFunction& constructor) {
  if (constructor.owner->is_subtype_of(vm_.types.future)) {
    if (!check_not_abstract(vm_, type)) return Value();
    return empty_future(vm_, type);
  }
  if (constructor.signature->required_positional <= 1) {
    Value cls[1] = {Value(type)};
    return call_native(constructor, Arguments{cls, 1, nullptr});
  }
  if (!check_not_abstract(vm_, type)) return Value();
  return Value(new Instance(type));
}

// ---- For native code ----

Value VM::call(const Value& callable, std::span<const Value> arguments) {
  StackArray values(thread(), arguments.size());
  for (std::size_t i = 0; i < arguments.size(); ++i) values[i] = arguments[i];
  return interpreter_->call(callable, Arguments{values.data(), static_cast<std::uint32_t>(arguments.size()), nullptr});
}

Value VM::call(const Value& callable, std::span<const Value> arguments, Dict* keywords) {
  if (keywords == nullptr || keywords->size() == 0) return call(callable, arguments);
  StackArray values(thread(), arguments.size() + keywords->size());
  for (std::size_t i = 0; i < arguments.size(); ++i) values[i] = arguments[i];
  Ref<Tuple> given = Tuple::create(keywords->size());
  std::size_t position = 0;
  std::size_t count = 0;
  while (Dict::Entry* entry = keywords->next(position)) {
    (*given)[count] = entry->key;
    values[arguments.size() + count] = entry->value;
    ++count;
  }
  const auto positional = static_cast<std::uint32_t>(arguments.size());
  return interpreter_->call(callable, Arguments{values.data(), positional, given.get()});
}

Value VM::call_method(const Value& object, Str* name, std::span<const Value> arguments) {
  const Value method = get_attribute(object, name);
  return method ? call(method, arguments) : Value();
}

Value VM::call_special(const Value& object, SpecialMethod method, std::span<const Value> arguments) {
  const Value function = type_of(object)->special(*this, method);
  if (!function) return Value::not_implemented();
  return call_found(function, object, arguments);
}

Value VM::call_found(const Value& function, const Value& self, std::span<const Value> arguments) {
  if (!function.is(ObjectKind::Function) && !function.is(ObjectKind::NativeFunction)) {
    if (function.is_none()) return raise_type_error("'NoneType' object is not callable");
    const Value bound = bind(function, self);
    return bound ? call(bound, arguments) : Value();
  }
  StackArray values(thread(), arguments.size() + 1);
  values[0] = self;
  for (std::size_t i = 0; i < arguments.size(); ++i) values[i + 1] = arguments[i];
  return interpreter_->call(function,
                            Arguments{values.data(), static_cast<std::uint32_t>(arguments.size()) + 1, nullptr});
}

}  // namespace sluice
