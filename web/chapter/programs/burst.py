import asyncio

limit = 3  #: 1..8

class Service:
    busy = 0

    async def answer(self):
        if self.busy == 3:  # it takes three at once
            raise ConnectionError("refused")
        self.busy += 1
        await asyncio.sleep(0.1)
        self.busy -= 1

async def unbounded(service):
    await service.answer()

async def bounded(service, gate):
    async with gate:
        await service.answer()

async def main():
    one, other = Service(), Service()
    gate = asyncio.Semaphore(limit)
    free = asyncio.gather(
        *[unbounded(one) for _ in range(8)],
        return_exceptions=True)
    kept = asyncio.gather(
        *[bounded(other, gate) for _ in range(8)],
        return_exceptions=True)
    for burst in (free, kept):
        answers = await burst
        print(f"{answers.count(None)} of 8 answered")

asyncio.run(main())
