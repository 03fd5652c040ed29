# Random program 40021 for 3.11, see generate.mjs
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

@contextlib.asynccontextmanager
async def managed1(name):
    say("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.2)
        say("close", name)

async def job2(arg):
    try:
        await asyncio.sleep(0.2)
        say("job2", 57)
        if total[2] % 2 == 0:
            raise StopIteration("e3")
            say("job2", 97)
        say("job2 got", await asyncio.sleep(0.2, 8))
    finally:
        say("job2 finally")

async def job4(arg):
    async with gate:
        await asyncio.sleep(0)
        say("get", await asyncio.wait_for(queue.get(), 0.05))
        say("get", await asyncio.wait_for(queue.get(), 0.05))
    return f"job4:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.PriorityQueue(5)
    condition = asyncio.Condition()
    asyncio.get_running_loop().set_exception_handler(on_error)
    tasks.append(asyncio.create_task(job2(0)))
    tasks.append(asyncio.create_task(job4(1)))
    tasks.append(asyncio.create_task(job2(2)))
    tasks.append(asyncio.create_task(job2(3)))
    say("main got", await asyncio.gather(job2("b"), job4(2)))
    group5 = [asyncio.create_task(job4("a")), asyncio.create_task(asyncio.sleep(0.25, 52)), asyncio.create_task(job4(None))]
    done, pending = await asyncio.wait(group5, return_when=asyncio.FIRST_COMPLETED)
    say([group5.index(task) for task in group5 if task in done], len(pending))
    for task in done:
        say(group5.index(task), task.cancelled() or repr(task.exception()) if task.cancelled() or task.exception() else task.result())
    for task in group5:
        task.cancel()
    say(await asyncio.gather(*group5, return_exceptions=True))
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)

tasks = []
total = [0, 0, 0]
asyncio.run(main())
