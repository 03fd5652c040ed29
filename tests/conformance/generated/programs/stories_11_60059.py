# Random program 60059 for 3.11, see generate.mjs
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(-1)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.2)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

@contextlib.asynccontextmanager
async def managed2(name):
    say("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0.001)
        say("close", name)

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
            raise
    async def branch(name):
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(child(name + "1", 1, TimeoutError()))
                group.create_task(child(name + "2", -1, asyncio.CancelledError("c")), name=name)
                pass
        except* Exception as caught:
            say(name, "caught", chain(caught))
            raise RuntimeError(name)
        else:
            say(name, "over", asyncio.current_task().cancelling())
        return name
    try:
        async with asyncio.TaskGroup() as outer:
            one = outer.create_task(branch("a"))
            two = outer.create_task(branch("b"))
            outer.create_task(child("c", 0.1))
            pass
    except* ValueError as caught:
        say("first", chain(caught))
    except* Exception as caught:
        say("second", chain(caught), len(caught.exceptions), caught)
    say(one.done(), two.done(), one.cancelled(), repr(two), asyncio.current_task().cancelling())

async def produced4():
    queue = asyncio.Queue(1)
    results = collections.defaultdict(list)
    async def worker(name):
        while True:
            job = await queue.get()
            try:
                pass
                await asyncio.sleep(0.1)
                if job == 0:
                    raise ValueError(job)
                results[name].append(job)
            except ValueError as error:
                results["failed"].append(str(error))
                if len(results) < 2: await queue.put(job + 10)
            finally:
                queue.task_done()
    workers = [asyncio.create_task(worker(f"w{n}"), name=f"w{n}") for n in range(2)]
    for number in range(3):
        await queue.put(number)
        await asyncio.sleep(1)
    await queue.join()
    for one in workers:
        one.cancel()
    say(await asyncio.gather(*workers, return_exceptions=True))
    say(dict(results), queue.qsize(), sum(len(done) for done in results.values()))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(asyncio.wait_for(nested3(), 2), produced4(), return_exceptions=True))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
try:
    asyncio.run(main())
    asyncio.run(asyncio.sleep)
except (TypeError, ValueError) as error:
    print(str(error).split(" at 0x")[0])
try:
    asyncio.create_task(after(1))
except RuntimeError as error:
    print(error)
