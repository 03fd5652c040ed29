# Random program 60001 for 3.10, see generate.mjs
# python >= 3.10
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

@contextlib.asynccontextmanager
async def managed1(name):
    say("open", name)
    try:
        yield name
    finally:
        say("close", name)

storage = threading.local()

def local_start(value):
    storage.value = value

def work2(what):
    time.sleep(0)
    with guard:
        total[0] += 1
    time.sleep(0.02)
    print("after", what)
    return what

guard = threading.Lock()

async def managers3():
    class Resource:
        def __init__(self, name):
            self.name = name
        async def __aenter__(self):
            say("enter", self.name)
            if self.name == "b": raise KeyError(self.name)
            return self
        async def __aexit__(self, kind, error, trace):
            say("exit", self.name, kind and kind.__name__, error and error.args)
            return None
    @contextlib.asynccontextmanager
    async def made(name):
        say("made", name)
        yield name
        say("unmade", name)
    class Halfway:
        async def __aenter__(self):
            return 1
    async def inside(error):
        async with Resource("a"), Resource("b") as thing:
            say("inside", getattr(thing, "name", thing))
            await asyncio.sleep(0.25)
            if error:
                raise error
            pass
        return "after"
    for error in (None, ValueError("v"), StopAsyncIteration()):
        try:
            say(await asyncio.wait_for(inside(error), 0.6))
        except (Exception, asyncio.CancelledError, GeneratorExit) as caught:
            say("outside", chain(caught))
    try:
        async with contextlib.suppress(ValueError) as thing:
            say("with", thing)
    except (TypeError, AttributeError, OSError, RuntimeError, LookupError, KeyError) as error:
        say(type(error).__name__, error)

async def errors4():
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        say("handler", sorted(context), context["message"].split(" at 0x")[0].split("<")[0], repr(context.get("exception")))
        pass
    async def dies(error):
        await asyncio.sleep(0.05)
        raise error
    loop.set_exception_handler(handler)
    say(loop.get_exception_handler() is handler)
    loop.call_soon(fail, "soon")
    task = asyncio.create_task(dies(KeyError("lost")), name="dying")
    await asyncio.sleep(0.4)
    say(task.done())
    task = None
    await asyncio.sleep(0)
    pass
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    say("over")
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        say(error)

async def shielded5():
    async def inner():
        try:
            await asyncio.sleep(0)
            return 5
        finally:
            say("inner ends")
    async def outer(task):
        try:
            return await asyncio.shield(asyncio.shield(task))
        except asyncio.CancelledError as error:
            say("outer", chain(error), task.done())
            raise
    secret = asyncio.ensure_future(inner())
    guard = asyncio.create_task(outer(secret))
    await asyncio.sleep(0.05)
    guard.cancel()
    secret.cancel("both")
    for one in (guard, secret):
        try:
            say("result", await one)
        except BaseException as error:
            say("error", chain(error), one.cancelled())
    say(secret, guard)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await managers3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await errors4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await shielded5()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
