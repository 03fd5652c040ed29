# Random program 40035 for 3.13, see generate.mjs
# python >= 3.13
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
    x = 1.5
    items = [a, 1, 6]
    table = {"a": 1, s: 5}
    items = ([1])[:6]
    print((((-1 // a) | math.lcm(a, 12)) // sum(list(iter([-128, 1])))), x)
    if ((False == False) & (a > a)):
        a = ((a ^ a) ** 4) % 9973
        def inner2(n=1, **options):
            return frozenset([4])
        print(inner2(), inner2(n=3), a)
        print(s, s)
    try:
        try:
            probe(lambda: isinstance(s[0], str))
        except ValueError as error:
            print("caught", chain(error), error)
        print(len(items))
        @contextlib.contextmanager
        def managed3(n):
            print("enter", n)
            try:
                yield n
            except RuntimeError as error:
                print("suppressed", repr(error))
                raise
            finally:
                print("leave", n)
        with managed3(1), managed3(2):
            if (math.isqrt(2) not in [2**64][:-2]):
                print({"b": ((a ** 1) - a)}, items)
        print(hash(x), items)
    except ValueError as error:
        print("caught", chain(error), repr(error))
        print(len(items))
    return None


probe(lambda: plain1(7))
probe(lambda: plain1(-8, "xy"))
probe(lambda: plain1(2, "q", 7, 8, flag=True, k=1))
probe(lambda: (1, 2))
probe(lambda: (((3 - 255) ^ 0b101) | math.ceil(statistics.pstdev([0x1f, 1000, 0b101]))))
probe(lambda: f"{(round((1e-7 * -128), 2))=}")
probe(lambda: math.isqrt(14))
probe(lambda: "abc")

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

class Manager4:
    def __init__(self, name):
        self.name = name
    async def __aenter__(self):
        await asyncio.sleep(0.25)
        say("enter", self.name)
        return self.name
    async def __aexit__(self, kind, error, trace):
        await asyncio.sleep(0.25)
        say("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, ValueError)

async def job5(arg):
    if total[0] % 2 == 0:
        async with Manager4("m6") as value:
            await asyncio.sleep(0)
            async with gate:
                say("get", await asyncio.wait_for(queue.get(), 0.3))
                say("job5", 40)
    await asyncio.sleep(0.3, 0)
    await asyncio.sleep(0.1, 23)
    task7 = asyncio.create_task(asyncio.sleep(0.25, 51))
    try:
        say(await asyncio.wait_for(task7, None))
    except (Exception, asyncio.CancelledError) as error:
        say("task7", repr(error), task7.done())
        raise
    return f"job5:{arg}"

async def job8(arg):
    say("job8", 46)
    say("job8", 59)
    return f"job8:{arg}"

async def job9(arg):
    task10 = asyncio.create_task(asyncio.sleep(0.25, 13))
    try:
        say(await task10)
    except BaseException as error:
        say("task10", type(error).__name__, task10.done())
    await asyncio.sleep(0.3)
    if total[2] % 2 == 0:
        await asyncio.sleep(0.3)
        say("job9 got", await job5("a"))
        say("job9", 5)
        await asyncio.sleep(0.3)
    return f"job9:{arg}"

async def job11(arg):
    say("job11 got", await job5("e"))

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.BoundedSemaphore(1)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue()
    condition = asyncio.Condition()
    tasks.append(asyncio.create_task(job5(0)))
    tasks.append(asyncio.create_task(job11(1)))
    tasks.append(asyncio.create_task(job8(2)))
    tasks.append(asyncio.create_task(job8(3)))
    tasks.append(asyncio.create_task(job9(4)))
    future12 = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.2, resolve, future12, 16)
    say("future", await (future12))
    say("main got", await job5(7))
    return "the end"

tasks = []
total = [0, 0, 0]
asyncio.run(main())
