# Random program 70205 for 3.10, see generate.mjs
import asyncio, contextlib, contextvars, sys, time
import concurrent.futures, threading
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
            yield number
    except asyncio.CancelledError as error:
        say("numbers1", repr(error))
        yield 99
    finally:
        say("numbers1 closes")

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.001)
        say("enter", self.name)
        raise OSError(self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.05)
        say("exit", self.name, kind and kind.__name__)
        return False

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.05)
    return what

guard = threading.Lock()

def work4(what):
    time.sleep(0.1)
    print("label", label.get())
    label.set(what)
    with guard:
        total[0] += 1
    return what

async def debugged5():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def handler(loop, context):
        error = context.get("exception")
        say("handler", sorted(set(context) - {"source_traceback"}), context["message"].split(" <")[0].split(" at ")[0].split("(")[0], chain(error), places(error) if error else "")
        loop.set_exception_handler(second)
    def second(loop, context):
        say("second", repr(context.get("exception")))
        loop.default_exception_handler(context)
    async def dies(what="dies"):
        await asyncio.sleep(0.01)
        raise ValueError(what)
    def broken(*args):
        raise LookupError("broken")
    say(loop.get_debug(), loop.slow_callback_duration)
    loop.set_debug(True)
    loop.set_exception_handler(handler)
    try:
        say(loop.get_exception_handler() is handler)
        loop.call_soon(fail, "soon")
        lost = asyncio.create_task(dies("lost")); await asyncio.sleep(0.05); del lost
        loop.slow_callback_duration = 0.01
    except (TypeError, ValueError, LookupError) as error:
        say(chain(error))
    await asyncio.sleep(0.15)
    loop.set_debug(False)
    loop.set_exception_handler(None)
    say("calm")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(debugged5())]
    done, pending = await asyncio.wait(stories, timeout=0.3)
    for one in stories:
        one.cancel()
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
