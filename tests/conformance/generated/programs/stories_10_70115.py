# Random program 70115 for 3.10, see generate.mjs
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
        await asyncio.sleep(-1)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        return False

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        raise OSError(self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        return False

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    time.sleep(0.35)
    if what == "a":
        raise ValueError(what)
    return what

guard = threading.Lock()

def work4(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.05)
    storage.value = getattr(storage, "value", 0) + 1
    print("local", storage.value)
    with guard:
        total[0] += 1
    return what

async def tasks5():
    async def worker(number):
        me = asyncio.current_task()
        say(me.get_name(), me.get_coro().__name__, me.done())
        me.set_name(f"own-{number}")
        await asyncio.sleep(0.3)
        raise ValueError(number)
    made = [asyncio.create_task(worker(number), name=f"w{number}") for number in range(3)]
    say(len(asyncio.all_tasks()), sorted(task.get_name() for task in asyncio.all_tasks() if task in made))
    say(repr(made[0]).replace(HERE, "here"))
    await asyncio.sleep(0)
    say(repr(made[-1]).replace(HERE, "here"), len(made[0].get_stack()), made[0].get_coro().cr_running, made[0].get_coro().cr_await is None)
    made[0].add_done_callback(say); say(repr(made[0]).replace(HERE, "here")); made[0].remove_done_callback(say)
    waiter = asyncio.create_task(asyncio.wait(made))
    await asyncio.sleep(0)
    say(waiter.done(), made[0].done())
    await waiter
    for task in made:
        say(repr(task).replace(HERE, "here"), task.cancelled() or task.exception() or task.result(), len(task.get_stack()), task.get_coro().cr_frame is None)
    try:
        made[0].set_exception(ValueError())
    except (TypeError, RuntimeError) as error:
        say(repr(error).replace(HERE, "here").split(" at 0x")[0])

async def swallowed6():
    @contextlib.contextmanager
    def quiet(name, kind):
        try:
            yield name
        except kind as error:
            say("quiet", name, repr(error))
            pass
        finally:
            say("quiet ends", name)
    @contextlib.asynccontextmanager
    async def aquiet(name, kind):
        try:
            await hop()
            yield name
        except kind as error:
            say("aquiet", repr(error))
            raise
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
            await asyncio.sleep(0.25)
            return self.__exit__(*error)
    for turn in range(1):
        try:
            with contextlib.ExitStack() as stack:
                stack.push(Exit("pushed"))
                stack.callback(fail, "callback")
                raise IndexError("body")
            say("sync survived")
        except (Exception, asyncio.CancelledError) as error:
            say("sync", chain(error), places(error))
        try:
            async with contextlib.AsyncExitStack() as stack:
                stack.push_async_callback(asyncio.current_task().cancel) if False else None
                await stack.enter_async_context(aquiet("a", LookupError))
                raise KeyError("body")
            say("async survived")
        except (Exception, asyncio.CancelledError) as error:
            say("async", chain(error), places(error))
    with contextlib.ExitStack() as stack:
        stack.callback(say, "moved")
        moved = stack.pop_all()
    say("not yet")
    moved.close()

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(tasks5()), asyncio.create_task(swallowed6())]
    done, pending = await asyncio.wait(stories, timeout=5)
    for one in stories:
        one.cancel()
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
try:
    asyncio.run(main())
    asyncio.run(3)
except (TypeError, ValueError) as error:
    print(str(error).split(" at 0x")[0])
try:
    asyncio.create_task(after(1))
except RuntimeError as error:
    print(error)
