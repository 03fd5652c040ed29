# Regression: tasks, futures, locks, queues and the loop took no attributes of the program's own.
import asyncio


async def work():
    await asyncio.sleep(0.1)
    return 'done'


async def main():
    task = asyncio.create_task(work())
    task.label = 'first'
    task.add_done_callback(lambda done: print(done.label, done.result()))
    loop = asyncio.get_running_loop()
    loop.started = loop.time()
    queue, lock, event, future = asyncio.Queue(), asyncio.Lock(), asyncio.Event(), loop.create_future()
    for number, thing in enumerate([queue, lock, event, future]):
        thing.number = number
    await task
    print(loop.started, [thing.number for thing in (queue, lock, event, future)], hasattr(queue, 'label'))
    del task.label
    print(getattr(task, 'label', 'gone'), loop.slow_callback_duration)
    try:
        lock.label
    except AttributeError as exc:
        print(exc)


asyncio.run(main())
