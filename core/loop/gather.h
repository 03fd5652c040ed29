// gather.h — asyncio.gather and asyncio.shield.
#pragma once

#include <span>

#include "base/value.h"
#include "loop/world.h"

namespace sluice {

/// asyncio.gather: Return the future of the list of results, in order of the arguments. Raise: what ensure_future
/// raises.
///
/// Cancelling that future cancels the children. Since 3.12 children that are done already are counted at once.
Outcome gather(World& world, std::span<const Value> awaitables, bool return_exceptions);

/// True if an object is there more than once. Cost: O(n), without memory.
[[nodiscard]] bool any_is_twice(std::span<const Value> values);

/// asyncio.shield: Return a future that ends as `awaitable` does, but whose cancellation does not reach it.
Outcome shield(World& world, const Value& awaitable);

}  // namespace sluice
