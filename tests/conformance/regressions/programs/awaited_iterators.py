# Regression: a task made of an object whose __await__ gives the iterator of a task or of a coroutine broke the engine.
import asyncio


class Latch:
    def __init__(self):
        self.event = asyncio.Event()

    def __await__(self):
        return self.event.wait().__await__()


class Lazy:
    task = None

    def __await__(self):
        if self.task is None:
            self.task = asyncio.ensure_future(asyncio.sleep(0.1, 'loaded'))
        return self.task.__await__()


class Counting:
    def __await__(self):
        return iter([None, None])


async def main():
    lazy, latch = Lazy(), Latch()
    waiting = asyncio.ensure_future(latch)
    print(await asyncio.gather(asyncio.wait_for(lazy, 1), asyncio.ensure_future(lazy)), await lazy)
    latch.event.set()
    print(await waiting, await asyncio.wait_for(Counting(), 1))
    stuck = asyncio.ensure_future(Latch())
    await asyncio.sleep(0)
    stuck.cancel('enough')
    try:
        await stuck
    except asyncio.CancelledError as error:
        print(error.args, stuck.cancelled())
    print(repr(asyncio.gather(asyncio.sleep(0)))[:17])


asyncio.run(main())
