# Regression: a class could derive from the classes of functions, generators, coroutines, iterators and context variables, which CPython
# lets no program do; tokens could be hashed; and asynchronous generators told no state (3.12).
import asyncio
import contextvars
import functools
import inspect
import itertools
import types
def g(): yield
async def c(): pass
async def ag():
    try:
        await asyncio.sleep(1); yield 1
        yield 2
    except GeneratorExit: print(state(own)); raise
own, a, co = ag(), ag(), c()
s, t, w = a.asend(None), a.aclose(), co.__await__()
for closed in (bool, type(None), type(...), range, slice, type(g), type(g()), type(co), type(a), type(s), type(w), types.MethodType, type([].append), type({}.keys()), type({}.items()), type({}.values()), type(iter([])), type(iter(())), type(iter(range(1))), contextvars.Context, contextvars.ContextVar, contextvars.Token, types.TracebackType, zip, map, filter, enumerate, reversed, property, classmethod, staticmethod, functools.partial, itertools.count, types.ModuleType, types.SimpleNamespace, asyncio.Future, asyncio.Task):
    try:
        class Derived(closed): pass
        print(closed.__name__, "may be derived from")
    except TypeError as e: print(e)
co.close(); s.close(); t.close()
variable = contextvars.ContextVar("variable")
for unhashed in (variable.set(1), contextvars.copy_context(), variable):
    try: print(len({unhashed: 1}))
    except TypeError as e: print(e)
def state(agen): return inspect.getasyncgenstate(agen) if hasattr(inspect, "getasyncgenstate") else "not told"
async def main():
    print(state(own))
    step = asyncio.ensure_future(own.__anext__()); await asyncio.sleep(.5); print(state(own))
    print(await step, state(own), inspect.AGEN_SUSPENDED if hasattr(inspect, "AGEN_SUSPENDED") else "")
    await own.aclose(); print(state(own))
asyncio.run(main())
