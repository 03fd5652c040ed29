# Random program 60067 for 3.12, see generate.mjs
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

@contextlib.asynccontextmanager
async def managed1(name):
    say("open", name)
    try:
        yield name
    except Exception as error:
        say("managed", repr(error))
    finally:
        say("close", name)

async def oddly2():
    async def link(depth):
        try:
            if depth == 0:
                asyncio.current_task().cancel("self"); await asyncio.sleep(0)
            return await asyncio.create_task(link(depth - 1), name=f"link-{depth}")
        finally:
            say("unwinds", depth)
            raise
    task = asyncio.create_task(link(2))
    await asyncio.sleep(0)
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, RuntimeError, TypeError):
        say("chain gave", await asyncio.wait_for(task, 0.4))
    say(task.done(), task.cancelled(), task)
    if task.done():
        try:
            say(task.exception())
        except asyncio.CancelledError as error:
            say("asked", chain(error))

async def introspected3():
    loop = asyncio.get_running_loop()
    say(loop.is_running(), loop.is_closed(), loop.get_debug(), asyncio.get_event_loop() is loop, asyncio.current_task() in asyncio.all_tasks())
    say(asyncio.iscoroutine(work := hop()), asyncio.iscoroutinefunction(hop), asyncio.isfuture(work), asyncio.iscoroutine(hop))
    await work
    for attempt in (lambda: asyncio.get_running_loop().time() == loop.time(), lambda: loop.run_until_complete(asyncio.sleep(0)), lambda: loop.run_forever()):
        try:
            say(attempt())
        except (RuntimeError, ValueError, TypeError) as error:
            say(type(error).__name__, str(error).split("<")[0])
    await loop.shutdown_asyncgens()
    await asyncio.sleep(0)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await oddly2()
    await introspected3()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    tasks.clear()
