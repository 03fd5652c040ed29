# W3: tasks that sleep once, for a pseudo-random time in [0, 1000) seconds. A unit is a timer.
import asyncio

count = 100_000


async def main():
    await asyncio.gather(*[asyncio.sleep(i * 7919 % 1_000_003 / 1000.003) for i in range(count)])


asyncio.run(main())
