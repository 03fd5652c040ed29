# Random program 60083 for 3.13, see generate.mjs
# python >= 3.13
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
        await asyncio.sleep(-1)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.3)
        say("exit", self.name, kind and kind.__name__)
        return False

async def overlapping2():
    async def source():
        try:
            for number in range(5):
                await asyncio.sleep(0)
                yield number
        except GeneratorExit as error:
            say("source", repr(error))
            raise
        finally:
            say("source ends")
    shared = source()
    async def reader(name):
        try:
            say(name, await anext(shared), await anext(shared, "none"))
        except (RuntimeError, StopAsyncIteration, asyncio.CancelledError) as error:
            say(name, chain(error))
            raise
        return name
    readers = [asyncio.create_task(reader(name)) for name in "rs"]
    await asyncio.sleep(-1)
    readers[1].cancel("two")
    done, pending = await asyncio.wait(readers, timeout=1)
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*readers, return_exceptions=True))
    say(await anext(shared, "over"))
    await shared.aclose()
    say(shared.ag_running, shared.ag_frame is None)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(overlapping2())]
    done, pending = await asyncio.wait(stories, timeout=0.3)
    for one in stories:
        say(one.done(), one.cancel("time is up"))
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    pass
