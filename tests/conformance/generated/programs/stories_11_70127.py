# Random program 70127 for 3.11, see generate.mjs
# python >= 3.11
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.25)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.25)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from after(0.1).__await__()
        raise ValueError(self.turns)
        return ("awaited", self.turns)

async def again3():
    kept = []
    async def deeper(error=None):
        await asyncio.sleep(0.1)
        if error is not None:
            raise error
        raise LookupError("deeper")
    async def middle():
        try:
            await asyncio.wait_for(deeper(), 0.15)
        except (LookupError, asyncio.TimeoutError) as error:
            say("middle", repr(error), places(error))
            await asyncio.sleep(0); raise
        finally:
            say("middle ends", type(sys.exc_info()[1]).__name__)
            await hop()
    async def outer():
        try:
            return await asyncio.create_task(middle())
        except Exception as error:
            say("outer", chain(error), places(error))
            try:
                raise ValueError("new")
            except Exception as second:
                say("second", chain(second), second is error, places(second))
                raise error
            raise error
    for turn in range(2):
        try:
            say(type(await outer()).__name__)
        except Exception as error:
            say("main", chain(error), places(error), getattr(error, "__notes__", None))
            kept.append(error)
        if len(kept) > 1: say(kept[0] is kept[1])
    task = asyncio.create_task(deeper(kept[-1] if kept else None))
    for turn in range(2):
        try:
            await task
        except Exception as error:
            say(chain(error), len(places(error)))
    say(sys.exc_info(), [chain(one) for one in kept])
    kept.clear()

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    async with asyncio.timeout(0.4):
        await again3()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
asyncio.run(main())
