# W4: one producer, four consumers, a queue that holds sixteen. A unit is an item.
import asyncio

count = 200_000


async def produce(queue):
    for i in range(count):
        await queue.put(i)
    for _ in range(4):
        await queue.put(None)


async def consume(queue):
    while await queue.get() is not None:
        pass


async def main():
    queue = asyncio.Queue(maxsize=16)
    await asyncio.gather(produce(queue), *[consume(queue) for _ in range(4)])


asyncio.run(main())
