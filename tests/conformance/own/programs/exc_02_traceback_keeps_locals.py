# An exception's traceback keeps the frames that it ended, and so what only their variables refer to, until the exception goes.
import asyncio


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print("closed", name)


def failing(name):
    generator = numbers(name)
    noisy = Noisy(name)
    next(generator)
    raise ValueError(name)


def outer(name):
    kept = Noisy("outer " + name)
    failing(name)


try:
    outer("a")
except ValueError as error:
    print("caught", error)
print("after a")

saved = []
try:
    outer("b")
except ValueError as error:
    saved.append(error)
print("saved b")
saved.clear()
print("after b")


async def ticks(name):
    try:
        while True:
            yield name
            await asyncio.sleep(0.1)
    finally:
        print("ticks end", name)


async def job(name):
    generator = ticks(name)
    await generator.__anext__()
    raise LookupError(name)


async def main():
    try:
        await job("x")
    except LookupError as error:
        print("caught", error)
        await asyncio.sleep(0.1)
        print("still caught", error)
    await asyncio.sleep(0.1)
    print("end")


asyncio.run(main())
