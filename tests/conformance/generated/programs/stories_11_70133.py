# Random program 70133 for 3.11, see generate.mjs
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
        await asyncio.sleep(0.05)
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return False

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield
        return ("awaited", self.turns)

async def produced3():
    queue = asyncio.Queue(1)
    results = collections.defaultdict(list)
    async def worker(name):
        while True:
            job = await queue.get()
            try:
                pass
                await asyncio.sleep(0)
                if job == 2:
                    raise ValueError(job)
                results[name].append(job)
            except ValueError as error:
                results["failed"].append(str(error))
                if len(results) < 2: await queue.put(job + 10)
            finally:
                queue.task_done()
    workers = [asyncio.create_task(worker(f"w{n}"), name=f"w{n}") for n in range(1)]
    for number in range(3):
        await queue.put(number)
        pass
    await queue.join()
    for one in workers:
        one.cancel()
    say(await asyncio.gather(*workers, return_exceptions=True))
    say(dict(results), queue.qsize(), sum(len(done) for done in results.values()))

async def zeros4():
    order = []
    async def turns(name, count):
        for turn in range(count):
            order.append(f"{name}{turn}")
            await asyncio.wait_for(hop(), 1)
        order.append(name)
        return await asyncio.sleep(0.05, name)
    loop = asyncio.get_running_loop()
    loop.call_soon(order.append, "soon")
    loop.call_later(0, order.append, "later")
    tasks = [asyncio.create_task(turns(name, 1 + n)) for n, name in enumerate("abc")]
    order.append(await asyncio.sleep(0, "slept"))
    loop.call_soon(order.append, "soon again")
    say(order)
    say(await asyncio.gather(*tasks), order, await asyncio.sleep(0, result="result"))

async def sheltered5():
    async def worker(name, delay):
        try:
            await asyncio.sleep(delay)
            if "s" in name: raise asyncio.CancelledError(name)
            return name
        finally:
            say(name, "ends")
    async def member(name, group):
        try:
            await asyncio.shield(worker(name + "s", 0.05))
            raise KeyError(name)
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args, asyncio.current_task().cancelling())
            group.create_task(worker(name + "x", 0.01)); raise
    async def nested():
        async with asyncio.TaskGroup() as outer:
            outer.create_task(member("a", outer), name="a")
            try:
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(member("b", inner), name="b")
                    outer.create_task(member("c", outer), name="c")
                    raise TypeError("body")
            except* ValueError as group:
                say("inner", [repr(one) for one in group.exceptions])
            await asyncio.sleep(0.03)
        return "nested"
    saved = asyncio.create_task(worker("saved", 0.02), name="saved")
    top = asyncio.create_task(nested(), name="top")
    top.uncancel()
    await asyncio.sleep(0.03)
    top.cancel("top")
    for one in await asyncio.gather(top, saved, return_exceptions=True):
        say(chain(one) if isinstance(one, BaseException) else one)
    await asyncio.sleep(0.1)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    tasks.extend([asyncio.create_task(produced3()), asyncio.create_task(zeros4()), asyncio.create_task(sheltered5())])
    await asyncio.sleep(0.1)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
asyncio.run(main())
