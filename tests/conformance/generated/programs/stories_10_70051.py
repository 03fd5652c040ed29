# Random program 70051 for 3.10, see generate.mjs
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(1)
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return kind is not None and issubclass(kind, ValueError)

async def completed2():
    async def part(name, delay):
        await asyncio.sleep(delay)
        if name == "b":
            raise ValueError(name)
        return name
    delays = [0.1, 0.11, 0.12]
    jobs = [asyncio.create_task(part(name, delay)) for name, delay in zip("abcd", delays)]
    seen = 0
    try:
        for one in asyncio.as_completed(jobs, timeout=1):
            seen += 1
            try:
                say("next", await one)
            except (ValueError, LookupError, asyncio.CancelledError) as error:
                say("error", chain(error))
            pass
        else:
            say("no more")
    except asyncio.TimeoutError as error:
        say("too late", repr(error), seen)
    say([job.done() for job in jobs])
    for job in jobs:
        job.cancel()
    say(await asyncio.gather(*jobs, return_exceptions=True))
    pass

async def conditions3():
    condition = asyncio.Condition()
    level = 0
    async def waiter(number):
        try:
            async with condition:
                got = await condition.wait_for(lambda: level > number)
                say(number, got, level, condition.locked())
                pass
        except (asyncio.CancelledError, asyncio.TimeoutError, RuntimeError) as error:
            say(number, "left", chain(error), condition.locked())
            async with condition: condition.notify()
    waiters = [asyncio.create_task(waiter(number)) for number in range(4)]
    async def raises(amount, how):
        nonlocal level
        async with condition:
            level += amount
            how()
            pass
    try:
        await asyncio.sleep(0)
        waiters[1].cancel("m")
        await asyncio.sleep(0)
        await condition.acquire(); condition.notify(); waiters[0].cancel(); condition.release()
        await asyncio.sleep(0)
        waiters[2].cancel()
        await raises(2, lambda: condition.notify(2))
    except RuntimeError as error:
        say(chain(error))
    done, pending = await asyncio.wait(waiters, timeout=0.4)
    say(len(done), len(pending), repr(condition).split("[")[1])
    for one in waiters:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*waiters, return_exceptions=True)], repr(condition).split("[")[1])

async def completed4():
    async def part(name, delay):
        await asyncio.sleep(delay)
        if name == "b":
            raise asyncio.CancelledError(name)
        return name
    delays = [0.3, 0.1, 0.2]
    jobs = [asyncio.create_task(part(name, delay)) for name, delay in zip("abcd", delays)]
    seen = 0
    try:
        for one in asyncio.as_completed(jobs, timeout=0.15):
            seen += 1
            try:
                say("next", await one)
            except (ValueError, LookupError, asyncio.CancelledError) as error:
                say("error", chain(error))
            await asyncio.sleep(0.01)
        else:
            say("no more")
    except asyncio.TimeoutError as error:
        say("too late", repr(error), seen)
    say([job.done() for job in jobs])
    for job in jobs:
        job.cancel()
    say(await asyncio.gather(*jobs, return_exceptions=True))
    pass

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    tasks.extend([asyncio.create_task(completed2()), asyncio.create_task(conditions3()), asyncio.create_task(completed4())])
    await asyncio.sleep(0.1)
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
asyncio.run(main())
