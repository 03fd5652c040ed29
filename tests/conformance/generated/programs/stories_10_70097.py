# Random program 70097 for 3.10, see generate.mjs
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

class Countdown1:
    def __init__(self, count):
        self.count = count
    def __aiter__(self):
        return self
    async def __anext__(self):
        await asyncio.sleep(0.1)
        if self.count <= 0:
            raise StopAsyncIteration
        self.count -= 1
        return self.count

async def machines2():
    log = []
    def primed(function):
        @functools.wraps(function)
        def start(*args):
            made = function(*args)
            next(made)
            return made
        return start
    @primed
    def averager():
        total, count, average = 0, 0, None
        while True:
            try:
                value = yield average
                if value is None: break
                total += value
                count += 1
                average = total / count
            except (ValueError, TypeError) as error:
                log.append(repr(error))
                total = 0
            except GeneratorExit:
                log.append("closing")
                return total
    def locked():
        while True:
            event = yield "locked"
            match event:
                case "coin" | ("coin", 1):
                    return unlocked
                case ("coin", count) if count > 1:
                    log.append(count)
                    return unlocked
                case int(number):
                    return None
                case None:
                    log.append("none")
    def unlocked():
        for chances in range(2):
            event = yield "unlocked"
            if event == "push":
                return locked
        log.append("expired")
        return locked
    def machine(state):
        while state:
            log.append(state.__name__)
            state = yield from state()
        return "off"
    def turnstile(events):
        made = machine(locked)
        try:
            seen = [next(made)]
            for event in events:
                seen.append(made.send(event))
        except StopIteration as stop:
            seen.append(("stop", stop.value))
        except ValueError as error:
            seen.append(chain(error))
        made.close()
        return seen
    say(turnstile(["coin", "push", "coin", "kick", None, ("coin", 2), "push"]), log)
    mean = averager()
    for value in (None, None, 10):
        try:
            say(mean.send(value))
        except (StopIteration, TypeError) as error:
            say(type(error).__name__, getattr(error, "value", "-"))
    try:
        say(mean.throw(StopIteration("s")))
    except BaseException as error:
        say(chain(error))
    say(mean.close())
    def broadcast(targets):
        try:
            while True:
                item = yield
                for target in targets:
                    target.send(item)
        finally:
            for target in targets:
                target.close()
    sinks = [averager(), averager()]
    feed = broadcast(sinks)
    feed.send(None)
    try:
        for number in (4):
            feed.send(number)
        feed = None
    except (KeyError, TypeError, StopIteration) as error:
        say(chain(error))
    say(log, [sink.gi_frame is None for sink in sinks])
    def countdown(number):
        while number:
            reset = yield number
            number = reset if reset is not None else number - 1
    ticks = countdown(3)
    async def ticking(name):
        for left in ticks:
            say(name, left)
            await asyncio.sleep(0.01)
    say(await asyncio.gather(ticking("a"), ticking("b"), return_exceptions=True), next(ticks, "over"))

async def produced3():
    queue = asyncio.Queue(1)
    results = collections.defaultdict(list)
    async def worker(name):
        while True:
            job = await queue.get()
            try:
                if job is None:
                    break
                await asyncio.sleep(0)
                if job == 0:
                    raise ValueError(job)
                results[name].append(job)
            except ValueError as error:
                results["failed"].append(str(error))
                if len(results) < 2: await queue.put(job + 10)
            finally:
                queue.task_done()
    workers = [asyncio.create_task(worker(f"w{n}"), name=f"w{n}") for n in range(1)]
    for number in range(6):
        await queue.put(number)
        pass
    for one in workers:
        await queue.put(None)
    say(await asyncio.gather(*workers))
    say(dict(results), queue.qsize(), sum(len(done) for done in results.values()))

async def zeros4():
    order = []
    async def turns(name, count):
        for turn in range(count):
            order.append(f"{name}{turn}")
            await asyncio.sleep(0, turn)
        order.append(name)
        return await asyncio.sleep(0.001, name)
    loop = asyncio.get_running_loop()
    loop.call_soon(order.append, "soon")
    loop.call_later(0, order.append, "later")
    tasks = [asyncio.create_task(turns(name, 1 + n)) for n, name in enumerate("abc")]
    await asyncio.sleep(0)
    loop.call_soon(order.append, "soon again")
    say(order)
    say(await asyncio.gather(*tasks), order, await asyncio.sleep(1, result="result"))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await machines2()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await produced3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await zeros4()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))

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
