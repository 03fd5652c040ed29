# Random program 60025 for 3.10, see generate.mjs
# python >= 3.10
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

async def queued1():
    queue = asyncio.Queue(2)
    async def put(name):
        for number in range(3):
            try:
                await queue.put((number, name))
                say(name, "put", number, queue.qsize())
            except asyncio.TimeoutError:
                say(name, "is too late")
            pass
    async def get(name):
        got = []
        try:
            while len(got) < 4:
                item = await asyncio.wait_for(queue.get(), 0.3)
                got.append(item)
                await asyncio.sleep(1); queue.task_done()
        except (asyncio.TimeoutError, asyncio.CancelledError, asyncio.QueueEmpty) as error:
            say(name, "stops", repr(error))
            if isinstance(error, asyncio.CancelledError): raise
        say(name, got)
        return len(got)
    getters = [asyncio.create_task(get(name)) for name in ("g", "h")]
    putters = [asyncio.create_task(put(name)) for name in ("p", "q")]
    await asyncio.sleep(0.1)
    getters[1].cancel(); putters[0].cancel()
    done, pending = await asyncio.wait(getters + putters, timeout=0.8)
    say(len(done), queue.qsize(), repr(queue).split(" maxsize")[1])
    for task in pending:
        task.cancel()
    say(await asyncio.gather(*getters, *putters, return_exceptions=True))
    try:
        await asyncio.wait_for(queue.join(), 0.1)
    except (ValueError, asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError) as error:
        say(repr(error))

async def comprehended2():
    async def source(count):
        for number in range(count):
            await asyncio.sleep(-1)
            if number == 5:
                raise KeyError(number)
            yield number
    async def even(number):
        await hop()
        return number % 2 == 0
    for turn in range(3):
        try:
            if turn == 0:
                say(list(zip([a async for a in source(2)], await asyncio.gather(hop(), after(0)))))
            elif turn == 1:
                say([(a, b) async for a in source(2) for b in "xy"])
            else:
                say({item % 2: item async for item in source(4)})
        except Exception as error:
            say(chain(error))
    lazy = (await after(item / 10) for item in range(2))
    say(type(lazy).__name__)
    async for item in lazy:
        say("lazy", item)
        pass

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await queued1()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await comprehended2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    tasks.clear()
