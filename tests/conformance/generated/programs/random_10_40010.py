# Random program 40010 for 3.10, see generate.mjs
# python >= 3.10
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
    x = 1.5
    items = [a, 1, 7]
    table = {"a": 1, s: 6}
    table["a"] += random.getrandbits(40)
    s = (s)[:12]
    def gen2(n):
        try:
            got = yield dict.fromkeys("ab", a)
            print("got", got)
            got = yield from items
            while n > 0:
                n -= 1
                got = yield n, got
            raise RuntimeError("in generator")
            return "result"
        except GeneratorExit as error:
            print("thrown", repr(error))
            raise
        finally:
            print("generator ends")
    g3 = gen2(2)
    for step in ["next", "throw"]:
        try:
            print(step, next(g3) if step == "next" else g3.send(a) if step == "send" else g3.throw(GeneratorExit) if step == "throw" else g3.close())
        except BaseException as error:
            print("raised", chain(error), places(error), getattr(error, "value", "-"))
    print(list(itertools.islice(gen2(1), 2)))
    return table


def plain4(a, s="abc", *rest, flag=False, **more):
    x = 0.1
    items = [a, 1, 1]
    table = {"a": 1, s: 5}
    items = (list(range(4, 0)))[:6]
    return x

@dataclasses.dataclass(repr=False)
class Record5:
    a: int
    b: str = "x"
    c: int = 0
    def __post_init__(self):
        print("post", self.a)
    def __repr__(self):
        return f"own {self.a}"

probe(lambda: str(Record5(a=3)))
probe(lambda: setattr(Record5(a=1), "a", 5))
probe(lambda: setattr(Record5(a=1), "a", 5))
probe(lambda: setattr(Record5(a=1), "a", 5))
probe(lambda: str(Record5(a=3)))
probe(lambda: Record5(1))

def plain6(a, s="abc", *rest, flag=False, **more):
    x = -2.0
    items = [a, 1, 1]
    table = {"a": 1, s: 7}
    probe(lambda: range(0, 4, 2))
    return items

class Record7(KeyError):
    code = 0
    def __str__(self):
        return f"own {self.code}"
def raising(error):
    raise error

probe(lambda: raising(Record7(5)))
probe(lambda: Record7(1) == Record7(1))
probe(lambda: raising(Record7(5)))
probe(lambda: f"{Record7(7)!r}")
probe(lambda: f"{Record7(7)!r}")
probe(lambda: f"{Record7(7)!r}")

probe(lambda: plain1(2))
probe(lambda: plain1(-1, "xy"))
probe(lambda: plain1(2, "q", 7, 8, flag=True, k=1))
probe(lambda: plain4(2))
probe(lambda: plain4(-8, "xy"))
probe(lambda: plain4(2, "q", 7, 8, flag=True, k=1))
probe(lambda: plain6(1))
probe(lambda: plain6(-4, "xy"))
probe(lambda: plain6(2, "q", 7, 8, flag=True, k=1))
probe(lambda: None % dict.fromkeys("ab", -1))
probe(lambda: len("{0[1]} {0[0]:>5} {x.real}".format([-(2**63), 10**18], x=10**18)))
probe(lambda: ((1000).bit_length() << 7))
probe(lambda: chr(3))
probe(lambda: round(math.atan2(5e-324, max(0.5, 0.1)), 0))
probe(lambda: int | None)
probe(lambda: [n // len([2, 1000]) for n in [(2**64 * 0x1f), bisect.bisect_left([1, 2, 2, 5], 2), abs(10)]])
probe(lambda: bytes([181, 76]))
probe(lambda: (lambda *, p: 0)(1, 2, 3))
probe(lambda: 1e22)
probe(lambda: ord("aXbXc".strip().join(map(str, sorted([7], key=lambda n: n % 3)))[2]))
probe(lambda: (0b101 + 1) ^ [m * n for m, n in enumerate([-3, 7])])
probe(lambda: "{:.2f} {:=+6}".format((1e22 * (-1 ** 1)), int(sum([2.0, 0.0, 1e-7]))))
probe(lambda: math.sqrt(1e15) >> len([]))
probe(lambda: 1e300 > [7, -128][3:-2])

