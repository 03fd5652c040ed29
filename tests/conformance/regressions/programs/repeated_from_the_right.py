# Regression: where `__mul__` of a class has no answer, a sequence on the right is repeated, if the left side has an index.
import asyncio
import typing


class Length:
    def __init__(self, metres):
        self.metres = metres

    def __mul__(self, factor):
        return Length(self.metres * factor) if isinstance(factor, int) else NotImplemented

    def __repr__(self):
        return f'{self.metres} m'


class Indexed(Length):
    def __index__(self):
        return self.metres


class Reflected(list):
    def __rmul__(self, other):
        return NotImplemented


async def main():
    await asyncio.sleep(0)
    for left in (Length(2), Indexed(2)):
        for right in (3, 'ab', [1], (2,), b'c', None, 1.5, {}, Reflected('z'), range(2)):
            try:
                print(left * right)
            except TypeError as error:
                print(error)
    amount = Indexed(2)
    try:
        amount *= 'xy'
    except TypeError as error:
        print(error)
    print(typing.Pattern[str], typing.Match, typing.AbstractSet[int], typing.ValuesView[str], isinstance({}.keys(), typing.KeysView))
    print(typing.final(Length).__name__)

asyncio.run(main())
