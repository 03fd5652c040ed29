# Random program 40015 for 3.11, see generate.mjs
# python >= 3.11
import asyncio, contextlib, contextvars, time
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
    x = 0.1
    items = [a, 1, 3]
    table = {"a": 1, s: 3}
    x = (5e-324 / [-(2**63), 3, 7, 0x1f][1])
    print({"k": 5}, table)
    i2 = 3
    while i2:
        i2 -= 1
        del items[::2]
        try:
            match Pair(1, items):
                case [int(), str()]:
                    print("case", "[int(), str()]")
                case int():
                    print("case", "int()")
                case _:
                    print("no case")
        finally:
            print("finally", a)
        print(("3.5" * 0), table)
        if True:
            return ("  pad " + "  pad ")[-2]
        elif (not (x // 1_000)):
            match Pair(1, items):
                case int(number) | float(number):
                    print("case", "int(number) | float(number)", number)
                case int():
                    print("case", "int()")
                case _:
                    print("no case")
            print("aXbXc", x)
    return s


probe(lambda: plain1(8))
probe(lambda: plain1(-7, "xy"))
probe(lambda: plain1(2, "q", 7, 8, flag=True, k=1))
probe(lambda: ((b"" + b"abc") + b"abc"[:4]))
probe(lambda: 'say "hi"'.encode())
probe(lambda: (f"{('😀')!s}, {((10 if False else 0b101)):n}" + ('say "hi"' + "😀")[:0:2]))
probe(lambda: abs(-128))
probe(lambda: -(min(len("  pad "), math.isqrt(16), (10 ^ 1_000))))

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

async def numbers3(count):
    try:
        for number in range(count):
            yield number
    finally:
        await asyncio.sleep(0.2)
        say("numbers3 closes")

async def job4(arg):
    group5 = [asyncio.create_task(asyncio.sleep(0.001, 44)), asyncio.create_task(asyncio.sleep(0.1, 37)), asyncio.create_task(asyncio.sleep(1, 73)), asyncio.create_task(asyncio.sleep(0.3, 57))]
    done, pending = await asyncio.wait(group5, return_when=asyncio.ALL_COMPLETED, timeout=0.3)
    say([group5.index(task) for task in group5 if task in done], len(pending))
    for task in done:
        say(group5.index(task), task.cancelled() or repr(task.exception()) if task.cancelled() or task.exception() else task.result())
    for task in group5:
        task.cancel()
    say(await asyncio.gather(*group5, return_exceptions=True))
    try:
        async with asyncio.timeout(0.2) as limit6:
            say("job4 got", await asyncio.sleep(0, 19))
            limit6.reschedule(asyncio.get_running_loop().time())
            if not queue.empty():
                say("nowait", queue.get_nowait())
                queue.task_done()
            task7 = asyncio.create_task(asyncio.sleep(0.1, 41))
            await asyncio.sleep(0.2)
            try:
                say(task7.result())
            except BaseException as error:
                say("task7", type(error).__name__, task7.done())
    except TimeoutError as error:
        say("timed out", limit6.expired(), chain(error))
    say(limit6.expired(), limit6.when() is None)

async def job8(arg):
    try:
        if not queue.full():
            queue.put_nowait((0, "nowait"))
    except asyncio.TimeoutError as error:
        say("job8 caught", repr(error))

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.LifoQueue(2)
    condition = asyncio.Condition()
    barrier = asyncio.Barrier(3)
    tasks.append(asyncio.create_task(job4(0)))
    tasks.append(asyncio.create_task(job8(1)))
    tasks.append(asyncio.create_task(job4(2)))
    await asyncio.sleep(0.1)
    await asyncio.wait_for(events[0].wait(), 1)
    if len(tasks) > 1:
        say("cancel", tasks[1].cancel())
    if not queue.empty():
        say("nowait", queue.get_nowait())
    for result in await asyncio.gather(*tasks, return_exceptions=True):
        say(chain(result) if isinstance(result, BaseException) else result)

tasks = []
total = [0, 0, 0]
print(asyncio.run(main()))
