import asyncio

from sluice import Upstream, arrivals

limit = 4  #: 1..12

async def serve(service, gate, number):
    async with gate:
        await service.request(number)

async def main():
    service = Upstream(latency=0.1, capacity=4)
    gate = asyncio.Semaphore(limit)
    async with asyncio.TaskGroup() as group:
        async for number in arrivals(18, every=0.2, burst=6):
            group.create_task(serve(service, gate, number))
    print("most in flight", service.peak)

asyncio.run(main())
