"""asyncio's own functions are in tracebacks too: what their frames refer to lives with them.

run_until_complete() refers to the task whose exception it raises, wait_for() and as_completed() to what they waited
for, TaskGroup.__aexit__() (up to 3.13) to what it raises. Each leads back to the exception, so that nothing in the
frames of its traceback dies before the collector comes. Here all of it died as soon as the exception was caught.
"""
import asyncio
import gc
import sys
import time

gc.disable()


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


async def fails(thing):
    await asyncio.sleep(0)
    raise KeyError(thing.name)


async def numbers(name):
    thing = Thing(name)
    try:
        for i in range(3):
            yield i
    finally:
        print("closed:", name)


async def by_await(thing):
    async for _ in numbers("numbers of await"):
        await fails(thing)


async def by_wait_for(thing):
    async for _ in numbers("numbers of wait_for"):
        await asyncio.wait_for(fails(thing), 1)


async def by_wait_for_of_a_task(thing):
    async for _ in numbers("numbers of wait_for of a task"):
        await asyncio.wait_for(asyncio.create_task(fails(thing)), None)


async def by_timeout(thing):
    async for _ in numbers("numbers of a timeout"):
        await asyncio.wait_for(asyncio.sleep(1), 0.01)


async def by_as_completed(thing):
    for first in asyncio.as_completed([fails(thing), asyncio.sleep(0)]):
        await first


async def by_group(thing):
    if sys.version_info < (3, 11):
        raise ValueError
    async with asyncio.TaskGroup() as group:
        group.create_task(fails(thing))


def works(thing):
    local = Thing("local of a thread")
    time.sleep(0.01)
    raise KeyError(thing.name)


async def by_thread(thing):
    await asyncio.to_thread(works, thing)


async def main():
    for way in (by_await, by_wait_for, by_wait_for_of_a_task, by_timeout, by_as_completed, by_group, by_thread):
        print("-", way.__name__)
        try:
            await way(Thing(way.__name__))
        except Exception as error:
            print(type(error).__name__)
        print("caught")
        await asyncio.sleep(0.05)
        print("slept")
    # A timer that was cancelled refers to nothing any more, while it stays in the loop's heap.
    await asyncio.wait_for(asyncio.sleep(0, Thing("slept")), 5)
    await asyncio.gather(asyncio.sleep(0.1), asyncio.to_thread(print, Thing("printed").name))
    print("main ends")


def run():
    local = Thing("local of run")
    asyncio.run(by_await(Thing("by_await, run")))


asyncio.run(main())
try:
    run()
except KeyError:
    print("caught")
print("end")
