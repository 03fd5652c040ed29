// standard_modules.h — native modules of the standard library that need speed or the inside of the VM.
#pragma once

namespace sluice {

class Module;
class VM;

void fill_math(VM& vm, Module& module);
void fill_random(VM& vm, Module& module);
void fill_time(VM& vm, Module& module);
void fill_itertools(VM& vm, Module& module);
/// _collections: deque
void fill_collections(VM& vm, Module& module);
/// _weakref: ref
void fill_weakref(VM& vm, Module& module);
/// _gc: collect
void fill_gc(VM& vm, Module& module);
void fill_sys(VM& vm, Module& module);
void fill_os(VM& vm, Module& module);
/// _sluice: what library modules in Python need of the interpreter.
void fill_sluice(VM& vm, Module& module);

void install_standard_modules(VM& vm);

}  // namespace sluice
