# Random program 70039 for 3.10, see generate.mjs
import asyncio, contextlib, contextvars, sys, time
import concurrent.futures, threading
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
        await asyncio.sleep(0.001)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.001)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.3)
            yield number
    finally:
        await asyncio.sleep(0.1)
        say("numbers2 closes")

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    time.sleep(0)
    return what

guard = threading.Lock()

async def held4():
    class Resource:
        def __init__(self, name):
            self.name = name
        def __del__(self):
            print("del", self.name)
    async def deeper(given):
        own = Resource(given.name + "-deeper")
        await asyncio.sleep(0.001)
        del given; await asyncio.sleep(0)
    async def holder(name):
        kept = Resource(name)
        try:
            await asyncio.sleep(0.1)
            return name
        finally:
            say(name, "ends")
    async def fails(name):
        kept = Resource(name)
        await asyncio.sleep(0.02)
        raise LookupError(name) from KeyError("cause")
    made = [asyncio.create_task(holder("a")), asyncio.create_task(fails("b")), asyncio.create_task(holder("c"))]
    await asyncio.sleep(0.2)
    del made[0]
    results = await asyncio.gather(*made, return_exceptions=True)
    say([type(one).__name__ for one in results])
    del results
    say("before")
    made.clear()
    say("cleared")
    await asyncio.sleep(0.3)
    pass
    say("end of story")

async def contexts5():
    depth = contextvars.ContextVar("depth")
    async def child(name):
        say(name, label.get(), depth.get("unset"))
        token = label.set(name)
        depth.set(depth.get(0) + 1)
        await asyncio.sleep(0.001)
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
    pass
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
        context.run(context.run, inspect, 1)
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, len(error.args))

async def errors6():
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        say("handler", sorted(context), context["message"].split(" at 0x")[0].split("<")[0], repr(context.get("exception")))
        pass
    async def dies(error):
        await asyncio.sleep(0.1)
        raise error
    loop.set_exception_handler(handler)
    say(loop.get_exception_handler() is handler)
    loop.call_exception_handler({"message": "just so", "extra": 1})
    task = asyncio.create_task(dies(KeyError("lost")), name="dying")
    await asyncio.sleep(0.4)
    say(task.done())
    del task
    await asyncio.sleep(0)
    hop()
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    say("over")
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        say(error)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(held4()), asyncio.create_task(contexts5()), asyncio.create_task(errors6())]
    done, pending = await asyncio.wait(stories, timeout=5)
    for one in stories:
        say(one.done(), one.cancel("time is up"))
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
asyncio.run(main())
