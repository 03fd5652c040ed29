"""Generators and coroutines that are used in ways that CPython refuses: from inside, twice, too early; names that have no value yet."""
import asyncio


def attempt(word, call):
    try:
        print(word, call())
    except BaseException as error:
        print(word, type(error).__name__, error)


def entered():
    attempt("inside", lambda: next(current))
    attempt("inside", lambda: current.send(1))
    attempt("inside", lambda: current.throw(ValueError))
    attempt("inside", lambda: current.close())
    yield 1


def delegates():
    yield from current


def counts():
    got = yield 1
    print("got", got)


async def nothing():
    await asyncio.sleep(0)


async def awaits_itself():
    await itself


class Odd:
    def __init__(self):
        return 5


def unbound_left():
    if False:
        a = b = 1
    b = 2
    return a + b


def unbound_right():
    if False:
        a = b = 1
    a = 2
    return a + b


def unbound_one():
    if False:
        a = 1
    return -a


def unbound_call():
    if False:
        f = 1
    return f(1)


def raises_nothing():
    raise


async def main():
    global current, itself
    current = entered()
    print(next(current))
    current = delegates()
    attempt("itself", lambda: next(current))
    attempt("too early", lambda: counts().send("early"))
    made = counts()
    attempt("started", lambda: next(made))
    attempt("sent", lambda: made.send("late"))
    attempt("ended", lambda: made.throw(KeyError("after the end")))
    coroutine = nothing()
    attempt("too early", lambda: coroutine.send("early"))
    await coroutine
    for again in (lambda: coroutine.send(None), lambda: coroutine.throw(KeyError("again"))):
        attempt("again", again)
    try:
        await coroutine
    except RuntimeError as error:
        print("again", error)
    itself = awaits_itself()
    try:
        await itself
    except (RuntimeError, ValueError) as error:
        print("itself", type(error).__name__, error)
    for call in (Odd, unbound_left, unbound_right, unbound_one, unbound_call, raises_nothing):
        attempt(call.__name__, call)


asyncio.run(main())
