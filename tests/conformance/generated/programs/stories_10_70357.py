# Random program 70357 for 3.10, see generate.mjs
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
        await asyncio.sleep(0.3)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.1)
            yield number
    finally:
        await asyncio.sleep(1)
        say("numbers2 closes")

async def again3():
    kept = []
    async def deeper(error=None):
        await asyncio.sleep(-1)
        if error is not None:
            raise error
        raise LookupError("deeper")
    async def middle():
        try:
            await asyncio.shield(deeper())
        except (LookupError, asyncio.TimeoutError) as error:
            say("middle", repr(error), places(error))
            raise error from None
        finally:
            say("middle ends", type(sys.exc_info()[1]).__name__)
            try:
                raise OSError("finally")
            except OSError:
                say(chain(sys.exc_info()[1]))
    async def outer():
        try:
            return await asyncio.gather(middle())
        except Exception as error:
            say("outer", chain(error), places(error))
            try:
                raise ValueError("new")
            except Exception as second:
                say("second", chain(second), second is error, places(second))
                pass
            say(sys.exc_info()[1] is error)
    for turn in range(2):
        try:
            say(type(await outer()).__name__)
        except Exception as error:
            say("main", chain(error), places(error), getattr(error, "__notes__", None))
            kept.append(error)
        if len(kept) > 1: say(kept[0] is kept[1])
    task = asyncio.create_task(deeper(kept[-1] if kept else None))
    for turn in range(2):
        try:
            await task
        except Exception as error:
            say(chain(error), len(places(error)))
    say(sys.exc_info(), [chain(one) for one in kept])
    kept.clear()

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await again3()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
try:
    asyncio.run(main())
    asyncio.run(after)
except (TypeError, ValueError) as error:
    print(str(error).split(" at 0x")[0])
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
