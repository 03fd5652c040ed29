"""Up to 3.10 wait() takes coroutines, which is deprecated: a program that asks for such warnings did not get this one."""
import asyncio
import warnings


async def work():
    await asyncio.sleep(1)


async def main():
    task = asyncio.create_task(work())
    await asyncio.wait({task})
    try:
        print(len(await asyncio.wait([work(), work()])))
    except TypeError as error:
        print(error)


async def strict():
    coroutine = work()
    try:
        await asyncio.wait([coroutine])
    except (DeprecationWarning, TypeError) as error:
        print(type(error).__name__, str(error)[:20])
    coroutine.close()


with warnings.catch_warnings():
    warnings.simplefilter('always', DeprecationWarning)
    asyncio.run(main())
    warnings.simplefilter('error', DeprecationWarning)
    asyncio.run(strict())
