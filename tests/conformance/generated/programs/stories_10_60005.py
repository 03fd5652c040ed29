# Random program 60005 for 3.10, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

@contextlib.asynccontextmanager
async def managed2(name):
    say("open", name)
    try:
        yield name
    except ValueError as error:
        say("managed", repr(error))
    finally:
        await asyncio.sleep(1)
        say("close", name)

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0)
    if what == "a":
        raise ValueError(what)
    time.sleep(0.02)
    print("after", what)
    return what

guard = threading.Lock()

def work4(what):
    time.sleep(0.35)
    print("label", label.get())
    label.set(what)
    storage.value = getattr(storage, "value", 0) + 1
    print("local", storage.value)
    if what == "a":
        raise ValueError(what)
    return what

async def waitedFor5():
    def job(number):
        time.sleep(0.1)
        if number == 2:
            raise ValueError(number)
        return number * number
    def show(future):
        print("done", future.cancelled() or repr(future.exception()), future.running())
    pool = concurrent.futures.ThreadPoolExecutor(1, "jobs")
    futures = [pool.submit(job, number) for number in range(3)]
    futures[0].add_done_callback(show)
    say(futures[-1].cancel(), futures[-1].cancelled())
    wrapped = asyncio.wrap_future(futures[1])
    await asyncio.sleep(0.05)
    pool.shutdown(wait=False)
    try:
        say(await asyncio.wait_for(wrapped, 0.1))
    except (ValueError, asyncio.TimeoutError, asyncio.CancelledError) as error:
        say(chain(error))
    await asyncio.sleep(0.5)
    say([future.done() for future in futures], [future.cancelled() for future in futures], wrapped.done())
    for future in futures:
        if future.done():
            future.add_done_callback(show)
            say(future.cancelled() or future.exception() or future.result(), future.cancel())
    pool.shutdown(wait=True)
    try:
        say(futures[0].result(0))
    except (RuntimeError, ValueError, concurrent.futures.CancelledError, concurrent.futures.TimeoutError, concurrent.futures.InvalidStateError) as error:
        say(type(error).__name__, str(error).split(" at 0x")[0])

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await waitedFor5()
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
if __name__ == "__main__":
    print(asyncio.run(main()))
