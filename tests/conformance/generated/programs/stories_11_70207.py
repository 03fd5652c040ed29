# Random program 70207 for 3.11, see generate.mjs
# python >= 3.11
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

async def numbers1(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.2)
            yield number
    finally:
        say("numbers1 closes")

async def barriers2():
    barrier = asyncio.Barrier(4)
    async def party(number):
        for turn in range(2):
            try:
                position = await barrier.wait()
                say(number, turn, position, barrier.n_waiting)
                if number == 3: await barrier.abort()
            except (asyncio.BrokenBarrierError, TimeoutError) as error:
                say(number, turn, chain(error), barrier.broken, barrier.n_waiting)
                await barrier.reset()
    parties = [asyncio.create_task(party(number)) for number in range(4)]
    try:
        parties[0].cancel()
        parties.append(asyncio.create_task(party(len(parties))))
        say(barrier.n_waiting, barrier.broken, barrier.parties)
        await asyncio.sleep(0)
    except (asyncio.BrokenBarrierError, TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(parties, timeout=0.4)
    say(len(done), len(pending), barrier.broken, barrier.n_waiting, repr(barrier).split("[")[1])
    for one in parties:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*parties, return_exceptions=True)], repr(barrier).split("[")[1])

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await barriers2()
    return "the end"

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
async def stays(name):
    try:
        await asyncio.sleep(5)
        say(name, "woke")
        return name
    except asyncio.CancelledError:
        say(name, "cancelled")
        pass
    finally:
        say(name, "ends")
async def starts():
    tasks.append(asyncio.create_task(stays("left")))
    asyncio.get_running_loop().call_later(0.05, print, "later")
    asyncio.get_running_loop().call_soon(label.set, "soon")
    label.set("starts")
    await asyncio.sleep(0)
async def looks():
    say(label.get(), len(asyncio.all_tasks()), [one.done() for one in tasks])
    await asyncio.sleep(0.1)
    return label.get()
async def stuck():
    asyncio.current_task().cancel("stuck")
    pass
try:
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        loop = runner.get_loop()
        print(loop.is_running(), loop.get_debug())
        for coro in (lambda: hop(), lambda: hop(), lambda: after(0.1), lambda: main()):
            try:
                print("result", runner.run(coro()))
            except BaseException as error:
                print("failed", chain(error))
                pass
            print(label.get(), len(tasks))
        runner.get_loop().run_until_complete(after(0.2))
except BaseException as error:
    print("ended by", chain(error))
print([one.done() for one in tasks], label.get())
try:
    runner.get_loop()
except (RuntimeError, ValueError, NameError) as error:
    print(type(error).__name__, error)
