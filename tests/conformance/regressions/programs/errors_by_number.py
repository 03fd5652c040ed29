# Regression: OSError(2, ...) was an OSError, not a FileNotFoundError; a gather that was cancelled handed on a child's traceback as a message.
import asyncio

for number in range(1, 116):
    kind = type(OSError(number, "text")).__name__
    if kind != "OSError":
        print(number, kind)


class Mine(OSError):
    pass


print(type(Mine(2, "text")).__name__, type(OSError(2)).__name__, type(OSError("2", "text")).__name__)
try:
    raise OSError(13, "denied", "file.txt")
except PermissionError as error:
    print(repr(error), error, error.errno, error.filename)


async def fail():
    raise KeyError("child")


async def gathers():
    children = asyncio.gather(asyncio.sleep(1), fail(), return_exceptions=True)
    try:
        await children
    except asyncio.CancelledError as error:
        print(repr(error), error.args)
        raise


async def main():
    task = asyncio.create_task(gathers())
    await asyncio.sleep(0.1)
    task.cancel()
    await asyncio.wait([task])
    print(task.cancelled())

asyncio.run(main())
