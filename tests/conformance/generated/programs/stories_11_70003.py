# Random program 70003 for 3.11, see generate.mjs
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
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(1)
        say("exit", self.name, kind and kind.__name__)
        return False

async def sorted2():
    class Own(Exception):
        pass
    class Tagged(ExceptionGroup):
        def __new__(cls, message, errors, tag="t"):
            made = super().__new__(cls, message, errors)
            made.tag = tag
            return made
        def derive(self, errors):
            say("derive", len(errors)); return Tagged(self.message, errors)
    def show(error):
        if error is None:
            return None
        inner = [show(one) for one in error.exceptions] if isinstance(error, BaseExceptionGroup) else error.args
        return type(error).__name__, inner, getattr(error, "tag", "-"), getattr(error, "__notes__", []), places(error)
    caught = []
    async def fail_with(error):
        await hop()
        raise error
    error = ExceptionGroup("g0", [KeyError("k")])
    error.add_note("noted")
    for condition in (Own, OSError, lambda one: "k" in str(one), lambda one: isinstance(one, BaseExceptionGroup) and len(one.exceptions) > 1):
        match, rest = error.split(condition)
        say("split", show(match), show(rest), match is error, rest is error)
        say("subgroup", show(error.subgroup(condition)), error.subgroup(condition) is match)
    def throws():
        try:
            raise Own("context")
        except Own:
            raise error
    try:
        try:
            throws()
        except* (KeyError, OSError) as first:
            say("first", type(first).__name__, show(first))
            raise
        except* (KeyError, OSError) as second:
            say("second", type(second).__name__, show(second))
            raise
    except BaseException as last:
        say("last", chain(last), show(last))
        say(last.__context__ is error, last.__suppress_context__)
    say([show(one) for one in caught])
    try:
        error.subgroup("x")
    except (TypeError, ValueError) as wrong:
        say(repr(wrong))

async def produced3():
    queue = asyncio.Queue()
    results = collections.defaultdict(list)
    async def worker(name):
        while True:
            job = await queue.get()
            try:
                if job is None:
                    break
                await asyncio.sleep(0.1)
                if job == 5:
                    raise ValueError(job)
                results[name].append(job)
            except ValueError as error:
                results["failed"].append(str(error))
                if len(results) < 2: await queue.put(job + 10)
            finally:
                queue.task_done()
    workers = [asyncio.create_task(worker(f"w{n}"), name=f"w{n}") for n in range(3)]
    for number in range(6):
        await queue.put(number)
        pass
    for one in workers:
        await queue.put(None)
    say(await asyncio.gather(*workers))
    say(dict(results), queue.qsize(), sum(len(done) for done in results.values()))

async def leftovers4():
    async def late(name):
        try:
            await asyncio.sleep(0.05)
            say(name, "late")
        finally:
            say(name, "late ends")
    async def stays(name):
        try:
            await asyncio.shield(asyncio.sleep(5))
        except asyncio.CancelledError as error:
            say(name, "told", error.args)
            raise KeyboardInterrupt(name)
        finally:
            say(name, "ends")
            await asyncio.sleep(0)
    async def stream(name):
        try:
            while True:
                yield name
                await asyncio.sleep(0.01)
        finally:
            say(name, "stream ends")
            await asyncio.sleep(0.01)
    async def follows(name):
        async for item in stream(name):
            if len(item) > 9: break
            await asyncio.sleep(0.1)
    tasks.extend(asyncio.create_task(stays(name), name=name) for name in "uvw"[:1])
    tasks.append(asyncio.create_task(follows("f")))
    open_ended = stream("open")
    say(await anext(open_ended))
    pass
    asyncio.get_running_loop().call_later(0.25, say, "timer")
    pass
    asyncio.current_task().cancel("self")
    say("main leaves")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(sorted2()), asyncio.create_task(produced3()), asyncio.create_task(leftovers4())]
    done, pending = await asyncio.wait(stories, timeout=0.3)
    for one in stories:
        say(one.done(), one.cancel("time is up"))
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
