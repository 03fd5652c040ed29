# Random program 70067 for 3.10, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from after(0.3).__await__()
        return ("awaited", self.turns)

@contextlib.asynccontextmanager
async def managed2(name):
    say("open", name)
    try:
        yield name
    except asyncio.CancelledError as error:
        say("managed", repr(error))
    finally:
        say("close", name)

async def leftovers3():
    async def late(name):
        try:
            await asyncio.sleep(0.05)
            say(name, "late")
        finally:
            say(name, "late ends")
    async def stays(name):
        try:
            await asyncio.get_running_loop().create_future()
        except asyncio.CancelledError as error:
            say(name, "told", error.args)
            raise KeyboardInterrupt(name)
        finally:
            say(name, "ends")
            await asyncio.sleep(0)
    async def stream(name):
        try:
            while True:
                yield name
                await asyncio.sleep(0.01)
        finally:
            say(name, "stream ends")
            raise LookupError(name)
    async def follows(name):
        async for item in (one async for one in stream(name)):
            if len(item) > 9: break
            await asyncio.sleep(0.1)
    tasks.extend(asyncio.create_task(stays(name), name=name) for name in "uvw"[:3])
    tasks.append(asyncio.create_task(follows("f")))
    open_ended = stream("open")
    say(await anext(open_ended))
    asyncio.get_running_loop().call_later(0.01, tasks.append, open_ended)
    asyncio.get_running_loop().call_later(-1, say, "timer")
    pass
    pass
    say("main leaves")

async def limits4():
    async def part(delay):
        try:
            await asyncio.sleep(delay)
            if delay == 0: raise asyncio.CancelledError(delay)
            return delay
        except asyncio.CancelledError as error:
            say("part", delay, error.args)
            return "kept on"
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    for turn in range(2):
        future = loop.create_future()
        loop.call_later(0.05, resolve, future, "resolved")
        loop.call_later(0, event.set)
        pass
        try:
            say("got", await asyncio.wait_for(asyncio.shield(asyncio.wait_for(future, 0.05001)), 0.04999))
        except BaseException as error:
            say("failed", chain(error))
        event.clear()
        try:
            say("got", await asyncio.gather(asyncio.wait_for(asyncio.shield(event.wait()), 0.04999), event.wait()))
        except BaseException as error:
            say("failed", chain(error))
    await asyncio.sleep(0.1)

async def errors5():
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        say("handler", sorted(context), context["message"].split(" at 0x")[0].split("<")[0], repr(context.get("exception")))
        pass
    async def dies(error):
        await asyncio.sleep(0.1)
        raise error
    loop.set_exception_handler(handler)
    say(loop.get_exception_handler() is handler)
    loop.call_soon(fail, "soon")
    task = asyncio.create_task(dies(KeyError("lost")), name="dying")
    await asyncio.wait([task])
    say(task.done())
    task.cancel()
    await asyncio.sleep(0)
    asyncio.gather(hop())
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    say("over")
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        say(error)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(leftovers3(), limits4(), errors5(), return_exceptions=True))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
