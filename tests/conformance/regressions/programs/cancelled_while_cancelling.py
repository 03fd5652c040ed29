"""A second cancellation, while wait_for of 3.11 and before waits for what the first one cancelled, has the first as its context: it had none."""
import asyncio


def chain(error):
    found = []
    while error is not None:
        found.append(repr(error))
        error = error.__context__
    return found


async def stubborn():
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        await asyncio.sleep(0.1)
        raise


async def waits():
    try:
        await asyncio.wait_for(stubborn(), 1)
    except asyncio.CancelledError as error:
        print(chain(error))
        raise


async def main():
    task = asyncio.create_task(waits())
    await asyncio.sleep(0.01)
    task.cancel('first')
    await asyncio.sleep(0.01)
    task.cancel('second')
    try:
        await task
    except asyncio.CancelledError as error:
        print(chain(error))
    await asyncio.sleep(0.2)


asyncio.run(main())
