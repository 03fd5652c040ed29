"""asyncio imports its own modules, so `asyncio.exceptions.CancelledError` needs no import of asyncio.exceptions: it was refused."""
import asyncio


async def stubborn():
    try:
        await asyncio.sleep(10)
    except asyncio.exceptions.CancelledError:
        print('cancelled')
        raise


async def main():
    task = asyncio.create_task(stubborn())
    try:
        await asyncio.wait_for(task, 1)
    except asyncio.exceptions.TimeoutError as error:
        print(type(error).__name__, error is not None)
    print(asyncio.tasks.all_tasks() == {asyncio.current_task()}, asyncio.locks.Lock is asyncio.Lock)
    print(asyncio.events.get_running_loop() is asyncio.get_running_loop())


print([hasattr(asyncio, name) for name in ('exceptions', 'tasks', 'queues', 'taskgroups', 'timeouts', 'nothing')])
asyncio.run(main())
try:
    asyncio.exception
except AttributeError as error:
    print(type(error).__name__)
