# Random program 70217 for 3.10, see generate.mjs
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

storage = threading.local()

def local_start(value):
    storage.value = value

def work1(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.35)
    time.sleep(0.1)
    print("after", what)
    return what

guard = threading.Lock()

async def held2():
    class Resource:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print("del", self.name)
    async def deeper(given):
        own = Resource(given.name + "-deeper")
        await asyncio.sleep(0.25)
        del given; await asyncio.sleep(0)
    async def holder(name):
        kept = Resource(name)
        try:
            await asyncio.sleep(0.3)
            await asyncio.sleep(0)
        finally:
            say(name, "ends")
    async def fails(name):
        kept = Resource(name)
        await asyncio.sleep(0.02)
        raise ValueError(name)
    made = [asyncio.create_task(holder("a")), asyncio.create_task(fails("b")), asyncio.create_task(holder("c"))]
    await asyncio.sleep(0.2)
    made.pop()
    say([len(some) for some in await asyncio.wait(made, timeout=0.1)])
    say("before")
    made.clear()
    say("cleared")
    await asyncio.sleep(0.3)
    try:
        await fails("direct")
    except (Exception, asyncio.CancelledError) as error:
        say(repr(error))
        del error
    say("after direct")
    say("end of story")

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
            asyncio.create_task(asyncio.sleep(0.05, Marked("task")))
            agen = asyncs(Marked("agen")); say(await agen.__anext__()); agen = None
            generator = numbers(Marked("generator")); say(next(generator)); generator = None
        except (asyncio.QueueEmpty, asyncio.InvalidStateError) as error:
            say("error", type(error).__name__)
    say("one")
    try:
        queue = asyncio.Queue()
        marks = [Marked("listed"), Marked("second")]; marks.reverse(); marks.clear()
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
    stories = [asyncio.create_task(held2()), asyncio.create_task(dropped3())]
    done, pending = await asyncio.wait(stories, timeout=0.5)
    for one in stories:
        one.cancel()
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

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
    pass
