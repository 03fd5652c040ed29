import asyncio

from sluice import RateLimited, Upstream

limit = 12  #: 1..12

async def call(service, gate):
    async with gate:
        try:
            await service.request()
            return 200
        except RateLimited as refusal:
            return refusal.status

async def main():
    # four calls begin in any tenth of a second, no more
    service = Upstream(latency=0.11, rate=4, per=0.1)
    gate = asyncio.Semaphore(limit)
    print(*await asyncio.gather(
        *[call(service, gate) for _ in range(12)]))

asyncio.run(main())
