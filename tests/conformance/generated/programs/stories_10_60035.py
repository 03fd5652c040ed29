# Random program 60035 for 3.10, see generate.mjs
# python >= 3.10
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
            yield from asyncio.sleep(0).__await__()
        return ("awaited", self.turns)

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.25)
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return False

async def tasks3():
    async def worker(number):
        me = asyncio.current_task()
        say(me.get_name(), me.get_coro().__name__, me.done())
        me.set_name(number)
        await asyncio.sleep(-1)
        raise ValueError(number)
    made = [asyncio.create_task(worker(number), name=f"w{number}") for number in range(1)]
    say(len(asyncio.all_tasks()), sorted(task.get_name() for task in asyncio.all_tasks() if task in made))
    say(repr(made[0]).replace(HERE, "here"))
    await asyncio.sleep(0)
    say(repr(made[-1]).replace(HERE, "here"), len(made[0].get_stack()), made[0].get_coro().cr_running, made[0].get_coro().cr_await is None)
    pass
    waiter = asyncio.create_task(asyncio.wait(made))
    await asyncio.sleep(0)
    say(waiter.done(), made[0].done())
    await waiter
    for task in made:
        say(repr(task).replace(HERE, "here"), task.cancelled() or task.exception() or task.result(), len(task.get_stack()), task.get_coro().cr_frame is None)
    try:
        asyncio.ensure_future(3)
    except (TypeError, RuntimeError) as error:
        say(repr(error).replace(HERE, "here").split(" at 0x")[0])

async def limited4():
    async def slow():
        try:
            await asyncio.sleep(0.1)
            return "in time"
        except asyncio.CancelledError:
            say("cut")
            await asyncio.sleep(0.2); raise
    for limit in (0.1,):
        work = asyncio.gather(slow(), hop())
        try:
            say("within", await asyncio.wait_for(work, limit))
        except (Exception, asyncio.CancelledError) as error:
            say("beyond", chain(error))
    async def parent():
        try:
            return await asyncio.wait_for(slow(), 0.25)
        except asyncio.CancelledError as error:
            say("parent", error.args)
            raise
    task = asyncio.create_task(parent())
    await asyncio.sleep(0)
    task.cancel("stop")
    say(await asyncio.gather(task, return_exceptions=True))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await tasks3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await limited4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    tasks.append(asyncio.create_task(leave())); await asyncio.sleep(0.2)
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
