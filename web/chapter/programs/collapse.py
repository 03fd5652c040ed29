import asyncio

limit = 8  #: 1..8

busy = 0

async def query():
    global busy
    busy += 1
    started = asyncio.get_running_loop().time()
    crowd = max(1, busy - 2)  # two are fine
    await asyncio.sleep(0.1 * crowd)
    busy -= 1
    took = asyncio.get_running_loop().time() - started
    print(f"answered after {took:.1f} s")

async def job(gate):
    async with gate:
        await query()

async def main():
    gate = asyncio.Semaphore(limit)
    await asyncio.gather(*[job(gate) for _ in range(8)])

asyncio.run(main())
