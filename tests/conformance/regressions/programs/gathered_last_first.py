"""The tasks that gather holds go as the items of a list do, the last first: what they hold went the first first."""
import asyncio


class Kept:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


async def make(name):
    await asyncio.sleep(0)
    return Kept(name)


async def fail(name):
    kept = Kept(name)
    await asyncio.sleep(0)
    raise ValueError(name)


async def main():
    results = await asyncio.gather(make(1), make(2), make(3))
    results = None
    print('dropped')
    first, second = await asyncio.gather(make('a'), make('b'))
    first = second = None
    print('dropped')
    results = await asyncio.gather(make(4), make(5))
    await asyncio.sleep(0)
    results = None
    print('dropped')
    results = await asyncio.gather(fail('x'), make('y'), fail('z'), return_exceptions=True)
    results = None
    print('dropped')
    await asyncio.sleep(0)


asyncio.run(main())
