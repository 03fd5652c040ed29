# Since 3.14 call_soon_threadsafe gives a handle of a class of its own, which shows in its repr.
import asyncio


def called(*given):
    print("called", given)


async def main():
    loop = asyncio.get_running_loop()
    soon, safe = loop.call_soon(called, 1), loop.call_soon_threadsafe(called, 2)
    for handle in (soon, safe):
        kind = type(handle)
        print(kind.__name__, kind.__qualname__, kind.__module__, kind is asyncio.Handle, isinstance(handle, asyncio.Handle))
        print([base.__name__ for base in kind.__mro__], repr(handle).split(" at ")[0], handle.cancelled())
    safe.cancel()
    print(safe, safe.cancelled())
    again = loop.call_soon_threadsafe(called, 3)
    print(soon == safe, again is safe)
    loop.set_exception_handler(lambda loop, context: print(sorted(context), type(context["handle"]).__name__))
    loop.call_soon_threadsafe(lambda: 1 / 0)
    await asyncio.sleep(0)
    print(repr(again).split(" at ")[0])


asyncio.run(main())
