# W2: a hundred tasks that do nothing but let the others run. A unit is a step.
import asyncio

count = 1_000_000


async def worker(steps):
    for _ in range(steps):
        await asyncio.sleep(0)


async def main():
    await asyncio.gather(*[worker(count // 100) for _ in range(100)])


asyncio.run(main())
