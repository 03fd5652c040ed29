#include "vm/vm.h"

#include <utility>

#include "base/check.h"
#include "base/runtime_changes.h"
#include "loop/future.h"
#include "loop/handle.h"
#include "vm/native_inside.h"
#include "vm/builtin_operations.h"
#include "vm/class_creation.h"
#include "vm/function.h"
#include "vm/function_homes.h"
#include "vm/interpreter.h"
#include "vm/module.h"
#include "vm/python_language.h"
#include "vm/thread_state.h"

namespace sluice {

namespace {

/// Goes on over all VMs of the process, so that no cache of an earlier one is ever valid.
std::uint32_t last_class_version = 0;

}  // namespace

VM* VM::current_ = nullptr;

VM::VM(Trace& run_trace, Options run_options)
    : trace(run_trace), options(std::move(run_options)), outer_(current_), class_version_(++last_class_version) {
  current_ = this;
  builtins_ = make<Dict>();
  modules_ = make<Dict>();
#define NAME(member, text) names.member = intern(text);
#include "vm/common_names.def"
#undef NAME
  static const char* const kSpecialNames[] = {
#define SPECIAL(name, python) python,
#include "vm/special_methods.def"
#undef SPECIAL
  };
  for (std::size_t i = 0; i < kSpecialMethodCount; ++i) special_names_[i] = intern(kSpecialNames[i]);
  main_thread_ = std::make_unique<ThreadState>(*this);
  thread_ = main_thread_.get();
  interpreter_ = std::make_unique<Interpreter>(*this);
  language_ = std::make_unique<PythonLanguage>(*this);
  install_object_types(*this);
  install_builtin_types(*this);
  install_exceptions(*this);
  install_builtins(*this);
  build_class_ = make_native({"__build_class__", build_class_native, "*args, **kwargs"}, "builtins");
  install_modules(*this);
}

VM::~VM() {
  error_ = Value();
  main_thread_.reset();
  modules_.reset();
  builtins_.reset();
  language_.reset();
  interpreter_.reset();
  current_ = outer_;
}

void VM::class_changed() { class_version_ = ++last_class_version; }

// ---- Making values ----

Value VM::str(std::string_view utf8) {
  if (utf8.size() > 1) return Value(new Str(std::string(utf8)));
  if (utf8.empty()) {
    if (!empty_text_) empty_text_ = Value(intern(""));
    return empty_text_;
  }
  const auto byte = static_cast<unsigned char>(utf8[0]);
  if (byte >= 128) return Value(new Str(std::string(utf8)));
  if (!one_letter_[byte]) one_letter_[byte] = Value(intern(utf8));
  return one_letter_[byte];
}

Str* VM::intern(std::string_view utf8) {
  const auto found = interned_.find(std::string(utf8));
  if (found != interned_.end()) return found->second.get();
  Ref<Str> text = make<Str>(std::string(utf8));
  text->mark_interned();
  interned_.emplace(std::string(utf8), text);
  return text.get();
}

Str* VM::intern(const Value& text) {
  Str* given = text.as<Str>();
  return given->is_interned() ? given : intern(given->view());
}

Value VM::integer(std::int64_t value) {
  if (Value::fits_small(value)) return Value::small_int(value);
  return builtin_integer(*this, value);
}

Value VM::tuple(std::span<const Value> items) { return Value(Tuple::of(items)); }

Value VM::list(std::vector<Value> items) { return Value(new List(std::move(items))); }

// ---- Types ----

void VM::set_type_of_kind(ObjectKind kind, Type* type) {
  type_by_kind_[static_cast<std::size_t>(kind)] = type;
  switch (kind) {
    case ObjectKind::Instance:
    case ObjectKind::Exception:
    case ObjectKind::Type:
    case ObjectKind::BoundMethod:
    case ObjectKind::NativeData:
    case ObjectKind::NativeIterator:
    case ObjectKind::Future:
    case ObjectKind::Task:
    case ObjectKind::Handle:
      return;  // see type_by_content
    default:
      only_type_[static_cast<std::size_t>(kind)] = type;
  }
}

/// The class of a future or task where that is one of the program's; else null.
static Type* derived_class(const Object& future) {
  const Ref<Object>* const own = future.extra();
  return own != nullptr && *own ? static_cast<OwnAttributes*>(own->get())->type.get() : nullptr;
}

Type* VM::type_by_content(const Value& value) const {
  if (value.is_small_int()) return types.integer;
  if (value.is_double()) return types.floating;
  if (!value.is_object()) {
    if (value.is_bool()) return types.boolean;
    if (value.is_none()) return types.none_type;
    if (value.is_ellipsis()) return types.ellipsis_type;
    return types.not_implemented_type;
  }
  const Object* object = value.object();
  switch (object->kind()) {
    case ObjectKind::Instance:
      return value.as<Instance>()->type.get();
    case ObjectKind::Exception:
      return value.as<Exception>()->type.get();
    case ObjectKind::Type:
      return value.as<Type>()->metaclass;
    case ObjectKind::BoundMethod: {
      // A method of builtin data, of `_asyncio` or `_contextvars` is a builtin function for Python; one of those that
      // CPython has in Python is not.
      const Value& function = value.as<BoundMethod>()->function;
      if (!function.is(ObjectKind::NativeFunction)) return types.bound_method;
      const NativeFunction& method = *function.as<NativeFunction>();
      return method.owner == nullptr || is_python_method(method) ? types.bound_method : types.native_function;
    }
    case ObjectKind::NativeData:
      return value.as<NativeData>()->type;
    case ObjectKind::Task:
      if (Type* derived = derived_class(*object)) return derived;
      break;
    case ObjectKind::Future:
      if (Type* derived = derived_class(*object)) return derived;
      return value.as<Future>()->is_gathering() ? types.gathering_future : types.future;
    case ObjectKind::Handle:
      if (threadsafe_handles_have_class(python()) && value.as<Handle>()->is_threadsafe) return types.threadsafe_handle;
      break;
    case ObjectKind::NativeIterator:
      return iterator_type(value.as<NativeIterator>()->type_name);
    default:
      break;
  }
  Type* type = type_by_kind_[static_cast<std::size_t>(object->kind())];
  return type != nullptr ? type : types.object;
}

Type* VM::iterator_type(const char* name) const {
  Ref<Type>& type = iterator_types_[name];
  if (!type) {
    VM& self = const_cast<VM&>(*this);
    Type* general = type_by_kind_[static_cast<std::size_t>(ObjectKind::NativeIterator)];
    SLUICE_CHECK(general != nullptr);
    Type* const bases[] = {general};
    type = self.define_type(name, "builtins", bases, ObjectKind::NativeIterator);
  }
  return type.get();
}

bool VM::is_instance(const Value& value, const Type* type) const { return type_of(value)->is_subtype_of(type); }

Type* VM::define_type(const char* name, const char* module, std::span<Type* const> bases, ObjectKind layout) {
  Ref<Type> type = make<Type>(intern(name));
  type->module_name = intern(module);
  type->layout = layout;
  type->is_builtin = true;
  type->metaclass = types.type;
  if (bases.empty() && types.object != nullptr) type->bases.push_back(Ref<Type>(types.object));
  for (Type* base : bases) type->bases.push_back(Ref<Type>(base));
  SLUICE_CHECK(type->compute_mro(*this));
  builtin_types_.push_back(type);
  const std::size_t index = static_cast<std::size_t>(layout);
  const bool shared_layout =
      layout == ObjectKind::Instance || layout == ObjectKind::Exception || layout == ObjectKind::NativeData;
  if (!shared_layout && type_by_kind_[index] == nullptr) type_by_kind_[index] = type.get();
  return type.get();
}

namespace {

Ref<NativeFunction> native_of(VM& vm, const NativeEntry& entry) {
  Ref<NativeFunction> function = make<NativeFunction>(entry.name, entry.code);
  function->signature = Signature::parse(vm, entry.signature);
  return function;
}

}  // namespace

void VM::add_methods(Type* type, std::span<const NativeEntry> methods) {
  for (const NativeEntry& entry : methods) {
    Ref<NativeFunction> function = native_of(*this, entry);
    function->owner = type;
    function->takes_self = true;
    type->attributes.set(intern(entry.name), Value(function));
  }
  class_changed();
}

void VM::add_static_methods(Type* type, std::span<const NativeEntry> methods) {
  for (const NativeEntry& entry : methods) {
    Ref<NativeFunction> function = native_of(*this, entry);
    function->owner = type;
    function->is_static = true;
    type->attributes.set(intern(entry.name), Value(make<StaticMethod>(Value(function))));
  }
  class_changed();
}

void VM::add_class_methods(Type* type, std::span<const NativeEntry> methods) {
  for (const NativeEntry& entry : methods) {
    Ref<NativeFunction> function = native_of(*this, entry);
    function->owner = type;
    type->attributes.set(intern(entry.name), Value(make<ClassMethod>(Value(function))));
  }
  class_changed();
}

void VM::add_attributes(Type* type, std::span<const NativeAttribute> attributes) {
  for (const NativeAttribute& entry : attributes) {
    type->attributes.set(intern(entry.name), Value(new NativeDescriptor(entry)));
  }
  class_changed();
}

void VM::set_constructor(Type* type, const NativeEntry& entry) {
  Ref<NativeFunction> function = native_of(*this, entry);
  function->owner = type;
  function->is_static = true;
  function->is_constructor = true;
  type->native_new = function.get();
  type->attributes.set(intern("__new__"), Value(make<StaticMethod>(Value(function))));
  class_changed();
}

Value VM::make_native(const NativeEntry& entry, const char* module) {
  Ref<NativeFunction> function = native_of(*this, entry);
  function->module = module;
  function->is_static = true;
  return Value(function);
}

// ---- Output ----

void VM::write_output(bool to_stderr, std::string_view text) {
  if (ending_) return;
  written_bytes_ += text.size();
  if (options.budgets.output_bytes != 0 && written_bytes_ > options.budgets.output_bytes) {
    end_by_budget("output", "the program printed more than its budget of output");
    return;
  }
  trace.record(to_stderr ? TraceKind::Err : TraceKind::Out, trace.text(text), current_line());
}

std::uint32_t VM::current_line() const {
  for (const Frame* frame = thread_->frame; frame != nullptr; frame = frame->previous) {
    if (frame->is_program()) return frame->line();
  }
  return 0;
}

}  // namespace sluice
