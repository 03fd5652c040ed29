"""A future gives its exception with the traceback that it had when it was set, once; then with none.

CPython's futures in C drop the traceback as they set it. Here a task that was awaited again gave it again.
"""
import asyncio


async def fails():
    raise KeyError(1)


def length(error):
    entries, entry = 0, error.__traceback__
    while entry is not None:
        entries, entry = entries + 1, entry.tb_next
    return entries


async def main():
    task = asyncio.create_task(fails())
    for way in ("await", "await", "result", "result"):
        try:
            if way == "await":
                await task
            task.result()
        except KeyError as error:
            print(way, length(error), error is task.exception())
        print(length(task.exception()))


asyncio.run(main())
