# Regression: messages for chr() beyond 32 bits, int.from_bytes(), float.fromhex(), deviations; what list[int] has.
import asyncio
import collections
import statistics
import typing


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__, error)


async def main():
    for number in (2 ** 40, 2 ** 64, -2 ** 70, -1):
        show(lambda: chr(number))
    for thing in (5, None, True, [1, 2], [300], 'a'):
        show(lambda: int.from_bytes(thing, 'big'))
        show(lambda: bytes(thing))
    show(lambda: bytes([2 ** 64]))
    show(lambda: bytes(2 ** 64))
    show(lambda: isinstance(list[int], type))
    show(lambda: float.fromhex(5))
    for ask in (statistics.stdev, statistics.pstdev, statistics.variance, statistics.pvariance):
        show(lambda: ask([]))
    show(lambda: list[int].real)
    show(lambda: dict[str, int].fromkeys('ab'))
    show(lambda: list[int].__name__)
    show(lambda: collections.Counter({'k': True}))
    show(lambda: typing.TypeVar('T', bound='Later').__bound__)
    for form in (typing.Optional[int], typing.List[int], typing.List, typing.Optional, typing.Literal[1], typing.Callable):
        print(type(form).__name__)
    show(lambda: [1] * typing.Optional[int])
    show(lambda: format(typing.Optional[int], '.0f'))


asyncio.run(main())
