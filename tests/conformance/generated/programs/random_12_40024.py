# Random program 40024 for 3.12, see generate.mjs
# python >= 3.12
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
    await asyncio.sleep(0.001, 46)
    async with locks[1]:
        if not queue.empty():
            say("nowait", queue.get_nowait())
        try:
            label.set("label2")
            say("job1", 37)
        except asyncio.TimeoutError as error:
            say("job1 caught", places(error))
            say("value", "😀".lower())
        say("value", "😀")
        if total[1] % 2 == 0:
            say("job1", 56)
    say("value", (-1 if True else 1))
    return f"job1:{arg}"

async def job3(arg):
    total[1] += 1
    await asyncio.wait_for(queue.join(), 1)
    await job1(None)
    return f"job3:{arg}"

async def job4(arg):
    try:
        async with asyncio.TaskGroup() as group5:
            group5.create_task(job1(3))
            group5.create_task(job3("a"))
            say(asyncio.current_task().cancelling())
            say("job4", 45)
    except BaseException as error:
        say("group", chain(error), asyncio.current_task().cancelling())
    events[0].set()
    raise StopIteration("e6")
    await job1(2)
    return f"job4:{arg}"

async def job7(arg):
    await asyncio.gather(job1("b"), asyncio.sleep(0.05, 75))
    return f"job7:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(1)
    condition = asyncio.Condition()
    asyncio.get_running_loop().set_exception_handler(on_error)
    tasks.append(asyncio.create_task(job4(0)))
    tasks.append(asyncio.create_task(job1(1)))
    tasks.append(asyncio.create_task(job3(2)))
    tasks.append(asyncio.create_task(job3(3)))
    if not queue.empty():
        say("nowait", queue.get_nowait())
    try:
        say("main", 83)
    finally:
        say("main finally")
    await asyncio.sleep(-1)
    if not queue.full():
        queue.put_nowait((4, "nowait"))
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)
    return "the end"

tasks = []
total = [0, 0, 0]
asyncio.run(main())
