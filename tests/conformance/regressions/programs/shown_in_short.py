# Regression: futures and tasks showed their results in full, where asyncio shortens them with reprlib; repr() of a queue
# had the words of its str(); coroutine functions of asyncio's own were none; and words and names that were missing.
import asyncio
import datetime
import inspect
import logging
import reprlib
import sys
from collections import deque


async def give(value):
    return value


def shown(thing):
    head, _, rest = repr(thing).partition(' at 0x')
    return head, rest.partition(' ')[2]


async def main():
    loop = asyncio.get_running_loop()
    for value in ('short', 'x' * 40, "it's " * 9, list(range(9)), (1,), (), {}, {3: [1], 1: {2: 3}, 2: 0, 4: 0, 5: 0}, {5, 3, 9, 8, 7, 6, 4},
                  frozenset('a'), deque('abcdefgh'), 10 ** 45, 1.5, None, b'bytes' * 9, [[[[[[[1]]]]]]], asyncio.sleep.__name__):
        future = loop.create_future()
        future.set_result(value)
        print(future)
    giver = asyncio.create_task(give(['a text of thirty characters and more', 2]), name='giver')
    await giver
    print([giver])
    print(reprlib.repr('abc' * 20), reprlib.repr([list(range(20))] * 3))
    queue = asyncio.Queue(2)
    queue.put_nowait('item')
    print(queue, shown(queue), shown(asyncio.PriorityQueue()))
    own = asyncio.sleep, asyncio.wait_for, asyncio.to_thread, queue.get, asyncio.Lock().acquire, asyncio.gather, asyncio.shield, queue.get_nowait
    print([asyncio.iscoroutinefunction(one) for one in own], [inspect.iscoroutinefunction(one) for one in own])
    try:
        raise SyntaxError('unexpected end')
    except SyntaxError as error:
        print(error.msg, error)
    if sys.version_info >= (3, 11):
        for wrong in (lambda: ValueError().add_note(5), lambda: ExceptionGroup(1, [ValueError()])):
            try:
                wrong()
            except TypeError as error:
                print(error)
    for day in (datetime.date(2024, 12, 30), datetime.date(2021, 1, 3), datetime.datetime(2020, 12, 31, 5)):
        print(day.isocalendar(), tuple(day.isocalendar()))
    print(datetime.time(1, 2).replace(minute=5, second=3))
    adapter = logging.LoggerAdapter(logging.getLogger('shop'), {})
    adapter.setLevel(logging.ERROR)
    print(adapter.name, adapter.isEnabledFor(logging.INFO), adapter.getEffectiveLevel(), adapter.hasHandlers())

asyncio.run(main())
