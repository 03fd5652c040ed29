# Random program 60043 for 3.11, see generate.mjs
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
        await asyncio.sleep(0.1)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.001)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

storage = threading.local()

def local_start(value):
    storage.value = value

def work2(what):
    time.sleep(0.05)
    with guard:
        total[0] += 1
    return what

guard = threading.Lock()

async def ranked3():
    @dataclasses.dataclass(order=True)
    class Job:
        rank: int
        name: str = dataclasses.field(compare=False)
    queue = asyncio.LifoQueue()
    async def drain():
        got = []
        while True:
            got.append(await queue.get())
            queue.task_done()
            await asyncio.sleep(0)
            if len(got) == 2:
                return got
    task = asyncio.create_task(drain()); await asyncio.sleep(0)
    try:
        for item in [1.5, True, 0, -2]:
            await asyncio.sleep(0.05); queue.put_nowait(item)
    except TypeError as error:
        say(repr(error), queue.qsize())
    try:
        say(await asyncio.wait_for(task, 1))
        await asyncio.wait_for(queue.join(), 0.2)
        say("joined")
    except (asyncio.TimeoutError, TypeError) as error:
        say(chain(error), queue.qsize())
    rest = []
    while not queue.empty():
        rest.append(queue.get_nowait())
    say(rest)

async def introspected4():
    loop = asyncio.get_running_loop()
    say(loop.is_running(), loop.is_closed(), loop.get_debug(), asyncio.get_event_loop() is loop, asyncio.current_task() in asyncio.all_tasks())
    say(asyncio.iscoroutine(work := hop()), asyncio.iscoroutinefunction(hop), asyncio.isfuture(work), asyncio.iscoroutine(hop))
    await work
    for attempt in (lambda: asyncio.all_tasks(loop) == asyncio.all_tasks(), lambda: loop.run_forever(), lambda: asyncio.current_task(loop).get_name() != ""):
        try:
            say(attempt())
        except (RuntimeError, ValueError, TypeError) as error:
            say(type(error).__name__, str(error).split("<")[0])
    say(asyncio.get_event_loop_policy() is not None) if False else None
    await asyncio.sleep(0)

async def barred5():
    barrier = asyncio.Barrier(2)
    async def party(name, delay):
        for turn in range(2):
            try:
                await asyncio.sleep(delay)
                position = await barrier.wait()
                say(name, turn, position, barrier.n_waiting, barrier.broken)
                pass
            except (asyncio.BrokenBarrierError, TimeoutError) as error:
                say(name, "broken", chain(error), barrier.broken)
                pass
            except asyncio.CancelledError:
                say(name, "cancelled", barrier.n_waiting)
                raise
        return name
    parties = [asyncio.create_task(party(name, delay)) for name, delay in zip("abc", [0.05, -1, 0.1])]
    await asyncio.sleep(0.2)
    await barrier.abort()
    await asyncio.sleep(0); await barrier.abort()
    done, pending = await asyncio.wait(parties, timeout=1.5)
    say(len(done), len(pending), barrier.broken, barrier.n_waiting)
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*parties, return_exceptions=True), repr(barrier).split("[")[1])
    pass

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    say(await asyncio.gather(asyncio.wait_for(ranked3(), 0.2), introspected4(), barred5(), return_exceptions=True))
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
asyncio.run(main())
