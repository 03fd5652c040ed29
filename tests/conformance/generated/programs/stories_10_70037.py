# Random program 70037 for 3.10, see generate.mjs
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
        await asyncio.sleep(0.2)
        say("exit", self.name, kind and kind.__name__)
        return False

async def errors2():
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        say("handler", sorted(context), context["message"].split(" at 0x")[0].split("<")[0], repr(context.get("exception")))
        pass
    async def dies(error):
        await asyncio.sleep(0.001)
        raise error
    loop.set_exception_handler(handler)
    say(loop.get_exception_handler() is handler)
    loop.call_soon(fail, "soon")
    task = asyncio.create_task(dies(ValueError("lost")), name="dying")
    await asyncio.wait([task])
    say(task.done())
    task = None
    await asyncio.sleep(0)
    after(1)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    say("over")
    try:
        loop.set_exception_handler(3)
    except TypeError as error:
        say(error)

async def swallowed3():
    @contextlib.contextmanager
    def quiet(name, kind):
        try:
            yield name
        except kind as error:
            say("quiet", name, repr(error))
            raise
        finally:
            say("quiet ends", name)
    @contextlib.asynccontextmanager
    async def aquiet(name, kind):
        try:
            await hop()
            yield name
        except kind as error:
            say("aquiet", repr(error))
            await hop()
    @contextlib.contextmanager
    def renamed(name):
        try:
            yield
        except Exception as error:
            raise RuntimeError(name) from error
    async def items():
        try:
            yield 1
        finally:
            say("items close")
    class Exit:
        def __init__(self, name, answer=False):
            self.name, self.answer = name, answer
        def __enter__(self):
            return self
        def __exit__(self, kind, error, trace):
            say("exit", self.name, repr(error), trace is None, chain(sys.exc_info()[1]))
            if self.answer is None and error is not None:
                raise error
            if isinstance(self.answer, Exception):
                raise self.answer
            return self.answer
    class AsyncExit(Exit):
        async def __aenter__(self):
            await hop()
            return self
        async def __aexit__(self, *error):
            await asyncio.sleep(0.3)
            return self.__exit__(*error)
    for turn in range(1):
        try:
            with contextlib.ExitStack() as stack:
                stack.push(Exit("pushed"))
                stack.enter_context(quiet("s", ValueError))
                stack.callback(say, "callback")
                stack.push(Exit("reraises", None))
                raise KeyError("body")
            say("sync survived")
        except (Exception, asyncio.CancelledError) as error:
            say("sync", chain(error), places(error))
        try:
            async with contextlib.AsyncExitStack() as stack:
                stack.enter_context(contextlib.suppress(KeyError))
                await stack.enter_async_context(AsyncExit("async"))
                await stack.enter_async_context(AsyncExit("araises", RuntimeError("aexit")))
                await stack.enter_async_context(aquiet("a", LookupError))
                raise ValueError("body")
            say("async survived")
        except (Exception, asyncio.CancelledError) as error:
            say("async", chain(error), places(error))
    try:
        with contextlib.ExitStack() as stack:
            stack.enter_context(3)
    except (TypeError, AttributeError) as error:
        say(type(error).__name__)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await errors2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await swallowed3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
asyncio.run(main())
