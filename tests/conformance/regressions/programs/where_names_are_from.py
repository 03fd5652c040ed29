# Regression: functions of asyncio had the module 'asyncio' and were shown as built in; names that a Python has not yet were there
# (enum.member, copy.replace, operator.call, EventLoop …); a dataclass had its name for documentation and
# texts for types; an OrderedDict that changed under an iterator was called a dictionary; methods of Future in C since 3.12
# counted their arguments as before; dates complained of nan, inf and of what is too large in words of their own.
import asyncio
import collections
import contextvars
import copy
import dataclasses
import datetime
import enum
import functools
import logging
import operator
import typing


def said(name, function):
    try:
        text = repr(function())
    except Exception as e:
        text = f'{type(e).__name__} {e}'
    print(name, '->', text.split(' at 0x')[0])


for name in '''AbstractEventLoop AbstractEventLoopPolicy BaseEventLoop DefaultEventLoopPolicy EventLoop SelectorEventLoop
        as_completed create_task ensure_future gather get_event_loop get_event_loop_policy get_running_loop iscoroutine
        iscoroutinefunction isfuture new_event_loop run run_coroutine_threadsafe set_event_loop shield sleep timeout timeout_at
        to_thread wait wait_for wrap_future Lock Queue TaskGroup Runner Barrier CancelledError TimeoutError'''.split():
    thing = getattr(asyncio, name, None)
    if thing is None:
        print(name, 'is not there')
    else:
        print(name, thing.__module__, thing.__qualname__, repr(thing).split(' at 0x')[0])
for cls in (asyncio.PriorityQueue.__bases__[0], asyncio.TimeoutError, asyncio.CancelledError, collections.Counter,
            collections.OrderedDict, datetime.date, enum.Enum, enum.Flag, enum.IntFlag, logging.Logger, logging.Handler):
    print(cls, cls.__name__, cls.__mro__[1:] if cls.__module__ != 'asyncio.queues' and cls is not enum.IntFlag else '')

for module, names in ((enum, 'member nonmember EnumType StrEnum'), (copy, 'replace'), (operator, 'call'),
                      (logging, 'getLevelNamesMapping'), (asyncio, 'timeout Runner TaskGroup Barrier EventLoop QueueShutDown'),
                      (datetime, 'UTC')):
    for name in names.split():
        said(f'{module.__name__}.{name}', lambda: bool(getattr(module, name)))


@dataclasses.dataclass
class Point:
    x: int
    y: typing.Optional[int] = None
    queue: asyncio.Queue = dataclasses.field(default_factory=asyncio.Queue)
    items: list[int] = dataclasses.field(default_factory=list)
    other: 'Point' = None
    _: dataclasses.KW_ONLY
    given: dataclasses.InitVar[int] = 3
    weight: float = dataclasses.field(default=1.5, repr=False)


@dataclasses.dataclass
class Line(Point):
    own: 'list[Point]' = dataclasses.field(default=None, init=False)


@dataclasses.dataclass(init=False)
class Made:
    a: int

    def __init__(self, a, *, b=2):
        self.a = a


@dataclasses.dataclass(frozen=True, slots=True)
class Slotted:
    a: str = 'x'


@dataclasses.dataclass
class Told:
    """As told."""
    a: int


@dataclasses.dataclass
class Empty:
    pass


for cls in (Point, Line, Made, Slotted, Told, Empty):
    print(cls.__doc__)
print(Slotted().__doc__, [field.type for field in dataclasses.fields(Point)])

for kind in (collections.OrderedDict, collections.Counter, dict):
    for view in (iter, lambda d: d.items(), lambda d: d.keys(), lambda d: d.values(), reversed):
        ordered = kind(a=1, b=2)
        said(f'{kind.__name__} grows', lambda: [ordered.update(c=3) for _ in view(ordered)])
        ordered = kind(a=1, b=2, c=3)
        said(f'{kind.__name__} shrinks', lambda: [ordered.pop(key) for key in ordered])
ordered = collections.OrderedDict(a=1, b=2)
said('moved', lambda: [ordered.move_to_end('a') for _ in ordered])
said('set again', lambda: [ordered.update(a=3) for _ in ordered])
said('pairs', lambda: collections.OrderedDict([(1,)]))
said('pairs', lambda: collections.OrderedDict([(1, 2), (3, 4)], x=5))


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    for name, function in {
        'set_result': lambda: future.set_result(), 'set_result 2': lambda: future.set_result(1, 2),
        'set_exception': lambda: future.set_exception(), 'remove': lambda: future.remove_done_callback(),
        'exception': lambda: future.exception(1), 'get_loop': lambda: future.get_loop(1), 'result': lambda: future.result(1),
        'keyword': lambda: future.set_result(result=1), 'done': lambda: future.done(1), 'add': lambda: future.add_done_callback(),
    }.items():
        said(name, function)
    try:
        print(await asyncio.sleep(float('nan'), 'slept'), loop.time() < 1)
    except ValueError as e:
        print(e)
    loop.call_later(float('nan'), print, 'called')
    await asyncio.sleep(0.1)


asyncio.run(main())

for value in (float('nan'), float('inf'), -float('inf'), 1e300, 10**20, 2**40, -1, 'x', None):
    for name, function in {
        'from timestamp': lambda: datetime.datetime.fromtimestamp(value), 'days': lambda: datetime.timedelta(value),
        'seconds': lambda: datetime.timedelta(seconds=value), 'times': lambda: datetime.timedelta(1) * value,
        'ordinal': lambda: datetime.date.fromordinal(value), 'year': lambda: datetime.date(value, 1, 1),
        'hour': lambda: datetime.time(value), 'zone': lambda: datetime.timezone(datetime.timedelta(value)),
    }.items():
        if name != 'from timestamp' or value not in (-1, 2**40):
            said(f'{name} {value}', function)
