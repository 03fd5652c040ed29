# Regression: a task that is cancelled while its next step is already in the ready queue got the exception that asyncio.run
# was about to raise as the context of its CancelledError; only one that waits for a future has it.
import asyncio


def contexts(error):
    return [type(error).__name__] + (contexts(error.__context__) if error.__context__ else [])


async def always_ready():
    try:
        while True:
            await asyncio.sleep(0)
    except asyncio.CancelledError as error:
        print('ready', contexts(error))


async def woken():
    try:
        while True:
            future = asyncio.get_running_loop().create_future()
            asyncio.get_running_loop().call_soon(future.set_result, None)
            await future
    except asyncio.CancelledError as error:
        print('woken', contexts(error))


async def sleeping():
    try:
        await asyncio.sleep(9)
    except asyncio.CancelledError as error:
        print('sleeping', contexts(error))


async def main():
    tasks = [asyncio.create_task(one()) for one in (always_ready, woken, sleeping)]
    await asyncio.sleep(0.0003)
    raise ValueError(f'with {len(tasks)} tasks')


asyncio.run(main())
