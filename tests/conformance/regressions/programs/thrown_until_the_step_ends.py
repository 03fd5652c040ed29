"""What is thrown into a task is kept until its step is over, and so are the frames of its traceback: an asynchronous generator that one of them has is closed after the callbacks of the task were scheduled. An error that cancel() made for the step itself is let go at once."""
import asyncio


async def numbers():
    try:
        yield 1
    finally:
        print('numbers end')


class Noisy:
    def __del__(self):
        print('dropped')


async def waiting(future):
    made, noisy = numbers(), Noisy()
    print(await made.__anext__())
    try:
        await future
    except asyncio.CancelledError:
        print('caught')
    return 'waited'


async def story(cancel_the_task):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    task = asyncio.create_task(waiting(future))
    task.add_done_callback(lambda done: print('callback'))
    await asyncio.sleep(0)
    if cancel_the_task == 'both':
        future.set_result(None)
    (future if cancel_the_task == 'future' else task).cancel()
    for turn in range(4):
        await asyncio.sleep(0)
        print('turn', turn)
    print(task.done())


async def main():
    for what in ('future', 'task', 'both'):
        print('--', what)
        await story(what)


asyncio.run(main())
