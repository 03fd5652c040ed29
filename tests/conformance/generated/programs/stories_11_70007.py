# Random program 70007 for 3.11, see generate.mjs
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

@contextlib.asynccontextmanager
async def managed1(name):
    say("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        say("close", name)

async def barriers2():
    barrier = asyncio.Barrier(2)
    async def party(number):
        for turn in range(2):
            try:
                position = await barrier.wait()
                say(number, turn, position, barrier.n_waiting)
                if position == 0: await barrier.reset()
            except (asyncio.BrokenBarrierError, TimeoutError) as error:
                say(number, turn, chain(error), barrier.broken, barrier.n_waiting)
                return
    parties = [asyncio.create_task(party(number)) for number in range(5)]
    try:
        parties.append(asyncio.create_task(party(len(parties))))
        parties[1].cancel("m")
        asyncio.create_task(barrier.reset()); parties[0].cancel()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
    except (asyncio.BrokenBarrierError, TimeoutError) as error:
        say(chain(error))
    done, pending = await asyncio.wait(parties, timeout=0.4)
    say(len(done), len(pending), barrier.broken, barrier.n_waiting, repr(barrier).split("[")[1])
    for one in parties:
        one.cancel()
    say([type(one).__name__ for one in await asyncio.gather(*parties, return_exceptions=True)], repr(barrier).split("[")[1])

async def gathered3():
    async def part(name, delay, error=None):
        say("part", name)
        await asyncio.sleep(delay)
        if error:
            raise error
        return name
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.05, lambda: future.done() or future.cancel("set"))
    shared = asyncio.create_task(part("shared", 0))
    every = asyncio.gather(part("b", -1, KeyError("b")))
    say(every, every.done())
    every.add_done_callback(lambda done: say("gathered", done.cancelled()))
    pass
    try:
        say(await asyncio.wait_for(every, 0.25))
    except BaseException as error:
        say("failed", chain(error), every.done(), every.cancelled())
    await asyncio.sleep(0)
    say(await asyncio.gather(), await asyncio.gather(hop(), return_exceptions=True), shared.done(), future.done(), every)

async def gathered4():
    async def part(name, delay, error=None):
        say("part", name)
        await asyncio.sleep(delay)
        if error:
            raise error
        return name
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.2, lambda: future.done() or future.cancel("set"))
    shared = asyncio.create_task(part("shared", 0))
    every = asyncio.gather(asyncio.sleep(0.1, "slept"), part("c", 0.25, asyncio.CancelledError("c")), shared, shared)
    say(every, every.done())
    every.add_done_callback(lambda done: say("gathered", done.cancelled()))
    asyncio.get_running_loop().call_later(0.08, shared.cancel)
    try:
        say(await asyncio.wait_for(every, 0.25))
    except BaseException as error:
        say("failed", chain(error), every.done(), every.cancelled())
    await asyncio.sleep(0)
    say(await asyncio.gather(), await asyncio.gather(hop(), return_exceptions=True), shared.done(), future.done(), every)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await barriers2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await gathered3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await gathered4()
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
