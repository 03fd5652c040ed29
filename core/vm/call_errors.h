// call_errors.h — what CPython says when arguments do not fit a function that is written in C there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sluice {

class Function;
class NativeFunction;
class VM;
class Value;
struct Arguments;

/// Who is called, and what it takes: enough to say what is wrong with a call.
///
/// The wording depends on how CPython's function takes its arguments, and that follows from its signature:
///
/// | signature | CPython | said of a wrong count |
/// |---|---|---|
/// | `self, /` | METH_NOARGS | `list.copy() takes no arguments (1 given)` |
/// | `self, x, /` | METH_O | `list.append() takes exactly one argument (0 given)` |
/// | `self, x, y=…, /` | METH_FASTCALL, tp_new | `pop expected at most 1 argument, got 2` |
/// | `self, x, *, y=…` | Argument Clinic with names | `sort() takes no positional arguments` |
/// | `self, x, /` of a slot | wrapper | `expected 1 argument, got 0` |
/// | `self, x` of a module in Python | a function in Python | `Queue.put() missing 1 required positional argument:
/// 'item'` |
///
/// Where CPython's function still parses its tuple by a format (PyArg_ParseTuple), its signature here begins with "%":
/// `count() takes at least 1 argument (0 given)`. "%12:" does up to 3.12 and none after.
struct Callee {
  enum class Style : unsigned char { NoArguments, OneArgument, Positional, Names, Format, Slot, Python };
  struct Parameter {
    std::string_view name;
    bool is_optional;
  };
  Style style = Style::Names;
  std::string simple;     ///< "sort"
  std::string qualified;  ///< "list.sort", "math.floor"
  std::string owner;      ///< "list", "collections.deque"
  std::vector<Parameter> parameters;
  std::size_t positional_only = 0;
  std::size_t positional = 0;
  std::size_t implicit = 0;  ///< leading parameters that the call fills in itself: self
  bool has_varargs = false;
  bool has_varkw = false;
};

/// Raises the TypeError for a method, called of its class with something else first: `list.append(3, 4)`.
/// REQUIRES: function.owner.
void raise_wrong_self(VM& vm, const NativeFunction& function, const Value& self);

/// Raises the TypeError for a call that does not fit. Of `arguments`, the values may have been moved from; the first is
/// in `slots`. Always false, for binders to return. Source: Objects/methodobject.c, Objects/typeobject.c (wrap_*),
/// Python/getargs.c, Python/ceval.c.
bool raise_unfitting(VM& vm, const NativeFunction& function, const Arguments& arguments, const Value* slots);

/// "'a'", "'a' and 'b'", "'a', 'b', and 'c'".
std::string listed(const std::vector<std::string>& names);

/// True if `function` is one of our library in Python that CPython has in C: its errors are raised by the next one.
[[nodiscard]] bool stands_for_native(const Function& function);
bool raise_unfitting(VM& vm, const Function& function, const Arguments& arguments);

}  // namespace sluice
