# A task around an awaitable drives what `__await__` gives: up to 3.11 whatever `yield from` takes, later what `await` takes.
import asyncio


class Gives:
    def __init__(self, make):
        self.make = make

    def __await__(self):
        return self.make()


async def inner():
    await asyncio.sleep(0.01)
    return "inner"


def generator():
    yield from asyncio.sleep(0.02).__await__()
    return "generator"


class Steps:
    def __init__(self):
        self.left = 2

    def __iter__(self):
        return self

    def __next__(self):
        if self.left == 0:
            raise StopIteration("steps")
        self.left -= 1
        return None


class Iterable:
    def __iter__(self):
        return Steps()


async def main():
    loop = asyncio.get_running_loop()
    makers = {
        "int": lambda: 3,
        "None": lambda: None,
        "empty": lambda: [],
        "empty iterator": lambda: iter(()),
        "list": lambda: [None, None],
        "yields": lambda: [1],
        "text": lambda: "a",
        "generator": generator,
        "iterator": Steps,
        "iterable": Iterable,
        "future": lambda: loop.create_future(),
    }
    for name, make in makers.items():
        if name == "future":
            continue
        for way in (asyncio.ensure_future, asyncio.gather):
            try:
                print(name, way.__name__, repr(await way(Gives(make))))
            except (TypeError, RuntimeError) as error:
                print(name, way.__name__, type(error).__name__, error)
        try:
            print(name, "await", repr(await Gives(make)))
        except (TypeError, RuntimeError) as error:
            print(name, "await", type(error).__name__, error)
    kept = []

    def coroutine():
        kept.append(inner())
        return kept[-1]

    try:
        print(await asyncio.ensure_future(Gives(coroutine)))
    except TypeError as error:
        print(type(error).__name__, error)
    for one in kept:
        one.close()


asyncio.run(main())
