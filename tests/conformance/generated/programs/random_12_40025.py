# Random program 40025 for 3.12, see generate.mjs
# python >= 3.12
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

storage = threading.local()

def local_start(value):
    storage.value = value

def work1(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.05)
    return what

guard = threading.Lock()

async def job2(arg):
    say("job2", 97)
    raise StopIteration("e3")
    total[1] += 3

async def job4(arg):
    contextvars.copy_context().run(label.set, "copied")
    say(label.get())
    say("job4", 48)
    task5 = asyncio.create_task(job2("d"))
    task5.add_done_callback(lambda done: say("callback", done.cancelled()))
    task5.cancel("story")
    try:
        say(await task5)
    except (Exception, asyncio.CancelledError) as error:
        say("task5", chain(error), task5.done())
    async with locks[1]:
        await asyncio.sleep(0.3)
        future6 = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(0.05, resolve, future6, 25)
        say("future", await asyncio.gather(future6))

async def job7(arg):
    await asyncio.sleep(0)
    say("job7", 3)
    return f"job7:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(3)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.LifoQueue()
    condition = asyncio.Condition()
    pool = concurrent.futures.ThreadPoolExecutor(1)
    asyncio.get_running_loop().set_exception_handler(on_error)
    tasks.append(asyncio.create_task(job7(0)))
    tasks.append(asyncio.create_task(job2(1)))
    await asyncio.sleep(1)
    if not queue.full():
        queue.put_nowait((1, "nowait"))
    task8 = asyncio.create_task(job2(2))
    tasks.append(task8)
    try:
        say(task8.exception())
    except BaseException as error:
        say("task8", chain(error), task8.done())
        raise

tasks = []
total = [0, 0, 0]
asyncio.run(main())
