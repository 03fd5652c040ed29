"""What CPython has in C is no method of a class that holds it, and says that it is built in; what it has in Python does.

Which of the two a function is was taken from this implementation once, where it is the other way about for some:
`op = operator.add` in a class was handed the instance, and `queue.put` called itself a built-in method.
"""
import asyncio
import bisect
import collections
import dataclasses
import functools
import heapq
import inspect
import operator
import random
import types
import warnings


@dataclasses.dataclass
class Gate:
    name: str
    op: object = operator.and_


class Tools:
    add = operator.add
    push = heapq.heappush
    fold = functools.reduce
    place = bisect.bisect
    twice = lambda self, number: number * 2


def show(method):
    print(repr(method).split(' object at')[0].split(' at 0x')[0], type(method).__name__, method.__qualname__,
          isinstance(method, types.MethodType), isinstance(method, types.BuiltinMethodType))


async def main():
    tools = Tools()
    heap = []
    for number in range(3):
        tools.push(heap, -number)
    print(heap, tools.add(1, 2), tools.fold(operator.mul, [2, 3, 4]), tools.place([1, 2], 1), tools.twice(4))
    print(Gate('both').op(6, 3), Gate.op(6, 3), Gate('both').op)
    print(operator.add, functools.partial(functools.reduce, operator.add), bisect.bisect, warnings.warn)
    print(type(operator.add), heapq.heappop.__class__, operator.add.__module__, operator.add.__qualname__)
    print(isinstance(operator.add, types.FunctionType), isinstance(operator.add, types.BuiltinFunctionType),
          isinstance(main, types.FunctionType), inspect.isbuiltin(heapq.heappush), inspect.isbuiltin(main))
    queue, lock, event = asyncio.Queue(), asyncio.Lock(), asyncio.Event()
    for method in (queue.put, queue.get_nowait, lock.release, event.wait, asyncio.LifoQueue().put_nowait,
                   asyncio.current_task().set_name, [].append, ''.join, collections.deque().append,
                   random.random, random.randint, random.Random(1).choice):
        show(method)
    print(str(asyncio.Queue.put).split(' at ')[0], str.join, queue.put.__module__)
    print(__package__, __loader__, __spec__)
    for leave in (exit, quit):
        try:
            leave()
        except SystemExit as error:
            print(error.args, error.code)
    exit(3)


asyncio.run(main())
