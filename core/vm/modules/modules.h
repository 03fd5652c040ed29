// modules.h — the native modules: each `fill_…` puts a module's names into it when a program first imports it.
#pragma once

#include <string_view>
#include <vector>

#include "base/python_version.h"

namespace sluice {

class Module;
class NativeFunction;
class VM;

void fill_asyncio(VM& vm, Module& module);
void fill_contextvars(VM& vm, Module& module);
/// True for the method Context.run, unbound.
bool is_context_run(const NativeFunction& function);
void fill_concurrent_futures(VM& vm, Module& module);
/// Names of concurrent.futures under its submodules' names.
void fill_concurrent_futures_alias(VM& vm, Module& module);
/// The native part of ProcessPoolExecutor.
void fill_processes(VM& vm, Module& module);
void fill_threading(VM& vm, Module& module);

/// Names of the submodules of asyncio, which the package has as attributes as well.
std::vector<std::string_view> asyncio_submodules(PythonVersion python);
/// True of the full name of a module that only the asyncio of other versions has.
bool asyncio_lacks_submodule(PythonVersion python, std::string_view name);

/// Registers asyncio, contextvars, concurrent.futures and threading, and makes their exceptions.
void install_asyncio_modules(VM& vm);

// Parts of asyncio, one a file; each defines its types and adds its functions to the module.
void fill_asyncio_futures(VM& vm, Module& module);
void fill_asyncio_tasks(VM& vm, Module& module);
void fill_asyncio_events(VM& vm, Module& module);
void fill_asyncio_locks(VM& vm, Module& module);
void fill_asyncio_queues(VM& vm, Module& module);
void fill_asyncio_groups(VM& vm, Module& module);
void fill_asyncio_runners(VM& vm, Module& module);

}  // namespace sluice
