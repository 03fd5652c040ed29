import asyncio

from sluice import Upstream

limit = 8  #: 1..8

def now():
    return asyncio.get_running_loop().time()

async def query(database, gate):
    async with gate:
        began = now()
        await database.request()
        print(f"answered in {now() - began:.2f} s")

async def main():
    began = now()
    # two at once are fine; with more, all get slower
    database = Upstream(latency=0.1, capacity=2)
    gate = asyncio.Semaphore(limit)
    await asyncio.gather(
        *[query(database, gate) for _ in range(8)])
    print(f"all done after {now() - began:.2f} s")

asyncio.run(main())
