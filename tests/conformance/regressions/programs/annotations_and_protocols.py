# Regression: annotations were texts to the program, protocols recognised nothing, and singledispatch did not read hints.
import asyncio
from dataclasses import dataclass
from functools import singledispatch, singledispatchmethod
from typing import Generic, Optional, Protocol, TypeVar, get_type_hints, runtime_checkable

T = TypeVar('T')


@runtime_checkable
class Closeable(Protocol):
    async def close(self) -> None: ...


class Strict(Protocol):
    name: str


class Connection:
    name = 'connection'

    async def close(self) -> None:
        await asyncio.sleep(0)


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Derived(Box[int], Closeable):
    async def close(self):
        print('closed', self.item)


@singledispatch
def show(value):
    return f'object {value}'


@show.register
def _(value: int):
    return f'int {value}'


@show.register
def _(value: list):
    return f'list {value}'


class Shower:
    @singledispatchmethod
    def show(self, value):
        return 'anything'

    @show.register
    def _(self, value: str):
        return f'str {value}'


def function(number: int, text: 'str' = '', *, flag: bool | None = False) -> list[int]:
    return []


@dataclass
class Point:
    x: int
    y: 'float' = 0.0


async def main():
    print(isinstance(Connection(), Closeable), isinstance(3, Closeable), issubclass(Connection, Closeable))
    try:
        isinstance(Connection(), Strict)
    except TypeError as exc:
        print(exc)
    try:
        Closeable()
    except TypeError as exc:
        print(exc)
    derived = Derived(5)
    await derived.close()
    print(Box[int], Box[int]('x').item, isinstance(derived, Closeable))
    print(show(1), show([2]), show('x'), show(True), Shower().show('s'), Shower().show(1))
    print(function.__annotations__, Point.__annotations__)
    print(get_type_hints(function), get_type_hints(Point))


asyncio.run(main())
