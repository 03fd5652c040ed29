import asyncio

from sluice import Upstream

limit = 10  #: 1..10

async def read_file(disk, gate):
    async with gate:
        await disk.request()

async def main():
    # as `ulimit -n 5` would have it
    disk = Upstream(latency=0.1, descriptors=5)
    gate = asyncio.Semaphore(limit)
    for answer in await asyncio.gather(
            *[read_file(disk, gate) for _ in range(10)],
            return_exceptions=True):
        print(answer.strerror if answer else "read")

asyncio.run(main())
