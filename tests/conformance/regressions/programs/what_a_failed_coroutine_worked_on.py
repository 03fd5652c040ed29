# What a coroutine was working on when it failed goes while it still runs: what is said of it names that line. Its
# variables go afterwards, in the line of whoever awaits it.
import asyncio
import warnings


class Pool:
    async def get(self):
        return self


async def with_forgotten(pool):
    async with pool.get() as connection:
        print(connection)


async def add(pool):
    return 1 + pool.get()


def generator(pool):
    yield 1
    yield len(pool.get())


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone", self.name)


async def fails():
    held = Noisy("variable")
    return [Noisy("first"), Noisy("second"), await asyncio.sleep(0, Noisy("third")), held.nothing]


async def main():
    pool = Pool()
    for call in (with_forgotten, add):
        try:
            await call(pool)
        except Exception as error:
            print(type(error).__name__)
            del error
    try:
        print(list(generator(pool)))
    except TypeError as error:
        print(error)
    try:
        await fails()
    except AttributeError as error:
        print("caught", error)
    print("after")

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    asyncio.run(main())
for warning in caught:
    print(warning.lineno, warning.message)
