// asyncio_exceptions.h — the exception classes of asyncio and concurrent.futures.
#pragma once

namespace sluice {

class VM;

/// Makes them, once: they exist before any of the two modules is imported, because the loop raises them.
void define_asyncio_exceptions(VM& vm);

}  // namespace sluice
