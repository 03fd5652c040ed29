"""What an exit of a stack does to the traceback of the exception, the next one sees, or not.

Up to 3.12 a stack calls all its exits with the traceback that the exception had at first; since 3.13 with the one that
it has by then. Up to 3.10 a `with` raises the exception again with the traceback that it had, and managers made of
generators leave their frames in it meanwhile, with what these hold.
"""
import asyncio
import contextlib


class Thing:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def length(error):
    entries, entry = 0, error.__traceback__
    while entry is not None:
        entries, entry = entries + 1, entry.tb_next
    return entries


@contextlib.contextmanager
def plain(name):
    thing = Thing(name)
    try:
        yield thing
    finally:
        print("left:", name)


@contextlib.asynccontextmanager
async def asynchronous(name):
    thing = Thing(name)
    try:
        yield thing
    finally:
        print("left:", name)


class Raising:
    """Raises the exception, and catches it again."""

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        print("exit", length(error))
        try:
            raise error
        except KeyError as again:
            print("raised again", length(again))

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        self.__exit__(*details)


async def alone():
    with plain("alone"):
        raise KeyError(1)


async def alone_asynchronous():
    async with asynchronous("alone, asynchronous"):
        raise KeyError(1)


async def around():
    with Raising():
        with contextlib.ExitStack() as stack:
            stack.enter_context(plain("around"))
            stack.enter_context(Raising())
            stack.enter_context(plain("around, inside"))
            raise KeyError(1)


async def all_of_them():
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(asynchronous("first"))
        stack.enter_context(plain("second"))
        await stack.enter_async_context(Raising())
        stack.enter_context(plain("fourth"))
        raise KeyError(1)


async def main():
    for way in alone, alone_asynchronous, around, all_of_them:
        try:
            await way()
        except KeyError as error:
            print("caught", length(error))
        print("over")


asyncio.run(main())
