import asyncio

limit = 10  #: 1..10

connections = asyncio.Queue()

async def query(gate):
    async with gate:
        async with asyncio.timeout(0.15):  # patience
            connection = await connections.get()
        await asyncio.sleep(0.1)
        connections.put_nowait(connection)

async def main():
    for number in range(3):  # the pool holds three
        connections.put_nowait(number)
    gate = asyncio.Semaphore(limit)
    answers = await asyncio.gather(
        *[query(gate) for _ in range(10)],
        return_exceptions=True)
    for answer in answers:
        print(type(answer).__name__, end=" ")

asyncio.run(main())
