# Random program 70069 for 3.10, see generate.mjs
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

async def queues1():
    queue = asyncio.LifoQueue()
    async def getter(number):
        got = []
        try:
            for turn in range(3):
                got.append(await queue.get())
                await asyncio.sleep(0)
                queue.task_done()
        except (asyncio.TimeoutError, asyncio.CancelledError, ValueError) as error:
            say("getter", number, chain(error))
            return got
        finally:
            say("getter", number, got)
        return got
    async def putter(number):
        try:
            for turn in range(3):
                await asyncio.wait_for(queue.put(10 * number + turn), 0.05)
                pass
        except (asyncio.TimeoutError, asyncio.CancelledError) as error:
            say("putter", number, chain(error))
            raise
    async def joiner():
        await queue.join()
        say("joined")
    getters = [asyncio.create_task(getter(number)) for number in range(1)]
    putters = [asyncio.create_task(putter(number)) for number in range(1)]
    join = asyncio.create_task(joiner())
    try:
        await asyncio.sleep(0)
        say(queue.get_nowait())
        await asyncio.sleep(0)
        await asyncio.wait_for(queue.put(50), 0.05)
        say(queue.qsize(), queue.full(), queue.empty(), join.done())
        queue.put_nowait(7); getters[0].cancel()
        putters[-1].cancel("p")
        queue.put_nowait(7); getters[0].cancel()
    except (asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError, ValueError) as error:
        say(chain(error))
    done, pending = await asyncio.wait([*getters, *putters, join], timeout=0.3)
    say(len(done), len(pending), repr(queue).split(" maxsize")[1])
    for one in pending:
        one.cancel()
    say([repr(one) for one in await asyncio.gather(*getters, *putters, join, return_exceptions=True)], repr(queue).split(" maxsize")[1])

async def doneCallbacks2():
    seen = []
    async def work():
        await asyncio.sleep(0.001)
        raise ValueError("work")
    def first(done):
        say("first", done is target, done.done())
    def second(done):
        say("second", label.get(), done.cancelled() or repr(done.exception()))
    def third(what, done):
        say("third", what)
        pass
    def fails(done):
        raise ValueError(done.done())
    def adds(done):
        say("adds")
        done.add_done_callback(first)
    class Callable:
        def __call__(self, done):
            say("called", done.done())
    pass
    target = asyncio.create_task(work())
    for one in (first, adds, seen.append, seen.append, first):
        target.add_done_callback(one)
    say(target.remove_done_callback(fails))
    label.set("changed")
    await asyncio.sleep(-1)
    if not target.done():
        target.cancel("callbacks")
        target.add_done_callback(second)
    target.add_done_callback(lambda done: say("late", done.done()))
    await asyncio.sleep(0)
    try:
        say(await target)
    except BaseException as error:
        say(chain(error))
    await asyncio.sleep(0)
    asyncio.get_running_loop().set_exception_handler(None)
    say(len(seen), target.remove_done_callback(first))

async def limited3():
    async def slow():
        try:
            await asyncio.sleep(0.2)
            return "in time"
        except asyncio.CancelledError:
            say("cut")
            raise
    for limit in (0, None):
        work = asyncio.ensure_future(slow())
        try:
            say("within", await asyncio.wait_for(work, limit))
        except (Exception, asyncio.CancelledError) as error:
            say("beyond", chain(error))
    async def parent():
        try:
            return await asyncio.wait_for(slow(), 0.25)
        except asyncio.CancelledError as error:
            say("parent", error.args)
            raise
    task = asyncio.create_task(parent())
    await asyncio.sleep(0.25)
    task.cancel("stop")
    say(await asyncio.gather(task, return_exceptions=True))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    stories = [asyncio.create_task(queues1()), asyncio.create_task(doneCallbacks2()), asyncio.create_task(limited3())]
    done, pending = await asyncio.wait(stories, timeout=0.5)
    for one in stories:
        say(one.done(), one.cancel("time is up"))
    for one in await asyncio.gather(*stories, return_exceptions=True):
        say("ended", chain(one) if isinstance(one, BaseException) else one)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    print(loop.run_until_complete(asyncio.gather(after(0.1), after(0.2))))
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
