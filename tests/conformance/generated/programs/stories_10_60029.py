# Random program 60029 for 3.10, see generate.mjs
# python >= 3.10
import asyncio, contextlib, contextvars, sys, time
import concurrent.futures, threading
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
        await asyncio.sleep(0)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        return False

async def numbers2(count):
    try:
        for number in range(count):
            yield number
    finally:
        say("numbers2 closes")

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    time.sleep(0.1)
    print("label", label.get())
    label.set(what)
    if what == "a":
        raise ValueError(what)
    time.sleep(0.1)
    print("after", what)
    return what

guard = threading.Lock()

async def shielded4():
    async def inner():
        try:
            await asyncio.sleep(0.3)
            return 5
        finally:
            say("inner ends")
    async def outer(task):
        try:
            return await asyncio.shield(task)
        except asyncio.CancelledError as error:
            say("outer", chain(error), task.done())
            return await asyncio.shield(task)
    secret = asyncio.ensure_future(inner())
    guard = asyncio.create_task(outer(secret))
    await asyncio.sleep(1)
    guard.cancel()
    secret.cancel("both")
    for one in (guard, secret):
        try:
            say("result", await one)
        except BaseException as error:
            say("error", chain(error), one.cancelled())
    say(secret, guard)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await shielded4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
asyncio.run(main())
