# Random program 40017 for 3.11, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield
        return ("awaited", self.turns)

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0)
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return kind is not None and issubclass(kind, ValueError)

async def job3(arg):
    try:
        if total[2] % 2 == 1:
            say([task.done() for task in tasks])
            asyncio.current_task().set_name("renamed4")
    except Exception as error:
        say("job3 caught", repr(error))
        if total[1] % 2 == 1:
            try:
                say(sorted(task.get_name() for task in asyncio.all_tasks()))
            except* OSError as error:
                say("job3 group", [repr(one) for one in error.exceptions])
            else:
                await asyncio.sleep(0.3)
                say([task.done() for task in tasks])
                asyncio.current_task().set_name("renamed5")
            say("job3", 72)
        error.add_note("noted")
        say(error.__notes__)
    async with Manager2("m6") as value:
        say("job3", 47)
        say("gathered", await asyncio.gather(asyncio.sleep(0, 77), asyncio.sleep(0.1, 85), asyncio.sleep(0, 80), asyncio.sleep(0.3, 22), return_exceptions=True))
    await asyncio.sleep(0.3)

async def job7(arg):
    if not queue.full():
        queue.put_nowait((7, "nowait"))
    say(len(asyncio.all_tasks()))
    return f"job7:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(1)
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job3(0)))
    tasks.append(asyncio.create_task(job3(1)))
    tasks.append(asyncio.create_task(job3(2)))
    tasks.append(asyncio.create_task(job7(3)))
    tasks.append(asyncio.create_task(job7(4)))
    task8 = asyncio.create_task(asyncio.sleep(-1, 81))
    await asyncio.sleep(0.2)
    try:
        say(await task8)
    except (Exception, asyncio.CancelledError) as error:
        say("task8", chain(error), task8.done())
    async with Manager2("m9") as value:
        await queue.put((5, "main"))
        say("main got", await job3(3))
        say("main", 44)
    try:
        say("main got", await asyncio.sleep(0.05, 23))
        await asyncio.sleep(-1)
        say("main", 97)
    except Exception as error:
        say("main caught", repr(error))
        await job3(6)
        async with Manager2("m10") as value:
            await asyncio.sleep(-1)
            await asyncio.sleep(0.1)
        await asyncio.sleep(0.3)
        error.add_note("noted")
        say(error.__notes__)
    finally:
        say("main finally")
    if len(tasks) > 1:
        say("cancel", tasks[1].cancel("enough"))
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))

tasks = []
total = [0, 0, 0]
asyncio.run(main())
