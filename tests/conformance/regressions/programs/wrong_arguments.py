# Regression: what native functions say of arguments that do not fit was worded one by one, and mostly not as CPython words it.
import asyncio
import bisect
import heapq
import math
import operator
from collections import deque
from itertools import chain, cycle


def attempt(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


class Refused(Exception):
    pass


async def main():
    numbers, queue, future = [3, 1], asyncio.Queue(), asyncio.get_running_loop().create_future()
    # METH_NOARGS, METH_O, METH_FASTCALL
    attempt(lambda: numbers.copy(1))
    attempt(lambda: numbers.append())
    attempt(lambda: numbers.append(x=1))
    attempt(lambda: numbers.pop(1, 2))
    attempt(lambda: numbers.index())
    attempt(lambda: {}.get())
    attempt(lambda: list.append())
    attempt(lambda: math.floor())
    attempt(lambda: math.sqrt(1, 2))
    attempt(lambda: len())
    attempt(lambda: iter())
    attempt(lambda: isinstance(1))
    attempt(lambda: range())
    attempt(lambda: zip(1, zz=2))
    attempt(lambda: reversed())
    attempt(lambda: cycle(1, 2))
    # with names
    attempt(lambda: numbers.sort(1))
    attempt(lambda: sorted([1], 1))
    attempt(lambda: sorted([1], zz=1))
    attempt(lambda: round())
    attempt(lambda: "a".split(1, 2, 3))
    attempt(lambda: "a".encode(coding="ascii"))
    attempt(lambda: sum())
    attempt(lambda: bisect.bisect([1]))
    # by a format, up to 3.12
    attempt(lambda: "a".count())
    attempt(lambda: "a".find(1, 2, 3, 4))
    attempt(lambda: deque().insert(1))
    # slots
    attempt(lambda: (1).__add__())
    attempt(lambda: [].__len__(1))
    attempt(lambda: [].__setitem__(1))
    attempt(lambda: (1).__add__(x=2))
    # library modules
    attempt(lambda: operator.add(1))
    attempt(lambda: operator.neg(1, 2))
    attempt(lambda: heapq.heappush([]))
    attempt(lambda: heapq.heappush({}, 1))
    attempt(lambda: chain.from_iterable())
    # asyncio: functions in Python, futures in C
    attempt(lambda: queue.put_nowait())
    attempt(lambda: queue.get_nowait(1))
    attempt(lambda: asyncio.Lock(1, 2))
    attempt(lambda: asyncio.create_task())
    attempt(lambda: asyncio.get_running_loop().call_later(1))
    attempt(lambda: asyncio.get_running_loop(1))
    attempt(lambda: future.done(1))
    attempt(lambda: asyncio.wait_for())
    # types of C modules have their module in messages
    attempt(lambda: [1][deque()])
    # exceptions take no keywords, unless their class says so
    attempt(lambda: Refused("no", code=1))
    attempt(lambda: ValueError(code=1))
    attempt(lambda: AttributeError("no", zz=1))


asyncio.run(main())
