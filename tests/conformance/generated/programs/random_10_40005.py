# Random program 40005 for 3.10, see generate.mjs
# python >= 3.10
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
    time.sleep(0.2)
    time.sleep(0.1)
    print("after", what)
    return what

guard = threading.Lock()

def work2(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.2)
    print("label", label.get())
    label.set(what)
    if what == "a":
        raise ValueError(what)
    time.sleep(0.02)
    print("after", what)
    return what

async def job3(arg):
    say("label", label.get())
    return f"job3:{arg}"

async def job4(arg):
    say("thread", await asyncio.to_thread(work1, "b"))
    coroutine5 = hop()
    try:
        coroutine5.send(None)
        coroutine5.send(3)
        say("driven")
    except BaseException as error:
        say("driven", chain(error), getattr(error, "value", "-"))
    coroutine5.close()
    try:
        await asyncio.sleep(0)
        label.set("label6")
    except Exception as error:
        say("job4 caught", places(error))
        say("gathered", await asyncio.gather(asyncio.sleep(0.05, 85), job3(None), job3(None), return_exceptions=True))
    finally:
        say("job4 finally")
        await asyncio.sleep(0.25)

async def job7(arg):
    async with locks[0]:
        await queue.put((0, "job7"))
    say("job7", 89)
    say("job7", 70)
    return f"job7:{arg}"

async def job8(arg):
    await asyncio.sleep(0.2)
    future9 = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.2, resolve, future9, 20)
    resolve(future9, "now")
    say("future", await asyncio.gather(future9))
    return f"job8:{arg}"

async def job10(arg):
    await asyncio.sleep(0.1)
    coroutine11 = hop()
    try:
        coroutine11.send(None)
        coroutine11.close()
        say("driven")
    except BaseException as error:
        say("driven", chain(error), getattr(error, "value", "-"))
    coroutine11.close()
    events[1].set()
    i12 = 1
    while i12 > 0:
        i12 -= 1
        events[1].set()
    return f"job10:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(2)
    condition = asyncio.Condition()
    pool = concurrent.futures.ThreadPoolExecutor(2, initializer=local_start, initargs=(5,))
    tasks.append(asyncio.create_task(job10(0)))
    tasks.append(asyncio.create_task(job4(1)))
    say(asyncio.current_task().get_name(), asyncio.get_running_loop().time())
    say("main", 35)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)

tasks = []
total = [0, 0, 0]
asyncio.run(main())
