# Random program 70031 for 3.10, see generate.mjs
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

async def conditions1():
    condition = asyncio.Condition()
    level = 0
    async def waiter(number):
        try:
            async with condition:
                got = await asyncio.wait_for(condition.wait_for(lambda: level > number), 0.08)
                say(number, got, level, condition.locked())
                await asyncio.sleep(0.03)
        except (asyncio.CancelledError, asyncio.TimeoutError, RuntimeError) as error:
            say(number, "left", chain(error), condition.locked())
            async with condition: condition.notify()
    waiters = [asyncio.create_task(waiter(number)) for number in range(4)]
    async def raises(amount, how):
        nonlocal level
        async with condition:
            level += amount
            how()
            await asyncio.sleep(0.02)
    try:
        asyncio.create_task(raises(1, condition.notify_all))
        say(level, condition.locked(), [one.done() for one in waiters])
        await condition.acquire(); condition.notify(); waiters[0].cancel(); condition.release()
        waiters.append(asyncio.create_task(waiter(len(waiters))))
        asyncio.create_task(raises(1, condition.notify)); waiters[3].cancel()
    except RuntimeError as error:
        say(chain(error))
    done, pending = await asyncio.wait(waiters, timeout=0.4)
    say(len(done), len(pending), repr(condition).split("[")[1])
    for one in waiters:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*waiters, return_exceptions=True)], repr(condition).split("[")[1])

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await conditions1()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    tasks.clear()
