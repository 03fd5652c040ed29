# Random program 60053 for 3.11, see generate.mjs
# python >= 3.11
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

class Countdown1:
    def __init__(self, count):
        self.count = count
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(0.2)
        if self.count <= 0:
            raise StopAsyncIteration
        self.count -= 1
        return self.count

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.2)
        say("exit", self.name, kind and kind.__name__)
        return False

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.35)
    print("label", label.get())
    label.set(what)
    with guard:
        total[0] += 1
    if what == "a":
        raise ValueError(what)
    time.sleep(0.1)
    print("after", what)
    return what

guard = threading.Lock()

async def coroutines4():
    class Twice:
        def __await__(self):
            got = yield
            say("twice", got)
            yield
            return "twice"
    class Wrong:
        def __await__(self):
            return [1]
    async def work_with(item):
        try:
            return await item
        except ValueError as error:
            say("inside", repr(error))
            return "mended"
        finally:
            say("leaves")
            await hop()
    work = work_with(Twice())
    for use in (lambda: work.throw(GeneratorExit), lambda: work.send(1), lambda: work.__name__,):
        try:
            say("use", use())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    pass
    say(await work_with(Twice()) if False else "not")
    for wrong in ([hop()], {}):
        try:
            say(await wrong)
        except (TypeError, RuntimeError, ValueError) as error:
            say(type(error).__name__, str(error).split(" at 0x")[0])
    once = after(1)
    say(await once)
    try:
        await once
    except RuntimeError as error:
        say(error)
    hop()
    await asyncio.sleep(0)

async def locked5():
    lock = asyncio.BoundedSemaphore(1)
    say(lock.locked(), repr(lock).split("[")[1])
    async def user(name, delay):
        say(name, "wants")
        await lock.acquire()
        if True:
            say(name, "has", lock.locked())
            try:
                await asyncio.sleep(delay)
                if name == 1: raise ValueError(name)
            finally:
                say(name, "leaves")
        pass
        return name
    users = [asyncio.create_task(user(name, 0.1)) for name in range(5)]
    await asyncio.sleep(0.05)
    users[0].cancel()
    lock.release()
    say(await asyncio.wait_for(asyncio.gather(*users, return_exceptions=True), 0.9))
    say(lock.locked(), repr(lock).split("[")[1])
    try:
        lock.release()
        say("released")
        say(lock._value)
    except (RuntimeError, ValueError) as error:
        say(repr(error))

async def waitedFor6():
    def job(number):
        time.sleep(0.1 * number)
        if number == 4:
            raise ValueError(number)
        return number * number
    def show(future):
        print("done", future.cancelled() or repr(future.exception()), future.running())
    pool = concurrent.futures.ThreadPoolExecutor(1, "jobs")
    futures = [pool.submit(job, number) for number in range(3)]
    futures[1].add_done_callback(show)
    say(futures[-1].cancel(), futures[-1].cancelled())
    wrapped = asyncio.wrap_future(futures[1])
    await asyncio.sleep(0.25)
    say(wrapped.cancel())
    try:
        say(await asyncio.wait_for(wrapped, 0.1))
    except (ValueError, asyncio.TimeoutError, asyncio.CancelledError) as error:
        say(chain(error))
    await asyncio.sleep(0.5)
    say([future.done() for future in futures], [future.cancelled() for future in futures], wrapped.done())
    for future in futures:
        if future.done():
            future.add_done_callback(show)
            say(future.cancelled() or future.exception() or future.result(), future.cancel())
    pool.shutdown(wait=False)
    try:
        say(futures[0].result(0))
    except (RuntimeError, ValueError, concurrent.futures.CancelledError, concurrent.futures.TimeoutError, concurrent.futures.InvalidStateError) as error:
        say(type(error).__name__, str(error).split(" at 0x")[0])

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await coroutines4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await locked5()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await waitedFor6()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
