# Random program 60049 for 3.11, see generate.mjs
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
        await asyncio.sleep(0)
        say("exit", self.name, kind and kind.__name__)
        return False

async def racing2():
    class Race:
        def __init__(self, *names):
            self.names = names
            self.log = []
        async def run(self, name, delay):
            try:
                await asyncio.sleep(delay)
                self.log.append(name)
                if name == "":
                    raise RuntimeError(name)
                return name, delay
            except asyncio.CancelledError:
                self.log.append(f"-{name}")
                raise
        async def first(self, delays):
            tasks = {asyncio.create_task(self.run(name, delay)): name for name, delay in zip(self.names, delays)}
            try:
                done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in pending:
                    task.cancel()
                await asyncio.gather(*pending, return_exceptions=True)
                return [tasks[task] if task.exception() else task.result() for task in done]
            finally:
                say("race", self.log)
    race = Race("tortoise", "hare", "snail")
    for delays in ((1, 0.001, 0.1), (0.3, 0.1, 0.2)):
        try:
            say("won", await asyncio.wait_for(race.first(delays), 0.25))
        except (RuntimeError, asyncio.TimeoutError) as error:
            say("lost", chain(error))
    await asyncio.sleep(0.1)
    say(race.log)

async def yieldsOnClose3():
    def inner(name):
        try:
            got = yield name, 1
            say("inner got", got)
            yield name, 2
            return name
        except ValueError as error:
            say("inner caught", repr(error))
            return "returned"
        finally:
            say("inner ends"); (yield "in finally")
    class Plain:
        def __iter__(self):
            return iter("pq")
    def outer():
        try:
            result = yield from inner("i")
            say("result", result)
            yield "between"
            yield from "xy"
        except ValueError as error:
            say("outer caught", chain(error))
            return 7
        finally:
            say("outer ends")
    g = outer()
    for act in (lambda: next(g, "default"), lambda: next(g, "default"), lambda: g.throw(KeyError), lambda: g.throw(GeneratorExit), lambda: next(g), lambda: next(g),):
        try:
            say("act", act())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    say(g.gi_frame is None, g.gi_yieldfrom is None)
    pass

async def managers4():
    class Resource:
        def __init__(self, name):
            self.name = name
        async def __aenter__(self):
            say("enter", self.name)
            await asyncio.sleep(0.2)
            return self
        async def __aexit__(self, kind, error, trace):
            say("exit", self.name, kind and kind.__name__, error and error.args)
            raise RuntimeError("exit " + self.name)
    @contextlib.asynccontextmanager
    async def made(name):
        say("made", name)
        try:
            yield name
        finally:
            say("unmade", name)
    class Halfway:
        async def __aenter__(self):
            return 1
    async def inside(error):
        async with Resource("a"), made("m") as thing:
            say("inside", getattr(thing, "name", thing))
            await asyncio.sleep(0.25)
            if error:
                raise error
            await asyncio.sleep(1)
        return "after"
    for error in (None, ValueError("v"), KeyError("k")):
        try:
            say(await asyncio.wait_for(inside(error), 0.6))
        except (Exception, asyncio.CancelledError, GeneratorExit) as caught:
            say("outside", chain(caught))
    try:
        async with contextlib.nullcontext(4) as thing:
            say("with", thing)
    except (TypeError, AttributeError, OSError, RuntimeError, LookupError, KeyError) as error:
        say(type(error).__name__, error)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await racing2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await yieldsOnClose3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await managers4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
