"""What classes do that only some versions do: slots of fields that a base has already, the format of an enumeration of a type with its own text, two data types of one, whether a partialmethod is a coroutine function, what no_type_check marks, and what an exit stack says of something else than a manager."""
import asyncio
import contextlib
import dataclasses
import enum
import functools
import inspect
import typing


@dataclasses.dataclass(slots=True)
class Base:
    a: int = 1


@dataclasses.dataclass(slots=True)
class Derived(Base):
    a: int = 2
    b: int = 3


print(Base.__slots__, Derived.__slots__, Derived())


class Hexadecimal(int):
    def __repr__(self):
        return hex(self)


class Masks(Hexadecimal, enum.Enum):
    LOW = 15


print(repr(Masks.LOW), f'{Masks.LOW}', f'{Masks.LOW:4}' if Masks.LOW == 15 else '')
try:
    class Two(int, Hexadecimal, enum.Enum):
        pass
except TypeError as error:
    print(str(error).partition('{')[0])


class Service:
    async def call(self, number):
        return number

    twice = functools.partialmethod(call, 2)


print(inspect.iscoroutinefunction(Service.twice), inspect.iscoroutinefunction(Service().twice))
print(asyncio.iscoroutinefunction(Service().twice), asyncio.run(Service().twice()))


@typing.no_type_check
class Untyped:
    x: 'nowhere'

    def method(self, a: 'nowhere'): ...

    @staticmethod
    def static(a: 'nowhere'): ...

    class Inner:
        y: 'nowhere'


for one in Untyped, Untyped.method, Untyped.Inner, Untyped.static:
    try:
        print(typing.get_type_hints(one))
    except NameError as error:
        print(error)


async def main():
    with contextlib.ExitStack() as stack:
        try:
            stack.enter_context(3)
        except (AttributeError, TypeError) as error:
            print(error)
    async with contextlib.AsyncExitStack() as stack:
        try:
            await stack.enter_async_context(3)
        except (AttributeError, TypeError) as error:
            print(error)


asyncio.run(main())
