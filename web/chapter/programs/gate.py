import asyncio

limit = 2  #: 1..6

async def fetch(job, gate):
    async with gate:
        await asyncio.sleep(0.1)
    print("fetched", job)
    return job

async def main():
    gate = asyncio.Semaphore(limit)
    jobs = [fetch(n, gate) for n in range(1, 6)]
    print(await asyncio.gather(*jobs))

asyncio.run(main())
