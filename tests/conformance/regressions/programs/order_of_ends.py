# Regression: what a dict, a slice of a list or a handle held ended in the order in which the standard library ends a vector: one
# order natively and another in WebAssembly.
import asyncio


class Loud:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('gone', self.name)


def louds(names):
    return [Loud(name) for name in names]


async def main():
    print('a dict')
    table = dict(zip('abc', louds('abc')))
    del table
    table = dict(zip('def', louds('def')))
    table.clear()
    print('slices')
    row = louds('ghijkl')
    row[1:3] = []
    row[0:2] = [1, 2, 3]
    row[:1] = [4]
    row[2:] = [5]
    print(row)
    print('a list')
    row = louds('mno')
    row.clear()
    row = louds('pq')
    row = None
    print('a handle that is cancelled, and one that has run')
    loop = asyncio.get_running_loop()
    loop.call_later(1, print, *louds('rs')).cancel()
    loop.call_soon(lambda *values: print(len(values)), *louds('tu'))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print('an instance')
    pair = Loud('v')
    pair.left, pair.right = louds('wx')
    del pair


asyncio.run(main())
