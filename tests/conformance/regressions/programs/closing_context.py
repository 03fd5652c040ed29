# Regression: what tasks raise while asyncio.run closes after a failure had the wrong context, or none.
import asyncio


def chain(error):
    return '-' if error is None else f'{type(error).__name__}{error.args} < {chain(error.__context__)}'


async def late(name):
    try:
        await asyncio.sleep(1)
    finally:
        await asyncio.sleep(0)


async def failing():
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        raise KeyError('late')


async def watch(name, make):
    try:
        await make()
    except BaseException as error:
        print(name, chain(error))


async def main():
    ready = asyncio.create_task(late('ready'))
    waits = [
        ('gathered', lambda: asyncio.gather(late('a'), late('b'))),
        ('returned', lambda: asyncio.gather(late('a'), late('b'), return_exceptions=True)),
        ('failed in gather', lambda: asyncio.gather(failing())),
        ('failed', lambda: asyncio.create_task(failing())),
        ('task', lambda: ready),
        ('wait_for', lambda: asyncio.wait_for(late('c'), 5)),
        ('shield', lambda: asyncio.shield(late('d'))),
        ('sleep', lambda: asyncio.sleep(1)),
    ]
    tasks = [asyncio.create_task(watch(name, make)) for name, make in waits]
    await asyncio.sleep(0.1)
    raise ValueError('main ends')


try:
    asyncio.run(main())
except ValueError as error:
    print(chain(error))
