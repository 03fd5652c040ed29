# Regression: delays, timeouts and counts that are no numbers failed with "must be real number", not where asyncio first
# uses them; gather() of a list spoke of awaitables, not of hashes; wait() of what is no future, likewise; and
# wait_for(None) gave None.
import asyncio
from datetime import timedelta


async def attempt(name, call):
    try:
        result = call()
        if asyncio.iscoroutine(result) or asyncio.isfuture(result):
            result = await result
        print(name, result)
    except (AttributeError, TypeError, ValueError) as error:
        print(name, type(error).__name__, error)


async def double(n):
    print('double', n)
    return 2 * n


async def main():
    loop = asyncio.get_running_loop()
    for value in ('1', None, [2], timedelta(seconds=1)):
        await attempt('sleep', lambda: asyncio.sleep(value))
        if value is not None:
            await attempt('call_later', lambda: loop.call_later(value, print))
            await attempt('wait_for', lambda: asyncio.wait_for(loop.create_future(), value))
            await attempt('wait', lambda: asyncio.wait([asyncio.ensure_future(asyncio.sleep(0))], timeout=value))
        await attempt('Semaphore', lambda: asyncio.Semaphore(value))
    await attempt('call_later', lambda: loop.call_later(None, print))
    await attempt('wait_for', lambda: asyncio.wait_for(None, 1))
    await attempt('wait_for', lambda: asyncio.wait_for(None, None))
    await attempt('gather', lambda: asyncio.gather([asyncio.sleep(0)]))
    await attempt('gather', lambda: asyncio.gather(double(1), {}, double(2)))
    await asyncio.sleep(0)
    await attempt('wait', lambda: asyncio.wait([double]))
    await attempt('as_completed', lambda: list(asyncio.as_completed(loop.create_future())))
    await attempt('Condition', lambda: asyncio.Condition(5))
    if hasattr(asyncio, 'timeout'):
        await attempt('timeout', lambda: asyncio.timeout('1'))
        await attempt('timeout', lambda: asyncio.timeout(timedelta(seconds=1)))
        await attempt('Barrier', lambda: asyncio.Barrier('2'))


import warnings
warnings.simplefilter('ignore')
asyncio.run(main())
