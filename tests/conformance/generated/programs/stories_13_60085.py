# Random program 60085 for 3.13, see generate.mjs
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

class Manager1:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(1)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        raise RuntimeError("in exit")
        return False

@contextlib.asynccontextmanager
async def managed2(name):
    say("open", name)
    try:
        yield name
    finally:
        say("close", name)

async def contexts3():
    depth = contextvars.ContextVar("depth")
    async def child(name):
        say(name, label.get(), depth.get("unset"))
        token = label.set(name)
        depth.set(depth.get(0) + 1)
        await asyncio.sleep(-1)
        say(name, label.get(), depth.get())
        label.reset(token)
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
    await child("direct")
    asyncio.get_running_loop().call_soon(inspect, "soon", context=context)
    asyncio.get_running_loop().call_later(0.01, inspect, "later")
    label.set("changed")
    await asyncio.sleep(0.05)
    token = label.set("once")
    say(token.old_value, token.var is label, label.reset(token), label.get())
    try:
        say(context[contextvars.ContextVar("missing")])
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, len(error.args))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await contexts3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

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
    task = loop.create_task(main())
    task.add_done_callback(lambda task: loop.stop())
    loop.run_forever()
    print(task.cancelled() or task.exception() or task.result())
except BaseException as error:
    print("ended by", chain(error))
finally:
    loop.run_until_complete(loop.shutdown_asyncgens())
    asyncio.set_event_loop(None)
    loop.close()
    print(loop.is_closed())
