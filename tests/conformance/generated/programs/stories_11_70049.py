# Random program 70049 for 3.11, see generate.mjs
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

async def counted3():
    async def fails(delay):
        await asyncio.sleep(delay)
        raise KeyError("member")
    async def body():
        me = asyncio.current_task()
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(fails(0))
                try:
                    await asyncio.sleep(0.001)
                    await asyncio.gather(hop())
                    me.cancel(); me.uncancel()
                    me.cancel()
                    me.cancel("own")
                    me.cancel("own")
                    await asyncio.sleep(0)
                except asyncio.CancelledError as error:
                    say("inner", error.args, me.cancelling())
                    raise OSError("instead")
                if True:
                    await hop()
                    raise ValueError("act")
                    await asyncio.sleep(0)
                    raise ValueError("act")
                    me.cancel(); me.uncancel()
        except BaseException as error:
            say("outer", chain(error), me.cancelling())
            await asyncio.sleep(0)
        say("after", me.cancelling())
        await asyncio.sleep(0)
        return me.cancelling()
    task = asyncio.create_task(body())
    for act in range(3):
        await asyncio.sleep(0)
        task.cancel()
    try:
        say("result", await asyncio.wait_for(task, 1))
    except BaseException as error:
        say("ended", chain(error))
    say(task.cancelling(), task.cancelled(), task.done(), asyncio.current_task().cancelling())

async def calledBack4():
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()
    event = asyncio.Event()
    def note(what):
        say("note", what, threading.current_thread() is threading.main_thread())
    async def asked(value):
        await asyncio.sleep(1)
        if value == 0:
            raise ValueError(value)
        return value * 10
    def worker(name):
        for number in range(2):
            time.sleep(0.1)
            loop.call_soon_threadsafe(queue.put_nowait, (name, number))
            pass
        future = asyncio.run_coroutine_threadsafe(asked(name), loop)
        future.add_done_callback(lambda future: print("answered", future.cancelled() or future.exception() or future.result()))
        time.sleep(0.1)
        print("asked", future.done(), future.done() and not future.cancelled() and repr(future.exception()))
        loop.call_soon_threadsafe(event.set)
        return name
    jobs = [asyncio.create_task(asyncio.to_thread(worker, name)) for name in range(3)]
    for turn in range(2 * len(jobs)):
        say("got", await queue.get())
    try:
        await asyncio.wait_for(event.wait(), 0.7)
    except asyncio.TimeoutError as error:
        say(chain(error))
    say(await asyncio.gather(*jobs, return_exceptions=True), queue.qsize())
    lock = threading.Lock()
    counts = []
    def counted(number):
        time.sleep(0.02)
        with lock:
            counts.append(number)
        return len(counts)
    say(await asyncio.gather(*[asyncio.to_thread(counted, number) for number in range(3)]), counts)

async def interrupted5():
    class Quit(BaseException):
        pass
    loop = asyncio.get_running_loop()
    async def strikes():
        try:
            await asyncio.sleep(1)
            raise KeyboardInterrupt("stop")
        finally:
            say("struck")
            pass
    def strike(*args):
        say("strike")
        raise KeyboardInterrupt("stop")
    async def bystander(name):
        try:
            await asyncio.sleep(2)
            say(name, "lives")
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args)
            raise ValueError(name)
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
            async with asyncio.timeout(0.5):
                await asyncio.create_task(strikes())
        except Exception as error:
            say("caught", chain(error))
            raise RuntimeError("instead")
        finally:
            say("finally", [one.done() for one in made])
            await asyncio.sleep(0.1)
    finally:
        say("left")
    say("survived")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await counted3()
    await calledBack4()
    await interrupted5()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    pass
