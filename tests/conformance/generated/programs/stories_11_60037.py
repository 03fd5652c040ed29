# Random program 60037 for 3.11, see generate.mjs
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

@contextlib.asynccontextmanager
async def managed1(name):
    say("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        say("close", name)

async def closedEarly2():
    async def source(name, count=4):
        try:
            for number in range(count):
                await asyncio.sleep(0.001)
                yield number
        finally:
            say(name, "closing")
            yield "too late"
            say(name, "closed")
    async def doubled(items):
        async for item in items:
            yield item * 2
    async def reads(name, many):
        async for item in doubled(source(name)):
            say(name, item)
            if item >= many:
                return item
    label.set("story")
    for one in (reads("a", 1), reads("b", 2)):
        try:
            say(await asyncio.wait_for(one, 0.5))
        except (Exception, StopAsyncIteration) as error:
            say(chain(error))
    await asyncio.sleep(0)
    kept = source("kept")
    say(await kept.__anext__(), await anext(kept), kept.ag_running, kept.ag_frame is None)
    try:
        async with contextlib.aclosing(source("inner")) as items:
            async for item in items:
                say(item)
                if item == 1:
                    raise ValueError(item)
    except (ValueError, RuntimeError, KeyError) as error:
        say(chain(error))
    try:
        await kept.aclose(); await kept.aclose(); say(await anext(kept, "none"))
    except (Exception, StopAsyncIteration) as error:
        say(chain(error))
    await asyncio.sleep(0.15)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await closedEarly2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    tasks.clear()
