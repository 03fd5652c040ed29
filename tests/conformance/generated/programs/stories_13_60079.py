# Random program 60079 for 3.13, see generate.mjs
# python >= 3.13
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
            got = yield number
            say("got", got)
        raise LookupError("no more")
    except GeneratorExit as error:
        say("numbers1", repr(error))
        raise
    finally:
        say("numbers1 closes")

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.3)
        say("exit", self.name, kind and kind.__name__)
        return False

async def nested3():
    async def child(name, delay, error=None):
        try:
            await asyncio.sleep(delay)
            if error is not None:
                raise error
            say(name, "is done")
            return name
        except asyncio.CancelledError as caught:
            say(name, "cancelled", caught.args)
            raise ValueError(name) from caught
    async def branch(name):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child(name + "1", 0.25, TimeoutError()))
                group.create_task(child(name + "2", -1, TimeoutError()), name=name)
                raise TimeoutError()
        except* Exception as caught:
            say(name, "caught", chain(caught))
            raise RuntimeError(name)
        finally:
            say(name, "over", asyncio.current_task().cancelling())
        return name
    try:
        async with asyncio.TaskGroup() as outer:
            one = outer.create_task(branch("a"))
            two = outer.create_task(branch("b"))
            one.cancel("from outside")
            asyncio.current_task().cancel("parent")
    except* ValueError as caught:
        say("first", chain(caught))
    except* Exception as caught:
        say("second", chain(caught), len(caught.exceptions), caught)
    say(one.done(), two.done(), one.cancelled(), repr(two), asyncio.current_task().cancelling())

async def ranked4():
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
            await asyncio.sleep(0.1)
            if len(got) == 3:
                return got
    task = asyncio.create_task(drain())
    try:
        for item in [Job(2, "x"), Job(1, "y"), Job(2, "w"), Job(1, "v")]:
            queue.put_nowait(item)
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

async def managers5():
    class Resource:
        def __init__(self, name):
            self.name = name
        async def __aenter__(self):
            say("enter", self.name)
            raise OSError(self.name)
            return self
        async def __aexit__(self, kind, error, trace):
            say("exit", self.name, kind and kind.__name__, error and error.args)
            return None
    @contextlib.asynccontextmanager
    async def made(name):
        say("made", name)
        try:
            yield name
        except ValueError as error:
            say("swallowed", error)
    class Halfway:
        async def __aenter__(self):
            return 1
    async def inside(error):
        async with Resource("a"), Resource("b") as thing:
            say("inside", getattr(thing, "name", thing))
            await asyncio.sleep(1)
            if error:
                raise error
            pass
        return "after"
    for error in (None, ValueError("v"), GeneratorExit()):
        try:
            say(await asyncio.wait_for(inside(error), 0.6))
        except (Exception, asyncio.CancelledError, GeneratorExit) as caught:
            say("outside", chain(caught))
    try:
        async with 3 as thing:
            say("with", thing)
    except (TypeError, AttributeError, OSError, RuntimeError, LookupError, KeyError) as error:
        say(type(error).__name__, error)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    async with asyncio.TaskGroup() as group:
        group.create_task(nested3())
        group.create_task(ranked4())
        group.create_task(managers5())
    asyncio.get_running_loop().call_soon(sys.exit, 4); await asyncio.sleep(0.1)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    loop.call_soon(loop.stop)
    loop.run_forever()
    print(loop.is_running())
except BaseException as error:
    print("ended by", chain(error))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
