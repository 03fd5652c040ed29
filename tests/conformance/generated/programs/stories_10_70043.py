# Random program 70043 for 3.10, see generate.mjs
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

async def numbers1(count):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            got = yield number
            say("got", got)
    finally:
        await asyncio.sleep(0.001)
        say("numbers1 closes")

async def abandoned2():
    loop = asyncio.get_running_loop()
    kept, made = [], []
    async def source(name):
        try:
            for number in range(3):
                yield number
                await asyncio.sleep(0)
        except GeneratorExit as error:
            say(name, repr(error))
            raise
        finally:
            say(name, "closes", asyncio.current_task() is not None, label.get())
            await hop()
    async def outer(name):
        async for item in source(name):
            yield item
    async def first(name):
        async for item in outer(name):
            return item
    async def drain(name):
        async for item in source(name):
            say(name, item)
            await asyncio.sleep(0.02)
        return name
    label.set("abandoned")
    for turn in range(1):
        try:
            generator = (one async for one in source("n")); say(await anext(generator)); del generator
            source("never begun")
            made[-1].cancel() if made else None
            say([one async for one in source("e") if one < 1])
        except (Exception, asyncio.CancelledError) as error:
            say(chain(error))
    say(await asyncio.gather(*made, return_exceptions=True))
    await asyncio.sleep(0)
    await loop.shutdown_asyncgens(); say("shut")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await abandoned2()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
