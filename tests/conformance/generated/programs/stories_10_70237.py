# Random program 70237 for 3.10, see generate.mjs
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
            yield from after(0.1).__await__()
        return ("awaited", self.turns)

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.1)
            yield number
    finally:
        say("numbers2 closes")

async def permits3():
    gate = asyncio.Semaphore(2)
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
            asyncio.get_running_loop().call_soon(gate.release)
    users = [asyncio.create_task(user(number)) for number in range(6)]
    try:
        await asyncio.sleep(0)
        users.append(asyncio.create_task(user(len(users))))
        users[0].cancel()
        users[0].cancel()
        users.append(asyncio.create_task(user(len(users))))
        gate.release()
        gate.release()
    except (RuntimeError, ValueError, asyncio.TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(users, timeout=0.5)
    say(len(done), len(pending), gate.locked(), repr(gate).split("[")[1])
    for one in users:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*users, return_exceptions=True)], repr(gate).split("[")[1])

async def remembered4():
    import weakref
    class Thing:
        def __init__(self, name):
            self.name = name
            registry[name] = self
        def method(self):
            return self.name
    def gone(reference):
        print("gone", reference() is None)
    async def uses(thing):
        try:
            await asyncio.sleep(0.05)
            return thing.name if thing else None
        finally:
            print("used")
    def proxy_of():
        try:
            print(weakref.proxy(one).name, weakref.proxy(one).method())
        except (TypeError, ReferenceError) as error:
            print("proxy", type(error).__name__)
    registry = {}
    alive = weakref.WeakValueDictionary()
    seen = weakref.WeakSet()
    one, two = Thing("one"), Thing("two")
    registry.clear()
    alive["one"], alive["two"] = one, two
    seen.add(one)
    weak = weakref.ref(one, gone)
    bound = weakref.WeakMethod(two.method)
    finalizer = weakref.finalize(one, print, "finalized", "one")
    weakref.finalize(two, print, "second").atexit = False
    task = asyncio.create_task(uses(one))
    try:
        one = None
        say(weak() == weakref.ref(weak()) if weak() else None)
        await asyncio.sleep(0)
        finalizer.detach()
        task = asyncio.create_task(uses(one))
        finalizer()
        task = asyncio.create_task(uses(one))
    except (NameError, TypeError) as error:
        say(repr(error))
    say(bound() and bound()(), weak() is None, finalizer.alive)
    task = None
    one = two = None
    registry.clear()
    await asyncio.sleep(0.2)
    task = None
    say(weak() is None, list(alive), len(seen), bound() is None, finalizer.alive, finalizer.peek() is None)
    finalizer.detach()

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await permits3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await remembered4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    task = loop.create_task(main())
    task.add_done_callback(lambda task: loop.stop())
    loop.run_forever()
    print(task.cancelled() or task.exception() or task.result())
except BaseException as error:
    print("ended by", chain(error))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
