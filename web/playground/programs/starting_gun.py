import asyncio

async def runner(lane, gun):
    await gun.wait()
    await asyncio.sleep(0.1 + 0.02 * (lane * 3 % 5))
    return lane

async def main():
    gun = asyncio.Event()
    runners = [asyncio.create_task(runner(lane, gun))
               for lane in range(1, 6)]
    await asyncio.sleep(0.1)
    print("ready ...")
    await asyncio.sleep(0.1)
    gun.set()
    for place, first in enumerate(asyncio.as_completed(runners), 1):
        print(f"{place}. lane {await first}")

asyncio.run(main())
