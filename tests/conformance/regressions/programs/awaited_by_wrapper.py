"""The coroutine by which ensure_future awaits other awaitables is a function inside it since 3.12; and what is no coroutine takes no number of a task."""
import asyncio


class Waits:
    def __await__(self):
        yield 5


async def hop():
    await asyncio.sleep(0)


async def main():
    try:
        await asyncio.ensure_future(Waits())
    except RuntimeError as error:
        print(str(error).split(' cb=')[0])
    try:
        asyncio.create_task(Waits())
    except TypeError as error:
        print(str(error).split(' at 0x')[0].split('<')[0])
    task = asyncio.create_task(hop())
    print(task.get_name())
    await task


asyncio.run(main())
