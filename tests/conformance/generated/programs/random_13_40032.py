# Random program 40032 for 3.13, see generate.mjs
# python >= 3.13
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

async def job1(arg):
    say("job1 got", await asyncio.sleep(-1, 29))
    return f"job1:{arg}"

async def job2(arg):
    if total[0] % 2 == 1:
        await job1(6)
    if total[1] % 2 == 1:
        if total[1] % 2 == 1:
            await job1("f")
        future3 = asyncio.get_running_loop().create_future()
        asyncio.get_running_loop().call_later(-1, resolve, future3, 3)
        say("future", await asyncio.shield(future3))
        await asyncio.sleep(0.3)
    async with gate:
        await asyncio.sleep(0.05)
        await asyncio.sleep(0.001)

async def job4(arg):
    if total[0] % 2 == 1:
        count6 = 2
        async def inner5(step=2):
            nonlocal count6
            count6 += step
            say("job4 got", await asyncio.sleep(1, 41))
            return count6
        say(await asyncio.gather(inner5(), inner5(step=5), return_exceptions=True), count6)
        say("job4 got", await asyncio.sleep(0.05, 88))
    say("job4 got", await asyncio.sleep(0, 80))

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(1)
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job1(0)))
    tasks.append(asyncio.create_task(job2(1)))
    async with asyncio.timeout(0.15):
        i7 = 1
        while i7 > 0:
            i7 -= 1
            await job1(1)
        try:
            async with asyncio.TaskGroup() as group8:
                tasks.append(group8.create_task(job4("b")))
                group8.create_task(asyncio.sleep(0.25, 10))
                group8.create_task(job2(2))
                group8.create_task(job4("e"))
                raise asyncio.CancelledError
        except* Exception as error:
            say("group", chain(error))
        say("main", 90)
    async with gate:
        say("main", 44)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))
    return "the end"

tasks = []
total = [0, 0, 0]
with asyncio.Runner() as runner:
    print(runner.run(main()))
    tasks.clear()
    print(runner.run(after(0.1)))
