import asyncio

limit = 12  #: 1..12

served = []  # when the service took each call

async def service():
    now = asyncio.get_running_loop().time()
    recent = [t for t in served if t > now - 0.1]
    if len(recent) >= 4:  # four calls in 0.1 s, no more
        return 429
    served.append(now)
    await asyncio.sleep(0.11)
    return 200

async def call(gate):
    async with gate:
        return await service()

async def main():
    gate = asyncio.Semaphore(limit)
    codes = await asyncio.gather(
        *[call(gate) for _ in range(12)])
    print(*codes)

asyncio.run(main())
