# Random program 60077 for 3.13, see generate.mjs
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.2)
        say("exit", self.name, kind and kind.__name__)
        return False

async def managers2():
    class Resource:
        def __init__(self, name):
            self.name = name
        async def __aenter__(self):
            say("enter", self.name)
            pass
            return self
        async def __aexit__(self, kind, error, trace):
            say("exit", self.name, kind and kind.__name__, error and error.args)
            return kind is ValueError
    @contextlib.asynccontextmanager
    async def made(name):
        say("made", name)
        try:
            yield name
        except ValueError as error:
            say("swallowed", error)
    class Halfway:
        async def __aenter__(self):
            return 1
    async def inside(error):
        async with Resource("a"), made("m") as thing:
            say("inside", getattr(thing, "name", thing))
            await asyncio.sleep(0.05)
            if error:
                raise error
            return "returned"
        return "after"
    for error in (None, ValueError("v"), asyncio.CancelledError("c")):
        try:
            say(await asyncio.wait_for(inside(error), 0.6))
        except (Exception, asyncio.CancelledError, GeneratorExit) as caught:
            say("outside", chain(caught))
    try:
        async with Halfway() as thing:
            say("with", thing)
    except (TypeError, AttributeError, OSError, RuntimeError, LookupError, KeyError) as error:
        say(type(error).__name__, error)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    async with asyncio.TaskGroup() as group:
        group.create_task(managers2())
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
