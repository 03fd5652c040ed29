import asyncio

async def job(name, gate):
    async with gate:
        print(name, "is inside")
        await asyncio.sleep(0.1)

async def bystander():
    for turn in range(1, 6):
        print("turn", turn, "of the loop")
        await asyncio.sleep(0)

async def main():
    gate = asyncio.Semaphore(0)
    start = asyncio.create_task
    first = start(job("first", gate))
    await asyncio.sleep(0.1)  # by now first waits
    others = [start(job(name, gate))
              for name in ("second", "third", "fourth")]
    start(bystander())
    for _ in range(4):
        gate.release()
    await asyncio.gather(first, *others)

asyncio.run(main())
