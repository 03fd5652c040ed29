"""asyncio.iscoroutinefunction knows wrappers by the mark of asyncio.coroutines; operator has all in-place operators."""
import asyncio, inspect
from asyncio.coroutines import _is_coroutine
class W:
    _is_coroutine = _is_coroutine
    def __call__(self): pass
print(asyncio.iscoroutinefunction(W()), inspect.iscoroutinefunction(W()))
class V:
    _is_coroutine = True
print(asyncio.iscoroutinefunction(V()), type(_is_coroutine))
import operator, functools
print(functools.reduce(operator.ior, [{1}, {2}, {3}]), functools.reduce(operator.__or__, [{'a': 1}, {'b': 2}]), operator.__add__(1, 2), operator.__not__(1), operator.iand(6, 3), operator.__ixor__(6, 3), operator.ipow(2, 3))
