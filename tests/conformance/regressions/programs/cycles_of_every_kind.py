"""gc.collect() finds a cycle through whatever kind of object it leads."""
import asyncio
import collections
import contextlib
import contextvars
import dataclasses
import enum
import functools
import gc
import itertools
import queue
import threading
import weakref


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def in_a_list(thing):
    items = [thing]
    items.append(items)


def in_a_dict(thing):
    names = {1: thing}
    names["me"] = names
    names["view"] = names.values()


def in_a_set(thing):
    thing.members = {thing, frozenset([thing])}


def in_a_deque(thing):
    items = collections.deque([thing])
    items.append(iter(items))


def in_a_mapping(thing):
    counts = collections.Counter(a=1)
    counts.me = counts
    defaults = collections.defaultdict(lambda: defaults)
    defaults[1] = counts
    ordered = collections.OrderedDict(me=defaults, thing=thing)
    defaults[2] = ordered


def in_functions(thing):
    thing.partial = functools.partial(print, thing)
    thing.method = thing.__init__
    thing.closure = lambda: thing

    @functools.lru_cache(None)
    def cached(number):
        return cached, thing

    cached(1)

    @functools.wraps(print)
    def wrapped():
        return wrapped, thing


def in_iterators(thing):
    items = [thing]
    items += [iter(items), enumerate(items), zip(items, items), map(str, items), filter(None, items), reversed(items)]
    items += [itertools.chain(items), itertools.cycle(items), itertools.islice(items, 3), itertools.repeat(items)]


def in_exceptions(thing):
    first = ValueError(thing)
    second = KeyError(first)
    first.__cause__ = second
    third = TypeError()
    second.__context__ = third
    third.note = first


def in_a_class(thing):
    class Local:
        kept = thing

        def itself(self):
            return Local

        @property
        def value(self):
            return thing

        @classmethod
        def by_class(cls):
            return thing

        @staticmethod
        def plain():
            return Local

    @dataclasses.dataclass
    class Record:
        value: object = None

    record = Record(Local)
    record.value = record

    class Slots:
        __slots__ = "mine", "other"

    slots = Slots()
    slots.mine, slots.other = slots, record

    class Colour(enum.Enum):
        RED = 1

    Colour.RED.slots = slots


def in_super(thing):
    class Base:
        def __init__(self):
            self.above = super()
            self.thing = thing

    Base()


def in_managers(thing):
    @contextlib.contextmanager
    def manager():
        managers.append(entered)
        yield thing

    managers = []
    entered = manager()
    entered.__enter__()
    stack = contextlib.ExitStack()
    stack.callback(print, stack, thing)
    stack.pop_all().pop_all()
    thing.stack = stack


def in_a_future(thing):
    future = asyncio.get_running_loop().create_future()
    future.add_done_callback(lambda _: (future, thing))
    failed = asyncio.get_running_loop().create_future()
    failed.set_result([failed, thing])


def in_a_context(thing):
    variable = contextvars.ContextVar("variable", default=thing)
    thing.context = contextvars.copy_context()
    thing.token = thing.context.run(variable.set, thing)


def in_a_handle(thing):
    thing.handle = asyncio.get_running_loop().call_later(50, print, thing)
    thing.handle.cancel()


def in_primitives(thing):
    event = asyncio.Event()
    event.me, event.thing = event, thing
    items = asyncio.Queue()
    items.put_nowait(items)
    items.put_nowait(thing)
    shared = queue.Queue()
    shared.put(shared)
    shared.put(thing)
    local = threading.local()
    local.mine = local, thing


def in_a_weak_reference(thing):
    thing.weak = weakref.ref(thing, lambda reference: print("not called: it goes too"))
    thing.me = thing


def in_generators(thing):
    def plain():
        try:
            yield thing
        finally:
            print("closed")

    async def coroutine():
        await asyncio.sleep(0)
        print(thing)

    async def asynchronous():
        yield thing

    items = [plain(), coroutine(), asynchronous()]
    next(items[0])
    items[1].send(None)
    items.append(items)


def in_its_task(thing):
    async def waits():
        try:
            await asyncio.Event().wait()
        finally:
            print("finally")

    thing.task = asyncio.ensure_future(waits())


async def main():
    for name, make in list(globals().items()):
        if name.startswith("in_"):
            make(Thing(name))
            await asyncio.sleep(0)
            print("--", name)
            gc.collect()
    await asyncio.sleep(0)


gc.disable()
asyncio.run(main())
