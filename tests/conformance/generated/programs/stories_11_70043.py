# Random program 70043 for 3.11, see generate.mjs
# python >= 3.11
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
            await asyncio.sleep(1)
            got = yield number
            say("got", got)
    finally:
        await asyncio.sleep(0.001)
        say("numbers1 closes")

async def debugged2():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def handler(loop, context):
        error = context.get("exception")
        say("handler", sorted(set(context) - {"source_traceback"}), context["message"].split(" <")[0].split(" at ")[0].split("(")[0], chain(error), places(error) if error else "")
        pass
    def second(loop, context):
        say("second", repr(context.get("exception")))
        pass
    async def dies(what="dies"):
        await asyncio.sleep(0.01)
        raise ValueError(what)
    def broken(*args):
        raise LookupError("broken")
    say(loop.get_debug(), loop.slow_callback_duration)
    loop.set_debug(True)
    loop.set_exception_handler(handler)
    try:
        resolve(future, 1)
        say(loop.get_exception_handler() is handler)
        say(loop.slow_callback_duration, loop.get_debug())
        loop.set_exception_handler(handler)
        asyncio.gather(dies("one"), dies("two"))
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
    stories = [asyncio.create_task(debugged2())]
    done, pending = await asyncio.wait(stories, timeout=0.5)
    for one in stories:
        say(one.done(), one.cancel("time is up"))
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
async def stays(name):
    try:
        await asyncio.sleep(5)
        say(name, "woke")
        return name
    except asyncio.CancelledError:
        say(name, "cancelled")
        raise
    finally:
        say(name, "ends")
async def starts():
    tasks.append(asyncio.create_task(stays("left")))
    asyncio.get_running_loop().call_later(0.05, print, "later")
    asyncio.get_running_loop().call_soon(label.set, "soon")
    label.set("starts")
    await asyncio.sleep(0)
async def looks():
    say(label.get(), len(asyncio.all_tasks()), [one.done() for one in tasks])
    await asyncio.sleep(0.1)
    return label.get()
async def stuck():
    asyncio.current_task().cancel("stuck")
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        say("unstuck")
try:
    with asyncio.Runner() as runner:
        runner.get_loop().set_task_factory(lambda loop, coro, **options: asyncio.Task(coro, loop=loop, **options))
        for coro in (lambda: hop(), lambda: leave(), lambda: stays("s"), lambda: looks()):
            try:
                print("result", runner.run(coro()))
            except BaseException as error:
                print("failed", chain(error))
                pass
            print(label.get(), len(tasks))
        runner.get_loop().run_until_complete(after(0.2))
except BaseException as error:
    print("ended by", chain(error))
print([one.done() for one in tasks], label.get())
try:
    runner.run(None)
except (RuntimeError, ValueError, NameError) as error:
    print(type(error).__name__, error)
