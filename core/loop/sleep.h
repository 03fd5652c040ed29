// sleep.h — asyncio.sleep.
#pragma once

#include "base/value.h"
#include "loop/native_coroutine.h"
#include "loop/world.h"

namespace sluice {

/// Coroutine; `result`. delay <= 0: one bare yield. ValueError "Invalid delay: NaN (not a number)" since 3.13.
Ref<NativeCoroutine> sleep(World& world, double delay, Value result);

}  // namespace sluice
