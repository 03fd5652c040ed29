"""What a class of a library does at its edges: slots with private names, a metaclass of its own over the abstract
classes of collections, a class moved to another module, aliases of classes that take parameters."""
import asyncio
import weakref
from abc import ABCMeta
from collections.abc import AsyncIterator, Awaitable, Callable, Hashable, Sized
from types import SimpleNamespace
from typing import Generic, Protocol, TypeVar

T = TypeVar('T')


class Gate(Generic[T]):
    """Annotated and listed by their private names; what is stored has the class's name before it."""
    __open: bool
    __slots__ = ('__open', '__waiters', 'name')

    def __init__(self, name):
        self.name = name
        self.__open = False
        self.__waiters = []

    async def wait(self):
        while not self.__open:
            self.__waiters.append(asyncio.get_running_loop().create_future())
            await self.__waiters[-1]
        return self.name

    def release(self):
        self.__open = True
        for waiter in self.__waiters:
            waiter.set_result(None)

    def reset(self):
        self.__waiters = []
        del self.__open


class Constructed(ABCMeta):
    """Awaiting an instance calls the coroutine that constructs it."""

    def __new__(mcls, name, bases, namespace):
        cls = super().__new__(mcls, name, bases, namespace)
        if not asyncio.iscoroutinefunction(cls.construct):
            raise TypeError(f'{name}.construct is no coroutine function')
        return cls


class Constructable(Awaitable, metaclass=Constructed):
    async def construct(self):
        return self

    def __await__(self):
        return self.construct().__await__()


class Connection(Constructable):
    async def construct(self):
        await asyncio.sleep(0.1)
        self.is_open = True
        return self


class Source(Protocol[T]):
    def read(self) -> T: ...


class Plugin(metaclass=Constructed):
    async def construct(self): ...


async def main():
    gate = Gate('north')
    asyncio.get_running_loop().call_later(0.1, gate.release)
    print(await gate.wait(), hasattr(gate, '_Gate__open'), hasattr(gate, '__open'))
    gate.reset()
    try:
        await gate.wait()
    except AttributeError as error:
        print(error)
    try:
        gate._Gate__other = 1
    except AttributeError:
        print('no such slot')
    try:
        class Twice:
            __slots__ = ('__open',)
            __open = True
    except ValueError as error:
        print(error)

    connection = await Connection()
    print(connection.is_open, isinstance(connection, Awaitable), issubclass(Connection, Sized), type(Awaitable).__name__)
    try:
        class Wrong(Constructable):
            def construct(self): ...
    except TypeError as error:
        print(error)

    for cls in Source, Plugin, Gate:
        cls.__module__ = 'toolbox.classes'
        print(cls, cls.__module__)
    print(Source[int], Gate[T])

    print(weakref.WeakMethod[int], weakref.WeakSet[str], enumerate[int], AsyncIterator[int], Callable[[int], str])
    for make in (lambda: Hashable[int], lambda: Callable[int], lambda: SimpleNamespace[int], lambda: asyncio.Lock[int]):
        try:
            make()
        except TypeError as error:
            print(error)


def factory(loop, coro, **kwargs):
    """As asyncio's own: outside the debug mode, nothing is known of where a task was made."""
    task = asyncio.Task(coro, loop=loop, **kwargs)
    if task._source_traceback:
        del task._source_traceback[-1]
    return task


async def with_factory():
    asyncio.get_running_loop().set_task_factory(factory)
    task = asyncio.create_task(asyncio.sleep(0.1, 'made by the factory'))
    print(await task, task._source_traceback, asyncio.get_running_loop().create_future()._source_traceback)


asyncio.run(main())
asyncio.run(with_factory())
