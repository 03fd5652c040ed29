"""What an exit interrupts lives until asyncio.run has ended: the exception leads to the call that waited for the main task, and that to its variables.

So a suspended async generator of main is closed by shutdown_asyncgens, not when the cancelled main task goes.
"""
import asyncio
import sys


async def numbers(name):
    try:
        yield 1
        yield 2
    finally:
        print(name, "closes")


async def leaves():
    await asyncio.sleep(0.1)
    sys.exit("enough")


async def main():
    opened = numbers("main's")
    print(await opened.__anext__())
    task = asyncio.create_task(leaves())
    try:
        await asyncio.Event().wait()
    finally:
        print("main ends", task.done())


try:
    asyncio.run(main())
except SystemExit as error:
    print("exit", error)


async def stuck():
    opened = numbers("stuck's")
    print(await opened.__anext__())
    await asyncio.Event().wait()


asyncio.run(stuck())
