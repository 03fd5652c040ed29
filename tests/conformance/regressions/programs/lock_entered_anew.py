"""Locks and semaphores whose acquire() or release() a program says anew: `async with` calls those, as CPython's does.
Objects of derived classes are shown under the names of these. And types of typing: alternatives of classes that take parameters are typing.Union, and get_origin() knows int | None."""
import asyncio
import re
from dataclasses import dataclass
from typing import Generic, Optional, TypeVar, Union, get_args, get_origin


class Reentrant(asyncio.Lock):
    """The task that holds it may take it again."""

    def __init__(self):
        super().__init__()
        self.owner, self.depth = None, 0

    async def acquire(self):
        if self.owner is not asyncio.current_task():
            await super().acquire()
            self.owner = asyncio.current_task()
        self.depth += 1
        return True

    def release(self):
        self.depth -= 1
        if self.depth == 0:
            self.owner = None
            super().release()


class Counted(asyncio.Semaphore):
    def release(self):
        print('given back by', asyncio.current_task().get_name())
        super().release()


class Slow(asyncio.BoundedSemaphore):
    async def acquire(self):
        await asyncio.sleep(0.1)
        return await super().acquire()


class Named(Reentrant):
    async def __aenter__(self):
        await super().__aenter__()
        return 'the lock'


async def hold(lock, seconds):
    async with lock as entered:
        async with lock if isinstance(lock, Reentrant) else asyncio.Lock():
            await asyncio.sleep(seconds)
    return entered


async def main():
    loop = asyncio.get_running_loop()
    for lock in Reentrant(), Counted(2), Slow(1), Named():
        tasks = [loop.create_task(hold(lock, 0.1)) for _ in range(4)]
        await asyncio.sleep(0.15)
        tasks[2].cancel()
        print(type(lock).__name__, await asyncio.gather(*tasks, return_exceptions=True), lock.locked())


class Jobs(asyncio.PriorityQueue):
    pass


class Signal(asyncio.Event):
    pass


class Answer(asyncio.Future):
    pass


async def show():
    for made in Jobs(3), Signal(), Answer(), Reentrant(), Counted(2), asyncio.Queue():
        print(re.sub(' at 0x[0-9a-f]+', '', f'{made} {made!r}'))


T, E = TypeVar('T'), TypeVar('E', bound=Exception)


@dataclass
class Ok(Generic[T]):
    value: T


@dataclass
class Err(Generic[E]):
    error: E


Result = Ok[T] | Err[E]


def types():
    if type(Result) is type(Union[int, str]) and get_origin(Result) is Union:
        print(get_args(Result), get_args(Result[int, ValueError]))
    print((Ok[int] | None) == Optional[Ok[int]], (None | Ok[int]) == Optional[Ok[int]], get_args(int | Ok[str] | None))
    print(Optional[int] == (int | None), (str | int) == Union[int, str], Optional[int] == (int | str))
    print(get_origin(int | None) is type(int | None), get_origin(Optional[int]) is Union, get_origin(Generic), get_origin(Ok))


asyncio.run(main())
asyncio.run(show())
types()
