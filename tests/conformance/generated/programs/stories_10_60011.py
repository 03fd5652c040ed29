# Random program 60011 for 3.10, see generate.mjs
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

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.05)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    time.sleep(0.1)
    if what == "a":
        raise ValueError(what)
    return what

guard = threading.Lock()

async def calledBack4():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    event = asyncio.Event()
    def note(what):
        say("note", what, threading.current_thread() is threading.main_thread())
    async def asked(value):
        await asyncio.sleep(0.2)
        if value == 0:
            raise asyncio.CancelledError(value)
        return value * 10
    def worker(name):
        for number in range(2):
            time.sleep(0.05)
            loop.call_soon_threadsafe(queue.put_nowait, (name, number))
            pass
        future = asyncio.run_coroutine_threadsafe(asked(name), loop)
        future.add_done_callback(lambda future: print("answered", future.cancelled() or future.exception() or future.result()))
        time.sleep(0.3)
        print("asked", future.done(), future.cancel())
        loop.call_soon_threadsafe(event.set)
        return name
    jobs = [asyncio.create_task(asyncio.to_thread(worker, name)) for name in range(1)]
    for turn in range(2 * len(jobs)):
        say("got", await queue.get())
    try:
        await asyncio.wait_for(event.wait(), 0.7)
    except asyncio.TimeoutError as error:
        say(chain(error))
    say(await asyncio.gather(*jobs, return_exceptions=True), queue.qsize())
    lock = threading.Lock()
    counts = []
    def counted(number):
        time.sleep(0.02)
        with lock:
            counts.append(number)
        return len(counts)
    say(await asyncio.gather(*[asyncio.to_thread(counted, number) for number in range(3)]), counts)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    tasks.extend([asyncio.create_task(calledBack4())])
    await asyncio.sleep(0)
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
asyncio.run(main())
