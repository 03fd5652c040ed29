# Random program 40001 for 3.10, see generate.mjs
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
            yield from after(0.2).__await__()
        raise ValueError(self.turns)
        return ("awaited", self.turns)

async def job2(arg):
    async with gate:
        token3 = label.set("inner")
        await asyncio.sleep(0)
        say(label.get())
        label.reset(token3)
        say(label.get())
        task4 = asyncio.create_task(asyncio.sleep(0.2, 42), name="task4")
        tasks.append(task4)
        try:
            say(await asyncio.wait_for(asyncio.shield(task4), 1))
        except (Exception, asyncio.CancelledError) as error:
            say("task4", type(error).__name__, task4.done())
        async with locks[1]:
            await asyncio.sleep(0.001)
            raise OSError("e5")
        say("job2", 17)
    say(total)
    pipe6 = asyncio.PriorityQueue(2)
    async def produce7(count):
        for number in range(count):
            await pipe6.put(number)
            await asyncio.sleep(0.1)
    async def consume8(name):
        while True:
            item = await pipe6.get()
            await asyncio.sleep(0.05)
            say(name, "took", item)
            pipe6.task_done()
    consumers9 = [asyncio.create_task(consume8(f"c{n}")) for n in range(1)]
    await asyncio.gather(produce7(3), produce7(2))
    await pipe6.join()
    for task in consumers9:
        task.cancel()
    say(await asyncio.gather(*consumers9, return_exceptions=True))

async def job10(arg):
    say("job10", 31)

async def job11(arg):
    say("label", label.get())
    async with locks[0]:
        try:
            await job2(None)
        except Exception as error:
            say("job11 caught", repr(error))
        try:
            say("job11", 96)
            say("job11", 84)
        except Exception as error:
            say("job11 caught", places(error))
    say("get", await asyncio.wait_for(queue.get(), 0.2))
    say(asyncio.current_task().get_coro().__name__)

async def job12(arg):
    if total[1] % 2 == 1:
        async with locks[0]:
            await job2("f")
            async with condition:
                condition.notify(2)
    await asyncio.sleep(0)
    say("gathered", await asyncio.gather(asyncio.sleep(1, 25), job2(None), job2("e"), job10(5), return_exceptions=True))
    await asyncio.sleep(0.05)
    return f"job12:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue()
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job11(0)))
    tasks.append(asyncio.create_task(job2(1)))
    tasks.append(asyncio.create_task(job12(2)))
    await queue.put((8, "main"))
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)

tasks = []
total = [0, 0, 0]
asyncio.run(main())
