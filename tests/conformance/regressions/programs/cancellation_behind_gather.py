# Up to 3.10 the cancellation that ended a child of gather has, as the context of gather's own, the traceback that the last handler on its way had.
import asyncio

OWN = ('leaf', 'plain', 'guarded', 'caught', 'entered', 'parent', 'waiting', 'looping', 'main')


class Guard:
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        print('guard left by', kind.__name__)


async def leaf(future):
    await future


async def plain(future):
    await leaf(future)


async def guarded(future):
    try:
        await plain(future)
    finally:
        print('guarded over')


async def caught(future):
    try:
        await leaf(future)
    except asyncio.CancelledError:
        raise


async def entered(future):
    async with Guard():
        await leaf(future)


async def items(future):
    yield 1
    await future


async def looping(future):
    async for _ in items(future):
        pass


def frames(error):
    found, entry = [], error.__traceback__
    while entry is not None:
        found.append(entry.tb_frame.f_code.co_name)
        entry = entry.tb_next
    return [name for name in found if name in OWN]


def told(error):
    chain = []
    while error is not None:
        chain.append(type(error).__name__ + ' ' + ' '.join(frames(error)))
        error = error.__cause__ or error.__context__
    return chain


async def parent(child, wrap):
    future = asyncio.get_running_loop().create_future()
    await wrap(child(future))


async def waiting(child, wrap):
    await parent(child, wrap)


async def main():
    for child in (leaf, plain, guarded, caught, entered, looping):
        for wrap in (asyncio.gather, asyncio.create_task, lambda one: asyncio.gather(asyncio.sleep(9), asyncio.gather(one))):
            task = asyncio.create_task(waiting(child, wrap))
            await asyncio.sleep(0.1)
            task.cancel()
            try:
                await task
            except asyncio.CancelledError as error:
                print(child.__name__, told(error))
        try:
            await asyncio.wait_for(waiting(child, asyncio.gather), 0.1)
        except asyncio.TimeoutError as error:
            print(child.__name__, told(error))
    first = asyncio.create_task(plain(asyncio.get_running_loop().create_future()))
    both = asyncio.gather(first, asyncio.sleep(5))
    await asyncio.sleep(0)
    first.cancel('enough')
    try:
        await both
    except asyncio.CancelledError as error:
        print(told(error), error.args)
    try:
        await first
    except asyncio.CancelledError as error:
        print(told(error), error.args)


asyncio.run(main())
