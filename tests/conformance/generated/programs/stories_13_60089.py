# Random program 60089 for 3.13, see generate.mjs
# python >= 3.13
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
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.1)
        say("exit", self.name, kind and kind.__name__)
        return False

@contextlib.asynccontextmanager
async def managed2(name):
    say("open", name)
    try:
        yield name
    except ValueError as error:
        say("managed", repr(error))
        raise
    finally:
        await asyncio.sleep(1)
        say("close", name)

async def shutDown3():
    queue = asyncio.LifoQueue(1)
    async def consumer(name):
        try:
            while True:
                item = await queue.get()
                say(name, "took", item)
                pass
                queue.task_done()
        except asyncio.QueueShutDown as error:
            say(name, "shut", repr(error))
            return name
    async def producer():
        for number in range(4):
            try:
                await queue.put(number)
            except asyncio.QueueShutDown as error:
                say("put", number, repr(error))
                break
            await asyncio.sleep(0.05)
    async def joiner():
        await queue.join()
        say("joined")
    workers = [asyncio.create_task(consumer(f"c{n}")) for n in range(2)] + [asyncio.create_task(producer()), asyncio.create_task(joiner())]
    await asyncio.sleep(0.05)
    queue.shutdown(immediate=True)
    say(queue.qsize(), repr(queue).split(" maxsize")[1])
    try:
        await queue.put(9)
    except (asyncio.QueueShutDown, asyncio.QueueEmpty, asyncio.QueueFull, ValueError) as error:
        say(repr(error))
    done, pending = await asyncio.wait(workers, timeout=0.6)
    say(len(done), len(pending))
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*workers, return_exceptions=True))

async def doneCallbacks4():
    seen = []
    async def work():
        await asyncio.sleep(0.3)
        raise ValueError("work")
    def first(done):
        say("first", done is target, done.done())
    def second(done):
        say("second", label.get(), done.cancelled() or repr(done.exception()))
    def third(what, done):
        say("third", what)
        asyncio.get_running_loop().call_soon(say, "soon")
    def fails(done):
        raise ValueError(done.done())
    def adds(done):
        say("adds")
        done.add_done_callback(first)
    class Callable:
        def __call__(self, done):
            say("called", done.done())
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: say("handler", sorted(context), repr(context.get("exception"))))
    target = asyncio.gather(work(), hop())
    for one in (lambda done: say("lambda", done.done()), seen.append, seen.append, first):
        target.add_done_callback(one, context=contextvars.copy_context())
    say(target.remove_done_callback(first))
    label.set("changed")
    await asyncio.sleep(0.05)
    if not target.done():
        await asyncio.wait([target])
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

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    async with asyncio.timeout(0.4):
        await shutDown3()
        await doneCallbacks4()
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise KeyboardInterrupt("leave")
    finally:
        say("leave")

tasks = []
loop = asyncio.new_event_loop()
try:
    asyncio.set_event_loop(loop)
    print(loop.run_until_complete(main()))
    task = loop.create_task(main())
    task.add_done_callback(lambda task: loop.stop())
    loop.run_forever()
    print(task.cancelled() or task.exception() or task.result())
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
