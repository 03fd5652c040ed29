# Random program 60031 for 3.10, see generate.mjs
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

@contextlib.asynccontextmanager
async def managed1(name):
    say("open", name)
    try:
        yield name
    except Exception as error:
        say("managed", repr(error))
        raise
    finally:
        await asyncio.sleep(0.05)
        say("close", name)

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    time.sleep(0.05)
    with guard:
        total[0] += 1
    time.sleep(0.02)
    print("after", what)
    return what

guard = threading.Lock()

def work4(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.05)
    storage.value = getattr(storage, "value", 0) + 1
    print("local", storage.value)
    return what

async def overlapping5():
    async def source():
        try:
            for number in range(5):
                await asyncio.sleep(0.05)
                yield number
        except BaseException as error:
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
    await asyncio.sleep(1)
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
    try:
        await overlapping5()
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
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    task = loop.create_task(main())
    task.add_done_callback(lambda task: loop.stop())
    loop.run_forever()
    print(task.cancelled() or task.exception() or task.result())
except BaseException as error:
    print("ended by", chain(error))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.run_until_complete(loop.shutdown_default_executor())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
