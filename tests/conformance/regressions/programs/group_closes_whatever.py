"""A group that refuses a coroutine calls its close(), since 3.13; what has none is an AttributeError there.

Here whatever was no coroutine was passed over, and the RuntimeError came.
"""
import asyncio
import sys


class Closing:
    def close(self):
        print("close")


class Failing:
    def close(self):
        raise KeyError("close")


async def main():
    group = asyncio.TaskGroup()
    for thing in 3, Closing(), Failing(), asyncio.sleep(0):
        try:
            group.create_task(thing)
        except Exception as error:
            print(type(error).__name__, str(error).partition(" <")[0])
    async with group:
        pass
    for thing in None, Closing(), asyncio.sleep(0):
        try:
            group.create_task(thing)
        except Exception as error:
            print(type(error).__name__, str(error).partition(" <")[0])


if sys.version_info >= (3, 11):
    asyncio.run(main())
