# Random program 40033 for 3.13, see generate.mjs
# python >= 3.13
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.2)
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return False

storage = threading.local()

def local_start(value):
    storage.value = value

def work2(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.1)
    if what == "a":
        raise ValueError(what)
    return what

guard = threading.Lock()

async def job3(arg):
    task4 = asyncio.create_task(asyncio.sleep(0.05, 74))
    tasks.append(task4)
    await asyncio.sleep(1)
    try:
        say(await asyncio.wait_for(asyncio.shield(task4), 0.3))
    except (Exception, asyncio.CancelledError) as error:
        say("task4", chain(error), task4.done())
    if total[2] % 2 == 0:
        await asyncio.sleep(0.05)
        await asyncio.sleep(1)
        try:
            for i5 in range(3):
                await asyncio.to_thread(work2, "c")
        except* Exception as error:
            say("job3 group", [repr(one) for one in error.exceptions])
        finally:
            say("job3 finally")
            await asyncio.sleep(0.05)
    return f"job3:{arg}"

async def job6(arg):
    coroutine7 = hop()
    try:
        coroutine7.send(None)
        coroutine7.send(None)
        say("driven")
    except BaseException as error:
        say("driven", chain(error), getattr(error, "value", "-"))
    coroutine7.close()
    say("job6", 21)
    raise ExceptionGroup("e8", [ValueError(1), ExceptionGroup("deep", [OSError(2)])])

async def job9(arg):
    say("label", label.get())
    await asyncio.gather(job3(4), job6("e"))
    try:
        await queue.put((4, "job9"))
        await asyncio.sleep(-1)
        events[0].set()
        if total[0] % 2 == 1:
            await asyncio.sleep(0.25)
    except asyncio.CancelledError as error:
        say("job9 caught", repr(error))
    finally:
        say("job9 finally")
    return f"job9:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.LifoQueue(1)
    condition = asyncio.Condition()
    pool = concurrent.futures.ThreadPoolExecutor(max_workers=3, thread_name_prefix="crew")
    tasks.append(asyncio.create_task(job9(0)))
    tasks.append(asyncio.create_task(job6(1)))
    tasks.append(asyncio.create_task(job3(2)))
    tasks.append(asyncio.create_task(job6(3)))
    say("main", 68)
    say("main", 13)
    await asyncio.sleep(0.2)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)
    return "the end"

tasks = []
total = [0, 0, 0]
asyncio.run(main())
