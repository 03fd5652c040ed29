# Random program 70013 for 3.10, see generate.mjs
import asyncio, contextlib, contextvars, sys, time
import bisect, collections, dataclasses, enum, functools, heapq, itertools, json, math, operator, random, statistics, textwrap, typing

def probe(thunk):
    try:
        value = thunk()
    except Exception as error:
        print("!", type(error).__name__, error)
    else:
        plain = (int, float, str, bytes, bool, list, tuple, dict, set, frozenset, complex, range, type(None), type, ValueError)
        print(repr(value) if isinstance(value, plain) else type(value).__name__)

def chain(error, depth=0):
    if error is None or depth > 6:
        return "-"
    if isinstance(error, BaseException) and type(error).__name__ == "Deadlock":
        return "Deadlock"
    inner = [chain(one, depth + 1) for one in error.exceptions] if hasattr(error, "exceptions") else ""
    return f"{type(error).__name__}{error.args if not inner else inner}<{chain(error.__cause__, depth + 1)}|{chain(error.__context__, depth + 1)}>"

HERE = probe.__code__.co_filename
def places(error):
    found, entry = [], error.__traceback__
    while entry is not None:
        if entry.tb_frame.f_code.co_filename == HERE:
            found.append((entry.tb_lineno, entry.tb_frame.f_code.co_name))
        entry = entry.tb_next
    return found

@dataclasses.dataclass
class Pair:
    left: int
    right: object = None

class Color(enum.Enum):
    RED = 1
    BLUE = "b"

def say(*words):
    print(f"{asyncio.get_running_loop().time():.4f}", *words)

def resolve(future, value):
    if not future.done():
        future.set_result(value)

async def after(delay):
    await asyncio.sleep(delay)
    return delay

def on_error(loop, context):
    if context["message"].startswith("Exception in callback"):
        print("handler", repr(context["exception"]))

def fail(what):
    raise ValueError(what)

async def hop():
    await asyncio.sleep(0)

label = contextvars.ContextVar("label", default="none")

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from after(0.2).__await__()
        return ("awaited", self.turns)

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

async def dropped3():
    class Marked:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print("del", self.name)
    class Failed(Exception):
        pass
    def use(mark):
        say("use", mark.name)
    def used(mark, future):
        say("used", mark.name)
    def numbers(mark):
        try:
            yield 1
            yield mark.name
        finally:
            print("generator ends")
    async def asyncs(mark):
        try:
            yield 1
            yield mark.name
        finally:
            print("agen ends")
    async def uses(mark):
        await hop()
        return mark.name
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    future = loop.create_future()
    for drop in range(1):
        try:
            label.set(Marked("label"))
            coro = uses(Marked("coroutine")); coro.close(); coro = None
        except (asyncio.QueueEmpty, asyncio.InvalidStateError) as error:
            say("error", type(error).__name__)
    say("one")
    try:
        loop.call_later(1, use, Marked("later"))
        say(queue.get_nowait().name)
        coro = uses(Marked("coroutine")); coro.close(); coro = None
        contextvars.copy_context().run(label.set, Marked("copied"))
    except (asyncio.QueueEmpty, asyncio.InvalidStateError) as error:
        say("error", type(error).__name__)
    say("two")
    await asyncio.sleep(0.15)
    label.set("none")
    queue = None
    if future.done() and not future.cancelled():
        future.exception()
    future = None
    say("three")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await dropped3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
