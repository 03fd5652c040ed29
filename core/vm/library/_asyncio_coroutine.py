"""The decorator asyncio.coroutine, which asyncio has before 3.11."""
import functools
import inspect
import types
import warnings
from asyncio import isfuture
from asyncio.coroutines import _is_coroutine


def coroutine(func):
    warnings.warn('"@coroutine" decorator is deprecated since Python 3.8, use "async def" instead', DeprecationWarning)
    if inspect.iscoroutinefunction(func):
        return func
    made = types.coroutine(func if inspect.isgeneratorfunction(func) else _generator(func))
    made._is_coroutine = _is_coroutine      # asyncio.iscoroutinefunction looks for it
    return made


def _generator(func):
    @functools.wraps(func)
    def coro(*args, **kw):
        result = func(*args, **kw)
        if isfuture(result) or inspect.isgenerator(result):
            result = yield from result
        elif inspect.isawaitable(result):
            result = yield from result.__await__()
        return result
    return coro
