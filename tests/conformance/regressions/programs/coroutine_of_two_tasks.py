"""Two tasks of one coroutine: the second one resumes it in its wait and is given the same future to wait for; it had ended the wait with an error, and the first task slept for ever."""
import asyncio


async def work(number):
    print('run', number)
    await asyncio.sleep(0.1)
    print('awake')
    return number


class Waits:
    def __init__(self, future):
        self.future = future

    def __await__(self):
        return (yield from self.future.__await__())


async def waits(awaitable):
    return await awaitable


async def main():
    loop = asyncio.get_running_loop()
    for kind in work(4), waits(loop.create_future()), waits(Waits(loop.create_future())):
        first, second = asyncio.create_task(kind), asyncio.create_task(kind)
        done, pending = await asyncio.wait([first, second], timeout=1)
        print(len(done), len(pending))
        for task in pending:
            task.cancel()
        print(await asyncio.gather(first, second, return_exceptions=True))

    future = loop.create_future()
    by_hand = waits(future)
    print(by_hand.send(None) is future)
    try:
        by_hand.send(None)
    except RuntimeError as error:
        print(error)


asyncio.run(main())
