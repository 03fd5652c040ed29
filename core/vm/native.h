// native.h — how a function written in C++ looks to Python code.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/object.h"
#include "base/value.h"

namespace sluice {

class Coroutine;
class VM;
class Str;
class Tuple;
class Type;

/// A function in C++. `arguments` has one entry for each parameter of its signature, in order: Value::missing() where
/// an optional one was not given, a Tuple for `*args`, a Dict for `**kwargs`. The array is the callee's to move from.
/// Returns no value when an exception is pending in `vm`.
using NativeCode = Value (*)(VM& vm, Value* arguments);

/// Parameters of a native function, written as in Python: "self, iterable=(), /, *, key=None, reverse=False", "*args,
/// **kwargs".
///
/// A default is only a mark that the parameter may be left out (the native code sees Value::missing() and knows what it
/// means), except for the literals None, True, False, ints and '' / 'text', which are filled in.
///
/// The "/" also tells what is written in C in CPython's modules of Python, and "%" or "%12:" in front which errors of
/// counting are worded as by PyArg_ParseTuple: vm/call_errors.h.
class Signature {
 public:
  struct Parameter {
    Ref<Object> name;  ///< an interned Str
    bool is_optional = false;
    Value filled;  ///< the default to fill in, or missing
  };
  /// `text` is a literal of ours: a fault in it is a fault of the code.
  static std::unique_ptr<Signature> parse(VM& vm, const char* text);

  std::vector<Parameter> parameters;  ///< without *args and **kwargs
  std::uint32_t count = 0;            ///< of parameters
  bool is_plain = false;              ///< no *args, no **kwargs, nothing that has to be given by name
  std::uint32_t positional_only = 0;
  std::uint32_t positional = 0;  ///< those that may be given by position, positional-only ones included
  std::uint32_t required_positional = 0;
  bool has_required_keyword = false;
  bool has_varargs = false;
  bool has_varkw = false;
  bool has_slash = false;
  int last_format_minor = 0;  ///< up to this 3.x, CPython's function parses its tuple by a format; 0: it never did
  /// Entries that the native code gets: parameters, then *args, then **kwargs.
  [[nodiscard]] std::size_t slot_count() const { return parameters.size() + has_varargs + has_varkw; }
};

/// A C++ function as a Python object: builtin functions, methods of builtin types, functions of native modules.
/// As an attribute of a type it binds like a function (unless is_static).
class NativeFunction : public Object {
 public:
  NativeFunction(const char* name_text, NativeCode native_code)
      : Object(ObjectKind::NativeFunction), name(name_text), code(native_code) {}

  const char* name;
  NativeCode code;
  std::unique_ptr<Signature> signature;
  Type* owner = nullptr;  ///< the type whose method it is; null for a plain function
  const char* module = nullptr;
  bool takes_self = false;  ///< a method: the first argument must be an instance of `owner`
  bool is_constructor =
      false;               ///< `__new__` of a builtin type: what it makes for a derived class is put into an Instance
  bool is_static = false;  ///< does not bind (plain functions, static methods)
};

/// One line of a table of native functions: `{"append", list_append, "self, object, /"}`.
struct NativeEntry {
  const char* name;
  NativeCode code;
  const char* signature;
};

/// An attribute of a native type that is computed: `task.cancelled` is a method, `group.exceptions` is one of these.
struct NativeAttribute {
  const char* name;
  Value (*get)(VM& vm, const Value& self);
  /// Null for a read-only attribute. Returns false with an exception pending. Without a value: the attribute is
  /// deleted.
  bool (*set)(VM& vm, const Value& self, const Value& value);
};

/// A computed attribute as an object in a type's dict.
class NativeDescriptor : public Object {
 public:
  explicit NativeDescriptor(const NativeAttribute& table_entry)
      : Object(ObjectKind::NativeDescriptor), entry(table_entry) {}
  NativeAttribute entry;
  bool for_whole_object = false;  ///< gets an instance of a derived class itself, not the builtin object inside it
};

/// Base of objects of builtin classes that have no kind of their own (a deque, a date, …): tells its class itself.
class NativeData : public Object {
 public:
  /// REQUIRES: the type outlives the object (builtin types live as long as the VM).
  explicit NativeData(Type* data_type) : Object(ObjectKind::NativeData), type(data_type) {}
  Type* type;
};

/// Base of all iterators written in C++.
class NativeIterator : public Object {
 public:
  /// `python_name`: name of its type as Python shows it ("list_iterator", "zip", "map").
  explicit NativeIterator(const char* python_name) : Object(ObjectKind::NativeIterator), type_name(python_name) {}
  /// The next item; no value at the end (nothing pending) or on error (exception pending).
  virtual Value next(VM& vm) = 0;
  /// For `len(reversed(x))`-like hints and list(); 0 when unknown.
  [[nodiscard]] virtual std::size_t length_hint() const { return 0; }
  /// The coroutine that it stands for: what is sent to it, or thrown into it, goes there. Null: none.
  [[nodiscard]] virtual Coroutine* coroutine() const { return nullptr; }

  /// The iterators that the run loop steps by itself, without a virtual call.
  enum class Quick : std::uint8_t { No, Range, List };
  [[nodiscard]] Quick quick() const { return static_cast<Quick>(small_flags_); }
  const char* type_name;

 protected:
  void set_quick(Quick quick) { small_flags_ = static_cast<std::uint8_t>(quick); }
};

}  // namespace sluice
