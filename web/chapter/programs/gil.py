import asyncio

workers = 1  #: 0..4

def crunch():
    total = 0
    for number in range(15_000):
        total += number * number
    return total

async def heartbeat():
    loop = asyncio.get_running_loop()
    for _ in range(8):
        due = loop.time() + 0.01
        await asyncio.sleep(0.01)
        print(f"{1000 * (loop.time() - due):4.1f} ms late")

async def main():
    pulse = asyncio.create_task(heartbeat())
    await asyncio.gather(pulse, *[
        asyncio.to_thread(crunch) for _ in range(workers)])

asyncio.run(main())
