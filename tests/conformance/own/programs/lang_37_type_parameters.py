# Type parameters of functions, classes and aliases, as they are at run time.
# python >= 3.12
import asyncio
import sys
import typing


type Number = int | float
type Pairs[T] = list[tuple[T, T]]
type Tree = dict[str, "Tree"]


class Box[T]:
    def __init__(self, item: T):
        self.item = item

    def map[U](self, function: "Callable[[T], U]") -> "Box[U]":
        return Box(function(self.item))

    def __repr__(self):
        return f"Box({self.item!r})"


class Bounded[T: int, *Ts, **P](Box[T]):
    pass


class Choice[T: (int, str)]:
    pass


def first[T](items: list[T]) -> T:
    return items[0]


async def gather_all[T](*awaitables: T) -> list[T]:
    return await asyncio.gather(*awaitables)


async def give(value):
    await asyncio.sleep(0.1)
    return value


print(Number, Number.__name__, type(Number).__name__, Pairs, Tree.__name__)
print(Box[int](1), Box[int].__origin__ is Box, Box[int].__args__, Box(2).map(str), Bounded.__mro__[1].__name__)
print(first([3, 4]), isinstance(Box(1), Box), Choice().__class__.__name__)
print(asyncio.run(gather_all(give(1), give(2))))
print(typing.get_origin(Box[str]) is Box, typing.get_args(Box[str]))
