"""Coroutines of asyncio are coroutines for inspect, types and collections.abc as well.

inspect.iscoroutine(asyncio.sleep(0)) was False, and their states could not be asked for.
"""
import asyncio
import collections.abc
import inspect
import types


async def own():
    await asyncio.sleep(0)


async def main():
    made = [own(), asyncio.sleep(0, 'slept'), asyncio.wait_for(own(), 1), asyncio.Lock().acquire(),
            asyncio.Queue().put(1), asyncio.Event().wait(), asyncio.to_thread(len, 'a'), asyncio.wait([])]
    for coroutine in made:
        print(coroutine.__qualname__, inspect.iscoroutine(coroutine), asyncio.iscoroutine(coroutine),
              inspect.isawaitable(coroutine), isinstance(coroutine, types.CoroutineType),
              isinstance(coroutine, collections.abc.Coroutine), type(coroutine).__name__)
        print(inspect.getcoroutinestate(coroutine), coroutine.cr_running, coroutine.cr_await, end=' ')
        coroutine.close()
        print(inspect.getcoroutinestate(coroutine), coroutine.cr_frame)
    sleeping = asyncio.sleep(0.5)
    task = asyncio.create_task(sleeping)
    await asyncio.sleep(0.1)
    print(inspect.getcoroutinestate(sleeping), task.get_coro() is sleeping)
    await task
    print(inspect.getcoroutinestate(sleeping))


asyncio.run(main())
