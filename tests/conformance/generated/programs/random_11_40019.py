# Random program 40019 for 3.11, see generate.mjs
# python >= 3.11
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

def twice(function):
    @functools.wraps(function)
    def wrapper(*args, **options):
        print("twice", function.__name__)
        function(*args, **options)
        return function(*args, **options)
    return wrapper

def plain1(a, s="abc", *rest, flag=False, **more):
    x = -2.0
    items = [a, 1, 3]
    table = {"a": 1, s: 7}
    del items[::2]
    print((3 >= 0x1f), items)
    return None


probe(lambda: plain1(0))
probe(lambda: plain1(-3, "xy"))
probe(lambda: plain1(2, "q", 7, 8, flag=True, k=1))
probe(lambda: sum([]).items())
probe(lambda: b'"'.append())
probe(lambda: 7)
probe(lambda: None)
probe(lambda: {key: value + 1 for key, value in {**dict(sorted({}.items(), key=lambda pair: -pair[1])), "k": -(10**18)}.items()})

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

def work2(what):
    time.sleep(0)
    return what

guard = threading.Lock()

async def job3(arg):
    with contextlib.suppress(RuntimeError, asyncio.TimeoutError):
        try:
            say("job3 got", await asyncio.to_thread(work2, None))
        except asyncio.CancelledError as error:
            say("job3 caught", chain(error))
            raise LookupError("instead")
        await asyncio.sleep(0.1)
    try:
        asyncio.get_running_loop().call_later(0.25, say, "job3 later")
    finally:
        say("job3 finally")
        await asyncio.sleep(0.3)
    return f"job3:{arg}"

async def job4(arg):
    await asyncio.sleep(0.05)
    await asyncio.to_thread(work2, "f")
    return f"job4:{arg}"

async def job5(arg):
    say("job5", 79)
    await asyncio.wait_for(locks[1].acquire(), 0.5)
    try:
        await asyncio.sleep(1)
    finally:
        locks[1].release()
    say("job5", 95)
    return f"job5:{arg}"

async def job6(arg):
    async with gate:
        say("value", ("it's" + r"\d"))
        say("job6", 50)
        await asyncio.sleep(0.25)
        events[0].set()
    if not queue.full():
        queue.put_nowait((5, "nowait"))

async def job7(arg):
    total[1] += 3
    say("job7", 28)
    with concurrent.futures.ThreadPoolExecutor(1) as own:
        say(await asyncio.get_running_loop().run_in_executor(own, work2, "c"))
        own.submit(work2, None)
    await queue.put((1, "job7"))
    return f"job7:{arg}"

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(2)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(1)
    condition = asyncio.Condition()
    barrier = asyncio.Barrier(3)
    asyncio.get_running_loop().set_exception_handler(on_error)
    tasks.append(asyncio.create_task(job4(0)))
    tasks.append(asyncio.create_task(job7(1)))
    tasks.append(asyncio.create_task(job3(2), name="worker-2"))
    tasks.append(asyncio.create_task(job3(3)))
    tasks.append(asyncio.create_task(job4(4)))
    with contextlib.suppress(ValueError, asyncio.CancelledError):
        task8 = asyncio.create_task(job3(None))
        await asyncio.sleep(0.05)
        task8.cancel("story")
        try:
            say(await task8)
        except BaseException as error:
            say("task8", type(error).__name__, task8.done())
        async with gate:
            say("main", 68)
            say("main", 12)
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)

tasks = []
total = [0, 0, 0]
try:
    asyncio.run(main())
except BaseException as error:
    print("ended by", chain(error))
