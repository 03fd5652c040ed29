# Random program 40012 for 3.10, see generate.mjs
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
        await asyncio.sleep(0.1)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.05)
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return False

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        say("exit", self.name, kind and kind.__name__)
        return False

async def job3(arg):
    try:
        await asyncio.sleep(0.1)
        await asyncio.sleep(0.2, 90)
    finally:
        say("job3 finally")
    await asyncio.sleep(0)
    try:
        task4 = asyncio.create_task(asyncio.sleep(0, 47))
        await asyncio.sleep(0.001)
        try:
            say(await task4)
        except BaseException as error:
            say("task4", chain(error), task4.done())
    finally:
        say("job3 finally")
    say([task.get_name() for task in tasks if not task.done()])
    return f"job3:{arg}"

async def job5(arg):
    say("job5", 35)
    say("job5", 68)
    say("job5", 89)

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(2)
    condition = asyncio.Condition()
    asyncio.get_running_loop().set_exception_handler(on_error)
    tasks.append(asyncio.create_task(job5(0)))
    tasks.append(asyncio.create_task(job3(1)))
    say("main got", await job3(None))
    if total[0] % 2 == 0:
        say("gathered", await asyncio.gather(asyncio.sleep(0.1, 24), job5("f"), return_exceptions=True))
        if not queue.empty():
            say("nowait", queue.get_nowait())
            queue.task_done()
        async with condition:
            say(await asyncio.wait_for(condition.wait_for(lambda: total[0] > 5), 0.05))
    async with Manager2("m6") as value:
        say(total)
        say("main", 52)
        say("main", 42)
        label.set("label7")
    total[1] += 5
    return "the end"

tasks = []
total = [0, 0, 0]
asyncio.run(main())
