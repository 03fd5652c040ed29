import asyncio

limit = 10  #: 1..10

MOST_OPEN = 5  # as in `ulimit -n`, only smaller
open_now = 0

async def read_file(gate):
    global open_now
    async with gate:
        if open_now == MOST_OPEN:
            raise OSError(24, "Too many open files")
        open_now += 1
        try:
            await asyncio.sleep(0.1)
        finally:
            open_now -= 1

async def main():
    gate = asyncio.Semaphore(limit)
    jobs = [read_file(gate) for _ in range(10)]
    for answer in await asyncio.gather(
            *jobs, return_exceptions=True):
        print(answer or "ok")

asyncio.run(main())
