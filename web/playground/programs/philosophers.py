import asyncio

polite = False  #: True | False

async def dine(name, left, right):
    if polite and name == 4:  # one of them reaches the other way
        left, right = right, left
    async with left:
        await asyncio.sleep(0.1)
        async with right:
            await asyncio.sleep(0.1)
            print("philosopher", name, "has eaten")

async def main():
    forks = [asyncio.Lock() for _ in range(5)]
    await asyncio.gather(*[
        dine(n, forks[n], forks[(n + 1) % 5]) for n in range(5)])

asyncio.run(main())
