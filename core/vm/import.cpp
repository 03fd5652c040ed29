// Importing: native modules, library modules in Python, and the words for what is not there.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

#include "base/heap.h"
#include "language/compile.h"
#include "loop/worker_thread.h"
#include "vm/function_homes.h"
#include "vm/interpreter_operations.h"
#include "vm/known_names.h"
#include "vm/library_pack.h"
#include "vm/library_sources.h"
#include "vm/module.h"
#include "vm/modules/modules.h"
#include "vm/standard_library.h"
#include "vm/typing_access.h"
#include "vm/unmodelled.h"
#include "vm/vm.h"

namespace sluice {

namespace {

const LibrarySource* find_library(std::string_view name) {
  for (const LibrarySource& source : library_sources()) {
    if (name == source.name) return &source;
  }
  return nullptr;
}

/// Whether a module is written in Python, be its text here or not.
bool is_library_module(std::string_view name) { return find_library(name) != nullptr || is_packed_module(name); }

/// Modules of packages that are modelled in part: they can be imported, and are refused where they are used.
constexpr std::string_view kUnmodelledParts[] = {
    "urllib.error",       "urllib.request",    "urllib.response",           "urllib.robotparser",
    "json.decoder",       "json.encoder",      "concurrent.futures.thread", "concurrent.futures.process",
    "asyncio.log",        "asyncio.streams",   "asyncio.subprocess",        "asyncio.protocols",
    "asyncio.transports", "asyncio.constants",
};

bool is_unmodelled_part(std::string_view name) {
  return std::find(std::begin(kUnmodelledParts), std::end(kUnmodelledParts), name) != std::end(kUnmodelledParts);
}

Value raise_not_found(VM& vm, const std::string& name, const std::string& message) {
  Ref<Exception> error = vm.make_exception(vm.types.module_not_found_error, message);
  const Value about[2] = {vm.str(name), Value::none()};
  error->detail = vm.tuple(about);
  return vm.raise(Value(error));
}

}  // namespace

void VM::define_module(const char* name, void (*fill)(VM& vm, Module& module)) { native_modules_[name] = fill; }

/// Runs a library module's text in a module of its own.
Value VM::load_library(Str* name, std::string_view text, Module& module) {
  CompileOptions compile_options;
  compile_options.filename = "<" + name->text() + ">";
  compile_options.python = python();
  compile_options.origin = SourceOrigin::library;
  const CompileResult compiled = compile(text, compile_options);
  if (!compiled.code) {
    const Diagnostic& diagnostic = *compiled.diagnostic;
    return raise(types.system_error, "library module " + name->text() + ", line " +
                                         std::to_string(diagnostic.range.begin.line) + ": " + diagnostic.message);
  }
  return run_module_code(compiled.code, module);
}

Value VM::run_module_code(const std::shared_ptr<const Code>& code, Module& module) {
  Ref<Function> function = make<Function>();
  function->code = CodeObject::load(*this, code);
  function->globals = module.attributes;
  function->name = function->code->name;
  function->qualified_name = function->code->qualified_name;
  if (code->docstring) module.attributes->set(names.dunder_doc, str(*code->docstring));
  return interpreter_->run_code(*function, nullptr);
}

/// The module itself (not its parents). Missing: there is none of that name.
Value VM::load_module(Str* name) {
  if (const Value* loaded = modules_->find(name)) return *loaded;
  const auto native = native_modules_.find(name->text());
  std::optional<std::string_view> text;
  if (const LibrarySource* library = find_library(name->view())) {
    text = std::string_view(library->text, library->size);
  } else if (is_packed_module(name->view())) {
    const LibraryPack& pack = options.library_pack != nullptr ? *options.library_pack : LibraryPack::built_in();
    text = pack.find(name->view());
    if (!text) return want_library(name->view());
  }
  if (native == native_modules_.end() && !text) return Value::missing();
  Ref<Module> module = make<Module>(name);
  modules_->set(name, Value(module));
  if (native != native_modules_.end()) native->second(*this, *module);
  // A module can have both: what is written in Python comes on top.
  if (!has_error() && text) load_library(name, *text, *module);
  if (!has_error() && text) mark_builtin_functions(*this, *module);
  if (has_error()) {
    modules_->erase(name);
    return Value();
  }
  return Value(module);
}

Value VM::import_module(std::string_view dotted_name) {
  Value module;
  Value parent;
  std::size_t end = 0;
  do {
    end = dotted_name.find('.', end == 0 ? 0 : end + 1);
    const std::string_view prefix = dotted_name.substr(0, end);
    Str* name = intern(prefix);
    module = load_module(name);
    if (!module) return module;
    const std::size_t dot = prefix.rfind('.');
    if (module.is_missing()) {
      const bool is_standard = is_standard_module(std::string(prefix.substr(0, prefix.find('.'))));
      if (is_standard) {
        module = make_unmodelled_module(name);
        if (asyncio_lacks_submodule(python(), prefix))
          return raise_not_found(*this, std::string(prefix), "No module named '" + std::string(prefix) + "'");
        // Of a package that is modelled in part, it may be a module that CPython has or one that it lacks.
        if (parent && parent.as<Module>()->is_modelled && !is_unmodelled_part(prefix))
          return refuse_unmodelled(*this, *module.as<Module>(), "");
        modules_->set(name, module);
      }
    }
    if (module.is_missing()) {
      std::string message = "No module named '" + std::string(prefix) + "'";
      if (dot != std::string_view::npos) message += "; '" + std::string(prefix.substr(0, dot)) + "' is not a package";
      return raise_not_found(*this, std::string(prefix), message);
    }
    if (parent.is(ObjectKind::Module)) parent.as<Module>()->attributes->set(intern(prefix.substr(dot + 1)), module);
    parent = module;
  } while (end != std::string_view::npos);
  return module;
}

Value import_name(VM& vm, Frame& frame, Str* name, const Value& from_names) {
  // A program is one file, run as a script.
  if (name->view().substr(0, 1) == ".") {
    return vm.raise(vm.types.import_error, "attempted relative import with no known parent package");
  }
  // A private name is one of CPython's modules in C, or one of ours that CPython lacks.
  const bool is_private = name->view().substr(0, 1) == "_" && name->view().substr(0, 2) != "__";
  if (is_private && frame.is_program() &&
      (is_private_standard_module(name->text()) || is_library_module(name->view()) || name->view() == "_sluice")) {
    return vm.refuse("import of module '" + name->text() + "'", "import the public module that it is a part of");
  }
  const Value module = vm.import_module(name->view());
  if (!module || !from_names.is_none()) return module;
  const std::size_t dot = name->view().find('.');
  return dot == std::string_view::npos ? module : vm.import_module(name->view().substr(0, dot));
}

Value import_from(VM& vm, const Value& module, Str* name) {
  const Value found = vm.find_attribute(module, name);
  if (!found || !found.is_missing()) return found;
  std::string module_name = "<unknown module name>";
  if (module.is(ObjectKind::Module)) {
    module_name = static_cast<Str*>(module.as<Module>()->name.get())->text();
    const Value submodule = vm.find_submodule(module_name + "." + name->text());
    if (!submodule || !submodule.is_missing()) return submodule;
    if (!module.as<Module>()->is_modelled) return unmodelled_name(vm, *module.as<Module>(), *name);
    if (is_private_name(module_name, name->view()) || is_known_name(vm.python(), module_name, name->view())) {
      return refuse_known(vm, module, *name);
    }
  }
  Ref<Exception> error = vm.make_exception(
      vm.types.import_error, "cannot import name '" + name->text() + "' from '" + module_name + "' (unknown location)");
  const Value about[2] = {vm.str(module_name), Value::none()};
  error->detail = vm.tuple(about);
  return vm.raise(Value(error));
}

Value VM::find_submodule(const std::string& dotted_name) {
  const bool exists =
      native_modules_.count(dotted_name) != 0 || is_library_module(dotted_name) || is_unmodelled_part(dotted_name);
  return exists ? import_module(dotted_name) : Value::missing();
}

bool import_star(VM& vm, Frame& frame, const Value& module) {
  if (!module.as<Module>()->is_modelled) {
    refuse_unmodelled(vm, *module.as<Module>(), "");
    return false;
  }
  Dict& from = *module.as<Module>()->attributes;
  Dict& globals = *frame.function->globals;
  if (const Value* all = from.find(vm.names.dunder_all)) {
    std::vector<Value> names;
    if (!vm.extend(names, Value(*all))) return false;
    for (const Value& name : names) {
      const Value value = vm.get_attribute(module, vm.intern(name));
      if (!value) return false;
      globals.set(vm.intern(name), value);
    }
    return true;
  }
  std::size_t position = 0;
  while (Dict::Entry* entry = from.next(position)) {
    if (!entry->key.is(ObjectKind::Str) || entry->key.as<Str>()->view().substr(0, 1) == "_") continue;
    globals.set(entry->key.as<Str>(), entry->value);
  }
  return true;
}

// ---- typing, for the syntax of 3.12 ----

Value typing_attribute(VM& vm, Str* name) {
  const Value typing = vm.import_module("typing");
  return typing ? vm.get_attribute(typing, name) : Value();
}

Value call_typing(VM& vm, const char* name, std::span<const Value> arguments) {
  const Value function = typing_attribute(vm, vm.intern(name));
  return function ? vm.call(function, arguments) : Value();
}

Value make_type_alias(VM& vm, const Value& name, const Value& variables, const Value& evaluate) {
  const Value arguments[3] = {name, variables, evaluate};
  return call_typing(vm, "_type_alias", arguments);
}

Value make_type_variable(VM& vm, const Tuple& entry, const Value& bound, const Value& fallback) {
  const Value kind = typing_attribute(vm, entry[1].as<Str>());
  if (!kind) return Value();
  const Value arguments[5] = {entry[0], kind, entry[2], bound, fallback};
  return call_typing(vm, "_type_parameter", arguments);
}

Value make_generic_base(VM& vm, const Value& variables) {
  const Value generic = typing_attribute(vm, vm.intern("Generic"));
  return generic ? vm.get_item(generic, variables) : Value();
}

// ---- The program ----

Value VM::run_main(const std::shared_ptr<const Code>& code) {
  main_module_ = make<Module>(names.dunder_main);
  main_code_ = code;
  modules_->set(names.dunder_main, Value(main_module_));
  return run_main_code();
}

Value VM::run_main_again() {
  main_module_->attributes->set(names.dunder_name, str("__mp_main__"));
  return run_main_code();
}

Value VM::run_main_code() {
  const Value builtins_module = import_module("builtins");
  if (!builtins_module) return Value();
  // Is written in Python, which only programs that name it pay for.
  if (main_code_->source->text().find("bytearray") != std::string_view::npos) {
    const Value library = import_module("_bytearray");
    if (!library) return library;
    builtins().set(intern("bytearray"), get_attribute(library, intern("bytearray")));
  }
  for (const char* name : {"__package__", "__loader__", "__spec__"}) {
    main_module_->attributes->set(intern(name), Value::none());
  }
  main_module_->attributes->set(names.dunder_builtins, builtins_module);
  main_module_->attributes->set(names.dunder_file, str(options.file_name));
  return run_module_code(main_code_, *main_module_);
}

void VM::run_exit_functions() {
  const Value* module = modules_->find(intern("atexit"));
  if (module == nullptr) return;
  const Value functions = get_attribute(*module, intern("_functions"));
  std::vector<Value>& left = functions.as<List>()->items;
  while (!left.empty() && ending_ == nullptr) {
    const Value entry = left.back();
    left.pop_back();
    const Tuple& call_of = *entry.as<Tuple>();
    call(call_of[0], call_of[1].as<Tuple>()->span(), call_of[2].as<Dict>());
    if (has_error()) report_unraisable(call_of[0], " atexit callback");
  }
}

void VM::shut_down() {
  if (!main_module_ || ending_ != nullptr) return;
  const BlockResult others = WorkerThread::wait_for_all(*world);
  if (others.outcome.is_raise()) {
    raise(others.outcome.value);
    return;
  }
  run_exit_functions();
  // See sys.is_finalizing.
  const Value sys = import_module("sys");
  if (sys) sys.as<Module>()->attributes->set(intern("_is_finalizing"), Value::boolean(true));
  // Functions refer to the module's variables and these to them, so that CPython's collector comes by all of it: it
  // finalizes while the variables still have their values.
  for (const Ref<Object>& object : Heap::current().waiting_to_finalize()) {
    if (ending_ != nullptr) return;
    Heap::finalize_alive(*object);
  }
  // What dies by its last reference, weak references told: names with one underscore first, then all others.
  const Ref<Dict> globals = main_module_->attributes;
  const auto clear = [&](bool underscored) {
    std::size_t position = 0;
    while (Dict::Entry* entry = globals->next(position)) {
      const std::string_view name = entry->key.is(ObjectKind::Str) ? entry->key.as<Str>()->view() : std::string_view();
      const bool is_underscored = name.size() > 1 && name[0] == '_' && name[1] != '_';
      if (underscored != is_underscored || name == "__builtins__") continue;
      Value dropped = Value::none();
      dropped.swap(entry->value);
    }
  };
  clear(true);
  clear(false);
}

ThreadState* VM::switch_thread(ThreadState* thread) {
  ThreadState* before = thread_;
  thread_ = thread;
  return before;
}

}  // namespace sluice
