"""isinstance() and issubclass() of protocols: those with data refuse issubclass(), a property is not asked since 3.12, what is runtime checkable is inherited, and abstract classes ask protocols without that."""
import asyncio
import collections.abc
import sys
from typing import Protocol, SupportsIndex, SupportsInt, runtime_checkable


@runtime_checkable
class Sized2D(Protocol):
    width: int

    def area(self): ...


class Assigned:
    def __init__(self):
        self.width = 1

    def area(self): ...


class Asked:
    @property
    def width(self):
        print('asked')
        return 3

    def area(self): ...


class Answers:
    def __getattr__(self, name):
        return 5


class Without:
    width = 1
    area = None


class Slotted:
    __slots__ = ('width',)

    def __init__(self):
        self.width = 1

    def area(self): ...


class Kept(Sized2D):
    pass


def says(function, *arguments):
    try:
        print(function(*arguments))
    except TypeError as error:
        print(error)


for cls in Assigned, Asked, Answers, Without, Slotted:
    print(cls.__name__, isinstance(cls(), Sized2D))
says(isinstance, Assigned, Sized2D)
says(isinstance, Assigned(), Kept)
says(issubclass, Assigned, Sized2D)
says(issubclass, 3, Sized2D)


@runtime_checkable
class Closes(Protocol):
    def close(self): ...


class Closed:
    def close(self): ...


class Meta(type):
    def close(cls): ...


class OfMeta(metaclass=Meta):
    pass


class Opens(Closes, Protocol):
    def open(self): ...


class Both(Closed):
    open = 3


print(issubclass(Closed, Closes), issubclass(OfMeta, Closes), isinstance(OfMeta(), Closes), isinstance(OfMeta, Closes))
print(isinstance(Both(), Opens), issubclass(Both, Opens), isinstance(Closed(), Opens), issubclass(Closed, Opens))


class OwnSized(Protocol, collections.abc.Sized):
    pass


print(isinstance(1, collections.abc.Sized), isinstance([], collections.abc.Sized))
says(isinstance, [], OwnSized)
says(isinstance, Closed(), Protocol)
print(isinstance(3, SupportsInt), issubclass(float, SupportsInt), issubclass(str, SupportsIndex))


@runtime_checkable
class Acquires(Protocol):
    async def acquire(self): ...
    def release(self): ...


async def main():
    print(isinstance(asyncio.Lock(), Acquires), isinstance(asyncio.Event(), Acquires), issubclass(asyncio.Semaphore, Acquires))


asyncio.run(main())
