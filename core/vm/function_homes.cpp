#include "vm/function_homes.h"

#include <string>
#include <string_view>

#include "base/loop_changes.h"
#include "vm/containers.h"
#include "vm/function.h"
#include "vm/module.h"
#include "vm/native.h"
#include "vm/str.h"
#include "vm/type.h"
#include "vm/vm.h"

namespace sluice {

namespace {

struct Home {
  const char* module;
  std::string_view names;  ///< between spaces
  [[nodiscard]] bool has(std::string_view name) const {
    return names.find(" " + std::string(name) + " ") != std::string_view::npos;
  }
};

constexpr const char* kNative = "_asyncio";
constexpr Home kHomes[] = {
    {"asyncio.base_futures", " isfuture "},
    {"asyncio.coroutines", " coroutine iscoroutine iscoroutinefunction "},
    {"asyncio.events", " get_event_loop_policy new_event_loop set_event_loop set_event_loop_policy "},
    {"asyncio.futures", " wrap_future "},
    {"asyncio.runners", " run "},
    {"asyncio.threads", " to_thread "},
    {"asyncio.timeouts", " timeout timeout_at "},
    {kNative, " get_event_loop get_running_loop "},
};

/// Functions in C that are in Python here. No names: all that do not begin with an underscore.
struct BuiltinHome {
  std::string_view module;
  Home home;
};

constexpr BuiltinHome kBuiltinHomes[] = {
    {"_files", {"_io", " open "}},
    {"atexit", {"atexit", " register unregister "}},
    {"binascii", {"binascii", ""}},
    {"bisect", {"_bisect", ""}},
    {"functools", {"_functools", " cmp_to_key reduce "}},
    {"gc", {"gc", ""}},
    {"hashlib", {"_hashlib", " md5 sha1 sha224 sha256 sha384 sha512 sha3_224 sha3_256 sha3_384 sha3_512 "}},
    {"heapq", {"_heapq", " heapify heappop heappush heappushpop heapreplace "}},
    {"operator", {"_operator", ""}},
    {"os", {"posix", " listdir mkdir remove rename replace rmdir stat unlink urandom "}},
    {"threading", {"_thread", " get_ident get_native_id "}},
    {"warnings", {"_warnings", " warn warn_explicit "}},
    {"weakref", {"_weakref", " getweakrefcount getweakrefs proxy "}},
};

bool is_native(PythonVersion version, std::string_view name) {
  return (name == "current_task" && current_task_is_native(version)) ||
         (name == "all_tasks" && all_tasks_is_native(version));
}

}  // namespace

const char* home_of_function(const VM& vm, const NativeFunction& function) {
  if (function.owner != nullptr || function.module == nullptr) return nullptr;
  if (std::string_view(function.module) != "asyncio") return nullptr;
  const std::string_view name = function.name;
  for (const Home& home : kHomes) {
    if (home.has(name)) return home.module;
  }
  return is_native(vm.python(), name) ? kNative : "asyncio.tasks";
}

std::string_view python_owner(std::string_view owner, std::string_view module, std::string_view name) {
  const bool manages = name == "__aenter__" || name == "__aexit__";
  if (manages && module == "asyncio.locks" && owner != "Barrier") return "_ContextManagerMixin";
  if (name == "__init__" && (owner == "LifoQueue" || owner == "PriorityQueue")) return "Queue";
  const bool is_of_unix = name == "close" || name == "add_signal_handler" || name == "remove_signal_handler";
  return owner == "_UnixSelectorEventLoop" && !is_of_unix ? "BaseEventLoop" : owner;
}

std::string python_qualified_name(const NativeFunction& function) {
  if (function.owner == nullptr) return function.name;
  const Object* home = function.owner->module_name.get();
  const std::string_view module =
      home != nullptr && home->kind() == ObjectKind::Str ? static_cast<const Str*>(home)->view() : "";
  return std::string(python_owner(function.owner->name_text(), module, function.name)) + "." + function.name;
}

bool is_python_function(const VM& vm, const NativeFunction& function) {
  if (function.owner != nullptr) return function.takes_self && is_python_method(function);
  const char* home = home_of_function(vm, function);
  return home != nullptr && home != kNative;
}

bool is_python_module(std::string_view module) {
  for (std::string_view prefix : {"asyncio", "concurrent", "contextlib", "threading", "random", "logging"}) {
    if (module.substr(0, prefix.size()) == prefix) return true;
  }
  return false;
}

bool is_python_method(const NativeFunction& method) {
  if (method.owner == nullptr || !method.owner->module_name) return false;
  const std::string_view module = static_cast<const Str*>(method.owner->module_name.get())->view();
  const std::string_view name = method.name;
  return is_python_module(module) && name != "random" && name != "getrandbits";
}

void mark_builtin_functions(VM& vm, const Module& module) {
  const std::string_view module_name = static_cast<const Str*>(module.name.get())->view();
  for (const auto& [name, home] : kBuiltinHomes) {
    if (name != module_name) continue;
    for (std::size_t i = 0; const Dict::Entry* entry = module.attributes->next(i);) {
      if (!entry->value.is(ObjectKind::Function)) continue;
      const std::string_view key = entry->key.as<Str>()->view();
      if (home.names.empty() ? key.front() == '_' : !home.has(key)) continue;
      entry->value.as<Function>()->is_builtin = true;
      entry->value.as<Function>()->module_name = vm.str(home.module);
    }
  }
}

Type* visible_class(const VM& vm, const Value& value) {
  if (value.is(ObjectKind::Function) && value.as<Function>()->is_builtin) return vm.types.native_function;
  return vm.type_of(value);
}

bool is_slot(std::string_view name, std::string_view owner) {
  constexpr std::string_view kMethods =
      " __new__ __format__ __reversed__ __sizeof__ __reduce__ __reduce_ex__ __dir__ __init_subclass__ __subclasshook__"
      " __class_getitem__ __missing__ __enter__ __exit__ __length_hint__ __copy__ __deepcopy__ __round__ __trunc__"
      " __floor__ __ceil__ __getnewargs__ __getstate__ __instancecheck__ __subclasscheck__ __prepare__ ";
  if (name.size() < 5 || name.substr(0, 2) != "__" || name.substr(name.size() - 2) != "__") return false;
  if (name == "__contains__") return owner != "dict" && owner != "set" && owner != "frozenset";
  if (name == "__getitem__") return owner != "dict" && owner != "list";
  return kMethods.find(" " + std::string(name) + " ") == std::string_view::npos;
}

}  // namespace sluice
