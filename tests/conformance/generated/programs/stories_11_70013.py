# Random program 70013 for 3.11, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from after(0.2).__await__()
        return ("awaited", self.turns)

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

async def interrupted3():
    class Quit(BaseException):
        pass
    loop = asyncio.get_running_loop()
    async def strikes():
        try:
            await asyncio.sleep(0.3)
            raise SystemExit(3)
        finally:
            say("struck")
            await asyncio.sleep(0)
    def strike(*args):
        say("strike")
        raise SystemExit(3)
    async def bystander(name):
        try:
            await asyncio.sleep(0.4)
            say(name, "lives")
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args)
            await asyncio.sleep(0.05)
        finally:
            say(name, "ends")
    class Manager:
        async def __aenter__(self):
            return self
        async def __aexit__(self, *error):
            await strikes()
    async def generates():
        yield 1
        await strikes()
        yield 2
    made = [asyncio.create_task(bystander("a"), name="a"), asyncio.create_task(bystander("b"), name="b")]
    tasks.extend(made)
    try:
        try:
            async with Manager():
                pass
        except ValueError as error:
            say("caught", chain(error))
            raise
        finally:
            say("finally", [one.done() for one in made])
            made[0].cancel()
    finally:
        say("left")
    say("survived")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await interrupted3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    raise ValueError("main")
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
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
        await asyncio.sleep(0.05)
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
        for coro in (lambda: stays("s"), lambda: main(), lambda: leave(), lambda: starts()):
            try:
                print("result", runner.run(coro()))
            except BaseException as error:
                print("failed", chain(error))
                break
            print(label.get(), len(tasks))
        runner.get_loop().run_until_complete(after(0.2))
except BaseException as error:
    print("ended by", chain(error))
print([one.done() for one in tasks], label.get())
try:
    runner.get_loop()
except (RuntimeError, ValueError, NameError) as error:
    print(type(error).__name__, error)
