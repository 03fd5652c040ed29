// function_homes.h — where CPython defines the functions of asyncio, all of which are native here.
#pragma once

namespace sluice {

class NativeFunction;
class VM;

/// The module that CPython's function has, 'asyncio.tasks'; null for a function that is none of asyncio's, or a method.
[[nodiscard]] const char* home_of_function(const VM& vm, const NativeFunction& function);

/// True if CPython's function is written in Python: its repr is `<function sleep at 0x…>`.
[[nodiscard]] bool is_python_function(const VM& vm, const NativeFunction& function);

}  // namespace sluice
