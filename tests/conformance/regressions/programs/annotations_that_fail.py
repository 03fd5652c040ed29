# Up to 3.13 annotations are evaluated where they stand, so that a name that the version does not have ends the run
# there. 3.14 evaluates them when somebody asks.
import asyncio
import typing
from typing import Callable, Generic, Optional, TypeVar

T = TypeVar("T")


def attempt(name, make):
    try:
        make()
        print(name, "is made")
    except Exception as error:
        print(name, type(error).__name__, error)


class Node(Generic[T]):
    Key = int
    key: Key = 1

    def add(self, key: Key, then: Callable[[int], "Later"], *, parent: Optional["Node"] = None) -> typing.List[T]:
        return [key]


def outer():
    Local = int

    def inner(x: Local):
        class Inside:
            z: Local = x

            def method(self, other: Local) -> "Inside":
                return self
        return Inside()
    return inner


def new_in_311():
    async def worker(barrier: asyncio.Barrier, group: asyncio.TaskGroup) -> None:
        pass


def own_class():
    class Tree:
        limit: asyncio.Timeout = None
        print("limit is there")


print(Node().add(2, print), outer()(3).z)
attempt("worker", new_in_311)
attempt("Tree", own_class)

try:
    class Chain:
        def join(self, other: Chain) -> Chain:
            return other
    print("Chain is made")
except NameError as error:
    print(error)

try:
    value: nowhere = 3
    print("no error")
except NameError as error:
    print(error, value)

try:
    def listed(items: typing.Lisst[int], default=print("defaults come first")):
        pass
    print("listed is made")
except AttributeError as error:
    print(error)


async def main(reader: asyncio.StreamReader = None, process: asyncio.subprocess.Process = None):
    local: anything = 1
    print("no variable of a function has its annotation evaluated", local)


asyncio.run(main())


async def collect(errors: ExceptionGroup, nested: typing.Any = None):
    pass

print("ExceptionGroup is there")
