# Random program 40011 for 3.10, see generate.mjs
# python >= 3.10
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

def twice(function):
    @functools.wraps(function)
    def wrapper(*args, **options):
        print("twice", function.__name__)
        function(*args, **options)
        return function(*args, **options)
    return wrapper

def plain1(a, s="abc", *rest, flag=False, **more):
    x = -2.0
    items = [a, 1, 3]
    table = {"a": 1, s: 0}
    if (a := -1) > 1:
        print("walrus", a)
    del items[::2]
    return items


probe(lambda: plain1(3))
probe(lambda: plain1(-2, "xy"))
probe(lambda: plain1(2, "q", 7, 8, flag=True, k=1))
probe(lambda: dict([n - 10 for n in [-3, 1000]]))
probe(lambda: None)
probe(lambda: "x,y,,z"[4::2][4:3].isdigit())
probe(lambda: -0.0)
probe(lambda: format(sum([2, 0x1f]), ".3"))

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

async def job2(arg):
    say("gathered", await asyncio.gather(asyncio.sleep(-1, 88), asyncio.sleep(1, 7)))
    if total[2] % 2 == 0:
        try:
            say("job2", 6)
            say("value", 0x1f)
        finally:
            say("job2 finally")
            await asyncio.sleep(0.2)
        for i3 in range(3):
            if not queue.full():
                queue.put_nowait((4, "nowait"))
        await asyncio.sleep(0)
    return f"job2:{arg}"

async def job4(arg):
    async with gate:
        await asyncio.sleep(0.1)
        say("job4", 24)
        count6 = 2
        async def inner5(step=2):
            nonlocal count6
            count6 += step
            await asyncio.wait_for(locks[1].acquire(), 0.15)
            try:
                await asyncio.sleep(0.001)
            finally:
                locks[1].release()
            say("job4 got", await asyncio.sleep(0, 2))
            return count6
        say(await asyncio.gather(inner5(), inner5(step=5)), count6)
        await asyncio.sleep(0.05)

async def job7(arg):
    say("job7", 13)
    if not queue.full():
        queue.put_nowait((6, "nowait"))
    say("gathered", await asyncio.gather(job4("e"), job2(2), return_exceptions=True))
    say("job7", 46)

async def job8(arg):
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.25)
    if total[0] % 2 == 1:
        await job4(None)
    say("get", await asyncio.wait_for(queue.get(), 0.2))
    return f"job8:{arg}"

async def job9(arg):
    try:
        async with locks[0]:
            await asyncio.sleep(0.2)
    finally:
        say("job9 finally")
        await asyncio.sleep(0.1)
    say(total)
    await asyncio.sleep(-1)

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.BoundedSemaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.PriorityQueue(2)
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job8(0), name="worker-0"))
    tasks.append(asyncio.create_task(job9(1), name="worker-1"))
    tasks.append(asyncio.create_task(job7(2), name="worker-2"))
    say("main", 47)
    say(len(asyncio.all_tasks()))
    await asyncio.sleep(1)
    say("main", 79)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))

tasks = []
total = [0, 0, 0]
print(asyncio.run(main()))
