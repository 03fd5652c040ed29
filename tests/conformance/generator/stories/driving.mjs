// driving.mjs — stories of coroutines and generators that are driven by hand: schedulers, trampolines, machines, __await__ objects.

/** @typedef {import('../stories.mjs').Story} Story */

/** Coroutines that a scheduler of the program's own runs. @type {Story} */
export function scheduled({ paste, r }) {
  paste(`
    import types
    class Call:
        def __init__(self, name, *args):
            self.name, self.args = name, args
        def __await__(self):
            ${r.pick(['answer = yield self\n            return answer', 'return (yield self)', 'try:\n                return (yield self)\n            except KeyError as error:\n                return f"mended {error}"', 'yield self\n            return "lost"'])}
    @types.coroutine
    def pause(*what):
        got = yield what
        return got
    async def child(name):
        try:
            say(name, "paused", await pause(name, 1))
            got = await Call("add", 1, 2)
            say(name, "called", got)
            ${r.pick(['await pause()', 'raise ValueError(name)', 'return got', 'await Call("fail")', 'await Call("stop")'])}
            return name
        except ${r.pick(['LookupError', 'GeneratorExit', 'ValueError', 'Exception'])} as error:
            say(name, "caught", repr(error))
            ${r.pick(['raise', 'return "caught"', 'raise RuntimeError("instead")', 'raise StopIteration("s")'])}
        finally:
            say(name, "ends")
            ${r.pick(['pass', 'await pause("finally")', 'pass', 'return "finally"'])}
    async def parent():
        results = []
        for name in "xy":
            ${r.pick(['results.append(await child(name))', 'try:\n                results.append(await child(name))\n            except Exception as error:\n                results.append(repr(error))'])}
        return results
    def run(coro, most=20):
        value, error = None, None
        for turn in range(most):
            try:
                asked = coro.throw(error) if error is not None else coro.send(value)
            except StopIteration as stop:
                return "returned", stop.value
            except (Exception, GeneratorExit) as failure:
                return "raised", chain(failure), places(failure)
            value, error = None, None
            if isinstance(asked, Call):
                if asked.name == "add":
                    value = sum(asked.args)
                elif asked.name == "fail":
                    error = ${r.pick(['KeyError("fail")', 'KeyError', 'ValueError("fail")', 'GeneratorExit()'])}
                else:
                    ${r.pick(['coro.close()', 'return "stopped", coro.cr_await is None', 'value = coro.cr_frame.f_lineno > 0'])}
            else:
                say("asked", asked)
                value = len(asked)
        return "too long",
    for make in (parent, lambda: child("z"), ${r.pick(['parent', 'lambda: hop()', 'lambda: asyncio.sleep(0)', 'lambda: child(3)'])}):
        coro = make()
        try:
            say(run(coro${r.chance(0.3) ? ', 2' : ''}))
            ${r.pick(['pass', 'say(coro.cr_running, coro.cr_frame is None, coro.cr_await is None)', 'coro.send(None)', 'coro.throw(OSError("after"))', 'await coro'])}
        except (RuntimeError, OSError, StopIteration, KeyError, ValueError) as error:
            say(chain(error))
        finally:
            ${r.pick(['coro.close()', 'try:\n                coro.close()\n            except RuntimeError as error:\n                say(repr(error))'])}`);
}

/** Objects with __await__ of all sorts. @type {Story} */
export function awaited({ paste, r, d }) {
  const way = () => r.pick(['yield', 'yield None', 'yield from asyncio.sleep(0).__await__()', 'yield from hop().__await__()', `yield from after(${d()}).__await__()`, 'got = yield from future.__await__()\n                say("got", got)', 'yield from asyncio.create_task(hop()).__await__()', 'raise ValueError("await")', 'return 3', 'yield 5', 'yield from asyncio.gather(hop(), hop()).__await__()', 'yield future', 'try:\n                    yield from asyncio.sleep(1).__await__()\n                except asyncio.CancelledError:\n                    say("told")\n                    raise']);
  const use = () => r.pick(['Own()', 'asyncio.wait_for(Own(), 0.1)', 'asyncio.gather(Own(), Own(), return_exceptions=True)', 'asyncio.ensure_future(Own())', 'asyncio.shield(Own())', 'wrap(Own())', 'Wrapped(Own())', 'Iter()', 'Native()', 'Wrong()', 'Delegating(Own())', 'asyncio.create_task(wrap(Own()))', 'asyncio.create_task(Own())']);
  paste(`
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    loop.call_later(0.05, resolve, future, "resolved")
    class Own:
        def __await__(self):
            if True:
                ${way()}
                ${way()}
            return "own"
    class Native:
        def __await__(self):
            return ${r.pick(['hop().__await__()', 'iter([None, None])', 'future.__await__()', 'iter([])', 'asyncio.sleep(0.01, "native").__await__()', 'iter([1])'])}
    class Wrong:
        def __await__(self):
            return ${r.pick(['3', 'hop()', '[None]', 'None'])}
    class Iter:
        def __init__(self):
            self.left = 2
        def __await__(self):
            return self
        def __iter__(self):
            return self
        def __next__(self):
            self.left -= 1
            if self.left < 0:
                raise StopIteration("iter")
            return None
        ${r.pick(['def close(self):\n            say("closed")', 'def throw(self, *error):\n            say("thrown", repr(error[0]))\n            raise error[0]', 'def send(self, value):\n            say("sent", value)\n            return self.__next__()', 'pass'])}
    class Delegating:
        def __init__(self, inner):
            self.inner = inner
        def __getattr__(self, name):
            return getattr(self.inner, name)
        def __await__(self):
            return self.inner.__await__()
    class Wrapped:
        def __init__(self, inner):
            self.inner = inner
        def __await__(self):
            try:
                return (yield from self.inner.__await__())
            finally:
                say("wrapped ends")
    async def wrap(inner):
        try:
            return await inner
        finally:
            say("wrap ends")
    for use in (${r.times(3, () => `lambda: ${use()}`).join(', ')}):
        try:
            say("awaited", await use())
        except (Exception, asyncio.CancelledError) as error:
            say("error", chain(error))
    task = asyncio.create_task(wrap(${r.pick(['Own()', 'Iter()', 'Wrapped(Own())', 'Native()'])}))
    await asyncio.sleep(${d()})
    say(task.cancel("by hand"))
    try:
        say(await task)
    except (Exception, asyncio.CancelledError) as error:
        say("error", chain(error))
    resolve(future, "late")`);
}

