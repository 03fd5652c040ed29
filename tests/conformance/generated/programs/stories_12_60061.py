# Random program 60061 for 3.12, see generate.mjs
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
            await asyncio.sleep(0.3)
            got = yield number
            say("got", got)
    finally:
        say("numbers1 closes")

async def deadlines2():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.3) as outer:
            say(outer, outer.expired())
            pass
            try:
                async with asyncio.timeout(0.05) as inner:
                    await asyncio.sleep(0)
                    pass
                    await asyncio.sleep(-1)
            except Exception as error:
                say("inner", chain(error), inner.expired(), inner)
                await asyncio.sleep(0.2)
            finally:
                await asyncio.sleep(0.15)
            say("still in")
            await asyncio.sleep(0.1)
    except TimeoutError as error:
        say("outer", chain(error))
    say(outer, asyncio.current_task().cancelling())
    try:
        async with asyncio.timeout("x"):
            pass
    except Exception as error:
        say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(asyncio.wait_for(deadlines2(), 0.35), return_exceptions=True))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    loop.call_later(0.2, loop.stop)
    loop.run_forever()
except BaseException as error:
    print("ended by", chain(error))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
