# Random program 70373 for 3.10, see generate.mjs
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
            await asyncio.sleep(1)
            got = yield number
            say("got", got)
    finally:
        say("numbers1 closes")

async def numbers2(count):
    try:
        for number in range(count):
            await asyncio.sleep(0.1)
            got = yield number
            say("got", got)
    except GeneratorExit as error:
        say("numbers2", repr(error))
        raise
    finally:
        say("numbers2 closes")

async def machines3():
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
                raise
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
                    log.append(number)
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
        say(made.gi_yieldfrom is None)
        return seen
    say(turnstile([None, "coin", 3]), log)
    mean = averager()
    for value in (2.5, 1, 10):
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
        for number in (1, 2, 3):
            feed.send(number)
        feed.close()
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
            await asyncio.sleep(0)
    say(await asyncio.gather(ticking("a"), ticking("b"), return_exceptions=True), next(ticks, "over"))

async def handles4():
    loop = asyncio.get_running_loop()
    start = loop.time()
    handles = []
    def note(what):
        say(what, label.get(), round(loop.time() - start, 3), asyncio.current_task())
    def again(count):
        note(count)
        if count:
            handles.append(loop.call_later(0.05, again, count - 1))
    def cancels():
        note("cancels")
        handles[0].cancel()
    handles += [loop.call_at(start + 0.1, note, "at"), loop.call_at(start + 1, note, "at"), loop.call_later(0.25, cancels)]
    label.set("after")
    say([handle.cancelled() for handle in handles], [round(handle.when() - start, 3) for handle in handles if isinstance(handle, asyncio.TimerHandle)])
    handles[1].cancel()
    handles[0].cancel(); handles[0].cancel()
    await asyncio.sleep(0.1)
    handles[0].cancel()
    await asyncio.sleep(0.4)
    say(len(handles), [handle.cancelled() for handle in handles], repr(handles[0]).replace("OrderedTimer", "TimerHandle").split(" at ")[0])
    timers = sorted([loop.call_later(0.2, note, n) for n in range(4)])
    say([round(timer.when() - start, 3) for timer in timers], timers[0] <= timers[-1], timers[0] == timers[1])
    for timer in timers[1:]:
        timer.cancel()
    await asyncio.sleep(0.35)
    try:
        loop.call_later("a", note)
    except TypeError as error:
        say(repr(error))

async def main():
    global gate
    gate = asyncio.Semaphore(2)
    label.set("main")
    try:
        await machines3()
    except (Exception, asyncio.CancelledError) as error:
        say("story", chain(error))
    try:
        await handles4()
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
