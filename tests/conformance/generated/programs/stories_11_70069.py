# Random program 70069 for 3.11, see generate.mjs
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

async def counted1():
    async def fails(delay):
        await asyncio.sleep(delay)
        raise KeyError("member")
    async def body():
        me = asyncio.current_task()
        try:
            if True:
                pass
                try:
                    await asyncio.shield(hop())
                    say(me.cancelling())
                    me.cancel(); me.uncancel()
                    await asyncio.sleep(0.05)
                    me.cancel("own")
                    me.cancel()
                except asyncio.CancelledError as error:
                    say("inner", error.args, me.cancelling())
                    pass
                if True:
                    me.cancel()
                    await asyncio.shield(hop())
                    me.cancel("own")
                    raise ValueError("act")
                    me.cancel(); me.uncancel()
        except BaseException as error:
            say("outer", chain(error), me.cancelling())
            await asyncio.sleep(0)
        say("after", me.cancelling())
        await asyncio.sleep(0)
        return me.cancelling()
    task = asyncio.create_task(body())
    for act in range(3):
        await asyncio.sleep(0.05)
        task.cancel()
    try:
        say("result", await asyncio.shield(task))
    except BaseException as error:
        say("ended", chain(error))
    say(task.cancelling(), task.cancelled(), task.done(), asyncio.current_task().cancelling())

async def ranked2():
    @dataclasses.dataclass(order=True)
    class Job:
        rank: int
        name: str = dataclasses.field(compare=False)
    queue = asyncio.PriorityQueue()
    async def drain():
        got = []
        while True:
            got.append(await queue.get())
            queue.task_done()
            say(got[-1])
            if len(got) == 2:
                return got
    task = asyncio.create_task(drain()); await asyncio.sleep(0)
    try:
        for item in [(1, {}), (0, {}), (2, {})]:
            await asyncio.sleep(0.05); queue.put_nowait(item)
    except TypeError as error:
        say(repr(error), queue.qsize())
    try:
        say(await asyncio.wait_for(task, 1))
        await asyncio.wait_for(queue.join(), 0.2)
        say("joined")
    except (asyncio.TimeoutError, TypeError) as error:
        say(chain(error), queue.qsize())
    rest = []
    while not queue.empty():
        rest.append(await queue.get())
    say(rest)

async def deadlines3():
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.3) as outer:
            say(outer, outer.expired())
            outer.reschedule(loop.time() + 0.1)
            try:
                async with asyncio.timeout(0.2) as inner:
                    await asyncio.sleep(0.1)
                    outer.reschedule(loop.time() + 0.1)
                    await asyncio.sleep(0.001)
            except asyncio.CancelledError as error:
                say("inner", chain(error), inner.expired(), inner)
                asyncio.current_task().uncancel()
            finally:
                say("between", outer.when() is None)
            say("still in")
            await asyncio.sleep(0.1)
    except BaseException as error:
        say("outer", chain(error))
    say(outer, asyncio.current_task().cancelling())
    try:
        async with outer:
            pass
    except Exception as error:
        say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await counted1()
    await ranked2()
    await deadlines3()
    asyncio.current_task().cancel(); await asyncio.sleep(0)

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
    pass
