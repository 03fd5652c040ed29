# What typing leaves behind: the parameters of a generic class, and on an object the alias that made it. The abstract
# classes of collections have no __dict__ to give.
import asyncio
from collections.abc import Callable, Mapping, MutableSequence
from dataclasses import dataclass
from typing import Dict, Generic, ParamSpec, Protocol, TypeVar

T = TypeVar('T')
K = TypeVar('K')
P = ParamSpec('P')


class Box(Generic[T]):
    def __init__(self, item=None):
        self.item = item


class Pair(Box[K], Generic[T, K]):
    __slots__ = ('left',)


class Sorted(Dict[K, T]):
    pass


class Job(Generic[P, T]):
    pass


class Reader(Protocol[T]):
    def read(self) -> T: ...


class Plain(Box[int]):
    pass


@dataclass(frozen=True)
class Point(Generic[T]):
    x: T


class Closed(Generic[T]):
    def __setattr__(self, name, value):
        print('set', name)
        object.__setattr__(self, name, value)


class Row(MutableSequence):
    __slots__ = ('items',)

    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, place): return self.items[place]
    def __setitem__(self, place, value): self.items[place] = value
    def __delitem__(self, place): del self.items[place]
    def __len__(self): return len(self.items)
    def insert(self, place, value): self.items.insert(place, value)


async def main():
    for cls in Box, Pair, Sorted, Job, Reader, Plain, Point:
        print(cls.__name__, cls.__parameters__, '__parameters__' in vars(cls))
    print(vars(Box[int](1)), Pair[int, str]().__orig_class__, Sorted[int, str]().__orig_class__)
    print(hasattr(list[int](), '__orig_class__'), vars(Box(1)), Point[int](1) == Point(1), hasattr(Point[int](1), '__orig_class__'))
    Closed[int]()
    print(asyncio.Queue[int]().__orig_class__)
    row = Row(1, 2)
    row += [3]
    print(row.items, hasattr(row, '__dict__'), isinstance(row, Callable), issubclass(Row, Mapping))
    try:
        row.other = 1
    except AttributeError as error:
        print(error)


asyncio.run(main())
