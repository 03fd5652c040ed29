# Random program 40020 for 3.11, see generate.mjs
# python >= 3.11
import asyncio, contextlib, contextvars, time
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
            yield
        raise ValueError(self.turns)
        return ("awaited", self.turns)

storage = threading.local()

def local_start(value):
    storage.value = value

def work2(what):
    time.sleep(0.2)
    return what

guard = threading.Lock()

def work3(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.05)
    if what == "a":
        raise ValueError(what)
    time.sleep(0.1)
    print("after", what)
    return what

async def job4(arg):
    task5 = asyncio.create_task(asyncio.to_thread(work3, None))
    tasks.append(task5)
    await asyncio.sleep(0.3)
    try:
        say(await asyncio.wait_for(task5, -1))
    except BaseException as error:
        say("task5", type(error).__name__, task5.done())
    group6 = [asyncio.create_task(asyncio.to_thread(work3, "f")), asyncio.create_task(asyncio.to_thread(work2, "e")), asyncio.create_task(asyncio.sleep(0.25, 16))]
    done, pending = await asyncio.wait(group6, return_when=asyncio.FIRST_EXCEPTION, timeout=0.5)
    say([group6.index(task) for task in group6 if task in done], len(pending))
    for task in group6:
        task.cancel()
    say(await asyncio.gather(*group6, return_exceptions=True))

async def job7(arg):
    await asyncio.sleep(0.001)
    for i8 in range(2):
        time.sleep(0.05)
        say("job7", 83)
        await asyncio.sleep(1)
        await asyncio.sleep(0.25)
    task9 = asyncio.create_task(job4(None), context=contextvars.copy_context())
    await asyncio.sleep(0.3)
    try:
        say(task9.exception())
    except BaseException as error:
        say("task9", repr(error), task9.done())

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(1)
    condition = asyncio.Condition()
    pool = concurrent.futures.ThreadPoolExecutor(1)
    tasks.append(asyncio.create_task(job7(0)))
    tasks.append(asyncio.create_task(job4(1)))
    await asyncio.sleep(0.2)
    pool.shutdown(wait=False)

tasks = []
total = [0, 0, 0]
with asyncio.Runner() as runner:
    print(runner.run(main()))
    tasks.clear()
    print(runner.run(after(0.1)))
