# Random program 70019 for 3.10, see generate.mjs
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

async def held1():
    class Resource:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print("del", self.name)
    async def deeper(given):
        own = Resource(given.name + "-deeper")
        await asyncio.sleep(-1)
        raise KeyError(given.name)
    async def holder(name):
        kept = Resource(name)
        try:
            await asyncio.sleep(-1)
            raise asyncio.CancelledError(name)
        finally:
            say(name, "ends")
    async def fails(name):
        kept = Resource(name)
        await asyncio.sleep(0.02)
        raise LookupError(name) from KeyError("cause")
    made = [asyncio.create_task(holder("a")), asyncio.create_task(fails("b")), asyncio.create_task(holder("c"))]
    await asyncio.sleep(0.1)
    del made[0]
    pass
    say("before")
    made.clear()
    say("cleared")
    await asyncio.sleep(0.3)
    last = Resource("last")
    say("end of story")

async def permits2():
    gate = asyncio.Lock()
    async def user(number):
        try:
            await asyncio.wait_for(gate.acquire(), 0.1)
        except (asyncio.CancelledError, asyncio.TimeoutError) as error:
            say(number, "gave up", chain(error), gate.locked())
            gate.release(); raise
        say(number, "has", gate.locked())
        try:
            await asyncio.sleep(0.01)
        finally:
            asyncio.get_running_loop().call_soon(gate.release)
    users = [asyncio.create_task(user(number)) for number in range(6)]
    try:
        gate.release()
        users[2].cancel()
        await asyncio.wait_for(gate.acquire(), 0.05); say("main has")
        await asyncio.sleep(0.02)
        users[2].cancel()
        users[3].cancel()
        users[0].cancel()
    except (RuntimeError, ValueError, asyncio.TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(users, timeout=0.5)
    say(len(done), len(pending), gate.locked(), repr(gate).split("[")[1])
    for one in users:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*users, return_exceptions=True)], repr(gate).split("[")[1])

async def notified3():
    condition = asyncio.Condition()
    stock = []
    async def buyer(name, wanted):
        try:
            async with condition:
                while len(stock) < wanted:
                    await condition.wait()
                    say(name, "looks", len(stock))
                say(name, "takes", [stock.pop(0) for turn in range(wanted)], condition.locked())
                condition.notify()
            return name
        except asyncio.CancelledError:
            say(name, "leaves", condition.locked())
            return "gone"
    buyers = [asyncio.create_task(buyer(f"b{n}", n)) for n in (1, 2)]
    await asyncio.sleep(0)
    for item in range(5):
        async with condition:
            stock.append(item)
            condition.notify()
            await asyncio.sleep(0)
        await asyncio.sleep(0)
    say(stock, repr(condition).split("[")[1])
    done, pending = await asyncio.wait(buyers, timeout=0.5)
    say(len(done), len(pending))
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*buyers, return_exceptions=True))
    try:
        condition.release()
    except (RuntimeError, asyncio.TimeoutError) as error:
        say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(held1(), asyncio.wait_for(permits2(), 2), notified3(), return_exceptions=True))
    return "the end"

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
