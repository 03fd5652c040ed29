# Random program 40036 for 3.13, see generate.mjs
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
    say("job1", 14)

async def job2(arg):
    say("job2", 77)
    say("job2", 93)
    say("get", await asyncio.wait_for(queue.get(), 0.05))
    return f"job2:{arg}"

async def job3(arg):
    try:
        count5 = 2
        async def inner4(step=2):
            nonlocal count5
            count5 += step
            await asyncio.wait_for(queue.join(), 0.3)
            await asyncio.sleep(0.001)
            return count5
        say(await asyncio.gather(inner4(), inner4(step=5), return_exceptions=True), count5)
        task6 = asyncio.create_task(job2(None), name="task6")
        await asyncio.sleep(0.2)
        task6.cancel()
        try:
            say(await task6)
        except BaseException as error:
            say("task6", chain(error), task6.done())
    except* BaseException as error:
        say("job3 group", [repr(one) for one in error.exceptions])
        raise
    finally:
        say("job3 finally")
    return f"job3:{arg}"

async def job7(arg):
    say("job7", 98)
    say("label", label.get())
    return f"job7:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(2)
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job3(0)))
    tasks.append(asyncio.create_task(job3(1)))
    tasks.append(asyncio.create_task(job2(2)))
    tasks.append(asyncio.create_task(job1(3)))
    await asyncio.sleep(1)
    say("get", await asyncio.wait_for(queue.get(), 0.5))
    total[0] += 5
    say("main got", await asyncio.sleep(1, 85))
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))

tasks = []
total = [0, 0, 0]
asyncio.run(main())