/** State machines and pipelines made of generators. @type {Story} */
export function machines({ paste, r }) {
  const event = () => r.pick(['"coin"', '"push"', '"push"', '"kick"', '3', 'None', '("coin", 2)']);
  paste(`
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
                ${r.pick(['if value is None: break', 'if value is None: return (total, count)', 'pass'])}
                total += value
                count += 1
                average = total / count
            except (ValueError, TypeError) as error:
                log.append(repr(error))
                ${r.pick(['total = 0', 'average = "reset"', 'raise'])}
            except GeneratorExit:
                log.append("closing")
                ${r.pick(['raise', 'return', 'return total'])}
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
                    ${r.pick(['raise ValueError(number)', 'log.append(number)', 'return None'])}
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
        ${r.pick(['made.close()', 'pass', 'say(made.gi_frame is None, made.gi_running)', 'say(made.gi_yieldfrom is None)'])}
        return seen
    say(turnstile([${r.times(3 + r.below(5), event).join(', ')}]), log)
    mean = averager()
    for value in (${r.times(3, () => r.pick(['1', '2.5', '"x"', '10', '-3', 'None'])).join(', ')}):
        try:
            say(mean.send(value))
        except (StopIteration, TypeError) as error:
            say(type(error).__name__, getattr(error, "value", "-"))
    try:
        say(mean.throw(${r.pick(['ValueError("thrown")', 'ValueError', 'KeyError("k")', 'GeneratorExit', 'StopIteration("s")'])}))
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
        for number in (${r.pick(['1, 2, 3', '4', '1, "x"'])}):
            feed.send(number)
        ${r.pick(['feed.close()', 'feed.throw(KeyError("feed"))', 'feed = None', 'del feed'])}
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
            await asyncio.sleep(${r.pick(['0', '0.01'])})
    say(await asyncio.gather(ticking("a"), ticking("b"), return_exceptions=True), next(ticks, "over"))`);
}

/** match over dataclasses, mappings, sequences, enums, in a handler of messages. @type {Story} */
export function matched({ paste, r, d }) {
  const message = () => r.pick(['Move(1, 2)', 'Move(x=0, y=5)', 'Say("hi", urgent=True)', 'Say("")', 'Quit()', 'Level.HIGH', 'Level.LOW', '{"kind": "add", "values": [1, 2, 3]}', '{"kind": "add", "values": []}', '{"kind": "sub", "values": (5, 2), "extra": 1}', '[1, [2, 3], 4]', '(1,)', '[]', '"text"', '3.5', '7', 'True', 'None', 'Nested(Move(3, 3), [Say("deep"), Quit()])', 'Nested(None, ["a", "b", "c"])', 'b"bytes"', '{"kind": "go", "to": Move(9, 9)}', 'collections.OrderedDict(kind="add", values=[4])', 'Point3(1, 2, 3)']);
  paste(`
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
                return kind, await after(${d()}), x
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
                raise ${r.pick(['LookupError("quit")', 'asyncio.CancelledError("quit")', 'StopAsyncIteration("quit")'])}
            case None:
                return None
            case _:
                ${r.pick(['return "unknown", type(message).__name__', 'raise TypeError(type(message).__name__)'])}
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
    for message in (${r.times(4 + r.below(5), message).join(', ')}):
        await queue.put(message)
        ${r.pick(['pass', 'await asyncio.sleep(0)'])}
    for one in servers:
        queue.put_nowait(...)
    say(await asyncio.gather(*servers, return_exceptions=True), queue.qsize())`);
}
