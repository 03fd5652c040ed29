# Random program 70049 for 3.10, see generate.mjs
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
        await asyncio.sleep(0.3)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        say("exit", self.name, kind and kind.__name__)
        return False

storage = threading.local()

def local_start(value):
    storage.value = value

def work2(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.2)
    with guard:
        total[0] += 1
    time.sleep(0.1)
    print("after", what)
    return what

guard = threading.Lock()

async def limits3():
    async def part(delay):
        try:
            await asyncio.sleep(delay)
            if delay == 0: raise asyncio.CancelledError(delay)
            return delay
        except asyncio.CancelledError as error:
            say("part", delay, error.args)
            await asyncio.sleep(0.01); raise
    loop = asyncio.get_running_loop()
    event = asyncio.Event()
    for turn in range(2):
        future = loop.create_future()
        loop.call_later(0.1, resolve, future, "resolved")
        loop.call_later(0.06, event.set)
        loop.call_later(0.06, asyncio.current_task().cancel, "timer")
        try:
            say("got", await asyncio.wait_for(future, 0))
        except BaseException as error:
            say("failed", chain(error))
        event.clear()
        try:
            say("got", await asyncio.wait_for(part(0.06), 0))
        except BaseException as error:
            say("failed", chain(error))
    await asyncio.sleep(0.1)

async def waitedFor4():
    def job(number):
        time.sleep(0.1 * number)
        if number == 4:
            raise ValueError(number)
        return number * number
    def show(future):
        print("done", future.cancelled() or repr(future.exception()), future.running())
    pool = concurrent.futures.ThreadPoolExecutor(3, "jobs")
    futures = [pool.submit(job, number) for number in range(3)]
    futures[1].add_done_callback(show)
    futures[1].add_done_callback(lambda future: print(threading.current_thread().name))
    wrapped = asyncio.wrap_future(futures[0])
    await asyncio.sleep(0.001)
    say(wrapped.cancel())
    try:
        say(await asyncio.shield(wrapped))
    except (ValueError, asyncio.TimeoutError, asyncio.CancelledError) as error:
        say(chain(error))
    await asyncio.sleep(0.5)
    say([future.done() for future in futures], [future.cancelled() for future in futures], wrapped.done())
    for future in futures:
        if future.done():
            future.add_done_callback(show)
            say(future.cancelled() or future.exception() or future.result(), future.cancel())
    pool.shutdown(wait=True)
    try:
        futures[1].set_result(3)
    except (RuntimeError, ValueError, concurrent.futures.CancelledError, concurrent.futures.TimeoutError, concurrent.futures.InvalidStateError) as error:
        say(type(error).__name__, str(error).split(" at 0x")[0])

async def interrupted5():
    class Quit(BaseException):
        pass
    loop = asyncio.get_running_loop()
    async def strikes():
        try:
            await asyncio.sleep(0.25)
            raise SystemExit(3)
        finally:
            say("struck")
            await asyncio.sleep(0.05)
    def strike(*args):
        say("strike")
        raise SystemExit(3)
    async def bystander(name):
        try:
            await asyncio.sleep(0.1)
            say(name, "lives")
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args)
            raise
        finally:
            say(name, "ends")
    class Manager:
        async def __aenter__(self):
            return self
        async def __aexit__(self, *error):
            await strikes()
    async def generates():
        yield 1
        await strikes()
        yield 2
    made = [asyncio.create_task(bystander("a"), name="a"), asyncio.create_task(bystander("b"), name="b")]
    tasks.extend(made)
    try:
        try:
            await asyncio.wait_for(strikes(), 1)
        except asyncio.CancelledError as error:
            say("caught", chain(error))
            raise
        finally:
            say("finally", [one.done() for one in made])
            pass
    except (KeyboardInterrupt, Quit) as error:
        say("outer", chain(error))
    say("survived")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await limits3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await waitedFor4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await interrupted5()
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
