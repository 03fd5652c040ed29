# Random program 70175 for 3.10, see generate.mjs
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

storage = threading.local()

def local_start(value):
    storage.value = value

def work1(what):
    time.sleep(0.2)
    print("label", label.get())
    label.set(what)
    return what

guard = threading.Lock()

async def matched2():
    @dataclasses.dataclass
    class Move:
        x: int
        y: int
    @dataclasses.dataclass(frozen=True)
    class Say:
        text: str
        urgent: bool = False
    class Quit:
        pass
    @dataclasses.dataclass(kw_only=False, slots=True)
    class Nested:
        head: object
        rest: list
    class Point3:
        __match_args__ = ("x", "y", "z")
        def __init__(self, *parts):
            self.x, self.y, self.z = parts
    class Level(enum.Enum):
        LOW = 1
        HIGH = 2
    async def handle(message):
        match message:
            case Move(x=0, y=y) | Move(x=y, y=0):
                return "axis", y
            case Move(x, y) if x == y:
                return "diagonal", x
            case Move() as move:
                await asyncio.sleep(0.01)
                return "move", move.x, dataclasses.replace(move, x=9)
            case Say(text="" as empty):
                return "silence", empty
            case Say(text, urgent=True):
                return text.upper()
            case Nested(Move(x=x), [Say(text=words), *rest]):
                return x, words, len(rest)
            case Nested(None, [first, *_, last]):
                return first, last
            case Level.HIGH:
                return "high"
            case Level():
                return "level", message.name
            case {"kind": "add", "values": [] | ()}:
                return "nothing"
            case {"kind": "add", "values": [first, *rest]}:
                return first, sum(rest)
            case {"kind": ("sub" | "mul") as kind, "values": (a, b), **others}:
                return kind, a - b, others
            case {"kind": str(kind), "to": Move(x=x)}:
                return kind, await after(0.05), x
            case [int(one), [*inner], _]:
                return one, inner
            case [single]:
                return "single", single
            case []:
                return "empty"
            case Point3(1, y, z):
                return "point", y, z
            case bool(flag):
                return "flag", flag
            case int() | float() as number if number > 3:
                return "number", number
            case str(text):
                return "text", text
            case Quit():
                raise LookupError("quit")
            case None:
                return None
            case _:
                return "unknown", type(message).__name__
    queue = asyncio.Queue()
    async def serve(name):
        handled = 0
        while (message := await queue.get()) is not ...:
            try:
                say(name, await asyncio.wait_for(handle(message), 0.15))
                handled += 1
            except (LookupError, TypeError, asyncio.TimeoutError) as error:
                say(name, chain(error))
        return handled
    servers = [asyncio.create_task(serve(name)) for name in "pq"]
    for message in ({"kind": "sub", "values": (5, 2), "extra": 1}, [1, [2, 3], 4], (1,), None, (1,), 3.5):
        await queue.put(message)
        await asyncio.sleep(0)
    for one in servers:
        queue.put_nowait(...)
    say(await asyncio.gather(*servers, return_exceptions=True), queue.qsize())

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await matched2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
asyncio.run(main())
