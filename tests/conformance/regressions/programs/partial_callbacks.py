"""repr() of a future names the waiter of wait_for() up to 3.11, and of what wait_for() cancels.

A done callback that is a functools.partial is shown with its arguments, and then those of the call. Here it was shown
without.
"""
import asyncio
import re


def place_left_out(text):
    return re.sub(r" at [^\]]*?\.py:\d+", "", text)


async def main():
    future = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(asyncio.wait_for(future, 1))
    await asyncio.sleep(0)
    print(place_left_out(repr(future)))
    future.set_result(1)
    await waiting

    async def stubborn():
        try:
            await asyncio.sleep(1)
        finally:
            await asyncio.sleep(0.1)

    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    waiting = asyncio.create_task(asyncio.wait_for(task, 0))
    await asyncio.sleep(0.05)
    print(place_left_out(repr(task)).partition("cb=")[2])
    await asyncio.wait([waiting])


asyncio.run(main())
