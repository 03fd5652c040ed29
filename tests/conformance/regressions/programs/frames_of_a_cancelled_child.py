# What the frames of a cancelled child of gather hold goes with the child: up to 3.10 its future keeps their traceback, whoever has its exception.
import asyncio


class Held:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


async def numbers():
    try:
        for number in range(3):
            await asyncio.sleep(0.1)
            yield number
    finally:
        print('numbers closed')


async def child(name):
    held = Held(name)
    async for number in numbers():
        await asyncio.sleep(0.05 * (number + 1))
    return held


async def parent(name):
    await asyncio.gather(child(name + ' one'), child(name + ' two'), asyncio.sleep(1))


async def main():
    parents = [asyncio.create_task(parent(name), name=name) for name in ('a', 'b')]
    await asyncio.sleep(0.12)
    parents[0].cancel()
    for result in await asyncio.gather(*parents, return_exceptions=True):
        print(repr(result))
    await asyncio.sleep(0)
    print('parents end')
    del parents, result
    await asyncio.sleep(0)
    print('end')


asyncio.run(main())
