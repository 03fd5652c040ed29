# Random program 60019 for 3.10, see generate.mjs
# python >= 3.10
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

async def limited1():
    async def slow():
        try:
            await asyncio.sleep(0.1)
            return "in time"
        except asyncio.CancelledError:
            say("cut")
            await asyncio.sleep(0.2); raise
    for limit in (0.1,):
        work = asyncio.ensure_future(slow())
        try:
            say("within", await asyncio.wait_for(work, limit))
        except (Exception, asyncio.CancelledError) as error:
            say("beyond", chain(error))
    async def parent():
        try:
            return await asyncio.wait_for(slow(), 0.25)
        except asyncio.CancelledError as error:
            say("parent", error.args)
            raise
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.25)
    task.cancel("stop")
    say(await asyncio.gather(task, return_exceptions=True))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await limited1()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    raise ValueError("main")

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    pass
