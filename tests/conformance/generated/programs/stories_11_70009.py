# Random program 70009 for 3.11, see generate.mjs
# python >= 3.11
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

async def completed1():
    async def part(name, delay):
        await asyncio.sleep(delay)
        if name == "a":
            raise asyncio.CancelledError(name)
        return name
    delays = [0.2, 0.1]
    jobs = [asyncio.create_task(part(name, delay)) for name, delay in zip("abcd", delays)]
    seen = 0
    try:
        for one in asyncio.as_completed(jobs):
            seen += 1
            try:
                say("next", await one)
            except (ValueError, LookupError, asyncio.CancelledError) as error:
                say("error", chain(error))
            if seen == 1: jobs[0].cancel()
        else:
            say("no more")
    except asyncio.TimeoutError as error:
        say("too late", repr(error), seen)
    say([job.done() for job in jobs])
    for job in jobs:
        job.cancel()
    say(await asyncio.gather(*jobs, return_exceptions=True))
    try:
        asyncio.as_completed(hop())
    except TypeError as error:
        say(type(error).__name__)

async def handles2():
    loop = asyncio.get_running_loop()
    start = loop.time()
    handles = []
    def note(what):
        say(what, label.get(), round(loop.time() - start, 3), asyncio.current_task())
    def again(count):
        note(count)
        if count:
            handles.append(loop.call_later(0.05, again, count - 1))
    def cancels():
        note("cancels")
        handles[1].cancel()
    handles += [loop.call_soon(note, "soon"), loop.call_soon(note, "context", context=contextvars.copy_context()), loop.call_soon(note, "context", context=contextvars.copy_context())]
    label.set("after")
    say([handle.cancelled() for handle in handles], [round(handle.when() - start, 3) for handle in handles if isinstance(handle, asyncio.TimerHandle)])
    handles[2].cancel()
    pass
    await asyncio.sleep(0.3)
    handles[1].cancel()
    await asyncio.sleep(0.4)
    say(len(handles), [handle.cancelled() for handle in handles], repr(handles[0]).replace("OrderedTimer", "TimerHandle").split(" at ")[0])
    timers = sorted([loop.call_later(0.05, note, n) for n in range(4)])
    say([round(timer.when() - start, 3) for timer in timers], timers[0] <= timers[-1], timers[0] == timers[1])
    for timer in timers[2:]:
        timer.cancel()
    await asyncio.sleep(0.35)
    try:
        loop.call_at(None, note)
    except TypeError as error:
        say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await completed1()
    await handles2()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
async def stays(name):
    try:
        await asyncio.sleep(5)
        say(name, "woke")
        return name
    except asyncio.CancelledError:
        say(name, "cancelled")
        await asyncio.sleep(0.05)
    finally:
        say(name, "ends")
async def starts():
    tasks.append(asyncio.create_task(stays("left")))
    asyncio.get_running_loop().call_later(0.05, print, "later")
    asyncio.get_running_loop().call_soon(label.set, "soon")
    label.set("starts")
    await asyncio.sleep(0)
async def looks():
    say(label.get(), len(asyncio.all_tasks()), [one.done() for one in tasks])
    await asyncio.sleep(0.1)
    return label.get()
async def stuck():
    asyncio.current_task().cancel("stuck")
    await asyncio.sleep(1)
try:
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        loop = runner.get_loop()
        print(loop.is_running(), loop.get_debug())
        for coro in (lambda: 3, lambda: stuck(), lambda: asyncio.sleep(0.1, "slept")):
            try:
                print("result", runner.run(coro()))
            except BaseException as error:
                print("failed", chain(error))
                pass
            print(label.get(), len(tasks))
        raise LookupError("in the block")
except BaseException as error:
    print("ended by", chain(error))
print([one.done() for one in tasks], label.get())
try:
    runner.get_loop()
except (RuntimeError, ValueError, NameError) as error:
    print(type(error).__name__, error)
