# Random program 70187 for 3.10, see generate.mjs
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
        say("enter", self.name)
        raise OSError(self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        return False

async def queued2():
    queue = asyncio.PriorityQueue()
    async def put(name):
        for number in range(3):
            try:
                await asyncio.wait_for(queue.put((number, name)), 0.2)
                say(name, "put", number, queue.qsize())
            except asyncio.TimeoutError:
                say(name, "is too late")
            pass
    async def get(name):
        got = []
        try:
            while len(got) < 4:
                item = queue.get_nowait() if not queue.empty() else await queue.get()
                got.append(item)
                await asyncio.sleep(0.001); queue.task_done()
        except (asyncio.TimeoutError, asyncio.CancelledError, asyncio.QueueEmpty) as error:
            say(name, "stops", repr(error))
            pass
        say(name, got)
        return len(got)
    getters = [asyncio.create_task(get(name)) for name in ("g", "h")]
    putters = [asyncio.create_task(put(name)) for name in ("p", "q")]
    await asyncio.sleep(0.001)
    putters[1].cancel("stop")
    done, pending = await asyncio.wait(getters + putters, timeout=0.8)
    say(len(done), queue.qsize(), repr(queue).split(" maxsize")[1])
    for task in pending:
        task.cancel()
    say(await asyncio.gather(*getters, *putters, return_exceptions=True))
    try:
        for n in range(9): queue.task_done()
    except (ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError) as error:
        say(repr(error))

async def awaited3():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.05, resolve, future, "resolved")
    class Own:
        def __await__(self):
            if True:
                yield 5
                yield from asyncio.create_task(hop()).__await__()
            return "own"
    class Native:
        def __await__(self):
            return iter([1])
    class Wrong:
        def __await__(self):
            return hop()
    class Iter:
        def __init__(self):
            self.left = 2
        def __await__(self):
            return self
        def __iter__(self):
            return self
        def __next__(self):
            self.left -= 1
            if self.left < 0:
                raise StopIteration("iter")
            return None
        def close(self):
            say("closed")
    class Delegating:
        def __init__(self, inner):
            self.inner = inner
        def __getattr__(self, name):
            return getattr(self.inner, name)
        def __await__(self):
            return self.inner.__await__()
    class Wrapped:
        def __init__(self, inner):
            self.inner = inner
        def __await__(self):
            try:
                return (yield from self.inner.__await__())
            finally:
                say("wrapped ends")
    async def wrap(inner):
        try:
            return await inner
        finally:
            say("wrap ends")
    for use in (lambda: asyncio.shield(Own()), lambda: asyncio.ensure_future(Own()), lambda: asyncio.create_task(Own())):
        try:
            say("awaited", await use())
        except (Exception, asyncio.CancelledError) as error:
            say("error", chain(error))
    task = asyncio.create_task(wrap(Native()))
    await asyncio.sleep(0.001)
    say(task.cancel("by hand"))
    try:
        say(await task)
    except (Exception, asyncio.CancelledError) as error:
        say("error", chain(error))
    resolve(future, "late")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await queued2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await awaited3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
asyncio.run(main())
