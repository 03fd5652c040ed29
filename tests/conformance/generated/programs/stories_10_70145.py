# Random program 70145 for 3.10, see generate.mjs
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
            yield
        raise ValueError(self.turns)
        return ("awaited", self.turns)

async def awaited2():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.05, resolve, future, "resolved")
    class Own:
        def __await__(self):
            if True:
                yield from asyncio.sleep(0).__await__()
                yield from asyncio.create_task(hop()).__await__()
            return "own"
    class Native:
        def __await__(self):
            return future.__await__()
    class Wrong:
        def __await__(self):
            return hop()
    class Iter:
        def __init__(self):
            self.left = 2
        def __await__(self):
            return self
        def __iter__(self):
            return self
        def __next__(self):
            self.left -= 1
            if self.left < 0:
                raise StopIteration("iter")
            return None
        def close(self):
            say("closed")
    class Delegating:
        def __init__(self, inner):
            self.inner = inner
        def __getattr__(self, name):
            return getattr(self.inner, name)
        def __await__(self):
            return self.inner.__await__()
    class Wrapped:
        def __init__(self, inner):
            self.inner = inner
        def __await__(self):
            try:
                return (yield from self.inner.__await__())
            finally:
                say("wrapped ends")
    async def wrap(inner):
        try:
            return await inner
        finally:
            say("wrap ends")
    for use in (lambda: Wrong(), lambda: Wrong(), lambda: Delegating(Own())):
        try:
            say("awaited", await use())
        except (Exception, asyncio.CancelledError) as error:
            say("error", chain(error))
    task = asyncio.create_task(wrap(Native()))
    await asyncio.sleep(0.05)
    say(task.cancel("by hand"))
    try:
        say(await task)
    except (Exception, asyncio.CancelledError) as error:
        say("error", chain(error))
    resolve(future, "late")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(awaited2(), return_exceptions=True))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    print(loop.run_until_complete(loop.create_task(after(0.1), name="named")))
except BaseException as error:
    print("ended by", chain(error))
finally:
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0.1))
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
