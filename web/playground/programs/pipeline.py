import asyncio

room = 2  #: 1..6

async def read(lines):
    for number in range(1, 9):
        await asyncio.sleep(0.05)  # quick to read
        await lines.put(number)    # waits while there is no room
    await lines.put(None)

async def store(lines):
    while (number := await lines.get()) is not None:
        await asyncio.sleep(0.12)  # slow to store
        print("stored", number)

async def main():
    lines = asyncio.Queue(maxsize=room)
    await asyncio.gather(read(lines), store(lines))

asyncio.run(main())
