# W5: tasks with pseudo-random delays, taken as they complete. A unit is a task.
import asyncio

count = 100_000


async def worker(i):
    await asyncio.sleep(i * 7919 % 1_000_003 / 1000.003)
    return i


async def main():
    total = 0
    for next_done in asyncio.as_completed([worker(i) for i in range(count)]):
        total += await next_done
    assert total == count * (count - 1) // 2


asyncio.run(main())
