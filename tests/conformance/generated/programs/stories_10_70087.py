# Random program 70087 for 3.10, see generate.mjs
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

async def contextual1():
    user = contextvars.ContextVar("user")
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def show(what):
        say(what if isinstance(what, str) else "callback", user.get("-"), label.get(), len(contextvars.copy_context()) > 0)
    def change(value):
        show(f"before {value}")
        user.set(value)
        show(f"changed {value}")
    async def changes(value):
        await hop()
        change(value)
        loop.call_soon(show, "inherited")
        return user.get()
    async def generator():
        for number in range(2):
            token = user.set(f"generated {number}")
            try:
                yield user.get()
                pass
            finally:
                pass
    @contextlib.asynccontextmanager
    async def managed():
        token = user.set("managed")
        try:
            yield
        finally:
            user.reset(token)
    context = contextvars.copy_context()
    copy = context.copy()
    token = user.set("first")
    try:
        say([item async for item in generator()])
        copy.run(change, "copied")
        resolve(future, 1)
        await asyncio.gather(changes("g1"), changes("g2"))
        label.set("own")
        await changes("awaited")
        await asyncio.gather(changes("g1"), changes("g2"))
        context.run(context.copy().run, change, "nested")
        copy = contextvars.copy_context()
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, str(error).split("<")[0])
    resolve(future, 2)
    await asyncio.sleep(0.15)
    show("end")
    say(context.get(user), copy.get(user), user in context, token.old_value is contextvars.Token.MISSING, sorted(str(value) for value in context.values() if isinstance(value, str)))

async def overlapping2():
    async def source():
        try:
            for number in range(5):
                await asyncio.sleep(0)
                yield number
        except BaseException as error:
            say("source", repr(error))
            raise
        finally:
            say("source ends")
    shared = source()
    async def reader(name):
        try:
            say(name, await anext(shared), await anext(shared, "none"))
        except (RuntimeError, StopAsyncIteration, asyncio.CancelledError) as error:
            say(name, chain(error))
            return name
        return name
    readers = [asyncio.create_task(reader(name)) for name in "rs"]
    await asyncio.sleep(0.05)
    readers[1].cancel("two")
    done, pending = await asyncio.wait(readers, timeout=1)
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*readers, return_exceptions=True))
    say(await anext(shared, "over"))
    await shared.aclose()
    say(shared.ag_running, shared.ag_frame is None)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await contextual1()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await overlapping2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
try:
    asyncio.run(main())
    asyncio.run(asyncio.sleep)
except (TypeError, ValueError) as error:
    print(str(error).split(" at 0x")[0])
hop().close()
