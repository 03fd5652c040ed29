# Random program 40037 for 3.13, see generate.mjs
# python >= 3.13
import asyncio, contextlib, contextvars, time
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

storage = threading.local()

def local_start(value):
    storage.value = value

def work1(what):
    print("thread", threading.current_thread().name, what)
    time.sleep(0.1)
    if what == "a":
        raise ValueError(what)
    return what

guard = threading.Lock()

async def job2(arg):
    if total[2] % 2 == 0:
        total[1] += 5
    asyncio.get_running_loop().call_soon(say, "job2 soon", 8)

async def job3(arg):
    async with condition:
        condition.notify(1)
    return f"job3:{arg}"

async def job4(arg):
    await asyncio.sleep(0.3)
    say("executor", await asyncio.get_running_loop().run_in_executor(None, work1, "c"))
    return f"job4:{arg}"

async def job5(arg):
    await queue.put((3, "job5"))
    if total[2] % 2 == 1:
        await asyncio.sleep(0.2)
    say("job5 got", await asyncio.sleep(1, 76))
    say("job5", 36)
    return f"job5:{arg}"

async def job6(arg):
    if total[0] % 2 == 0:
        say("job6", 5)
        try:
            async with asyncio.timeout(0.2) as limit7:
                async with gate:
                    await asyncio.wait_for(queue.join(), 0.2)
                say("job6", 22)
        except TimeoutError as error:
            say("timed out", limit7.expired(), chain(error))
        say(limit7.expired(), limit7.when() is None)
    for i8 in range(1):
        await asyncio.sleep(0.1)
    if total[2] % 2 == 0:
        await asyncio.sleep(0.05)
        say("workers", await asyncio.gather(*[asyncio.get_running_loop().run_in_executor(None, work1, n) for n in range(4)], return_exceptions=True))
    if not queue.empty():
        say("nowait", queue.get_nowait())
        queue.task_done()

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(2)
    condition = asyncio.Condition()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(job5(0)))
    tasks.append(asyncio.create_task(job4(1)))
    tasks.append(asyncio.create_task(job6(2)))
    tasks.append(asyncio.create_task(job6(3)))
    tasks.append(asyncio.create_task(job6(4), name="worker-4"))
    label.set("label9")
    say("main", 34)
    async with gate:
        async with condition:
            await asyncio.wait_for(condition.wait(), 1)
        say("main", 56)
        handle10 = asyncio.get_running_loop().call_later(0.001, label.set, "timer")
        say(handle10.when() - asyncio.get_running_loop().time() < 2, handle10.cancelled())
        try:
            async with asyncio.timeout(0.2) as limit11:
                def back12(loop):
                    time.sleep(0.1)
                    loop.call_soon_threadsafe(say, "main from thread")
                    time.sleep(0.1)
                await asyncio.to_thread(back12, asyncio.get_running_loop())
                await asyncio.sleep(0.3)
        except TimeoutError as error:
            say("timed out", limit11.expired(), chain(error))
        say(limit11.expired(), limit11.when() is None)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(repr(result))

tasks = []
total = [0, 0, 0]
print(asyncio.run(main()))
