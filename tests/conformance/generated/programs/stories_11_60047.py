# Random program 60047 for 3.11, see generate.mjs
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

class Countdown1:
    def __init__(self, count):
        self.count = count
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(-1)
        if self.count <= 0:
            raise StopAsyncIteration
        self.count -= 1
        return self.count

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from hop().__await__()
        return ("awaited", self.turns)

async def yieldsOnClose3():
    def inner(name):
        try:
            got = yield name, 1
            say("inner got", got)
            yield name, 2
            return name
        except (KeyError, ValueError) as error:
            say("inner caught", repr(error))
            raise
        finally:
            return "from finally"
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
            raise
        finally:
            say("outer ends")
    g = outer()
    for act in (lambda: list(g), lambda: list(g), lambda: list(g), lambda: g.close(), lambda: list(g),):
        try:
            say("act", act())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    say(g.gi_frame is None, g.gi_yieldfrom is None)
    pass

async def thrown4():
    async def machine():
        state = "start"
        while True:
            try:
                got = yield state
                say("got", got)
                state = got
                if got == 7: return
            except ValueError as error:
                say("thrown", error)
                yield "answer"
            except asyncio.CancelledError:
                say("turn")
                state = "final"
    made = machine()
    for step in (lambda: made.athrow(asyncio.CancelledError("c")), lambda: made.athrow(asyncio.CancelledError("c")), lambda: made.asend(7), lambda: made.aclose(),):
        try:
            say("step", await step())
        except BaseException as error:
            say("raised", chain(error))
        if made.ag_frame is None:
            say("finished")
    again = machine()
    pending = again.asend(None)
    say(await pending)
    try:
        await pending
    except BaseException as error:
        say(chain(error))
    await again.aclose()

async def contexts5():
    depth = contextvars.ContextVar("depth")
    async def child(name):
        say(name, label.get(), depth.get("unset"))
        token = label.set(name)
        depth.set(depth.get(0) + 1)
        await asyncio.sleep(0.05)
        say(name, label.get(), depth.get())
        pass
        return label.get()
    async def nested(name):
        label.set(name + "!")
        await hop()
    def inspect(what):
        say(what, label.get(), depth.get(None))
        return what
    async def numbers():
        for number in range(3):
            label.set(f"generator {number}")
            yield number
    label.set("outer")
    context = contextvars.copy_context()
    tasks = [asyncio.create_task(child("a")), asyncio.create_task(child("b"))]
    tasks.append(asyncio.create_task(child("c"), context=context))
    say(context.run(inspect, "in context"), context.run(label.set, "kept") is not None, context[label], label in context, depth in context)
    say(await asyncio.gather(*tasks), label.get(), context[label], context.get(depth), len(context) == len(list(context)))
    await nested("direct")
    asyncio.get_running_loop().call_soon(inspect, "soon", context=context)
    asyncio.get_running_loop().call_later(0.01, inspect, "later")
    label.set("changed")
    await asyncio.sleep(0.05)
    token = label.set("once")
    say(token.old_value, token.var is label, label.reset(token), label.get())
    try:
        context.run(label.reset, label.set("here"))
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, len(error.args))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(yieldsOnClose3()), asyncio.create_task(thrown4()), asyncio.create_task(contexts5())]
    done, pending = await asyncio.wait(stories, timeout=5)
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
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    print(loop.run_until_complete(asyncio.gather(after(0.1), after(0.2))))
except BaseException as error:
    print("ended by", chain(error))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
