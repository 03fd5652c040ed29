import asyncio

from sluice import Upstream

limit = 10  #: 1..10

async def query(database, gate):
    async with gate:
        await database.request()

async def main():
    database = Upstream(
        latency=0.1, pool=3, pool_timeout=0.15)
    gate = asyncio.Semaphore(limit)
    await asyncio.gather(
        *[query(database, gate) for _ in range(10)],
        return_exceptions=True)
    print(database.succeeded, "ok,", database.failed)

asyncio.run(main())
