# Generators and coroutines in each state: sent to, thrown at, closed, run while they run, reused, and asked about themselves.
import asyncio
import inspect


def attempt(function, *arguments):
    try:
        return function(*arguments)
    except BaseException as error:
        return f"{type(error).__name__}: {error}"


def counter(limit):
    total = 0
    try:
        while total < limit:
            got = yield total
            total += got or 1
    except ValueError as error:
        yield f"caught {error}"
    finally:
        print("closing", total)
    return "returned"


def stubborn():
    while True:
        try:
            yield "still here"
        except GeneratorExit:
            pass


def selfish():
    yield attempt(next, me)
    yield attempt(me.send, None)
    yield attempt(me.throw, ValueError)
    yield attempt(me.close)


def delegating(*parts):
    results = []
    for part in parts:
        results.append((yield from part))
    return results


def returns_on_close():
    try:
        yield 1
    except GeneratorExit:
        return "last words"


def raises_stop():
    yield 1
    raise StopIteration("inside")


class Iterable:
    """An iterator without send, throw and close."""

    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration("value of it")
        self.left -= 1
        return self.left


class Full(Iterable):
    def send(self, value):
        return "sent", value

    def throw(self, *arguments):
        return "thrown", type(arguments[-1]).__name__

    def close(self):
        print("closed by its user")


class NotIterator:
    def __iter__(self):
        return 5


class WrongAwait:
    def __await__(self):
        return 5


class CoroutineAwait:
    def __await__(self):
        return waits()


class NoAwait:
    pass


class Steps:
    def __await__(self):
        got = yield None
        return "stepped"


async def waits():
    await asyncio.sleep(0.1)
    return "waited"


async def gives(thing):
    return await thing


class Manager:
    def __init__(self, enter, leave=None):
        self.enter, self.leave = enter, leave

    def __aenter__(self):
        return self.enter

    def __aexit__(self, *arguments):
        return self.leave


class OnlyEnter:
    async def __aenter__(self):
        pass


async def use(manager):
    async with manager as value:
        return value


async def loop_over(iterable):
    return [item async for item in iterable]


class WrongAiter:
    def __aiter__(self):
        return 5


class WrongAnext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 5


class RaisingAwait:
    def __aiter__(self):
        return self

    def __anext__(self):
        return WrongAwait()


me = selfish()
print(list(me))
c = counter(5)
print(inspect.getgeneratorstate(c), c.gi_running, attempt(c.send, 1), next(c), inspect.getgeneratorstate(c), c.send(2), c.gi_frame is not None, c.gi_yieldfrom, c.throw(ValueError("one")), attempt(next, c), inspect.getgeneratorstate(c), c.gi_frame, attempt(next, c), attempt(c.send, 5), c.close())
c = counter(5)
print(attempt(c.throw, KeyError("early")), attempt(next, c), attempt(counter(1).throw, 5), attempt(counter(1).throw, "x"), attempt(counter(1).throw, int), attempt(counter(1).throw, ValueError, "text"), attempt(counter(1).throw, ValueError, ("a", "b")), attempt(counter(1).throw, ValueError("v"), "x"), attempt(counter(1).throw, ValueError, None, 5), attempt(counter(1).throw))
c = counter(5)
next(c)
print(c.close(), attempt(next, c))
s = stubborn()
next(s)
print(attempt(s.close), next(s))
r = returns_on_close()
next(r)
print(attempt(r.close), attempt(lambda: list(raises_stop())), c.__name__, c.__qualname__, attempt(setattr, c, "__name__", 5), attempt(setattr, c, "__qualname__", 5), setattr(c, "__name__", "renamed"), setattr(c, "__qualname__", "far.renamed"), c.__name__, repr(c).split(" at ")[0], c.gi_code.co_name)
d = delegating(counter(2), [7, 8], Iterable(), "z")
print(list(d))
d = delegating(counter(3), Full())
print(next(d), d.gi_yieldfrom.__name__, d.send(5), attempt(d.send, 3), d.throw(KeyError()), d.close())
d = delegating(Iterable())
print(next(d), attempt(d.send, 5), attempt(delegating(5).__next__), attempt(delegating(NotIterator()).__next__), attempt(delegating(Iterable()).throw, ValueError("x")))
d = delegating(Iterable())
next(d)
print(attempt(d.throw, ValueError("into it")), attempt(d.throw, ValueError("again")), attempt(next, d))
w = waits()
print(inspect.getcoroutinestate(w), w.cr_running, w.cr_await, w.cr_frame is not None, w.cr_code.co_name, w.cr_origin, w.__name__, attempt(w.send, 5), attempt(iter, w), attempt(next, w), attempt(list, w), w.close(), attempt(w.send, None), attempt(w.throw, ValueError), w.close(), inspect.getcoroutinestate(w))
w = waits().__await__()
print(type(w).__name__, iter(w) is w, attempt(w.send, 1), w.close(), attempt(next, w))


async def main():
    for thing in (waits(), asyncio.sleep(0.1, "slept"), Steps(), 5, None, NoAwait(), WrongAwait(), CoroutineAwait(), "text", counter(1), [waits][0]):
        print(await attempted(gives(thing)))
    for manager in (Manager(5), Manager(waits(), 5), Manager(waits(), waits()), Manager(NoAwait()), 5, NoAwait(), OnlyEnter(), Manager(WrongAwait())):
        print(await attempted(use(manager)))
    for iterable in (5, [], NoAwait(), WrongAiter(), WrongAnext(), RaisingAwait()):
        print(await attempted(loop_over(iterable)))
    once = waits()
    print(await once, await attempted(gives(once)))
    shared = waits()
    first = asyncio.create_task(gives(shared))
    second = asyncio.create_task(gives(shared))
    print(await asyncio.gather(first, second, return_exceptions=True))
    task = asyncio.create_task(waits())
    await asyncio.sleep(0)
    coro = task.get_coro()
    print(inspect.getcoroutinestate(coro), coro.cr_await is not None, coro.cr_running, attempt(coro.send, None) if False else "", await task, coro.cr_await, inspect.getcoroutinestate(coro))


async def attempted(coroutine):
    try:
        return await coroutine
    except Exception as error:
        cause = f" from {error.__cause__!r}" if error.__cause__ else ""
        return f"{type(error).__name__}: {error}{cause}"


asyncio.run(main())
