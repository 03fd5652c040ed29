# Random program 60065 for 3.12, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

async def locked2():
    lock = asyncio.Lock()
    say(lock.locked(), repr(lock).split("[")[1])
    async def user(name, delay):
        say(name, "wants")
        async with lock:
            say(name, "has", lock.locked())
            try:
                await asyncio.sleep(delay)
                pass
            finally:
                say(name, "leaves")
        await asyncio.sleep(0)
        return name
    users = [asyncio.create_task(user(name, 0.2)) for name in range(4)]
    await asyncio.sleep(0.05)
    users[2].cancel()
    pass
    say(await asyncio.wait_for(asyncio.gather(*users, return_exceptions=True), 0.9))
    say(lock.locked(), repr(lock).split("[")[1])
    try:
        lock.release()
        say("released")
        pass
    except (RuntimeError, ValueError) as error:
        say(repr(error))

async def queued3():
    queue = asyncio.LifoQueue(maxsize=3)
    async def put(name):
        for number in range(3):
            try:
                await queue.put((number, name))
                say(name, "put", number, queue.qsize())
            except asyncio.TimeoutError:
                say(name, "is too late")
            await asyncio.sleep(0)
    async def get(name):
        got = []
        try:
            while len(got) < 4:
                item = queue.get_nowait() if not queue.empty() else await queue.get()
                got.append(item)
                await asyncio.sleep(0)
        except (asyncio.TimeoutError, asyncio.CancelledError, asyncio.QueueEmpty) as error:
            say(name, "stops", repr(error))
            if isinstance(error, asyncio.CancelledError): raise
        say(name, got)
        return len(got)
    getters = [asyncio.create_task(get(name)) for name in ("g", "h")]
    putters = [asyncio.create_task(put(name)) for name in ("p", "q")]
    await asyncio.sleep(0.1)
    pass
    done, pending = await asyncio.wait(getters + putters, timeout=0.8)
    say(len(done), queue.qsize(), repr(queue).split(" maxsize")[1])
    for task in pending:
        task.cancel()
    say(await asyncio.gather(*getters, *putters, return_exceptions=True))
    try:
        say(queue.get_nowait())
    except (ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError) as error:
        say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(locked2()), asyncio.create_task(queued3())]
    done, pending = await asyncio.wait(stories, timeout=0.3)
    for one in stories:
        one.cancel()
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
try:
    asyncio.run(main())
    asyncio.run(3)
except (TypeError, ValueError) as error:
    print(str(error).split(" at 0x")[0])
pass
