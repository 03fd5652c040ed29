"""The RuntimeError that a StopIteration becomes had the generator's own line in its traceback, where CPython has it in that of the cause only.

Thrown into a generator that has not begun, it becomes one until 3.11, and stays what it is since.
"""
import asyncio


def places(error):
    found, entry = [], error.__traceback__
    while entry is not None:
        found.append((entry.tb_lineno, entry.tb_frame.f_code.co_name))
        entry = entry.tb_next
    return found


def generator():
    yield 1
    raise StopIteration("from a generator")


async def coroutine():
    await asyncio.sleep(0)
    raise StopIteration("from a coroutine")


async def async_generator(kind):
    yield 1
    raise kind("from an async generator")


async def thrower():
    try:
        raise KeyError("first")
    except KeyError:
        raise StopIteration("second")


async def show(awaitable):
    try:
        await awaitable
    except RuntimeError as error:
        print(error, places(error), repr(error.__cause__), repr(error.__context__), places(error.__cause__))


async def consume(kind):
    async for item in async_generator(kind):
        print(item)


async def main():
    try:
        list(generator())
    except RuntimeError as error:
        print(error, places(error), repr(error.__cause__), places(error.__cause__))
    await show(coroutine())
    await show(consume(StopIteration))
    await show(consume(StopAsyncIteration))
    await show(thrower())
    task = asyncio.create_task(coroutine())
    await asyncio.wait([task])
    print(places(task.exception()))
    made = generator()
    next(made)
    try:
        made.throw(StopIteration("thrown"))
    except RuntimeError as error:
        print(error, places(error), places(error.__cause__))
    for kind in (StopIteration, StopAsyncIteration, ValueError):
        fresh = coroutine()
        for throw in (generator().throw, fresh.throw, lambda error: async_generator(kind).athrow(error).send(None)):
            try:
                throw(kind("early"))
            except Exception as error:
                print(repr(error), [name for _, name in places(error)], repr(error.__cause__))


asyncio.run(main())
