# Random program 60095 for 3.13, see generate.mjs
# python >= 3.13
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

class Countdown1:
    def __init__(self, count):
        self.count = count
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(0.3)
        if self.count <= 0:
            raise StopAsyncIteration
        self.count -= 1
        return self.count

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        raise ValueError(self.turns)
        return ("awaited", self.turns)

async def futures3():
    future = asyncio.get_running_loop().create_future()
    async def waiter(name):
        try:
            say(name, "got", await asyncio.shield(future))
        except (Exception, asyncio.CancelledError) as error:
            say(name, "failed", chain(error))
            raise
        return name
    waiters = [asyncio.create_task(waiter(name)) for name in "xyz"[:3]]
    for use in (lambda: future.set_exception(ValueError("v")), lambda: future.cancelled(), lambda: future.set_exception(ValueError("v")), lambda: asyncio.isfuture(future), lambda: bool(future),):
        try:
            say("use", use())
        except BaseException as error:
            say("error", type(error).__name__, error)
        pass
    resolve(future, "resolved")
    say(await asyncio.gather(*waiters, return_exceptions=True))
    other = asyncio.get_running_loop().create_future()
    other.set_exception(ValueError)
    pass
    del other
    await asyncio.sleep(0)
    pass

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await futures3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
