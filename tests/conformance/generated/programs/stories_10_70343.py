# Random program 70343 for 3.10, see generate.mjs
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

class Awaitable1:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield from asyncio.sleep(0).__await__()
        return ("awaited", self.turns)

class Manager2:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.3)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.3)
        say("exit", self.name, kind and kind.__name__)
        return False

storage = threading.local()

def local_start(value):
    storage.value = value

def work3(what):
    time.sleep(0)
    if what == "a":
        raise ValueError(what)
    return what

guard = threading.Lock()

def work4(what):
    time.sleep(0.1)
    print("label", label.get())
    label.set(what)
    return what

async def crossed5():
    loop = asyncio.get_running_loop()
    jobs = []
    local = threading.local()
    def note(what):
        say("note", what, label.get(), getattr(local, "value", "-"))
    async def answers(what):
        say("answering", what, label.get())
        await asyncio.sleep(0)
        if what == "main":
            raise ValueError(what)
        return what
    def blocks(number):
        print("blocks", number, label.get(), threading.current_thread().name, getattr(local, "value", "-"))
        local.value = number
        label.set(f"thread {number}")
        time.sleep(0)
        loop.call_soon_threadsafe(note, number)
        asked = asyncio.run_coroutine_threadsafe(answers(number), loop)
        asked.add_done_callback(lambda done: print("answered", done.cancelled() or repr(done.exception()), threading.current_thread().name))
        if number in (1, 41):
            raise asyncio.CancelledError(number)
        return number
    label.set("story")
    try:
        jobs.append(loop.run_in_executor(None, blocks, len(jobs)))
        jobs[-1].cancel("crossed") if jobs else None
        say(await asyncio.gather(*[asyncio.to_thread(blocks, number) for number in (40, 41, 42)], return_exceptions=True))
        jobs.append(asyncio.ensure_future(asyncio.shield(asyncio.to_thread(blocks, 21))))
        label.set("changed")
        jobs.append(asyncio.create_task(asyncio.to_thread(functools.partial(blocks, number=30))))
        say([job.done() for job in jobs])
        jobs.append(asyncio.ensure_future(asyncio.shield(asyncio.to_thread(blocks, 21))))
    except (Exception, asyncio.CancelledError) as error:
        say(chain(error))
    say([repr(one) if isinstance(one, BaseException) else one for one in await asyncio.gather(*jobs, return_exceptions=True)], label.get())
    await asyncio.sleep(0.2)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await crossed5()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
asyncio.run(main())
