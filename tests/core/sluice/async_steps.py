# Steps of async generators sent to, thrown at, closed and reused by hand: async_steps.txt is what CPython 3.10 to 3.13 print.
import asyncio


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def attempted(awaitable):
    try:
        return await awaitable
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


async def numbers(limit):
    try:
        for number in range(limit):
            yield number
            await asyncio.sleep(0.01)
    except ValueError as error:
        yield f"caught {error}"


async def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            pass


async def main():
    a = numbers(3)
    print(await attempted(a.asend(5)), await a.asend(None), await a.athrow(ValueError("one")), await attempted(a.__anext__()))
    print(await attempted(numbers(1).athrow(KeyError("early"))), await attempted(numbers(1).aclose()))
    s = stubborn()
    print(await s.__anext__(), await attempted(s.aclose()))
    b = numbers(3)
    step = b.__anext__()
    print(await step, await attempted(step), attempt(step.send, None), attempt(step.throw, KeyError("again")), step.close())
    c = numbers(3)
    await c.__anext__()
    first = asyncio.create_task(attempted(c.__anext__()))
    await asyncio.sleep(0)
    print(await attempted(c.__anext__()), await attempted(c.aclose()), await attempted(c.athrow(ValueError)), await first)
    fresh = numbers(3).__anext__()
    print(fresh.close(), await attempted(fresh))
    closing = numbers(3).aclose()
    print(closing.close(), await attempted(closing))
    half = numbers(3)
    await half.__anext__()
    waiting = half.__anext__()
    print(attempt(waiting.send, None) is not None, waiting.close())


asyncio.run(main())
