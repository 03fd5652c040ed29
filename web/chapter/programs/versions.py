import asyncio

async def job(gate):
    async with gate:
        await asyncio.sleep(0.1)

async def main():
    gate = asyncio.Semaphore(0)
    start = asyncio.create_task
    jobs = [start(job(gate)) for _ in range(4)]
    await asyncio.sleep(0.1)
    for _ in range(3):
        gate.release()
    await asyncio.sleep(0.05)
    gate.release()
    await asyncio.gather(*jobs)

asyncio.run(main())
