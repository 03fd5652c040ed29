# Random program 70015 for 3.10, see generate.mjs
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

async def notified1():
    condition = asyncio.Condition(asyncio.Lock())
    stock = []
    async def buyer(name, wanted):
        try:
            async with condition:
                await condition.wait_for(lambda: len(stock) >= wanted)
                say(name, "takes", [stock.pop(0) for turn in range(wanted)], condition.locked())
                pass
            return name
        except asyncio.CancelledError:
            say(name, "leaves", condition.locked())
            return "gone"
    buyers = [asyncio.create_task(buyer(f"b{n}", n)) for n in (1, 1, 3)]
    await asyncio.sleep(0)
    for item in range(3):
        async with condition:
            stock.append(item)
            condition.notify(0)
            pass
        await asyncio.sleep(0.25)
    say(stock, repr(condition).split("[")[1])
    done, pending = await asyncio.wait(buyers, timeout=0.5)
    say(len(done), len(pending))
    for one in pending:
        one.cancel()
    say(await asyncio.gather(*buyers, return_exceptions=True))
    try:
        await condition.wait()
    except (RuntimeError, asyncio.TimeoutError) as error:
        say(repr(error))

async def coroutines2():
    class Twice:
        def __await__(self):
            got = yield
            say("twice", got)
            raise ValueError("twice")
            return "twice"
    class Wrong:
        def __await__(self):
            return hop()
    async def work_with(item):
        try:
            return await item
        except ValueError as error:
            say("inside", repr(error))
            raise
        finally:
            say("leaves")
            pass
    work = work_with(Twice())
    for use in (lambda: work.__name__, lambda: work.cr_frame is None, lambda: work.throw(ValueError("v")), lambda: work.send(1),):
        try:
            say("use", use())
        except BaseException as error:
            say("raised", chain(error), getattr(error, "value", "-"))
    for turn in range(4):
        with contextlib.suppress(RuntimeError):
            work.close()
    say(await work_with(Twice()) if True else "not")
    for wrong in ([hop()], {}):
        try:
            say(await wrong)
        except (TypeError, RuntimeError, ValueError) as error:
            say(type(error).__name__, str(error).split(" at 0x")[0])
    once = after(0.1)
    say(await once)
    try:
        await once
    except RuntimeError as error:
        say(error)
    never = hop()
    await asyncio.sleep(0)

async def interrupted3():
    class Quit(BaseException):
        pass
    loop = asyncio.get_running_loop()
    async def strikes():
        try:
            await asyncio.sleep(1)
            raise KeyboardInterrupt("stop")
        finally:
            say("struck")
            await asyncio.sleep(0)
    def strike(*args):
        say("strike")
        raise KeyboardInterrupt("stop")
    async def bystander(name):
        try:
            await asyncio.sleep(0.4)
            say(name, "lives")
        except asyncio.CancelledError as error:
            say(name, "cancelled", error.args)
            await asyncio.sleep(0.05)
        finally:
            say(name, "ends")
    class Manager:
        async def __aenter__(self):
            return self
        async def __aexit__(self, *error):
            await strikes()
    async def generates():
        yield 1
        await strikes()
        yield 2
    made = [asyncio.create_task(bystander("a"), name="a"), asyncio.create_task(bystander("b"), name="b")]
    tasks.extend(made)
    try:
        try:
            await strikes()
        except Quit as error:
            say("caught", chain(error))
            raise RuntimeError("instead")
        finally:
            say("finally", [one.done() for one in made])
            await asyncio.sleep(0.1)
    except KeyError:
        say("never")
    say("survived")

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await notified1()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await coroutines2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await interrupted3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    sys.exit("bye")

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
    pass
