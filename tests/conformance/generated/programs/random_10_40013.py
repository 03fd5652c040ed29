# Random program 40013 for 3.10, see generate.mjs
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

async def job1(arg):
    await asyncio.sleep(0.1)
    return f"job1:{arg}"

async def job2(arg):
    say("job2", 48)
    say("job2", 53)
    say("job2", 11)
    task3 = asyncio.create_task(job1("d"))
    tasks.append(task3)
    try:
        say(await asyncio.wait_for(task3, 0.2))
    except BaseException as error:
        say("task3", type(error).__name__, task3.done())
    return f"job2:{arg}"

async def job4(arg):
    say(total)
    await asyncio.sleep(0)
    say("job4", 87)
    say(queue.get_nowait())
    return f"job4:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(5)
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job4(0), name="worker-0"))
    tasks.append(asyncio.create_task(job1(1), name="worker-1"))
    asyncio.get_running_loop().call_soon(fail, "main")
    say(len(asyncio.all_tasks()))
    asyncio.current_task().set_name("renamed5")
    total[1] += 5
    async with gate:
        say(total)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)
    return "the end"

tasks = []
total = [0, 0, 0]
asyncio.run(main())
