// function_homes.h — where CPython defines functions that are native here and in Python there, or the other way about.
#pragma once

#include <string>
#include <string_view>

namespace sluice {

class Module;
class NativeFunction;
class Type;
class Value;
class VM;

/// Modules that are written in Python in CPython, with a part in C: what has "/" in its signature is of that part.
[[nodiscard]] bool is_python_module(std::string_view module);

/// The module that CPython's function has, 'asyncio.tasks'; null for a function that is none of asyncio's, or a method.
[[nodiscard]] const char* home_of_function(const VM& vm, const NativeFunction& function);

/// Where CPython's class of that name and module has a method from: `Lock.__aenter__` is of a class for all locks.
[[nodiscard]] std::string_view python_owner(std::string_view owner, std::string_view module, std::string_view name);

/// "Queue.get", as CPython's function has it.
[[nodiscard]] std::string python_qualified_name(const NativeFunction& function);

/// True if CPython's function is written in Python: its repr is `<function sleep at 0x…>`.
[[nodiscard]] bool is_python_function(const VM& vm, const NativeFunction& function);

/// The same of a method of a class that is native here: `<bound method Queue.put of …>`.
[[nodiscard]] bool is_python_method(const NativeFunction& method);

/// Makes builtins of the functions of a library module, in Python here, that CPython has in C: see
/// Function::is_builtin.
void mark_builtin_functions(VM& vm, const Module& module);

/// The class of a value as a program sees it: `type(operator.add)` is that of the functions in C.
[[nodiscard]] Type* visible_class(const VM& vm, const Value& value);

/// Is a special method of a builtin type a slot behind a wrapper, `<slot wrapper '__len__' of 'list' objects>`?
/// CPython's types have some as ordinary methods.
[[nodiscard]] bool is_slot(std::string_view name, std::string_view owner);

}  // namespace sluice
