# Random program 70147 for 3.10, see generate.mjs
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
            await asyncio.sleep(1)
            yield number
        raise LookupError("no more")
    finally:
        await asyncio.sleep(0.001)
        say("numbers1 closes")

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        return False

async def remembered3():
    import weakref
    class Thing:
        def __init__(self, name):
            self.name = name
            registry[name] = self
        def method(self):
            return self.name
    def gone(reference):
        print("gone", reference() is None)
    async def uses(thing):
        try:
            await asyncio.sleep(0.05)
            return thing.name if thing else None
        finally:
            print("used")
    def proxy_of():
        try:
            print(weakref.proxy(one).name, weakref.proxy(one).method())
        except (TypeError, ReferenceError) as error:
            print("proxy", type(error).__name__)
    registry = {}
    alive = weakref.WeakValueDictionary()
    seen = weakref.WeakSet()
    one, two = Thing("one"), Thing("two")
    pass
    alive["one"], alive["two"] = one, two
    seen.add(one)
    weak = weakref.ref(one, gone)
    bound = weakref.WeakMethod(two.method)
    finalizer = weakref.finalize(one, print, "finalized", "one")
    weakref.finalize(two, print, "second").atexit = False
    task = asyncio.create_task(uses(one))
    try:
        registry.clear()
        task = asyncio.create_task(uses(one))
        one = Thing("new"); weak = weakref.ref(one, gone)
        await asyncio.sleep(0)
        proxy_of()
        one = Thing("new"); weak = weakref.ref(one, gone)
    except (NameError, TypeError) as error:
        say(repr(error))
    say(bound() and bound()(), weak() is None, finalizer.alive)
    pass
    one = two = None
    registry.clear()
    await asyncio.sleep(0.2)
    task = None
    say(weak() is None, list(alive), len(seen), bound() is None, finalizer.alive, finalizer.peek() is None)
    finalizer.detach()

async def contexts4():
    depth = contextvars.ContextVar("depth")
    async def child(name):
        say(name, label.get(), depth.get("unset"))
        token = label.set(name)
        depth.set(depth.get(0) + 1)
        await asyncio.sleep(0.1)
        say(name, label.get(), depth.get())
        await nested(name)
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
    await child("direct")
    asyncio.get_running_loop().call_soon(inspect, "soon", context=context)
    asyncio.get_running_loop().call_later(0.01, inspect, "later")
    label.set("changed")
    await asyncio.sleep(0.05)
    token = label.set("once")
    say(token.old_value, token.var is label, label.reset(token), label.get())
    try:
        contextvars.copy_context().run(lambda: depth.set(9)); say(depth.get())
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, len(error.args))

async def contextual5():
    user = contextvars.ContextVar("user")
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    def show(what):
        say(what if isinstance(what, str) else "callback", user.get("-"), label.get(), len(contextvars.copy_context()) > 0)
    def change(value):
        show(f"before {value}")
        user.set(value)
        show(f"changed {value}")
    async def changes(value):
        await hop()
        change(value)
        loop.call_soon(show, "inherited")
        return user.get()
    async def generator():
        for number in range(2):
            token = user.set(f"generated {number}")
            try:
                yield user.get()
                pass
            finally:
                user.reset(token)
    @contextlib.asynccontextmanager
    async def managed():
        token = user.set("managed")
        try:
            yield
        finally:
            pass
    context = contextvars.copy_context()
    copy = context.copy()
    token = user.set("first")
    try:
        copy.run(change, "copied")
        user.reset(token)
        await asyncio.wait_for(changes("limited"), 1)
        label.set("own")
        context.run(user.set, "in context")
        future.add_done_callback(show)
    except (ValueError, RuntimeError, LookupError) as error:
        say(type(error).__name__, str(error).split("<")[0])
    resolve(future, 2)
    await asyncio.sleep(0.15)
    show("end")
    say(context.get(user), copy.get(user), user in context, token.old_value is contextvars.Token.MISSING, sorted(str(value) for value in context.values() if isinstance(value, str)))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(remembered3(), asyncio.wait_for(contexts4(), 2), asyncio.wait_for(contextual5(), 2), return_exceptions=True))

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
    loop.call_soon(loop.stop)
    loop.run_forever()
    print(loop.is_running())
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
