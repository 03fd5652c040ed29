# Random program 40004 for 3.10, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield
        return ("awaited", self.turns)

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.1)
            got = yield number
            say("got", got)
        raise LookupError("no more")
    finally:
        say("numbers2 closes")

async def job3(arg):
    say("job3", 28)
    say("job3", 16)

async def job4(arg):
    await asyncio.sleep(0.1)
    total[1] += 3
    return f"job4:{arg}"

async def job5(arg):
    say("get", await asyncio.wait_for(queue.get(), 0.05))
    return f"job5:{arg}"

async def job6(arg):
    say("value", (-128).bit_length())
    asyncio.get_running_loop().call_soon(say, "job6 soon", 4)
    return f"job6:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(3)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue()
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job3(0), name="worker-0"))
    tasks.append(asyncio.create_task(job4(1)))
    tasks.append(asyncio.create_task(job3(2)))
    tasks.append(asyncio.create_task(job4(3)))
    await asyncio.sleep(0.25)
    say("get", await asyncio.wait_for(queue.get(), 0.2))
    say("gathered", await asyncio.gather(job3(6), job3(4), job4(5), job4("e")))
    return "the end"

tasks = []
total = [0, 0, 0]
asyncio.run(main())
