# Regression: a context manager's generator that yields once too often is closed at once since 3.11; in 3.10 it goes on to
# live until nobody refers to it, and an asynchronous one is then closed by a task of its own.
import asyncio
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def twice():
    try:
        yield 1
    except KeyError:
        pass
    try:
        yield 2
    finally:
        print('closed')


@asynccontextmanager
async def twice_async():
    with twice():
        yield 1
    yield 3


@asynccontextmanager
async def forgiving():
    try:
        yield 1
    except KeyError:
        pass
    try:
        yield 2
    finally:
        print('closed asynchronously')


async def main():
    for problem in (None, KeyError('k')):
        for manager in (twice, twice_async, forgiving):
            try:
                if manager is twice:
                    with twice():
                        if problem:
                            raise problem
                else:
                    async with manager():
                        if problem:
                            raise problem
            except Exception as error:
                print(manager.__name__, repr(error))
            await asyncio.sleep(0.1)

asyncio.run(main())
