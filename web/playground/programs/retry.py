import asyncio
import random

jitter = True  #: True | False

async def call(name, dice, service):
    for attempt in range(6):
        if not service.locked():
            async with service:  # serves one caller at a time
                await asyncio.sleep(0.05)
            print(name, "done, attempt", attempt + 1)
            return
        pause = 0.05 * 2 ** attempt
        if jitter:
            pause *= dice.uniform(0.5, 1.5)
        await asyncio.sleep(pause)
    print(name, "gives up")

async def main():
    dice = random.Random(7)
    service = asyncio.Lock()
    await asyncio.gather(
        *[call(f"call {n}", dice, service) for n in range(1, 6)])

asyncio.run(main())
