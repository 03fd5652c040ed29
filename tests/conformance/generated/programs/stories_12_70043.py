# Random program 70043 for 3.12, see generate.mjs
# python >= 3.12
import asyncio, contextlib, contextvars, sys, time
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

async def numbers1(count):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            got = yield number
            say("got", got)
    finally:
        await asyncio.sleep(0.001)
        say("numbers1 closes")

async def eagerly2():
    loop = asyncio.get_running_loop()
    made = []
    async def one(number):
        me = asyncio.current_task()
        before = label.get()
        label.set(f"one {number}")
        say(number, before, me.done(), me.get_coro() is not None, me is asyncio.current_task())
        if number % 3 == 0:
            await asyncio.sleep(0)
        if number in (5, 6, 9):
            raise ValueError(number)
        say(number, "ends", label.get())
        return number
    async def nests(depth):
        if depth:
            task = asyncio.create_task(nests(depth - 1))
            say("nested", depth, task.done())
            pass
        return depth
    async def counts(most):
        for number in range(most):
            await asyncio.create_task(one(number + 20))
            yield number
    async def cancels():
        asyncio.current_task().cancel("itself")
        return 1
    loop.set_task_factory(asyncio.eager_task_factory)
    try:
        made.append(asyncio.ensure_future(cancels()))
        say(await asyncio.shield(one(10)))
        made[-1].cancel("eager") if made else None
        say(await asyncio.gather(one(1), one(2), return_exceptions=True))
        made.append(asyncio.Task(one(5), loop=loop, eager_start=True))
        async for number in counts(3):
            say(number)
        say(len(asyncio.all_tasks()))
        await asyncio.sleep(0)
    except BaseException as error:
        say(chain(error), places(error))
    finally:
        loop.set_task_factory(None)
    say([repr(one) for one in await asyncio.gather(*made, return_exceptions=True)], label.get())

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    tasks.extend([asyncio.create_task(eagerly2())])
    await asyncio.sleep(0.1)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
