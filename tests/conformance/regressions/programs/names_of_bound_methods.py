"""Coroutines and methods of asyncio are shown as those of functions in Python: with their qualified names, and the object that a
method is bound to. Methods in C have the name of their object's class."""
import asyncio
import dataclasses
import enum
import inspect


async def nothing():
    pass


class Level(enum.IntEnum):
    LOW = 1

    def __str__(self):
        return self.name.lower()


def shown(value):
    return repr(value).partition(' at 0x')[0]


async def main():
    loop = asyncio.get_running_loop()
    queue, event, task = asyncio.Queue(), asyncio.Event(), asyncio.current_task()
    coroutines = [asyncio.sleep(1), asyncio.wait_for(nothing(), 1), queue.get(), event.wait(), asyncio.Lock().acquire()]
    coroutines += asyncio.as_completed([asyncio.ensure_future(asyncio.sleep(0))])
    for coroutine in coroutines:
        print(shown(coroutine), coroutine.__qualname__)
        await coroutine if '_wait_for_one' in coroutine.__qualname__ else coroutine.close()
    for method in (queue.put_nowait, event.set, asyncio.Queue.get, asyncio.Lock.__aenter__, task.cancel):
        print(shown(method), method.__qualname__)
    print(loop.call_soon(loop.is_running), loop.call_soon(task.done), loop.call_soon(event.set))
    print([].append.__qualname__, type('Items', (list,), {})().append.__qualname__)
    # What else is shown: members with a text of their own, kinds of parameters, what is missing.
    print(f'{Level.LOW} {Level.LOW:>3} {Level.LOW!r}', '{}'.format(Level.LOW), format(Level.LOW))
    print([f'{parameter.kind}' for parameter in inspect.signature(lambda a, *b: 0).parameters.values()], inspect._empty)
    print(shown(dataclasses.MISSING), dataclasses.make_dataclass('Made', ['x']).__module__)


asyncio.run(main())
