# Random program 70067 for 3.11, see generate.mjs
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

async def permits3():
    gate = asyncio.Semaphore(1)
    async def user(number):
        try:
            await asyncio.wait_for(gate.acquire(), 0.1)
        except (asyncio.CancelledError, asyncio.TimeoutError) as error:
            say(number, "gave up", chain(error), gate.locked())
            raise
        say(number, "has", gate.locked())
        try:
            await asyncio.sleep(0.05)
        finally:
            say(number, "releases"); gate.release()
    users = [asyncio.create_task(user(number)) for number in range(6)]
    try:
        users[1].cancel("m")
        gate.release(); users[4].cancel()
        say(gate.locked(), [one.done() for one in users])
        users[5].cancel(); gate.release()
        users[0].cancel()
        await asyncio.sleep(0)
        users[0].cancel()
        users[5].cancel(); gate.release()
    except (RuntimeError, ValueError, asyncio.TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(users, timeout=0.5)
    say(len(done), len(pending), gate.locked(), repr(gate).split("[")[1])
    for one in users:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*users, return_exceptions=True)], repr(gate).split("[")[1])

async def sheltered4():
    async def worker(name, delay):
        try:
            await asyncio.sleep(delay)
            pass
            return name
        finally:
            say(name, "ends")
    async def member(name, group):
        try:
            await asyncio.shield(worker(name + "s", 0.05))
            raise KeyError(name)
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args, asyncio.current_task().cancelling())
            raise
    async def nested():
        async with asyncio.TaskGroup() as outer:
            outer.create_task(member("a", outer), name="a")
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(member("b", inner), name="b")
                    outer.create_task(member("c", inner), name="c")
                    await asyncio.sleep(0.02)
            finally:
                say("inner left")
            await asyncio.sleep(0.03)
        return "nested"
    saved = asyncio.create_task(worker("saved", 0.04), name="saved")
    top = asyncio.create_task(nested(), name="top")
    await asyncio.sleep(0)
    await asyncio.sleep(0.01)
    top.uncancel()
    top.uncancel()
    saved.cancel("saved")
    for one in await asyncio.gather(top, saved, return_exceptions=True):
        say(chain(one) if isinstance(one, BaseException) else one)
    await asyncio.sleep(0.1)

async def futures5():
    future = asyncio.get_running_loop().create_future()
    async def waiter(name):
        try:
            say(name, "got", await asyncio.wait_for(future, 0.3))
        except (Exception, asyncio.CancelledError) as error:
            say(name, "failed", chain(error))
            raise
        return name
    waiters = [asyncio.create_task(waiter(name)) for name in "xyz"[:1]]
    for use in (lambda: future.get_loop() is asyncio.get_running_loop(), lambda: future.get_loop() is asyncio.get_running_loop(),):
        try:
            say("use", use())
        except BaseException as error:
            say("error", type(error).__name__, error)
        await asyncio.sleep(0)
    resolve(future, "resolved")
    say(await asyncio.gather(*waiters, return_exceptions=True))
    other = asyncio.Future()
    other.set_exception(asyncio.TimeoutError())
    other.exception()
    del other
    await asyncio.sleep(0)
    try:
        await future
        await asyncio.Future(loop=asyncio.get_running_loop()).__class__.nothing
    except BaseException as error:
        say(type(error).__name__)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await permits3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await sheltered4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await futures5()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    pass
