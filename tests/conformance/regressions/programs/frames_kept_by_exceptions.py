# Regression: what the variables of a frame held was let go as it returned, though an exception that was caught in it, or
# in a frame that it had called, lived on: generators were closed and objects ended too early.
import asyncio
import weakref

kept = []


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('end of', self.name)


def generate(name):
    try:
        yield 1
    finally:
        print('closing', name)


async def generate_slowly(name):
    try:
        yield 1
        yield 2
    finally:
        print('closing', name)
        await asyncio.sleep(0)
        print('closed', name)


def fail():
    raise ValueError('no')


def catches():
    thing, waiting = Thing('a thing beside except'), generate('a generator beside except')
    next(waiting)
    try:
        fail()
    except ValueError as error:
        return error


def stores():
    inner = Thing('a thing of who stores it')
    try:
        fail()
    except ValueError as error:
        kept.append(error)


def calls():
    outer = Thing('a thing of the caller')
    stores()
    print('the caller returns')


async def awaits():
    coroutine = Thing('a thing of the coroutine')
    calls()
    await asyncio.sleep(0.01)
    print('the coroutine returns')


def keeps_for_itself():
    thing = Thing('a thing in a cycle')
    try:
        fail()
    except ValueError as error:
        last = error
    print('a cycle is left')


def watched():
    thing = Thing('a watched thing')
    kept.append(weakref.ref(thing, lambda _: print('the watcher hears of it')))
    try:
        fail()
    except ValueError as error:
        return error


async def attempt(number):
    values = generate_slowly(f'attempt {number}')
    await anext(values)
    raise ValueError(number)


async def retry():
    last = None
    for number in range(3):
        try:
            return await attempt(number)
        except ValueError as error:
            last = error
            await asyncio.sleep(0.01)
    raise RuntimeError('gave up') from last


async def beside():
    values = generate_slowly('beside')
    await anext(values)
    try:
        await attempt(9)
    except ValueError as error:
        return error


async def main():
    error = catches()
    print('caught', error)
    del error
    await awaits()
    print('forgotten:')
    kept.clear()
    keeps_for_itself()
    error = watched()
    print('watched')
    error = None
    kept.clear()
    error = await beside()
    print('beside', error)
    await asyncio.sleep(0.01)
    del error
    await asyncio.sleep(0.01)
    try:
        await retry()
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    await asyncio.sleep(0.1)
    print('the end')


asyncio.run(main())
