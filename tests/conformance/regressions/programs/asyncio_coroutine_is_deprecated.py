# Up to 3.10: the decorator asyncio.coroutine is deprecated, and so is what wait() does for coroutines.
import asyncio
import warnings

if hasattr(asyncio, "coroutine"):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")

        @asyncio.coroutine
        def old():
            yield from asyncio.sleep(0.1)
            return "old"

        @asyncio.coroutine
        def plain():
            return "plain"

    for warning in caught:
        print(warning.category.__name__, warning.message)
    loop = asyncio.new_event_loop()
    print(loop.run_until_complete(old()), loop.run_until_complete(plain()))
    loop.close()


async def job(n):
    await asyncio.sleep(n / 10)
    return n


async def main():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            done, pending = await asyncio.wait([job(1), job(2)])
            print(sorted(task.result() for task in done), len(pending))
        except TypeError as error:
            print(error)
    for warning in caught:
        if warning.category is DeprecationWarning:
            print(warning.lineno, warning.message)

asyncio.run(main())
