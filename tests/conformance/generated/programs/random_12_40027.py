# Random program 40027 for 3.12, see generate.mjs
# python >= 3.12
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
    items = [a, 1, 3]
    table = {"a": 1, s: 6}
    match a:
        case [first, second] if (a < -3):
            print("case", "[first, second]", first, second)
        case bool():
            print("case", "bool()")
        case _:
            print("no case")
    print({key: value * 1 for key, value in dict(dict(zip("abc", items)), a=(0b101 | a)).items()}, a)
    table.pop("a")
    def inner2(n=2):
        return 'say "hi"'
    print(inner2(), inner2(1), a)
    probe(lambda: inner2(m=3))
    print([fn() for fn in [lambda k=k: k + a for k in range(3)]])
    return s

def enter(manager, error):
    with manager as got:
        print("inside", got)
        if error is not None:
            raise error
    return "after"

class Thing3:
    def __init__(self, n=3):
        self.n = n
    def __repr__(self):
        return f"{type(self).__name__}({vars(self) if hasattr(self, '__dict__') else self.n})"
    def __mul__(self, other):
        return f"mul {other}"
    def __hash__(self):
        return self.n % 3
    def __iter__(self):
        yield from range(self.n)
    def __class_getitem__(cls, item):
        return (cls.__name__, item)
    def __len__(self):
        return self.n

probe(lambda o=Thing3(0), p=Thing3(2): o < p)
probe(lambda o=Thing3(4), p=Thing3(1): o < p)
probe(lambda o=Thing3(0), p=Thing3(3): {o: 1}.get(p))
probe(lambda o=Thing3(1), p=Thing3(2): o + 1)
probe(lambda o=Thing3(1), p=Thing3(2): 1 in o)
probe(lambda o=Thing3(1), p=Thing3(1): len(o))
probe(lambda o=Thing3(0), p=Thing3(0): list(o))
probe(lambda o=Thing3(2), p=Thing3(2): o.nothing)
probe(lambda o=Thing3(2), p=Thing3(2): type(o)[int])
probe(lambda o=Thing3(4), p=Thing3(0): [*o])

probe(lambda: plain1(6))
probe(lambda: plain1(-1, "xy"))
probe(lambda: plain1(2, "q", 7, 8, flag=True, k=1))
probe(lambda: ("ǅ".center(2) + f"{'x'!r:>{6}}"))
probe(lambda: (lambda p, q=1: 0)(*[1, 2]))
probe(lambda: "abc" > (0.5 * 5))
probe(lambda: (lambda p, /: 0)(**{"p": 1}))
probe(lambda: (((-3 << 5) if (not 0b101) else 2) ** 3))

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

async def job4(arg):
    total[1] += 1
    say("job4", 10)
    async with locks[1]:
        total[2] += 4

async def job5(arg):
    raise asyncio.InvalidStateError("e6")
    asyncio.get_running_loop().call_later(0.1, say, "job5 later")
    return f"job5:{arg}"

async def job7(arg):
    pipe8 = asyncio.Queue(1)
    async def produce9(count):
        for number in range(count):
            await pipe8.put(number % 2)
    async def consume10(name):
        while True:
            item = await pipe8.get()
            say(name, "took", item)
            pipe8.task_done()
    consumers11 = [asyncio.create_task(consume10(f"c{n}")) for n in range(2)]
    await asyncio.gather(produce9(1), produce9(2))
    await pipe8.join()
    for task in consumers11:
        task.cancel()
    say(await asyncio.gather(*consumers11, return_exceptions=True))
    async with asyncio.timeout_at(asyncio.get_running_loop().time() + 0.15):
        say("job7", 18)
    if total[0] % 2 == 1:
        say("job7", 48)
        say("job7 got", await job4(0))
        say("job7", 37)
        await asyncio.sleep(-1)

async def main():
    global gate, locks, events, queue, condition, barrier, pool
    gate = asyncio.Semaphore(3)
    locks = [asyncio.Lock(), asyncio.Lock()]
    events = [asyncio.Event(), asyncio.Event()]
    queue = asyncio.Queue(5)
    condition = asyncio.Condition()
    asyncio.get_running_loop().set_task_factory(asyncio.eager_task_factory)
    tasks.append(asyncio.create_task(job7(0)))
    tasks.append(asyncio.create_task(job4(1), name="worker-1"))
    tasks.append(asyncio.create_task(job7(2)))
    tasks.append(asyncio.create_task(job4(3)))
    say("main", 93)

tasks = []
total = [0, 0, 0]
asyncio.run(main())
