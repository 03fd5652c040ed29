import asyncio

limit = 12  #: 1..12

CAPACITY = 4  # more at once, and the service refuses
busy = 0

async def service():
    global busy
    if busy == CAPACITY:
        raise ConnectionError("refused")
    busy += 1
    await asyncio.sleep(0.1)
    busy -= 1

async def request(gate):
    async with gate:
        await service()

async def main():
    gate = asyncio.Semaphore(limit)
    answers = await asyncio.gather(
        *[request(gate) for _ in range(12)],
        return_exceptions=True)
    failed = [a for a in answers if a is not None]
    print(f"{len(failed)} of 12 were refused")

asyncio.run(main())
