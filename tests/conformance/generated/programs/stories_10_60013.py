# Random program 60013 for 3.10, see generate.mjs
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

async def numbers1(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.001)
            got = yield number
            say("got", got)
    except ValueError as error:
        say("numbers1", repr(error))
        yield 99
    finally:
        say("numbers1 closes")

class Awaitable2:
    def __init__(self, turns):
        self.turns = turns
    def __await__(self):
        for turn in range(self.turns):
            yield
        return ("awaited", self.turns)

async def notified3():
    condition = asyncio.Condition()
    stock = []
    async def buyer(name, wanted):
        try:
            async with condition:
                await condition.wait_for(lambda: len(stock) >= wanted)
                say(name, "takes", [stock.pop(0) for turn in range(wanted)], condition.locked())
                condition.notify()
            return name
        except asyncio.CancelledError:
            say(name, "leaves", condition.locked())
            return "gone"
    buyers = [asyncio.create_task(buyer(f"b{n}", n)) for n in (2, 1, 1)]
    await asyncio.sleep(0)
    for item in range(2):
        async with condition:
            stock.append(item)
            condition.notify(2)
            if item == 1: buyers[0].cancel()
        pass
    say(stock, repr(condition).split("[")[1])
    done, pending = await asyncio.wait(buyers, timeout=0.5)
    say(len(done), len(pending))
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*buyers, return_exceptions=True))
    try:
        condition.release()
    except (RuntimeError, asyncio.TimeoutError) as error:
        say(repr(error))

async def racing4():
    class Race:
        def __init__(self, *names):
            self.names = names
            self.log = []
        async def run(self, name, delay):
            try:
                await asyncio.sleep(delay)
                self.log.append(name)
                if name == "tortoise":
                    raise RuntimeError(name)
                return name, delay
            except asyncio.CancelledError:
                self.log.append(f"-{name}")
                raise
        async def first(self, delays):
            tasks = {asyncio.create_task(self.run(name, delay)): name for name, delay in zip(self.names, delays)}
            try:
                done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
                for task in pending:
                    task.cancel()
                pass
                return [tasks[task] if task.exception() else task.result() for task in done]
            finally:
                say("race", self.log)
    race = Race("tortoise", "hare", "snail")
    for delays in ((0.2, 0.05, 0), (0.3, 0.1, 0.2)):
        try:
            say("won", await asyncio.wait_for(race.first(delays), 0.25))
        except (RuntimeError, asyncio.TimeoutError) as error:
            say("lost", chain(error))
    await asyncio.sleep(0.1)
    say(race.log)

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    await notified3()
    await racing4()

async def leave():
    try:
        await asyncio.sleep(0.1)
        raise SystemExit(5)
    finally:
        say("leave")

tasks = []
if __name__ == "__main__":
    print(asyncio.run(main()))
