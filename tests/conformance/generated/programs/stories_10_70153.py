# Random program 70153 for 3.10, see generate.mjs
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
            yield
        return ("awaited", self.turns)

async def scheduled2():
    import types
    class Call:
        def __init__(self, name, *args):
            self.name, self.args = name, args
        def __await__(self):
            yield self
            return "lost"
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
        except ValueError as error:
            say(name, "caught", repr(error))
            raise StopIteration("s")
        finally:
            say(name, "ends")
            await pause("finally")
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
                    error = KeyError("fail")
                else:
                    return "stopped", coro.cr_await is None
            else:
                say("asked", asked)
                value = len(asked)
        return "too long",
    for make in (parent, lambda: child("z"), lambda: asyncio.sleep(0)):
        coro = make()
        try:
            say(run(coro))
            await coro
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
    tasks.extend([asyncio.create_task(scheduled2())])
    await asyncio.sleep(0.1)
    return "the end"

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
    print(loop.run_until_complete(asyncio.gather(after(0.1), after(0.2))))
except BaseException as error:
    print("ended by", chain(error))
finally:
    for task in asyncio.all_tasks(loop):
        task.cancel()
    loop.run_until_complete(asyncio.sleep(0.1))
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
