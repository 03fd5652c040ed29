# W1: tasks made by gather, ten at a time through a semaphore. A unit is a task.
import asyncio

count = 10_000


async def worker(gate):
    async with gate:
        await asyncio.sleep(0.1)


async def main():
    gate = asyncio.Semaphore(10)
    await asyncio.gather(*[worker(gate) for _ in range(count)])


asyncio.run(main())
