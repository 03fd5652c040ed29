# Random program 60023 for 3.10, see generate.mjs
# python >= 3.10
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

storage = threading.local()

def local_start(value):
    storage.value = value

def work2(what):
    time.sleep(0.2)
    with guard:
        total[0] += 1
    return what

guard = threading.Lock()

async def handles3():
    loop = asyncio.get_running_loop()
    start = loop.time()
    handles = []
    def note(what):
        say(what, label.get(), round(loop.time() - start, 3), asyncio.current_task())
    def again(count):
        note(count)
        if count:
            handles.append(loop.call_soon(again, count - 1))
    def cancels():
        note("cancels")
        handles[2].cancel()
    handles += [loop.call_soon(note, "context", context=contextvars.copy_context()), loop.call_later(1, cancels), loop.call_at(start + 0.25, note, "at"), loop.call_later(0.1, label.set, "timer"), loop.call_soon(note, "soon")]
    label.set("after")
    say([handle.cancelled() for handle in handles], [round(handle.when() - start, 3) for handle in handles if isinstance(handle, asyncio.TimerHandle)])
    handles[0].cancel()
    handles[0].cancel(); handles[0].cancel()
    await asyncio.sleep(0.3)
    handles[3].cancel()
    await asyncio.sleep(0.4)
    say(len(handles), [handle.cancelled() for handle in handles], repr(handles[0]).replace("OrderedTimer", "TimerHandle").split(" at ")[0])
    timers = sorted([loop.call_later(0.1, note, n) for n in range(4)])
    say([round(timer.when() - start, 3) for timer in timers], timers[0] <= timers[-1], timers[0] == timers[1])
    for timer in timers[0:]:
        timer.cancel()
    await asyncio.sleep(0.35)
    try:
        loop.call_soon(None)
    except TypeError as error:
        say(repr(error))

async def coroutines4():
    class Twice:
        def __await__(self):
            got = yield
            say("twice", got)
            yield from hop().__await__()
            return "twice"
    class Wrong:
        def __await__(self):
            return 3
    async def work_with(item):
        try:
            return await item
        except ValueError as error:
            say("inside", repr(error))
            raise
        finally:
            say("leaves")
            say("after all")
    work = work_with(hop())
    for use in (lambda: work.send(1), lambda: work.cr_frame is None,):
        try:
            say("use", use())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    work.close()
    say(await work_with(Twice()) if False else "not")
    for wrong in (Wrong(), work):
        try:
            say(await wrong)
        except (TypeError, RuntimeError, ValueError) as error:
            say(type(error).__name__, str(error).split(" at 0x")[0])
    once = after(-1)
    say(await once)
    try:
        await once
    except RuntimeError as error:
        say(error)
    after(1)
    await asyncio.sleep(0)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await handles3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await coroutines4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
