# Random program 70007 for 3.10, see generate.mjs
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

async def queues2():
    queue = asyncio.Queue()
    async def getter(number):
        got = []
        try:
            for turn in range(3):
                got.append(await asyncio.wait_for(queue.get(), 0.05))
                pass
                queue.task_done()
        except (asyncio.TimeoutError, asyncio.CancelledError, ValueError) as error:
            say("getter", number, chain(error))
            return got
        finally:
            say("getter", number, got)
        return got
    async def putter(number):
        try:
            for turn in range(3):
                await asyncio.wait_for(queue.put(10 * number + turn), 0.05)
                say("put", number, turn)
        except (asyncio.TimeoutError, asyncio.CancelledError) as error:
            say("putter", number, chain(error))
            pass
    async def joiner():
        await queue.join()
        say("joined")
    getters = [asyncio.create_task(getter(number)) for number in range(1)]
    putters = [asyncio.create_task(putter(number)) for number in range(1)]
    join = asyncio.create_task(joiner())
    try:
        queue.task_done()
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0.01)
        queue.put_nowait(7); getters[0].cancel()
    except (asyncio.QueueEmpty, asyncio.QueueFull, asyncio.TimeoutError, ValueError) as error:
        say(chain(error))
    done, pending = await asyncio.wait([*getters, *putters, join], timeout=0.3)
    say(len(done), len(pending), repr(queue).split(" maxsize")[1])
    for one in pending:
        one.cancel()
    say([repr(one) for one in await asyncio.gather(*getters, *putters, join, return_exceptions=True)], repr(queue).split(" maxsize")[1])

async def racing3():
    class Race:
        def __init__(self, *names):
            self.names = names
            self.log = []
        async def run(self, name, delay):
            try:
                await asyncio.sleep(delay)
                self.log.append(name)
                if name == "hare":
                    raise RuntimeError(name)
                return name, delay
            except asyncio.CancelledError:
                self.log.append(f"-{name}")
                raise
        async def first(self, delays):
            tasks = {asyncio.create_task(self.run(name, delay)): name for name, delay in zip(self.names, delays)}
            try:
                done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED, timeout=0.2)
                for task in pending:
                    task.cancel()
                if pending: await asyncio.wait(pending)
                return [tasks[task] if task.exception() else task.result() for task in done]
            finally:
                say("race", self.log)
    race = Race("tortoise", "hare", "snail")
    for delays in ((0.1, 0.25, 0.3), (0.3, 0.1, 0.2)):
        try:
            say("won", await asyncio.wait_for(race.first(delays), 0.25))
        except (RuntimeError, asyncio.TimeoutError) as error:
            say("lost", chain(error))
    await asyncio.sleep(0.1)
    say(race.log)

async def completed4():
    async def part(name, delay):
        await asyncio.sleep(delay)
        if name == "x":
            raise ValueError(name)
        return name
    delays = [0.4, 0.31, 0.2, 0.13]
    jobs = [asyncio.create_task(part(name, delay)) for name, delay in zip("abcd", delays)]
    seen = 0
    try:
        for one in asyncio.as_completed(jobs, timeout=0.15):
            seen += 1
            try:
                say("next", await one)
            except (ValueError, LookupError, asyncio.CancelledError) as error:
                say("error", chain(error))
            if seen == 1: jobs[0].cancel()
        else:
            say("no more")
    except asyncio.TimeoutError as error:
        say("too late", repr(error), seen)
    say([job.done() for job in jobs])
    for job in jobs:
        job.cancel()
    say(await asyncio.gather(*jobs, return_exceptions=True))
    pass

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await queues2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await racing3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await completed4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    asyncio.get_running_loop().call_soon(sys.exit, 4); await asyncio.sleep(0.1)

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit
    finally:
        say("leave")

tasks = []
for turn in range(2):
    try:
        print("run", turn, asyncio.run(main()))
    except BaseException as error:
        print("ended by", chain(error))
    pass
