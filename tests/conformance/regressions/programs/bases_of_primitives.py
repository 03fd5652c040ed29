"""Locks and queues derive from classes that asyncio keeps to itself; whoever lists the bases of a class meets them.

They were left out once, and to ask for __mro__ was refused then, with the errors of queues, which have no such base.
"""
import asyncio


class Bounded(asyncio.Queue):
    pass


class Named(asyncio.Lock):
    def __init__(self, name):
        super().__init__()
        self.name = name


async def main():
    kinds = [asyncio.Lock, asyncio.Event, asyncio.Condition, asyncio.Semaphore, asyncio.BoundedSemaphore, asyncio.Queue,
             asyncio.LifoQueue, asyncio.PriorityQueue, Bounded, Named, asyncio.QueueEmpty]
    if hasattr(asyncio, 'Barrier'):
        kinds.append(asyncio.Barrier)
    for kind in kinds:
        print(kind.__name__, [(base.__module__, base.__qualname__) for base in kind.__mro__], kind.__bases__, kind.__base__)
    print(asyncio.Lock.mro() == list(asyncio.Lock.__mro__), issubclass(asyncio.Lock, asyncio.Event.__mro__[1]))
    lock = Named('door')
    async with lock:
        print(lock.name, lock.locked(), isinstance(lock, asyncio.Event.__base__))
    queue = Bounded(2)
    queue.put_nowait(1)
    print(await queue.get(), queue.maxsize)


asyncio.run(main())
