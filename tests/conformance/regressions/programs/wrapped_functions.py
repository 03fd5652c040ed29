# Regression: functools.wraps left the annotations out, asyncio.iscoroutinefunction did not look into partial objects, and
# inspect.isawaitable did not know the generators of types.coroutine.
from __future__ import annotations

import asyncio
import functools
import inspect
import types
from typing import Any, Callable


def timed(function: Callable[..., Any]):
    @functools.wraps(function)
    async def wrapper(*args: Any, **kwargs: Any) -> Any:
        return await function(*args, **kwargs)
    return wrapper


@timed
async def fetch(url: str, *, retries: "int" = 3, headers: dict[str,str] | None = None, then: Callable[[ 'bytes' ],int] = len) -> list[ int ]:
    """Fetches."""
    await asyncio.sleep(0.1)
    return [retries]


@types.coroutine
def switch():
    yield


async def main():
    print(fetch.__annotations__, fetch.__doc__, inspect.signature(fetch))
    part = functools.partial(functools.partial(fetch, 'here'), retries=5)
    print(asyncio.iscoroutinefunction(part), inspect.iscoroutinefunction(part), await part())
    steps = switch()
    print(inspect.isawaitable(steps), inspect.isawaitable(fetch), inspect.iscoroutine(steps))
    await steps

asyncio.run(main())
