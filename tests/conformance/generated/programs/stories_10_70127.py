# Random program 70127 for 3.10, see generate.mjs
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
        await asyncio.sleep(0.25)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.25)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from after(0.1).__await__()
        raise ValueError(self.turns)
        return ("awaited", self.turns)

async def scheduled3():
    import types
    class Call:
        def __init__(self, name, *args):
            self.name, self.args = name, args
        def __await__(self):
            return (yield self)
    @types.coroutine
    def pause(*what):
        got = yield what
        return got
    async def child(name):
        try:
            say(name, "paused", await pause(name, 1))
            got = await Call("add", 1, 2)
            say(name, "called", got)
            return got
            return name
        except Exception as error:
            say(name, "caught", repr(error))
            return "caught"
        finally:
            say(name, "ends")
            pass
    async def parent():
        results = []
        for name in "xy":
            results.append(await child(name))
        return results
    def run(coro, most=20):
        value, error = None, None
        for turn in range(most):
            try:
                asked = coro.throw(error) if error is not None else coro.send(value)
            except StopIteration as stop:
                return "returned", stop.value
            except (Exception, GeneratorExit) as failure:
                return "raised", chain(failure), places(failure)
            value, error = None, None
            if isinstance(asked, Call):
                if asked.name == "add":
                    value = sum(asked.args)
                elif asked.name == "fail":
                    error = ValueError("fail")
                else:
                    return "stopped", coro.cr_await is None
            else:
                say("asked", asked)
                value = len(asked)
        return "too long",
    for make in (parent, lambda: child("z"), lambda: child(3)):
        coro = make()
        try:
            say(run(coro))
            coro.send(None)
        except (RuntimeError, OSError, StopIteration, KeyError, ValueError) as error:
            say(chain(error))
        finally:
            try:
                coro.close()
            except RuntimeError as error:
                say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(scheduled3())]
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
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    tasks.clear()
