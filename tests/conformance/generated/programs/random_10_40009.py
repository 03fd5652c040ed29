# Random program 40009 for 3.10, see generate.mjs
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
    await asyncio.sleep(1)
    try:
        await asyncio.sleep(0)
        say("job1", 49)
        say("job1 got", await asyncio.sleep(0.3, 40))
        say("job1 got", await asyncio.sleep(-1, 57))
    finally:
        say("job1 finally")

async def job2(arg):
    say(total)

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.BoundedSemaphore(3)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(2)
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job2(0)))
    tasks.append(asyncio.create_task(job1(1)))
    tasks.append(asyncio.create_task(job1(2)))
    tasks.append(asyncio.create_task(job1(3), name="worker-3"))
    await asyncio.sleep(1)
    await asyncio.wait_for(events[1].wait(), 0.3)
    all3 = asyncio.gather(asyncio.sleep(0.25, 7), job1("e"), job1(6), asyncio.sleep(0.25, 78))
    asyncio.get_running_loop().call_later(0.3, all3.cancel)
    try:
        say(await all3)
    except (Exception, asyncio.CancelledError) as error:
        say("all", chain(error), all3.cancelled())
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))
    return "the end"

tasks = []
total = [0, 0, 0]
loop = asyncio.new_event_loop()
try:
    print(loop.run_until_complete(main()))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    loop.close()
