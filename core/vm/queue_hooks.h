// queue_hooks.h — classes of the program that derive from asyncio.Queue and say how items are kept: _init, _put, _get.
#pragma once

#include "vm/type.h"

namespace sluice {

class VM;

/// If the class overrides one of the three, gives asyncio's queue classes the ones of asyncio, written in Python, so
/// that they work together. False with an exception pending.
bool install_queue_hooks(VM& vm, Type& type);

/// True if instances of the class keep their items by the three methods.
[[nodiscard]] bool has_queue_hooks(VM& vm, Type& type);

/// `instance` has just got its queue: if its class has the hooks, `_init` runs, and from now on the queue asks them.
/// False with an exception pending.
bool attach_queue_hooks(VM& vm, Instance& instance);

}  // namespace sluice
