# Random program 40016 for 3.11, see generate.mjs
# python >= 3.11
import asyncio, contextlib, contextvars, time
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
        await asyncio.sleep(0.1)
        say("exit", self.name, kind and kind.__name__)
        return False

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            yield number
    finally:
        await asyncio.sleep(0.2)
        say("numbers2 closes")

async def job3(arg):
    say("job3", 56)
    async with barrier as position:
        say("position", position)

async def job4(arg):
    try:
        async with Manager1("m5"), gate:
            await barrier.abort()
            say("barrier", await asyncio.wait_for(barrier.wait(), 0.15), barrier.n_waiting, barrier.broken)
        say("job4", 40)
    except asyncio.CancelledError as error:
        say("job4 caught", places(error))
    async for item in numbers2(3):
        say("item", item)
        await asyncio.sleep(1)
    count7 = 4
    async def inner6(step=1):
        nonlocal count7
        count7 += step
        total[1] += 3
        try:
            await asyncio.sleep(0.001)
        except Exception as error:
            say("job4 caught", repr(error))
            await asyncio.sleep(0.25)
        finally:
            say("job4 finally")
        return count7
    say(await asyncio.gather(inner6(), inner6(step=5), return_exceptions=True), count7)
    return f"job4:{arg}"

async def job8(arg):
    say("job8", 73)
    future9 = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.25, resolve, future9, 3)
    say("future", await asyncio.shield(future9))
    await asyncio.sleep(0.3)
    return f"job8:{arg}"

async def job10(arg):
    try:
        async with asyncio.TaskGroup() as group11:
            group11.create_task(job8("f"))
            group11.create_task(job8("e"))
            group11.create_task(asyncio.sleep(0.05, 33), name="member12")
            await asyncio.sleep(0.05)
            say("get", await asyncio.wait_for(queue.get(), 1))
    except BaseException as error:
        say("group", chain(error), asyncio.current_task().cancelling())
        raise
    async with condition:
        await asyncio.wait_for(condition.wait(), 1)

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.BoundedSemaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.LifoQueue()
    condition = asyncio.Condition()
    barrier = asyncio.Barrier(3)
    tasks.append(asyncio.create_task(job8(0)))
    tasks.append(asyncio.create_task(job4(1)))
    tasks.append(asyncio.create_task(job4(2), name="worker-2"))
    tasks.append(asyncio.create_task(job10(3)))
    tasks.append(asyncio.create_task(job4(4)))
    say("main", 13)
    await asyncio.sleep(0.3)
    events[0].set()
    await job8("e")
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))

tasks = []
total = [0, 0, 0]
asyncio.run(main())
