// How messages call the type of a value.
#include <set>
#include <string>
#include <string_view>

#include "vm/class_creation.h"
#include "vm/native.h"
#include "vm/type.h"
#include "vm/vm.h"

namespace sluice {

namespace {

struct NativeClasses {
  std::string_view module;
  std::string_view names;  ///< between spaces; empty: all of the module's
};

/// Classes that CPython has in C outside of builtins.
constexpr NativeClasses kNativeClasses[] = {
    {"_asyncio", ""},
    {"_contextvars", ""},
    {"_io", ""},
    {"_thread", ""},
    {"collections", " deque defaultdict OrderedDict "},
    {"_hashlib", " HASH "},
    {"datetime", ""},
    {"functools", " partial _lru_cache_wrapper "},
    {"itertools", ""},
    {"operator", " attrgetter itemgetter methodcaller "},
    {"re", " Pattern Match "},
    {"time", " struct_time "},
    {"types", " GenericAlias SimpleNamespace UnionType "},
    {"typing", " Union "},
    {"weakref", " ReferenceType ProxyType CallableProxyType "},
};

}  // namespace

const char* VM::class_name(const Value& value) const {
  if (value.is(ObjectKind::NativeIterator)) return value.as<NativeIterator>()->type_name;
  return type_of(value)->name_text();
}

const char* VM::type_name(const Value& value) const { return message_name(*type_of(value)); }

const char* message_name(const Type& type) {
  const char* name = type.name_text();
  const Object* module = type.module_name.get();
  if (module == nullptr || module->kind() != ObjectKind::Str) return name;
  const std::string_view from = static_cast<const Str*>(module)->view();
  for (const NativeClasses& classes : kNativeClasses) {
    if (classes.module != from) continue;
    const bool is_listed = classes.names.find(" " + std::string(name) + " ") != std::string_view::npos;
    // Nobody closes a class in Python.
    if (!classes.names.empty() && !is_listed && !type.is_final) return name;
    // Few and for ever: callers keep pointers.
    static std::set<std::string> full_names;
    return full_names.insert(std::string(from) + "." + name).first->c_str();
  }
  return name;
}

}  // namespace sluice
