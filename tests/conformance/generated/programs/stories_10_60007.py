# Random program 60007 for 3.10, see generate.mjs
# python >= 3.10
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
        await asyncio.sleep(0.3)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.25)
        say("exit", self.name, kind and kind.__name__)
        return False

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(1)
            got = yield number
            say("got", got)
    finally:
        await asyncio.sleep(0)
        say("numbers2 closes")

async def factories3():
    loop = asyncio.get_running_loop()
    made = []
    class Named(asyncio.Task):
        """A task of our own."""
        def describe(self):
            return f"{self.get_name()} {self.done()}"
    def factory(loop, coro, **options):
        task = asyncio.Task(coro, loop=loop, **options)
        task.set_name(f"made-{len(made)}")
        made.append(task)
        task.add_done_callback(lambda done: say("made is done", done.get_name()))
        return task
    say(loop.get_task_factory())
    loop.set_task_factory(factory)
    say(loop.get_task_factory() is factory)
    try:
        one = asyncio.create_task(after(0.1))
        two = asyncio.create_task(after(0.2), name="two")
        say(one.get_name(), two.get_name(), type(one).__name__)
        await asyncio.wait_for(after(1), 0.05)
        say(await asyncio.gather(one, two, after(0.3), return_exceptions=True))
        pass
    except asyncio.TimeoutError as error:
        say(repr(error))
    finally:
        loop.set_task_factory(None)
    say([task.get_name() for task in made], [task.describe() if hasattr(task, "describe") else task.done() for task in made])
    try:
        loop.set_task_factory(3)
    except TypeError as error:
        say(error)

async def handles4():
    loop = asyncio.get_running_loop()
    start = loop.time()
    handles = []
    def note(what):
        say(what, label.get(), round(loop.time() - start, 3), asyncio.current_task())
    def again(count):
        note(count)
        if count:
            handles.append(loop.call_later(0, again, count - 1))
    def cancels():
        note("cancels")
        handles[4].cancel()
    handles += [loop.call_soon_threadsafe(note, "safe"), loop.call_soon_threadsafe(note, "safe"), loop.call_at(start + 0.1, note, "at"), loop.call_later(1, cancels), loop.call_at(start + 0.001, note, "at"), loop.call_at(start + -1, note, "at")]
    label.set("after")
    say([handle.cancelled() for handle in handles], [round(handle.when() - start, 3) for handle in handles if isinstance(handle, asyncio.TimerHandle)])
    handles[0].cancel()
    handles[0].cancel(); handles[0].cancel()
    await asyncio.sleep(0.1)
    handles[1].cancel()
    await asyncio.sleep(0.4)
    say(len(handles), [handle.cancelled() for handle in handles], repr(handles[0]).replace("OrderedTimer", "TimerHandle").split(" at ")[0])
    timers = sorted([loop.call_later(0, note, n) for n in range(4)])
    say([round(timer.when() - start, 3) for timer in timers], timers[0] <= timers[-1], timers[0] == timers[1])
    for timer in timers[1:]:
        timer.cancel()
    await asyncio.sleep(0.35)
    try:
        loop.call_later("a", note)
    except TypeError as error:
        say(repr(error))

async def oddly5():
    async def link(depth):
        try:
            if depth == 0:
                await asyncio.sleep(1)
            return await asyncio.create_task(link(depth - 1), name=f"link-{depth}")
        except asyncio.CancelledError as error:
            say("unwinds", depth)
            raise
    task = asyncio.create_task(link(2))
    task.cancel("early")
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError, RuntimeError, TypeError):
        say("chain gave", await asyncio.wait_for(task, 0.4))
    say(task.done(), task.cancelled(), task)
    if task.done():
        try:
            say(task.exception())
        except asyncio.CancelledError as error:
            say("asked", chain(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(factories3()), asyncio.create_task(handles4()), asyncio.create_task(oddly5())]
    done, pending = await asyncio.wait(stories, timeout=0.3)
    for one in stories:
        one.cancel()
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
