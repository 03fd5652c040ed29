# Random program 40029 for 3.13, see generate.mjs
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.05)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        say("exit", self.name, kind and kind.__name__)
        return False

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

async def job3(arg):
    await asyncio.sleep(0.2, 21)
    return f"job3:{arg}"

async def job4(arg):
    await asyncio.sleep(0.1)
    return f"job4:{arg}"

async def job5(arg):
    await asyncio.sleep(0.1)
    await asyncio.sleep(0.3)
    await asyncio.sleep(0.2)
    return f"job5:{arg}"

async def job6(arg):
    task7 = asyncio.create_task(job4("a"))
    task7.add_done_callback(lambda done: say("callback", done.cancelled()))
    await asyncio.sleep(1)
    try:
        say(await task7)
    except (Exception, asyncio.CancelledError) as error:
        say("task7", repr(error), task7.done())
    async with locks[0]:
        try:
            raise StopAsyncIteration("e8")
        except ValueError as error:
            say("job6 caught", chain(error))
            await queue.put((6, "job6"))
        else:
            say(total)
        contextvars.copy_context().run(label.set, "copied")
        say(label.get())
        say("job6", 7)
    say("job6", 65)

async def job9(arg):
    try:
        say("job9 got", await job3("b"))
        total[2] += 2
        async with gate:
            try:
                if len(tasks) > 1:
                    say("cancel", tasks[0].cancel())
            except asyncio.TimeoutError as error:
                say("job9 caught", places(error))
                await asyncio.sleep(0.001)
                await asyncio.sleep(0)
            for i10 in range(2):
                asyncio.get_running_loop().call_later(1, say, "job9 later")
                await asyncio.sleep(1)
        raise ValueError("e11")
    finally:
        say("job9 finally")
        await asyncio.sleep(1)
    if total[2] % 2 == 0:
        await job4("e")
    say("label", label.get())
    asyncio.get_running_loop().call_soon(say, "job9 soon", 1)

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(3)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.LifoQueue(2)
    condition = asyncio.Condition()
    barrier = asyncio.Barrier(2)
    tasks.append(asyncio.create_task(job6(0)))
    tasks.append(asyncio.create_task(job5(1)))
    tasks.append(asyncio.create_task(job5(2)))
    tasks.append(asyncio.create_task(job9(3), name="worker-3"))
    say("main", 42)
    say("main", 55)

tasks = []
total = [0, 0, 0]
asyncio.run(main())
